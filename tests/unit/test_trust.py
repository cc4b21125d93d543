"""Whether the two texts are what they should be."""

from __future__ import annotations

import pytest

from gapcheck.readers import read_text
from gapcheck.report import ReadingFinding
from gapcheck.trust import find_doubts, form_impression, is_english, judge_confidence, look_swapped

RESUME = """Ann Lee
ann@example.org
Employment history
Staff Nurse, Hill Hospital, 2019 - present
Wound care and medication rounds for a ward of 24, mentoring of students, handovers.
Care Assistant, Oak Home, 2016 - 2019
Personal care for residents, care plans, liaison with families and the community team in the area.
"""
POSTING = """Staff Nurse
We are looking for a nurse. The successful candidate will be registered with the NMC and have experience of wound care.
You will plan and deliver care, and you will work with the team on the ward to keep our patients safe.
Requirements: NMC registration, one year on a ward. Benefits: 27 days of holiday. Apply now with your CV.
"""
GERMAN = """Wir suchen eine Pflegefachkraft für unser Haus. Sie planen die Pflege, führen die Dokumentation und
arbeiten im Team mit Ärzten und Angehörigen zusammen. Wir bieten eine unbefristete Stelle, Fortbildungen, einen
Zuschuss zur Altersvorsorge und dreißig Tage Urlaub im Jahr. Bewerben Sie sich bitte mit den üblichen Unterlagen.
"""


@pytest.mark.parametrize(
    ("text", "english"), [(RESUME, True), (POSTING, True), (GERMAN, False), ("SQL", True)]
)
def test_is_english(text: str, english: bool) -> None:
    assert is_english(text) is english


def test_swapped_documents_are_noticed() -> None:
    resume, posting = (form_impression(read_text(text, "text")) for text in (RESUME, POSTING))
    assert look_swapped(posting, resume)
    assert not look_swapped(resume, posting)
    assert not look_swapped(resume, resume)


def codes(resume: str, posting: str) -> list[str]:
    return [finding.code for finding in doubts(resume, posting)]


def doubts(resume: str, posting: str) -> tuple[ReadingFinding, ...]:
    first, second = (form_impression(read_text(text, "text")) for text in (resume, posting))
    return find_doubts(first, second)


def test_doubts() -> None:
    assert codes(RESUME, POSTING) == []
    assert codes(RESUME, GERMAN) == ["READ006"]
    assert codes(POSTING, RESUME) == ["READ007"]
    assert codes(RESUME, "Nurse wanted now") == ["READ008"]


def test_confidence_names_its_reasons() -> None:
    assert judge_confidence(doubts(RESUME, GERMAN), 12).reasons == ("a document is not in English",)
    assert judge_confidence((), 12).level == "high"
    assert judge_confidence((), 1).reasons == ("only 1 keyword found in the posting",)
    assert judge_confidence((), 3).level == "low"
