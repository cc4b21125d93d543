"""Alternatives of which one is enough."""

from __future__ import annotations

import pytest

from gapcheck.extract.groups import find_groups
from gapcheck.extract.model import Candidate
from gapcheck.report import Kind
from gapcheck.segment.model import PostingSection


def candidates(text: str, terms: list[str]) -> list[Candidate]:
    places = [(text.index(term), term) for term in terms]
    return [
        Candidate(start, start + len(term), term, term, Kind.TOOL, frozenset(), PostingSection.REQUIRED)
        for start, term in sorted(places)
    ]


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("React, Vue or Angular", ["React", "Vue", "Angular"], [["React", "Vue", "Angular"]]),
        ("React, Vue, or Angular", ["React", "Vue", "Angular"], [["React", "Vue", "Angular"]]),
        ("React and Vue", ["React", "Vue"], []),
        ("React, Vue and Angular", ["React", "Vue", "Angular"], []),
        ("React, Vue, Angular", ["React", "Vue", "Angular"], []),
        ("Sage and/or Xero", ["Sage", "Xero"], [["Sage", "Xero"]]),
        ("Sage/Xero", ["Sage", "Xero"], [["Sage", "Xero"]]),
        ("Sage, Xero or similar", ["Sage", "Xero"], [["Sage", "Xero"]]),
        ("Sage or a good head for Xero", ["Sage", "Xero"], []),
        ("Perl; Sage or Xero; Excel", ["Perl", "Sage", "Xero", "Excel"], [["Sage", "Xero"]]),
        ("SQL. Sage or Xero", ["SQL", "Sage", "Xero"], [["Sage", "Xero"]]),
    ],
)
def test_groups(text: str, terms: list[str], expected: list[list[str]]) -> None:
    assert [[c.term for c in group] for group in find_groups(text, candidates(text, terms))] == expected
