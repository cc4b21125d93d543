"""Reading order of a page: columns one after the other, rows that belong together in one piece.

A vertical gap that no line crosses over several rows is a gutter. It parts two columns of text when the lines
on its two sides do not stand on common baselines; a margin of dates or labels does, and is read row by row.
(Recursive cutting of a page at its white space: Nagy & Seth 1984, "Hierarchical representation of optically
scanned documents", ICPR.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.readers.page_rows import Row, by_row, joined, segments, word_rows
from gapcheck.readers.page_words import PlacedWord

_MIN_GUTTER = 0.6  # font sizes
_MIN_ROWS = 3  # lines a column needs
_ALIGNED = 0.7  # share of lines with a partner across the gutter that makes a table
_MARGIN = 0.9  # share of the labels of a margin that stand beside a line of text
_LOOSE = 2  # lines without a partner that a column has at least; one may be a cell that wraps
_MIN_GRID = 8  # rows from which columns set on common baselines can be told from a table
_FEW = 0.4  # share of its lines that are headings in a column, at most
_NAME = 1.4  # times the largest type beside it
_LARGE = 1.15  # times the usual size
_MIN_CAPITALS = 5  # letters; AWS and NHS are no headings
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A cut at `x` through the rows `first`..`last`, both included."""

    x: float
    first: int
    last: int
    weight: float


def reading_order(words: Iterable[PlacedWord]) -> list[Row]:
    """Return the rows of a page in reading order."""
    return _ordered([part for row in word_rows(words) for part in segments(row)], 0, _DEPTH)


def _ordered(segments: Sequence[Row], column: int, depth: int) -> list[Row]:
    lines = by_row(segments)
    gutter = _best_gutter(lines) if depth and len(lines) >= _MIN_ROWS else None
    if gutter is None:
        return [joined(line, column) for line in lines]
    inside = [part for line in lines[gutter.first : gutter.last + 1] for part in line]
    left = [part for part in inside if part.x1 <= gutter.x]
    right = [part for part in inside if part.x1 > gutter.x]
    base = max(column, 1)
    ordered_left = _ordered(left, base, depth - 1)
    next_column = max(row.column for row in ordered_left) + 1
    ordered_right = _ordered(right, next_column, depth - 1)
    sides = (ordered_right, ordered_left) if _holds_name(right, left) else (ordered_left, ordered_right)
    return [
        *_ordered([part for line in lines[: gutter.first] for part in line], column, depth - 1),
        *sides[0],
        *sides[1],
        *_ordered([part for line in lines[gutter.last + 1 :] for part in line], column, depth - 1),
    ]


def _holds_name(column: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether a column starts above the other one with by far the largest type: the name, beside a side-bar."""
    first = min(column, key=lambda row: row.y)
    return first.y < min(row.y for row in other) and first.size >= _NAME * max(row.size for row in other)


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
    if _is_margin(left, right):
        return True
    pairs = sum(bool(a) and bool(b) for a, b in zip(left, right, strict=True))
    if pairs < _ALIGNED * fewer and fewer - pairs >= _LOOSE:
        return False
    headings = [_headings(side) for side in (left, right)]
    return len(left) < _MIN_GRID or not all(headings) or headings[0] == headings[1]


def _is_margin(left: Sequence[Sequence[Row]], right: Sequence[Sequence[Row]]) -> bool:
    """Whether the left side is a margin of dates or labels: each beside a line of text, most lines without one.

    A column of text set on the same baselines has a line beside nearly every line.
    """
    headings = _headings(left)
    labels = [index for index, parts in enumerate(left) if parts and index not in headings]
    if len(labels) < _MIN_ROWS:
        return False
    beside = sum(bool(right[index]) for index in labels)
    alone = sum(bool(right[index]) and not left[index] for index in range(labels[0], labels[-1] + 1))
    return beside >= _MARGIN * len(labels) and alone >= len(labels)


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
