"""Reading order of a page: columns one after the other, rows that belong together in one piece.

A vertical gap that no line crosses over several rows is a gutter. It parts two columns of text when the lines
on its two sides do not stand on common baselines; a margin of dates or labels does, and is read row by row.
(Recursive cutting of a page at its white space: Nagy & Seth 1984, "Hierarchical representation of optically
scanned documents", ICPR.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.readers.page_words import PlacedWord, merge_row

_ROW = 0.35  # of the font size: baselines closer than this are one row
_SEGMENT_GAP = 0.9  # font sizes between words that may stand in different columns
_MIN_GUTTER = 0.6  # font sizes
_MIN_ROWS = 3  # lines a column needs
_ALIGNED = 0.7  # share of lines with a partner across the gutter that makes a table
_LOOSE = 2  # lines without a partner that a column has at least; one may be a cell that wraps
_MIN_GRID = 8  # rows from which columns set on common baselines can be told from a table
_FEW = 0.4  # share of its lines that are headings in a column, at most
_LARGE = 1.15  # times the usual size
_MIN_CAPITALS = 5  # letters; AWS and NHS are no headings
_DEPTH = 4


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


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A cut at `x` through the rows `first`..`last`, both included."""

    x: float
    first: int
    last: int
    weight: float


def reading_order(words: Iterable[PlacedWord]) -> list[Row]:
    """Return the rows of a page in reading order."""
    return _ordered([part for row in _rows(words) for part in _segments(row)], 0, _DEPTH)


def _rows(words: Iterable[PlacedWord]) -> list[list[PlacedWord]]:
    """Group words by baseline, from top to bottom."""
    rows: list[list[PlacedWord]] = []
    for word in sorted(words, key=lambda word: (word.y, word.box.x0, word.text)):
        if rows and abs(word.y - rows[-1][0].y) < _ROW * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [merge_row(row) for row in rows]


def _segments(row: Sequence[PlacedWord]) -> list[Row]:
    """Cut a row at wide gaps."""
    parts: list[list[PlacedWord]] = []
    for word in row:
        if parts and word.box.x0 - parts[-1][-1].box.x1 <= _SEGMENT_GAP * max(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [Row(tuple(part)) for part in parts]


def _ordered(segments: Sequence[Row], column: int, depth: int) -> list[Row]:
    lines = _by_row(segments)
    gutter = _best_gutter(lines) if depth and len(lines) >= _MIN_ROWS else None
    if gutter is None:
        return [_joined(line, column) for line in lines]
    inside = [part for line in lines[gutter.first : gutter.last + 1] for part in line]
    left = [part for part in inside if part.x1 <= gutter.x]
    right = [part for part in inside if part.x1 > gutter.x]
    base = max(column, 1)
    ordered_left = _ordered(left, base, depth - 1)
    next_column = max(row.column for row in ordered_left) + 1
    return [
        *_ordered([part for line in lines[: gutter.first] for part in line], column, depth - 1),
        *ordered_left,
        *_ordered(right, next_column, depth - 1),
        *_ordered([part for line in lines[gutter.last + 1 :] for part in line], column, depth - 1),
    ]


def _by_row(segments: Sequence[Row]) -> list[list[Row]]:
    lines: list[list[Row]] = []
    for part in sorted(segments, key=lambda part: (part.y, part.x0)):
        if lines and abs(part.y - lines[-1][0].y) < _ROW * min(part.size, lines[-1][0].size):
            lines[-1].append(part)
        else:
            lines.append([part])
    return [sorted(line, key=lambda part: part.x0) for line in lines]


def _joined(line: Sequence[Row], column: int) -> Row:
    return Row(tuple(word for part in line for word in part.words), column)


def _best_gutter(lines: Sequence[Sequence[Row]]) -> _Gutter | None:
    edges = sorted({round(part.x0, 1) for line in lines for part in line})
    found = [gutter for edge in edges[1:] for gutter in _gutters_at(lines, edge - 0.2)]
    return max(found, key=lambda gutter: (gutter.weight, -gutter.x), default=None)


def _gutters_at(lines: Sequence[Sequence[Row]], x: float) -> Iterable[_Gutter]:
    first = 0
    for index, line in enumerate((*lines, None)):
        if line is not None and not any(part.x0 < x < part.x1 for part in line):
            continue
        gutter = _gutter(lines, x, first, index - 1)
        if gutter is not None:
            yield gutter
        first = index + 1


def _gutter(lines: Sequence[Sequence[Row]], x: float, first: int, last: int) -> _Gutter | None:
    """Return the cut at `x` through some rows if it parts two columns of text."""
    rows = lines[first : last + 1]
    left = [[part for part in line if part.x1 <= x] for line in rows]
    right = [[part for part in line if part.x0 >= x] for line in rows]
    fewer = min(sum(map(bool, left)), sum(map(bool, right)))
    if fewer < _MIN_ROWS or _shared_height(left, right) < _MIN_ROWS or not _is_wide(rows, x):
        return None
    if _is_table(left, right, fewer):
        return None
    return _Gutter(x, first, last, fewer * len(rows))


def _shared_height(left: Sequence[Sequence[Row]], right: Sequence[Sequence[Row]]) -> int:
    """Return over how many rows two columns stand side by side, not one below the other."""
    spans = [[index for index, parts in enumerate(side) if parts] for side in (left, right)]
    return min(span[-1] for span in spans) - max(span[0] for span in spans) + 1


def _is_table(left: Sequence[Sequence[Row]], right: Sequence[Sequence[Row]], fewer: int) -> bool:
    """Whether the two sides belong together row by row: a margin of dates or labels, cells of a table."""
    pairs = sum(bool(a) and bool(b) for a, b in zip(left, right, strict=True))
    if pairs < _ALIGNED * fewer and fewer - pairs >= _LOOSE:
        return False
    headings = [_headings(side) for side in (left, right)]
    return len(left) < _MIN_GRID or not all(headings) or headings[0] == headings[1]


def _headings(side: Sequence[Sequence[Row]]) -> frozenset[int]:
    """Return which rows of a column stand out as headings; none where too many would."""
    filled = [(index, part) for index, parts in enumerate(side) for part in parts]
    sizes = sorted(part.size for _, part in filled)
    usual = sizes[len(sizes) // 2]
    found = frozenset(index for index, part in filled if _stands_out(part, usual))
    return found if len(found) <= _FEW * len(filled) else frozenset()


def _stands_out(part: Row, usual: float) -> bool:
    text = "".join(word.text for word in part.words)
    capitals = text.isupper() and text.isalpha() and len(text) >= _MIN_CAPITALS
    return capitals or part.size >= _LARGE * usual or all(word.bold for word in part.words)


def _is_wide(lines: Sequence[Sequence[Row]], x: float) -> bool:
    parts = [part for line in lines for part in line]
    left = max(part.x1 for part in parts if part.x1 <= x)
    right = min(part.x0 for part in parts if part.x0 >= x)
    sizes = sorted(part.size for part in parts)
    return right - left >= _MIN_GUTTER * sizes[len(sizes) // 2]
