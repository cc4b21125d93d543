"""What a parser reads of a resume, and what it loses of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.document import Document, Format
from gapcheck.reporters.clean import clean
from gapcheck.words import tokenize

MOST_LOST = 30
"""Lost words that are named; a file of which a parser reads nothing loses all of them."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """`lines` are what plain extraction yields, ready to show; None where no parser could read the file.

    `lost` are words of the page that are not among them, in the order of the page, at most `MOST_LOST`; `lost_count`
    counts them all.
    """

    lines: tuple[str, ...] | None
    lost: tuple[str, ...]
    lost_count: int


def parse_plainly(document: Document) -> Parsed:
    """The parser's view of a document: pypdf's for a PDF, the text as read for every other format."""
    text = document.parser_text if document.format is Format.PDF else document.text
    if text is None:
        return Parsed(None, (), 0)
    lost = tuple(_lost(document, text)) if document.format is Format.PDF else ()
    return Parsed(tuple(_shown_lines(text)), lost[:MOST_LOST], len(lost))


def _shown_lines(text: str) -> Iterator[str]:
    """The lines cleaned, of several blank ones the first."""
    before = ""
    for line in map(clean, text.splitlines()):
        if line or before:
            yield line
        before = line


def _lost(document: Document, text: str) -> Iterator[str]:
    """Words of the page that no word of the parser's text equals."""
    parsed = {token.lower for token in tokenize(text)}
    for token in tokenize(document.text):
        if token.lower not in parsed:
            parsed.add(token.lower)
            yield clean(document.text[token.start : token.end])
