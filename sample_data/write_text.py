"""A person's resume as plain text, in one of three habits: heads in capitals, underlined, or with a colon."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from people import Entry, Person, Section

_WRAP = 78  # where mail programs and text boxes of application forms break lines
_NO_WRAP = 10_000


def write_text(person: Person) -> bytes:
    """Return the text file of a person's resume, as UTF-8."""
    width = _NO_WRAP if person.layouts["text"] == "capitals" else _WRAP
    lines = [person.name, person.headline, *_contact(person)]
    for section in person.sections:
        lines += ["", *_head(section.heading, person.layouts["text"]), *_body(section, width)]
    return ("\n".join(lines) + "\n").encode()


def _contact(person: Person) -> tuple[str, ...]:
    return person.contact if person.layouts["text"] == "wrapped" else (" | ".join(person.contact),)


def _head(heading: str, layout: str) -> list[str]:
    match layout:
        case "capitals":
            return [heading.upper()]
        case "ruled":
            return [heading, "-" * len(heading)]
        case _:
            return [f"{heading}:"]


def _body(section: Section, width: int) -> Iterator[str]:
    for paragraph in section.paragraphs:
        yield from _wrap(paragraph, width)
    for index, entry in enumerate(section.entries):
        yield from [""] * bool(index)
        yield from _entry(entry, width)
    for group in section.groups:
        yield from _wrap(f"{group.label}: {', '.join(group.items)}", width)
    for item in section.items:
        yield from _wrap(item, width, "- ")
    yield from _table(section.rows)


def _entry(entry: Entry, width: int) -> Iterator[str]:
    yield entry.title
    yield entry.place
    yield entry.dates
    for point in entry.points:
        yield from _wrap(point, width, "- ")
    if entry.note:
        yield from _wrap(entry.note, width)


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Yield the rows of a matrix with its columns lined up by spaces."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _wrap(text: str, width: int, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
