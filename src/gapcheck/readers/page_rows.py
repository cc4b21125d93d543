"""Rows of a page: the words on one baseline, from left to right.

What the file draws in several pieces (a bold half, an accent set later, a heading printed twice) becomes one here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Box
from gapcheck.readers.page_words import OVERLAP, PlacedWord

_TOUCH = 0.05  # of the font size: pieces closer than this are one word
_SAME_PLACE = 0.3  # of the font size: equal words closer than this are one word printed twice
_ROW = 0.35  # of the font size: baselines closer than this are one row
_SEGMENT_GAP = 0.9  # font sizes between words that may stand in different columns


@dataclass(frozen=True, slots=True)
class Row:
    """One line of words from left to right; `column` counts from the left, 0 spans the page."""

    words: tuple[PlacedWord, ...]
    column: int = 0

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].box.x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(word.box.x1 for word in self.words)

    @property
    def y(self) -> float:
        """Baseline."""
        return max(self.words, key=lambda word: len(word.text)).y

    @property
    def size(self) -> float:
        """Largest font size."""
        return max(word.size for word in self.words)


def word_rows(words: Iterable[PlacedWord]) -> list[list[PlacedWord]]:
    """Group words by baseline, from top to bottom."""
    rows: list[list[PlacedWord]] = []
    for word in sorted(words, key=lambda word: (word.y, word.box.x0, word.text)):
        if rows and abs(word.y - rows[-1][0].y) < _ROW * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [merge_row(row) for row in rows]


def by_row(segments: Sequence[Row]) -> list[list[Row]]:
    """Group segments by baseline, from top to bottom and left to right."""
    lines: list[list[Row]] = []
    for part in sorted(segments, key=lambda part: (part.y, part.x0)):
        if lines and abs(part.y - lines[-1][0].y) < _ROW * min(part.size, lines[-1][0].size):
            lines[-1].append(part)
        else:
            lines.append([part])
    return [sorted(line, key=lambda part: part.x0) for line in lines]


def segments(row: Sequence[PlacedWord]) -> list[Row]:
    """Cut a row at wide gaps."""
    parts: list[list[PlacedWord]] = []
    for word in row:
        if parts and word.box.x0 - parts[-1][-1].box.x1 <= _SEGMENT_GAP * max(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [Row(tuple(part)) for part in parts]


def joined(line: Sequence[Row], column: int) -> Row:
    """Return the segments of one baseline as one row of a column."""
    return Row(tuple(word for part in line for word in part.words), column)


def merge_row(words: Iterable[PlacedWord]) -> list[PlacedWord]:
    """Return the words of one row from left to right, joining parts that touch and dropping double prints."""
    merged: list[PlacedWord] = []
    for word in sorted(words, key=lambda word: (word.box.x0, word.box.x1, word.text)):
        last = merged[-1] if merged else None
        if last is None:
            merged.append(word)
        elif _is_overprint(last, word):
            merged[-1] = last if len(last.text) >= len(word.text) else word
        elif _touches(last, word):
            merged[-1] = _glue(last, word)
        else:
            merged.append(word)
    return merged


def _is_overprint(last: PlacedWord, word: PlacedWord) -> bool:
    """Whether a word is printed twice, a hair apart, to look bold or to cast a shadow."""
    return last.text == word.text and abs(last.box.x0 - word.box.x0) < _SAME_PLACE * word.size


def _touches(last: PlacedWord, word: PlacedWord) -> bool:
    """Whether two words that the file draws apart are one on the page (a bold half, an accent set later)."""
    if abs(word.order - last.order) == 1 and abs(last.size - word.size) < 0.1:
        return False  # already looked at, character by character
    gap = (word.box.x0 - last.box.x1) / max(last.size, word.size, 0.1)
    return OVERLAP < gap < _TOUCH and not last.spaced and not word.spaced


def _glue(left: PlacedWord, right: PlacedWord) -> PlacedWord:
    longer = max(left, right, key=lambda word: len(word.text))
    a, b = left.box, right.box
    return replace(
        longer,
        text=left.text + right.text,
        box=Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)),
        size=max(left.size, right.size),
        order=right.order,
    )
