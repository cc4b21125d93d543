"""Rows of text to paragraphs and list items: which row goes on with what the row above says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.document import Role, has_capitals

_CONTINUES = re.compile(r"(?:[,&/]|\b(?:and|or|of|the|a|an|in|with|for|to|as|by|on|at|from))$")
_MIN_WRAP, _MAX_WRAP = 30, 120  # columns at which text is wrapped by hand or by a mail program
_WRAPPED = 0.5  # share of rows that are full in a wrapped text, least
_FEWEST_ITEMS = 3
_ENDS = (".", "!", "?", ";", ":")


@dataclass(frozen=True, slots=True)
class Row:
    """One non-blank line of the file; `gap` says that a blank line, a rule or nothing at all stands before it."""

    text: str
    indent: int
    role: Role
    gap: bool


class Layout:
    """How the rows of a text are set: as wrapped paragraphs, or with a line for each item."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._full = _full_rows(rows)
        cased = has_capitals(row.text for row in rows)
        # Which rows begin within a sentence, as far as capitals tell.
        self._small = [cased and row.text[0].islower() for row in rows]
        self._listed = _small_items(rows, self._small)
        below = [small for small, share in zip(self._small[1:], self._full, strict=False) if share]
        self._wrapped = not cased or len(below) <= 2 * sum(below)

    def goes_on(self, index: int, role: Role) -> bool:
        """Whether a row belongs to the same paragraph or list item, of this role, as the row above."""
        row, above = self._rows[index], self._rows[index - 1]
        if row.gap or row.role is not Role.BODY or role is Role.HEADING or above.text.isupper():
            return False
        if _CONTINUES.search(above.text) or (_ends_in_brackets(above.text) and ")" in row.text):
            return True
        share = self._full[index - 1]
        if self._small[index] and not (role is Role.BODY and self._listed[index]):
            return share > 0 or not above.text.endswith(_ENDS)
        if role is Role.LIST_ITEM and row.indent > above.indent:
            return True
        # Items of a list may happen to be of one length, too; but few lists are of such items only.
        return share >= _WRAPPED if self._wrapped else share == 1 and not above.text.endswith(_ENDS)


def _ends_in_brackets(text: str) -> bool:
    return text.rfind("(") > text.rfind(")")


def _small_items(rows: Sequence[Row], small: Sequence[bool]) -> list[bool]:
    """For each row whether it stands in a list without bullets whose items begin in small letters, names apart."""
    starts = [
        at for at, row in enumerate(rows) if row.gap or row.role is not Role.BODY or _opens(rows[at - 1])
    ]
    found = list[bool]()
    for start, end in pairwise([*starts, len(rows)]):
        among = small[start:end]
        found += [among[0] and len(among) >= _FEWEST_ITEMS and 2 * sum(among) > len(among)] * len(among)
    return found


def _opens(row: Row) -> bool:
    """Whether a list may begin below a row."""
    return row.role is not Role.BODY or row.text.endswith(":")


def _full_rows(rows: Sequence[Row]) -> list[float]:
    """For each row on which the next word would not have fitted the share of such rows around it, for the others 0."""
    usual, shares = _usual_width(rows), list[float]()
    starts = [index for index, row in enumerate(rows) if row.gap]
    for start, end in pairwise([*starts, len(rows)]):
        texts = [row.text for row in rows[start:end]]
        room = max(map(len, texts))
        full = [len(above) + 1 + len(row.split(maxsplit=1)[0]) > room for above, row in pairwise(texts)]
        wraps = max(_MIN_WRAP, 0.8 * usual) <= room <= _MAX_WRAP
        share = sum(full) / len(full) if full and wraps else 0.0
        shares += [*(share * ends for ends in full), 0.0]
    return shares


def _usual_width(rows: Sequence[Row]) -> int:
    """Length that one line in ten exceeds: the column where wrapped text breaks."""
    lengths = sorted(len(row.text) for row in rows)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
