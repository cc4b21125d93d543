"""What postings and resumes say, as data: each row a phrasing and what is to be read from it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from gapcheck.document import Document, Format, Line
from gapcheck.ledger import Need, find_requirements
from gapcheck.ledger.resume_degrees import find_resume_degrees
from gapcheck.report import Strength
from gapcheck.segment.model import Entry, ResumePart, ResumeSection, SegmentedResume

from .build import AS_OF, passages

HERE = Path(__file__).parent


def table(name: str, key: str, folder: Path = HERE) -> list[Any]:
    rows = tomllib.loads((folder / name).read_text(encoding="utf-8"))[key]
    assert isinstance(rows, list)
    return rows


PHRASINGS = table("phrasings.toml", "phrasing")
TRAPS = table("traps.toml", "traps")
EDUCATION = table("education.toml", "education")


def spelled(need: Need) -> str:
    parts = [need.type.value, need.label]
    parts += [need.strength.value] if need.strength is not Strength.REQUIRED else []
    parts += [name for name in ("equivalent", "obtainable", "secondary") if getattr(need, name)]
    parts += [f"branch {need.branch}"] if need.group is not None else []
    return " | ".join(parts)


@pytest.mark.parametrize("row", PHRASINGS, ids=lambda row: row["text"])
def test_phrasing(row: dict[str, Any]) -> None:
    text = row["text"]
    found = find_requirements(text, passages(text))
    assert [spelled(need) for need in found] == row["needs"]


@pytest.mark.parametrize("text", TRAPS)
def test_trap_yields_nothing(text: str) -> None:
    assert find_requirements(text, passages(text)) == ()


@pytest.mark.parametrize("row", EDUCATION, ids=lambda row: row["text"])
def test_education(row: dict[str, Any]) -> None:
    text = row["text"]
    resume = Document("r", Format.TEXT, "0", text, (Line(0, len(text)),))
    part = ResumePart(ResumeSection.EDUCATION, 0, 0)
    segmented = SegmentedResume(None, None, (part,), (), (Entry(0, 0),))
    found = max(find_resume_degrees(resume, segmented, AS_OF), key=lambda degree: degree.level)
    finished = "finished" if found.finished else "unfinished"
    assert [found.level.name.lower(), finished, found.ready or ""] == row["degree"]


def test_tables_are_large_enough_and_name_nothing_twice() -> None:
    dates = table("dates.toml", "dates", HERE.parent) + table("dates.toml", "no_dates", HERE.parent)
    assert len(PHRASINGS) >= 250
    assert len(TRAPS) >= 40
    assert len(dates) + len(EDUCATION) >= 120
    texts = [row["text"] for row in PHRASINGS + EDUCATION] + TRAPS
    assert len(set(texts)) == len(texts)
