"""Text made to be slow: 100 kB of anything is read in linear time. Process time, since the machine is shared."""

from __future__ import annotations

import time

import pytest

from gapcheck.dates import find_ranges
from gapcheck.ledger import find_facts, find_requirements
from gapcheck.segment.model import SegmentedResume

from .build import AS_OF, document, passages

SIZE = 100_000
SECONDS = 1.0
NOTHING = SegmentedResume(None, None, (), (), ())

PIECES = [
    "5 ",
    "5 years ",
    "years of ",
    "experience in ",
    "3-",
    "bachelor's degree in ",
    "PhD, ",
    "B.",
    "Certified ",
    "registered with the ",
    "English and ",
    "fluent in ",
    "active security ",
    "must travel ",
    "lift and carry ",
    "able to work ",
    "Abc ",
    "or ",
    "(",
    " ",
    "x",
    "Jan 2019 - ",
    "2019-",
    "5+ years\n",
    "Jan 2019 - Dec 2020\n",
]


@pytest.fixture(scope="module", autouse=True)
def patterns_compiled() -> None:
    """Patterns are compiled on first use; that is not what is measured here."""
    text = "5 years of nursing, BSc in Biology, CPA, fluent in French, Secret clearance, travel, background check"
    find_requirements(text, passages(text))
    find_facts(document(text), NOTHING, AS_OF)
    find_ranges("Jan 2019 - Dec 2020")


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    resume = document(text)
    started = time.process_time()
    find_requirements(text, passages(text))
    posting_read = time.process_time()
    find_facts(resume, NOTHING, AS_OF)
    resume_read = time.process_time()
    find_ranges(text)
    dates_read = time.process_time()
    assert posting_read - started < SECONDS
    assert resume_read - posting_read < SECONDS
    assert dates_read - resume_read < SECONDS
