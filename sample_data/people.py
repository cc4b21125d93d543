"""The invented people: their words as written in people/*/resume.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, project or course of study; `place` holds employer or school and town."""

    title: str
    place: str
    dates: str
    points: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Skills under a common label."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part; `kind` (prose, jobs, studies, groups, list, matrix) says which fields are filled."""

    kind: str
    heading: str
    aside: bool
    paragraphs: tuple[str, ...]
    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]
    items: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One resume; `layouts` gives the name of the layout for `pdf`, `docx` and `text`."""

    folder: Path
    name: str
    headline: str
    contact: tuple[str, ...]
    american: bool
    layouts: Mapping[str, str]
    sections: tuple[Section, ...]


def load_people(root: Path = ROOT) -> tuple[Person, ...]:
    """Return all people, sorted by the name of their folder."""
    return tuple(load_person(source.parent) for source in sorted(root.glob("people/*/resume.toml")))


def load_person(folder: Path) -> Person:
    """Return the person whose words stand in `folder`."""
    raw = tomllib.loads((folder / "resume.toml").read_text(encoding="utf-8"))
    return Person(
        folder=folder,
        name=raw["name"],
        headline=raw["headline"],
        contact=tuple(raw["contact"]),
        american=raw["language"] == "en-US",
        layouts=raw["layout"],
        sections=tuple(map(_section, raw["sections"])),
    )


def _section(raw: Mapping[str, Any]) -> Section:
    header = (tuple(raw["columns"]),) if "columns" in raw else ()
    return Section(
        kind=raw["kind"],
        heading=raw["heading"],
        aside=raw.get("aside", False),
        paragraphs=tuple(raw.get("paragraphs", ())),
        entries=tuple(map(_entry, raw.get("entries", ()))),
        groups=tuple(Group(group["label"], tuple(group["items"])) for group in raw.get("groups", ())),
        items=tuple(raw.get("items", ())),
        rows=header + tuple(map(tuple, raw.get("rows", ()))),
    )


def _entry(raw: Mapping[str, Any]) -> Entry:
    return Entry(raw["title"], raw["place"], raw["dates"], tuple(raw.get("points", ())), raw.get("note"))
