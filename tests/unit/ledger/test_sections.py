"""Which passages of a posting may hold requirements, and how strongly they put them."""

from __future__ import annotations

import pytest

from gapcheck.ledger import find_requirements
from gapcheck.ledger.credentials import find_credentials
from gapcheck.ledger.needs import MOST_NEEDS
from gapcheck.report import Strength
from gapcheck.segment.model import Passage, PostingSection

from .build import passages

S = PostingSection


@pytest.mark.parametrize(
    ("text", "section", "labels"),
    [
        ("Registered Nurse, Spanish speaking", S.TITLE, ["registered nurse (RN)", "Spanish"]),
        ("You need the right to work in the UK", S.LEGAL, ["right to work"]),
        ("All applicants must pass a background check", S.APPLICATION, ["background check"]),
        ("5 years of nursing experience", S.LEGAL, []),
        ("5 years of nursing experience", S.BENEFITS, []),
        ("5 years of nursing experience", S.COMPANY, []),
        ("We are looking for an analyst with 5 years of audit experience", S.COMPANY, ["5 years of audit"]),
        ("Supervise registered nurses", S.DUTIES, []),
        ("Teach CPR to staff", S.DUTIES, []),
        ("You must hold a valid driving licence", S.DUTIES, ["driving licence"]),
        ("Previous payroll experience", S.DUTIES, []),
        ("Working under a licensed psychologist", S.REQUIRED, []),
        ("Clinical experience such as registered nurse (RN)", S.REQUIRED, []),
        ("Registered with the NMC", S.DUTIES, ["NMC registration"]),
        ("Process interim security clearance files", S.DUTIES, []),
    ],
)
def test_sections(text: str, section: PostingSection, labels: list[str]) -> None:
    assert [need.label for need in find_requirements(text, passages(text, section))] == labels


@pytest.mark.parametrize(
    ("text", "section", "strength"),
    [
        ("5 years of nursing experience", S.REQUIRED, Strength.REQUIRED),
        ("5 years of nursing experience", S.OTHER, Strength.REQUIRED),
        ("5 years of nursing experience", S.PREFERRED, Strength.PREFERRED),
        ("5 years of nursing experience", S.DUTIES, Strength.MENTIONED),
        ("5 years of nursing experience is required", S.PREFERRED, Strength.REQUIRED),
        ("5 years of nursing experience would be a plus.", S.REQUIRED, Strength.PREFERRED),
        ("Ideally you have 5 years of nursing experience", S.REQUIRED, Strength.PREFERRED),
    ],
)
def test_strength(text: str, section: PostingSection, strength: Strength) -> None:
    (need,) = find_requirements(text, passages(text, section))
    assert need.strength is strength


def test_an_inline_label_belongs_to_its_line() -> None:
    text = "Experience:\n2 years\nExperience: 5+ years"
    found = find_requirements(
        text,
        (
            Passage(0, 11, S.HEADING),
            Passage(12, 19, S.REQUIRED),
            Passage(20, 31, S.HEADING),
            Passage(32, 40, S.REQUIRED),
        ),
    )
    assert [text[need.start : need.end] for need in found] == ["Experience: 5+ years"]


def test_the_strongest_mention_of_a_need_stays() -> None:
    text = "PMP preferred\nPMP required"
    (need,) = find_requirements(text, passages(text))
    assert (need.strength, text[need.start : need.end], need.start) == (Strength.REQUIRED, "PMP", 14)


def test_the_same_sentence_is_found_at_each_place() -> None:
    text = "x\nCPA or ACCA\ny\n"
    again = "longer first line\nCPA or ACCA\n"
    for posting in (text, again):
        found = find_requirements(posting, passages(posting))
        assert [posting[need.start : need.end] for need in found] == ["CPA", "ACCA"]
        assert {need.group for need in found} == {posting.index("CPA")}


def test_reading_stops_where_no_posting_goes_on() -> None:
    text = "\n".join(f"{number} years of trade{number} experience" for number in range(1, 30)) + "\n"
    long = "".join(f"Certified Widget{index} certification\n" for index in range(600))
    assert len(find_requirements(text, passages(text))) == 29
    assert len(find_requirements(long, passages(long))) <= MOST_NEEDS + 20


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a degree accredited by the Canadian Psychological Association (CPA)", []),
        ("Certified Public Accountant (CPA)", ["CPA", "CPA"]),
        ("ServiceNow certification", ["ServiceNow"]),
        ("GS-12 licensure", []),
        ("Certified in infusion therapy", ["infusion therapy"]),
        ("the NMC Code", []),
        ("a valid boiler operator license", ["boiler operator"]),
    ],
)
def test_credentials(text: str, names: list[str]) -> None:
    assert [held.name for held in find_credentials(text)] == names
