"""One page: its glyphs to rows in reading order, text that stands sideways included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Box
from gapcheck.readers.glyphs import SKEWED, Glyph
from gapcheck.readers.page_columns import reading_order
from gapcheck.readers.page_rows import Row
from gapcheck.readers.page_words import PlacedWord, page_words

_OUTSIDE = 1.0  # points beyond the edge of the page at which a character can no longer be seen


@dataclass(frozen=True, slots=True)
class PageText:
    """The rows of a page in reading order."""

    rows: tuple[Row, ...]


def page_text(glyphs: Sequence[Glyph], size: tuple[float, float]) -> PageText:
    """Return the rows of a page: upright text first, then text that is turned, each kind in its own order."""
    seen = [glyph for glyph in glyphs if _is_on_page(glyph, size)]
    rows = reading_order(page_words(glyph for glyph in seen if glyph.turn == 0))
    for turn in (1, 3, 2):
        turned = [_upright(glyph) for glyph in seen if glyph.turn == turn]
        rows += [_turned_back(row, turn) for row in reading_order(page_words(turned))]
    rows += _skewed_rows([glyph for glyph in seen if glyph.turn == SKEWED])
    return PageText(tuple(rows))


def _is_on_page(glyph: Glyph, size: tuple[float, float]) -> bool:
    width, height = size
    return (
        glyph.x1 > -_OUTSIDE
        and glyph.x0 < width + _OUTSIDE
        and glyph.y1 > -_OUTSIDE
        and glyph.y0 < height + _OUTSIDE
    )


def _upright(glyph: Glyph) -> Glyph:
    """Turn a glyph so that its text runs from left to right."""
    x0, x1, y0, y1, y = glyph.x0, glyph.x1, glyph.y0, glyph.y1, glyph.y
    match glyph.turn:
        case 1:  # runs down the page
            return glyph._replace(x0=y0, x1=y1, y0=-x1, y1=-x0, y=-y)
        case 3:  # runs up the page
            return glyph._replace(x0=-y1, x1=-y0, y0=x0, y1=x1, y=y)
        case _:  # upside down
            return glyph._replace(x0=-x1, x1=-x0, y0=-y1, y1=-y0, y=-y)


def _turned_back(row: Row, turn: int) -> Row:
    return Row(tuple(replace(word, box=_box_back(word.box, turn)) for word in row.words), row.column)


def _box_back(box: Box, turn: int) -> Box:
    match turn:
        case 1:
            return Box(-box.y1, box.x0, -box.y0, box.x1)
        case 3:
            return Box(box.y0, -box.x1, box.y1, -box.x0)
        case _:
            return Box(-box.x1, -box.y1, -box.x0, -box.y0)


def _skewed_rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """Return slanting text (a watermark, a stamp) as one row, parted by the blanks that the file has."""
    words: list[PlacedWord] = []
    start = 0
    for index, glyph in enumerate((*glyphs, None)):
        if glyph is None or glyph.char.isspace():
            part = glyphs[start:index]
            level = [g._replace(x0=float(k), x1=float(k + 1), y=0.0, size=1.0) for k, g in enumerate(part)]
            size = max((g.size for g in part), default=0.0)
            boxed = Box(
                min((g.x0 for g in part), default=0.0),
                min((g.y0 for g in part), default=0.0),
                max((g.x1 for g in part), default=0.0),
                max((g.y1 for g in part), default=0.0),
            )
            words += [replace(word, box=boxed, size=size) for word in page_words(level)]
            start = index + 1
    return [Row(tuple(words))] if words else []
