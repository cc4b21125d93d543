"""Reports that carry their documents, made by hand or from the sample of the other reporters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from gapcheck.document import Box, Document, Format, Line, Picture, Word
from gapcheck.report import Documents, Report, SeenWord
from gapcheck.reporters.timeline import SECONDS
from tests.unit.reporters.hostile import HOSTILE
from tests.unit.reporters.sample import POSTING, RESUME, sample_report

PEOPLE = Path(__file__).parents[3] / "sample_data" / "people"

VOID = {"meta", "img", "input", "br", "link", "rect", "circle"}


def paged(text: str, *, picture: Picture | None = None) -> Document:
    """A document with a layout: ten points a line, five points a letter, and a picture."""
    lines, words = [], []
    start = 0
    for row, line in enumerate(text.split("\n")):
        top = 40.0 + 12 * row
        end = start + len(line)
        if line:
            box = Box(50, top, 50 + 5.0 * len(line), top + 10)
            lines.append(Line(start, end, block=row, box=box, size=10.0))
        for match in re.finditer(r"\S+", line):
            box = Box(50 + 5.0 * match.start(), top, 50 + 5.0 * match.end(), top + 10)
            words.append(Word(start + match.start(), start + match.end(), box, 10.0))
        start = end + 1
    drawn = picture or Picture(b"\x89PNG", 1000, 1300)
    return Document(
        "oakhollow.pdf",
        Format.PDF,
        "0" * 64,
        text,
        tuple(lines),
        tuple(words),
        page_sizes=((612.0, 792.0),),
        page_picture=lambda: drawn,
    )


def plain(text: str, source: str = "cardiac-nurse.txt") -> Document:
    """A document without a layout, its text kept to the letter."""
    made = paged(text)
    lines = tuple(replace(line, box=None, size=None) for line in made.lines)
    return Document(source, Format.TEXT, "0" * 64, text, lines)


def seen_words(report: Report, document: Document) -> tuple[SeenWord, ...]:
    """The words of each glimpse, one after the other where they stand in its line."""
    return tuple(_seen(report, document))


def _seen(report: Report, document: Document) -> Iterator[SeenWord]:
    glance = report.ten_second
    assert glance is not None
    for number, glimpse in enumerate(glance.timeline):
        begin = sum(len(line) + 1 for line in document.text.split("\n")[: glimpse.line - 1])
        at = document.text.find(glimpse.text.split(" … ")[0], begin)
        if at >= 0:
            for match in re.finditer(r"\S+", glimpse.text.split(" … ")[0]):
                yield SeenWord(at + match.start(), at + match.end(), min(glimpse.at, SECONDS), number)


def page_report() -> Report:
    """The sample report with its documents, the resume as a page with a picture."""
    report = sample_report()
    resume = paged(RESUME)
    return replace(report, documents=Documents(resume, plain(POSTING), seen_words(report, resume)))


def text_report() -> Report:
    """The sample report with its documents, the resume as plain text."""
    report = sample_report()
    resume = plain(RESUME, "oakhollow.txt")
    return replace(report, documents=Documents(resume, plain(POSTING), seen_words(report, resume)))


def hostile_documents() -> Documents:
    """Documents whose every line tries to break out of the page."""
    lines = "\n".join(
        (HOSTILE.replace("\r\n", " "), "x" * 300, "</style></script><img src=x onerror=alert(1)>")
    )
    document = paged(lines)
    return Documents(document, document, (SeenWord(0, 5, 0.4, 0),))


class Page(HTMLParser):
    """A page as elements and text, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """Everything between the elements, single-spaced."""
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str, cls: str | None = None) -> list[dict[str, str]]:
        """Attributes of the elements with a tag, and a class if one is given."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and (cls is None or cls in attributes.get("class", "").split())
        ]
