"""What is too little of a keyword to show it, whatever its closeness in meaning."""

from __future__ import annotations

import pytest

from gapcheck.lexicon import load_lexicon
from gapcheck.match import index_resume
from gapcheck.match.slight import is_slight
from gapcheck.readers import read_text


@pytest.mark.parametrize(
    ("resume", "term", "slight"),
    [
        ("preschool", "preschool setting", False),
        ("pump", "hydraulic gear pumps", True),
        ("selling", "Instagram selling", True),
        ("targeted", "targeted campaigns", True),
        ("PR", "PR agency", True),
        ("pr", "PR agency", True),  # how the resume writes it changes no status
        ("PRESCHOOL", "PRESCHOOL SETTING", False),  # capitals throughout mark no abbreviation
        ("2015", "CDM 2015", True),
        ("selling jewellery", "Instagram selling", False),
        ("nurse", "student nurses", True),
    ],
)
def test_one_word_may_be_too_little(resume: str, term: str, slight: bool) -> None:
    index = index_resume(read_text(resume, "resume"), load_lexicon())
    assert is_slight(term, (0, len(index.tokens) - 1), index) is slight
