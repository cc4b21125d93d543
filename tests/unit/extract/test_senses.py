"""Abbreviations that a posting explains."""

from __future__ import annotations

import pytest

from gapcheck.extract.senses import contradicts, explanations
from gapcheck.lexicon import LexiconEntry
from gapcheck.report import Kind


def entry(term: str, *aliases: str) -> LexiconEntry:
    return LexiconEntry(term, Kind.CERTIFICATION, "test", aliases)


def test_explanations() -> None:
    text = "accredited by the Canadian Psychological Association (CPA), and CRM (customer relationship management)"
    assert explanations(text) == {
        "CPA": "Canadian Psychological Association",
        "CRM": "customer relationship management",
    }


@pytest.mark.parametrize(
    ("explanation", "known", "expected"),
    [
        ("Canadian Psychological Association", entry("CPA", "certified public accountant"), True),
        ("Certified Clinical Perfusionist", entry("CCP", "Certified Compensation Professional"), True),
        ("Certified Public Accountants", entry("CPA", "certified public accountant"), False),
        ("National Board for Occupational Therapy", entry("occupational therapist licence", "NBCOT"), False),
        ("anything at all", entry("CPA"), False),
    ],
)
def test_contradicts(explanation: str, known: LexiconEntry, expected: bool) -> None:
    assert contradicts(explanation, known) is expected
