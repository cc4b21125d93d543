"""Rows of pages to lines: which rows make one paragraph or list item.

Everything is judged against the rest of the document: the size most letters have, the usual distance of
lines, the right edge at which text wraps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.document import Role
from gapcheck.readers.draft import DraftLine, DraftWord
from gapcheck.readers.page_roles import Item, PageRows, body_size, read_item
from gapcheck.readers.page_rows import Row

_PARAGRAPH_GAP = 1.3  # times the usual distance of lines
_SAME_SIZE = 0.5  # points
_ROOM = 0.7  # font sizes left after the next word would have fitted: the line was ended on purpose
_NARROWEST = 8.0  # font sizes; nothing is set in narrower columns
_LOWER_ROOM = 10.0  # the same where the next line goes on in small letters
_BLANK = 0.25  # font sizes, the usual width of a blank
_MANY = 8
_WIDE_GAP = 2.0  # font sizes inside a row: a date at the right margin, which says nothing about wrapping
_INDENT = 0.6  # font sizes


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in one column of one page, by font size: the distance of lines and the right edge."""

    pitch: dict[int, float]
    right: dict[int, float]


def document_lines(pages: Iterable[PageRows]) -> list[DraftLine]:
    """Return the lines of all pages with blocks and roles."""
    pages = list(pages)
    body = body_size(row for page in pages for row in page.rows)
    items = [read_item(row, page, body) for page in pages for row in page.rows]
    usual = {key: _usual(group) for key, group in _by_column(items).items()}
    lines: list[DraftLine] = []
    block, role = -1, Role.BODY
    for index, item in enumerate(items):
        if index == 0 or not _goes_on(items[index - 1], item, role, usual[item.page, item.row.column]):
            block, role = block + 1, item.role
        lines.append(_line(item, block, role))
    return lines


def _by_column(items: Iterable[Item]) -> dict[tuple[int, int], list[Item]]:
    groups: defaultdict[tuple[int, int], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.page, item.row.column].append(item)
    return groups


def _usual(items: Sequence[Item]) -> _Usual:
    steps: defaultdict[int, list[float]] = defaultdict(list)
    edges: defaultdict[int, list[float]] = defaultdict(list)
    for above, item in pairwise(items):
        if abs(above.row.size - item.row.size) < _SAME_SIZE and item.row.y > above.row.y:
            steps[round(item.row.size)].append(item.row.y - above.row.y)
    for item in items:
        if not _has_wide_gap(item.row):
            edges[round(item.row.size)].append(item.row.x1)
    # The lower quartile: lines of a paragraph are the closest that occur often.
    pitch = {size: sorted(values)[len(values) // 4] for size, values in steps.items()}
    # The last but one of many: a single line may run over the edge (an address that cannot be broken).
    right = {size: sorted(values)[-2 if len(values) >= _MANY else -1] for size, values in edges.items()}
    return _Usual(pitch, right)


def _has_wide_gap(row: Row) -> bool:
    pairs = pairwise(row.words)
    return any(right.box.x0 - left.box.x1 > _WIDE_GAP * row.size for left, right in pairs)


def _goes_on(above: Item, item: Item, role: Role, usual: _Usual) -> bool:
    """Whether a row continues the paragraph or list item of the row above."""
    if item.role is not Role.BODY or role is Role.HEADING:
        return False
    if (above.page, above.row.column) != (item.page, item.row.column):
        return _runs_over(above, item)
    if not _is_next_line(above, item, usual):
        return False
    if above.words[-1].text.endswith("-"):
        return True
    if role is Role.LIST_ITEM and _steps_out(above, item):
        return False
    return not _was_ended(above, item, usual)


def _steps_out(above: Item, item: Item) -> bool:
    """Whether a row after a list item begins left of it; small letters may go back to under the bullet."""
    indent = _INDENT * item.row.size
    if item.words[0].text[0].islower():
        return item.x0 < above.row.x0 - indent
    return item.x0 < above.x0 - indent


def _runs_over(above: Item, item: Item) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    same = abs(above.row.size - item.row.size) < _SAME_SIZE
    return same and item.words[0].text[0].islower() and above.words[-1].text[-1] not in ".:;!?"


def _is_next_line(above: Item, item: Item, usual: _Usual) -> bool:
    if abs(above.row.size - item.row.size) >= _SAME_SIZE or (above.bold != item.bold and above.bold):
        return False
    step = item.row.y - above.row.y
    pitch = usual.pitch.get(round(item.row.size), 1.2 * item.row.size)
    return 0 < step <= max(_PARAGRAPH_GAP * pitch, pitch + 2.0)


def _was_ended(above: Item, item: Item, usual: _Usual) -> bool:
    """Whether the next word would have fitted on the line above: its end is the end of a paragraph."""
    if _has_wide_gap(above.row) or _has_wide_gap(item.row):
        return not item.words[0].text[0].islower()
    first = item.words[0].box
    size = item.row.size
    right = usual.right.get(round(size), above.row.x1)
    small = item.words[0].text[0].islower()
    if right - above.x0 < _NARROWEST * size:
        return not small
    room = _LOWER_ROOM if small else _ROOM
    return above.row.x1 + _BLANK * size + (first.x1 - first.x0) + room * size < right


def _line(item: Item, block: int, role: Role) -> DraftLine:
    words = tuple(DraftWord(word.text, word.box, word.size, word.bold) for word in item.words)
    return DraftLine(words, page=item.page, block=block, column=item.row.column, role=role)


def column_switches(rows: Sequence[Row]) -> tuple[int, int]:
    """Return how often the content stream changes from column to column, and how many columns there are."""
    drawn = sorted((word.order, row.column) for row in rows for word in row.words if row.column)
    columns = len({column for _, column in drawn})
    return sum(a[1] != b[1] for a, b in pairwise(drawn)), columns
