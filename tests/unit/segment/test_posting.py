"""Postings in sections, whatever their form."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gapcheck.readers import read_text
from gapcheck.segment.cues import says_preferred, says_required
from gapcheck.segment.model import PostingSection as S
from gapcheck.segment.posting import segment_posting


def sections(text: str) -> dict[str, S]:
    document = read_text(text, "posting")
    return {document.text[p.start : p.end]: p.section for p in segment_posting(document).passages}


HEADED = """Staff Nurse
About us
Hill Hospital is a friendly place to work, and we are proud of our history.
What you will do
Plan and deliver wound care on a ward of 24 beds.
Essential
NMC registration and one year of ward experience.
Desirable
A mentoring certificate.
Benefits
27 days of annual leave and a pension.
How to apply
Send your CV to Jenny by 14 March.
"""


def test_headed_posting() -> None:
    found = sections(HEADED)
    assert found["Staff Nurse"] is S.TITLE
    assert found["About us"] is S.HEADING
    assert found["Hill Hospital is a friendly place to work, and we are proud of our history."] is S.COMPANY
    assert found["Plan and deliver wound care on a ward of 24 beds."] is S.DUTIES
    assert found["NMC registration and one year of ward experience."] is S.REQUIRED
    assert found["A mentoring certificate."] is S.PREFERRED
    assert found["27 days of annual leave and a pension."] is S.BENEFITS
    assert found["Send your CV to Jenny by 14 March."] is S.APPLICATION


def test_one_paragraph_is_told_by_its_sentences() -> None:
    found = sections(
        "We are looking for a bookkeeper. You will reconcile bank accounts and prepare monthly accounts. "
        "You must have three years of experience with Sage. Knowledge of Xero would be an advantage. "
        "We are an equal opportunities employer and do not discriminate on grounds of race, sex or disability."
    )
    assert found["You will reconcile bank accounts and prepare monthly accounts."] is S.DUTIES
    assert found["You must have three years of experience with Sage."] is S.REQUIRED
    assert found["Knowledge of Xero would be an advantage."] is S.PREFERRED
    assert (
        found[
            "We are an equal opportunities employer and do not discriminate on grounds of race, sex or disability."
        ]
        is S.LEGAL
    )


def test_headings_on_the_line_of_their_text() -> None:
    found = sections(
        "Warehouse Operative\nRequirements: a forklift licence and good timekeeping.\n"
        "Responsibilities: picking and packing of orders."
    )
    assert found["Requirements"] is S.HEADING
    assert found["a forklift licence and good timekeeping."] is S.REQUIRED
    assert found["picking and packing of orders."] is S.DUTIES


def test_preferred_cue_beats_the_heading() -> None:
    found = sections("Analyst\nRequirements\nStrong SQL.\nTableau is a plus.")
    assert found["Strong SQL."] is S.REQUIRED
    assert found["Tableau is a plus."] is S.PREFERRED


def test_passages_are_in_order_and_inside_the_text() -> None:
    document = read_text(HEADED, "posting")
    passages = segment_posting(document).passages
    assert all(left.end <= right.start for left, right in pairwise(passages))
    assert passages[-1].end <= len(document.text)


@pytest.mark.parametrize(
    "text", ["Xero is a plus", "ideally with Xero", "Xero would be nice", "Xero (preferred)"]
)
def test_preferred_words(text: str) -> None:
    assert says_preferred(text)


@pytest.mark.parametrize("text", ["You will be a nurse", "Xero", "plus size fashion"])
def test_other_words_prefer_nothing(text: str) -> None:
    assert not says_preferred(text)


@pytest.mark.parametrize(
    "text", ["You must have Xero", "3+ years of Xero", "Proven experience of Xero", "Xero is required"]
)
def test_required_words(text: str) -> None:
    assert says_required(text)


def test_a_plain_duty_requires_nothing() -> None:
    assert not says_required("Answer the telephone and greet visitors")
