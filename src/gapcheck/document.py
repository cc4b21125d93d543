"""A document as read: its text, where each line and word of it stands on the page, and what was odd about it.

All offsets are character offsets into `Document.text`, which is normalised once by the reader and never
again. Positions are in points (1/72 inch) from the top left corner of the page; y grows downwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import cast, overload


class Format(StrEnum):
    """File format a document was read from."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class Role(StrEnum):
    """What a line is by its formatting (a heading style, a bullet …), not by its meaning."""

    BODY = "body"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the page view. `box` and `size` are None where the format has no geometry."""

    start: int
    end: int
    box: Box | None = None
    size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in reading order; `text[start:end]` has no line break in it.

    `block` counts paragraphs (lines of one paragraph share it), `column` counts columns on the page from the
    left (0 for text that spans the page). `size` is the largest font size in points, `bold` says that most of
    the letters are bold. Where a format has no pages, `page` is 1.
    """

    start: int
    end: int
    page: int = 1
    block: int = 0
    column: int = 0
    role: Role = Role.BODY
    box: Box | None = None
    size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """Something the reader noticed or repaired; `code` is a permanent READ code."""

    code: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture: a PNG file and its size in pixels."""

    png: bytes = field(repr=False)
    width: int
    height: int


class _WhenWanted:
    """Descriptor of a text that may be given as a function, called when the text is first asked for."""

    @overload
    def __get__(self, document: None, owner: type[Document]) -> None: ...

    @overload
    def __get__(self, document: Document, owner: type[Document]) -> str | None: ...

    def __get__(self, document: Document | None, owner: type[Document]) -> str | None:
        if document is None:
            return None  # the field's default
        given = document.__dict__["_parser_text"]
        if callable(given):
            given = document.__dict__["_parser_text"] = given()
        return cast("str | None", given)

    def __set__(self, document: Document, given: str | Callable[[], str | None] | None) -> None:
        document.__dict__["_parser_text"] = given


@dataclass(frozen=True)  # no slots: the parser's text is put in its place only when somebody wants it
class Document:
    """One resume or posting, as read.

    `parser_text` is what a naive parser gets from the same file, None where that is no question (all
    formats but PDF) or not known; it may be given as a function, which is called when somebody asks, for it
    is slow.
    `title` is a title the document states about itself in its metadata or markup (schema.org JobPosting, an
    HTML or DOCX title), `employer` the organisation a JobPosting names as the one that hires.
    `page_picture` draws page 1 when it is called (None where there is nothing to draw: all formats but PDF); it
    holds on to the bytes of the file, not to a picture.
    `words` are in text order and cover every word of the text where the format has a layout (PDF) or
    formatting (DOCX, without boxes); they are empty for text, Markdown and HTML.
    """

    source: str
    format: Format
    sha256: str
    text: str
    lines: tuple[Line, ...]
    words: tuple[Word, ...] = ()
    pages: int = 1
    page_sizes: tuple[tuple[float, float], ...] = ()
    parser_text: _WhenWanted = _WhenWanted()
    title: str | None = None
    employer: str | None = None
    notes: tuple[ReadingNote, ...] = ()
    page_picture: Callable[[], Picture | None] | None = field(default=None, repr=False, compare=False)
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_line_starts", tuple(line.start for line in self.lines))

    @property
    def has_layout(self) -> bool:
        """Whether positions on the page are known (PDF), not just the order of the lines."""
        return any(line.box is not None for line in self.lines)

    @property
    def word_count(self) -> int:
        """Number of white-space separated words."""
        return len(self.text.split())

    def line_index(self, offset: int) -> int:
        """Index of the line that holds the character at `offset` (the line before it for a line break)."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def line_text(self, line: Line) -> str:
        """Text of one line."""
        return self.text[line.start : line.end]

    def blocks(self) -> Iterator[tuple[Line, ...]]:
        """Lines that belong together (a paragraph, a list item, a table cell), in text order."""
        for _, lines in groupby(self.lines, key=lambda line: (line.page, line.block)):
            yield tuple(lines)


RUN_ON = 300
"""Characters from which on a line may be a whole text whose line breaks got lost, headings among the sentences."""

LEAST_CAPITALS = 0.05
"""Share of the lines that begin with a capital below which a text is written without; of text wrapped at 40 columns one
in five does."""

FEWEST_LINES = 6
"""Lines that tell how a text is written; fewer may be one sentence."""


def has_capitals(lines: Iterable[str]) -> bool:
    """Whether sentences begin with a capital in these lines, so that a small letter goes on with the line above."""
    begins = [text[0].isupper() for text in lines if text[:1].isalpha()]
    return len(begins) < FEWEST_LINES or sum(begins) >= LEAST_CAPITALS * len(begins)
