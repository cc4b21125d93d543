"""The text of a document line by line, cut into pieces by the keywords that stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.document import Document, Line, Role
from gapcheck.reporters.clean import harmless


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document shows a keyword; `keyword` is its index in the report."""

    start: int
    end: int
    keyword: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line and the keywords it belongs to, the shortest mention first.

    `first` says that it is the first piece that stands for its first keyword: the place to link to.
    """

    text: str
    keywords: tuple[int, ...] = ()
    first: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as the page shows it; `number` counts from 1, `opens` says that a paragraph begins."""

    number: int
    pieces: tuple[Piece, ...]
    heading: bool
    opens: bool


def text_lines(document: Document, places: Iterable[Place]) -> tuple[TextLine, ...]:
    """Every line of a document with the places marked."""
    sorted_places = sorted(places, key=lambda place: (place.start, place.end, place.keyword))
    linked: set[int] = set()
    lines = []
    before: Line | None = None
    for number, line in enumerate(document.lines, start=1):
        pieces = tuple(_pieces(document.text, line, sorted_places, linked))
        opens = before is not None and (before.page, before.block) != (line.page, line.block)
        lines.append(TextLine(number, pieces, line.role is Role.HEADING, opens))
        before = line
    return tuple(lines)


def linked_keywords(lines: Iterable[TextLine]) -> frozenset[int]:
    """Keywords that have a piece to link to."""
    return frozenset(piece.keywords[0] for line in lines for piece in line.pieces if piece.first)


def _pieces(text: str, line: Line, places: Sequence[Place], linked: set[int]) -> Iterable[Piece]:
    """The line cut where a keyword begins or ends; `linked` are the keywords that have a place to link to."""
    inside = [place for place in places if place.start < line.end and place.end > line.start]
    cuts = {line.start, line.end}
    cuts.update(min(max(edge, line.start), line.end) for place in inside for edge in (place.start, place.end))
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        here = [place for place in inside if place.start <= start and place.end >= end]
        here.sort(key=lambda place: (place.end - place.start, place.keyword))
        keywords = tuple(dict.fromkeys(place.keyword for place in here))
        first = bool(keywords) and keywords[0] not in linked
        linked.update(keywords[:1])
        yield Piece(harmless(text[start:end]), keywords, first)
