"""Abbreviations that a posting explains."""

from __future__ import annotations

import pytest

from gapcheck.extract.senses import contradicts, entry_of_name, explanations, says_name
from gapcheck.lexicon import LexiconEntry
from gapcheck.report import Kind
from gapcheck.words import tokenize
from tests.unit.small_lexicon import small_lexicon


def entry(term: str, *aliases: str) -> LexiconEntry:
    return LexiconEntry(term, Kind.CERTIFICATION, "test", aliases)


def test_explanations() -> None:
    text = "accredited by the Canadian Psychological Association (CPA), and CRM (customer relationship management)"
    found = explanations(text)
    assert found["CPA"] == "Canadian Psychological Association"
    assert found["CRM"] == "customer relationship management"


def test_an_abbreviation_of_several_explains_that_of_one_and_the_other_way_round() -> None:
    assert explanations("Large Language Models (LLMs)")["LLM"] == "Large Language Models"
    assert explanations("Key Performance Indicator (KPI)")["KPIs"] == "Key Performance Indicator"


@pytest.mark.parametrize(
    ("explanation", "known", "expected"),
    [
        ("Canadian Psychological Association", entry("CPA", "certified public accountant"), True),
        ("Certified Clinical Perfusionist", entry("CCP", "Certified Compensation Professional"), True),
        ("Certified Public Accountants", entry("CPA", "certified public accountant"), False),
        ("National Board for Occupational Therapy", entry("occupational therapist licence", "NBCOT"), False),
        ("anything at all", entry("CPA"), False),
        ("National Fire Protection Association", entry("NFPA codes", "NFPA", "NFPA standards"), False),
        ("Model View Controller", entry("model-view-controller", "MVC"), False),
        ("Statistical Analysis Plan", LexiconEntry("SAP", Kind.TOOL, "test", ("SAP ERP",)), True),
        ("science, technology, engineering and mathematics", entry("STEM education", "STEM"), False),
    ],
)
def test_contradicts(explanation: str, known: LexiconEntry, expected: bool) -> None:
    assert contradicts(explanation, known) is expected


@pytest.mark.parametrize(
    ("wording", "term", "expected"),
    [
        ("communications", "communication skills", True),
        ("recruiting", "recruitment", True),
        ("testing", "software testing", False),
        ("HV", "high voltage", False),
    ],
)
def test_says_name(wording: str, term: str, expected: bool) -> None:
    assert says_name(tokenize(wording), entry(term)) is expected


@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("wound management", "wound care"),
        ("Go", "Go"),
        ("PT", None),
        ("wound care ward", None),
    ],
)
def test_entry_of_name(name: str, term: str | None) -> None:
    found = entry_of_name(name, small_lexicon())
    assert (found.term if found else None) == term
