"""Documents made by hand: laid out like a PDF's, with boxes, sizes and boldness, or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gapcheck.document import Box, Document, Format, Line, Role, Word
from gapcheck.glance import DEFAULTS, Glance, KeywordView, look
from gapcheck.glance.scene import Scene, set_scene
from gapcheck.readers import read_text
from gapcheck.report import Strength
from gapcheck.segment.resume import segment_resume

LETTER = 5.0
"""Width of every letter, in points."""


@dataclass(frozen=True)
class Row:
    """One line of a page; a tab in the text is a wide gap, `*word` a bold word."""

    text: str
    size: float = 10.0
    bold: bool = False
    x: float = 50.0
    column: int = 0
    page: int = 1
    role: Role = Role.BODY


def page(*rows: Row | str, height: float = 800.0) -> Document:
    """A document of these rows, one below the other in each column."""
    text = ""
    lines: list[Line] = []
    words: list[Word] = []
    below: dict[tuple[int, int], float] = {}
    for block, row in enumerate(Row(row) if isinstance(row, str) else row for row in rows):
        place = (row.page, row.column)
        top = below.get(place, 40.0)
        below[place] = top + row.size * 1.4
        made = list(_words(row, len(text), top))
        written = " ".join(word for word, _ in made)
        boxes = [word.box for _, word in made if word.box]
        box = Box(boxes[0].x0, top, boxes[-1].x1, top + row.size)
        bold = row.bold
        lines.append(
            Line(
                len(text),
                len(text) + len(written),
                row.page,
                block,
                row.column,
                row.role,
                box,
                row.size,
                bold,
            )
        )
        words.extend(word for _, word in made)
        text += written + "\n"
    pages = max(line.page for line in lines)
    return Document(
        "page.pdf",
        Format.PDF,
        "0" * 64,
        text[:-1],
        tuple(lines),
        tuple(words),
        pages,
        ((600.0, height),) * pages,
    )


def _words(row: Row, start: int, top: float) -> Iterable[tuple[str, Word]]:
    left = row.x
    for number, stretch in enumerate(row.text.split("\t")):
        left += 60.0 if number else 0.0
        for marked in stretch.split():
            word = marked.removeprefix("*")
            right = left + len(word) * LETTER
            bold = row.bold or word != marked
            yield word, Word(start, start + len(word), Box(left, top, right, top + row.size), row.size, bold)
            start += len(word) + 1
            left = right + LETTER


def plain(text: str) -> Document:
    """A document read from text."""
    return read_text(text, "resume.txt")


def on_page(document: Document, first_line: int, number: int) -> Document:
    """The document with all lines from `first_line` on moved to page `number`."""
    lines = tuple(
        replace(line, page=number) if index >= first_line else line
        for index, line in enumerate(document.lines)
    )
    return replace(document, lines=lines, pages=number)


def views(document: Document, *terms: str, strength: Strength = Strength.REQUIRED) -> tuple[KeywordView, ...]:
    """Keywords of falling weight, each with every place in the document that says it."""
    return tuple(
        KeywordView(
            term,
            1.0 / (place + 1),
            strength,
            tuple(
                match.span() for match in re.finditer(rf"\b{re.escape(term)}\b", document.text, re.IGNORECASE)
            ),
        )
        for place, term in enumerate(terms)
    )


def scene_of(document: Document, *terms: str) -> Scene:
    """The scene for a reader of this document with these required keywords in mind."""
    return set_scene(document, segment_resume(document), None, views(document, *terms), DEFAULTS)


def glance_at(document: Document, target: str | None, *terms: str) -> Glance:
    """A look at this document with a title and required keywords in mind."""
    return look(document, segment_resume(document), target, views(document, *terms))
