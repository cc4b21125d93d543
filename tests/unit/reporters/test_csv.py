from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.report import Report
from gapcheck.reporters.csv_report import COLUMNS, render
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.sample import sample_report


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(report), newline="")))


def with_term(term: str) -> Report:
    report = sample_report()
    return replace(report, keywords=(replace(report.keywords[0], term=term),))


def test_one_row_a_keyword_in_order() -> None:
    found = rows(sample_report())
    assert tuple(found[0]) == COLUMNS
    assert [row["rank"] for row in found] == [str(number) for number in range(1, len(found) + 1)]
    assert [row["term"] for row in found] == [keyword.term for keyword in sample_report().keywords]


def test_cells() -> None:
    assert rows(sample_report())[1] == {
        "rank": "2",
        "term": "electronic health records",
        "kind": "knowledge",
        "strength": "required",
        "weight": "0.1100",
        "status": "alias",
        "code": "GAP003",
        "group": "",
        "posting_line": "18",
        "posting_text": "Electronic health records",
        "resume_page": "1",
        "resume_line": "8",
        "resume_text": "EHR",
        "seen_at": "8.83",
        "advice": "You say “EHR”, the posting says “Electronic health records”: write both once.",
    }


def test_no_evidence_no_cells() -> None:
    row = rows(sample_report())[0]
    assert [row[name] for name in ("resume_page", "resume_line", "resume_text", "seen_at", "group")] == [
        ""
    ] * 5


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "\t=", "\r@", " =", "\u200b="])
def test_a_cell_is_no_formula(sign: str) -> None:
    assert rows(with_term(f"{sign}1+1"))[0]["term"] == f"'{sign.strip().lstrip(chr(0x200B))}1+1"


@pytest.mark.parametrize("term", [".NET", "C++", "R&D", "a=b", "A/B testing", "'quoted'"])
def test_other_cells_stay_as_they_are(term: str) -> None:
    assert rows(with_term(term))[0]["term"] == term


@given(st.text(st.characters(), max_size=40))
def test_any_text_stays_one_cell(text: str) -> None:
    (row,) = rows(with_term(text))
    assert row["status"] == "missing"
    assert row["term"][:1] not in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}


def test_hostile_text_is_harmless() -> None:
    text = render(hostile_report())
    assert all(character == "\n" or character.isprintable() for character in text)
    assert len(rows(hostile_report())) == len(hostile_report().keywords)
