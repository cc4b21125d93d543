"""A page rebuilt from lines, sizes and boldness, for the formats that have no picture: DOCX, text, Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TypeVar

from gapcheck.document import Document, Line, Role, Word
from gapcheck.report import TenSecond
from gapcheck.reporters.clean import harmless
from gapcheck.reporters.html.lights import FIRST_PAGE, LitWord, Unreached
from gapcheck.reporters.timeline import timeline_rows

_T = TypeVar("_T")

SMALLEST, LARGEST = 7, 30
"""Sizes in points between which lines are shown; each whole one has a class of its own in the style sheet."""
ORDINARY = 11
"""Size in points of lines whose size is unknown."""
_HEADING = 13


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line that looks alike. `lit` is the word that is seen, `missed` the term not reached."""

    text: str
    bold: bool = False
    lit: LitWord | None = None
    first: bool = False
    missed: str | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line: its runs, its size in whole points, and the second of the timeline's row that begins in it."""

    runs: tuple[Run, ...]
    size: int
    role: str
    opens: bool
    stamp: str | None


def paper_lines(
    document: Document, glance: TenSecond, lit: Sequence[LitWord], missed: Sequence[Unreached]
) -> tuple[PaperLine, ...]:
    """Every line of page 1."""
    painter = _Painter(document, glance, lit, missed)
    lines = [line for line in document.lines if line.page == FIRST_PAGE]
    before: Line | None = None
    painted = []
    for line in lines:
        painted.append(painter.line(line, opens=before is not None and before.block != line.block))
        before = line
    return tuple(painted)


@dataclass(frozen=True, slots=True)
class _Look:
    """What makes one letter differ from the next."""

    bold: bool
    lit: LitWord | None
    missed: str | None


class _Painter:
    """Knows for each letter of the text how it looks."""

    def __init__(
        self, document: Document, glance: TenSecond, lit: Sequence[LitWord], missed: Sequence[Unreached]
    ) -> None:
        self._document = document
        self._bold = _letters(_bold(document.words))
        self._lit = _letters(_joined(lit))
        self._missed = _letters((place.start, place.end, place.term) for place in missed)
        self._stamps = {row.first: f"{row.end:.1f} s" for row in timeline_rows(glance.timeline)}
        self._started: set[int] = set()

    def line(self, line: Line, *, opens: bool) -> PaperLine:
        """One line with its runs."""
        runs = []
        stamp = None
        heading = line.role is Role.HEADING
        for look, letters in groupby(range(line.start, line.end), key=self._look):
            places = list(letters)
            first = look.lit is not None and look.lit.glimpse not in self._started
            if look.lit is not None and first:
                self._started.add(look.lit.glimpse)
                stamp = stamp or self._stamps.get(look.lit.glimpse)
            text = harmless(self._document.text[places[0] : places[-1] + 1])
            runs.append(Run(text, look.bold or line.bold, look.lit, first, look.missed))
        size = round(line.size) if line.size else _HEADING if heading else ORDINARY
        return PaperLine(tuple(runs), min(max(size, SMALLEST), LARGEST), line.role.value, opens, stamp)

    def _look(self, offset: int) -> _Look:
        return _Look(offset in self._bold, self._lit.get(offset), self._missed.get(offset))


def _letters(stretches: Iterable[tuple[int, int, _T]]) -> dict[int, _T]:
    """What is known of stretches, letter by letter."""

    def pairs() -> Iterator[tuple[int, _T]]:
        for start, end, value in stretches:
            for offset in range(start, end):
                yield offset, value

    return dict(pairs())


def _bold(words: Sequence[Word]) -> Iterator[tuple[int, int, bool]]:
    """Bold words, each with the blank behind it where the next one is bold too."""
    for word, after in zip_longest(words, words[1:]):
        if word.bold:
            yield word.start, word.end + (after is not None and after.bold), True


def _joined(lit: Sequence[LitWord]) -> Iterator[tuple[int, int, LitWord]]:
    """Words that are seen, each with the blank behind it where the next one is seen in the same glimpse."""
    for index, word in enumerate(lit):
        after = lit[index + 1] if index + 1 < len(lit) else None
        joins = after is not None and after.glimpse == word.glimpse and after.start == word.end + 1
        yield word.start, word.end + joins, word
