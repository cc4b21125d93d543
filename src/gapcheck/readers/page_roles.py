"""What a row of a page is by its form: a heading, a list item or plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Box, Role
from gapcheck.readers.page_rows import Row
from gapcheck.readers.page_words import PlacedWord
from gapcheck.readers.plain import HEADING_WORDS, looks_like_heading

_BULLETS = frozenset("•·∙●○◦‣⁃▪▫■□◆◇►▶▸➢➤➔→✓✔✦★❖–—-*∗▹⚬")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_GLUED_BULLET = re.compile(r"[•●▪■◦‣➢➤✓✔❖](?=\w)|¥(?=[A-Za-z])")  # ¥ is the bullet of Mac Roman
_LARGE = 1.15  # times the size of the text: what catches the eye as a heading
_DRAWN_BULLET = 2.6  # font sizes between a drawn bullet and its text


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of one page in reading order, and the bullets drawn on it."""

    number: int
    rows: tuple[Row, ...]
    bullets: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A row with what its form says; its first `text_from` words are the bullet."""

    row: Row
    page: int
    role: Role
    text_from: int

    @property
    def words(self) -> tuple[PlacedWord, ...]:
        """Words without the bullet."""
        return self.row.words[self.text_from :]

    @property
    def x0(self) -> float:
        """Left edge of the text, its bullet not counted."""
        return self.words[0].box.x0

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)


def body_size(rows: Iterable[Row]) -> float:
    """Return the font size that most letters have, in points; the smaller one on a tie."""
    letters: Counter[float] = Counter()
    for row in rows:
        for word in row.words:
            letters[round(word.size * 2) / 2] += len(word.text)
    return min(letters, key=lambda size: (-letters[size], size)) if letters else 0.0


def read_item(row: Row, page: PageRows, body: float) -> Item:
    """Return a row with its role; `body` is the font size of the running text in points."""
    text_from, row = _without_bullet(row)
    if text_from or _has_drawn_bullet(row, page.bullets):
        return Item(row, page.number, Role.LIST_ITEM, text_from)
    role = Role.HEADING if _is_heading(row, body) else Role.BODY
    return Item(row, page.number, role, 0)


def _without_bullet(row: Row) -> tuple[int, Row]:
    """Return how many words of the row are its bullet, and the row with a glued bullet set apart."""
    first = row.words[0]
    if len(row.words) > 1 and (first.text in _BULLETS or _NUMBER.fullmatch(first.text)):
        return 1, row
    if len(row.words) > 1 and first.text == "o" and row.words[1].text[0].isupper():
        return 1, row  # the second level of Word's lists, in Courier
    if _GLUED_BULLET.match(first.text):
        mark = replace(first, text=first.text[0])
        return 1, replace(row, words=(mark, replace(first, text=first.text[1:]), *row.words[1:]))
    return 0, row


def _has_drawn_bullet(row: Row, bullets: Sequence[Box]) -> bool:
    size = row.size
    return any(
        row.x0 - _DRAWN_BULLET * size < mark.x1 <= row.x0 and row.y - size < (mark.y0 + mark.y1) / 2 < row.y
        for mark in bullets
    )


def _is_heading(row: Row, body: float) -> bool:
    """Whether a row stands out as a whole: short, and larger, bold or in capitals."""
    if len(row.words) > HEADING_WORDS or not any(char.isalpha() for word in row.words for char in word.text):
        return False
    text = " ".join(word.text for word in row.words)
    large = min(word.size for word in row.words) >= _LARGE * body
    return large or all(word.bold for word in row.words) or looks_like_heading(text)
