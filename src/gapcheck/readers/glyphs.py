"""Characters of a PDF page with their places, as PDFium knows them.

Places are given in points from the top left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gapcheck.readers.page_shapes import Plane, shown_plane

MAX_CHARS = 200_000  # a page; a full page of print has some 6,000

_BOLD_NAME = re.compile(
    r"bold|black|heavy|semibold|demi(?!r)|extrabold|cmbx|[-,_]bd\b|\bbd\b|poster", re.IGNORECASE
)
_FORCE_BOLD = 1 << 18  # font flag 19, ISO 32000-1 table 123
_FILL_AND_STROKE = 2  # text render mode, used to fake bold
SKEWED = 4
_SKEW = 0.1  # sine of the angle from which text counts as skewed, 6 degrees
_BLANK_CODE = 0x20
_SURROGATES = range(0xD800, 0xE000)
_HYPHEN_CODES = frozenset({0x02, 0xAD, 0xFFFE})  # what PDFium gives for hyphens it takes for soft ones


class Glyph(NamedTuple):
    """One character. `x0`..`x1` is its advance, `y0`..`y1` ascent to descent, `y` the baseline; y grows down.

    `turn` counts quarter turns of the text against the page as shown, clockwise (SKEWED for angles between).
    """

    char: str
    x0: float
    x1: float
    y0: float
    y1: float
    y: float
    size: float
    bold: bool
    turn: int = 0


# PDFium's guess that a blank is due, which the gaps have to confirm.
_SUPPOSED_BLANK = Glyph(" ", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, bold=False)


class Style(NamedTuple):
    """What the characters of one text object share."""

    size: float
    bold: bool
    turn: int


def read_glyphs(page: Any, text_page: Any) -> Iterator[Glyph]:
    """Yield the characters of a page, blanks included, in the order in which the file draws them."""
    reader = _Reader(text_page.raw, shown_plane(page))
    for index in range(min(pdfium.FPDFText_CountChars(text_page), MAX_CHARS)):
        glyph = reader.glyph(index)
        if glyph is not None:
            yield glyph


class _Reader:
    """Asks PDFium about one character after the other, and about style only where the text object changes."""

    def __init__(self, text_page: Any, plane: Plane) -> None:
        self._page = text_page
        self._plane = plane
        self._style = Style(0.0, bold=False, turn=0)
        self._object: int | None = None
        self._bold_fonts: dict[int, bool] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()

    def glyph(self, index: int) -> Glyph | None:
        """Return one character, None for line breaks that PDFium made up and for broken ones."""
        page, rect = self._page, self._rect
        code = pdfium.FPDFText_GetUnicode(page, index)
        if pdfium.FPDFText_IsGenerated(page, index) == 1:
            return _SUPPOSED_BLANK if code == _BLANK_CODE else None
        if not pdfium.FPDFText_GetLooseCharBox(page, index, rect):
            return None
        if code in _SURROGATES or code > sys.maxunicode:
            code = 0xFFFD
        elif code in _HYPHEN_CODES and (pdfium.FPDFText_IsHyphen(page, index) == 1 or rect.right > rect.left):
            code = 0x2D  # LuaTeX maps its hyphen to U+00AD: what is drawn is seen
        if not pdfium.FPDFText_GetCharOrigin(page, index, self._x, self._y):
            return None
        style = self._style_of(index)
        x0, y0 = self._plane.point(rect.left, rect.bottom)
        x1, y1 = self._plane.point(rect.right, rect.top)
        x, y = self._plane.point(self._x.value, self._y.value)
        left, right = min(x0, x1), max(x0, x1)
        if style.turn == 0:
            left = min(max(left, x), right)  # slanting letters reach out to the left of where they stand
        box = (left, right, min(y0, y1), max(y0, y1))
        return Glyph(chr(code), *box, y if style.turn % 2 == 0 else x, style.size, style.bold, style.turn)

    def _style_of(self, index: int) -> Style:
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        address = ctypes.addressof(text_object.contents) if text_object else None
        if address is None or address != self._object:
            self._object = address
            self._style = self._new_style(index, text_object)
        return self._style

    def _new_style(self, index: int, text_object: Any) -> Style:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        if not size:  # Type 3 fonts may state none
            size = self._rect.top - self._rect.bottom
        along_x = self._plane.a * matrix.a + self._plane.c * matrix.b
        along_y = self._plane.b * matrix.a + self._plane.d * matrix.b
        return Style(size, self._is_bold(index, text_object), _turn(along_x, along_y))

    def _is_bold(self, index: int, text_object: Any) -> bool:
        if text_object and pdfium.FPDFTextObj_GetTextRenderMode(text_object) == _FILL_AND_STROKE:
            return True
        font = pdfium.FPDFTextObj_GetFont(text_object) if text_object else None
        address = ctypes.addressof(font.contents) if font else 0
        if address not in self._bold_fonts:
            self._bold_fonts[address] = self._is_bold_font(index)
        return self._bold_fonts[address]

    def _is_bold_font(self, index: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
        name = self._name.value.decode("utf-8", errors="replace")
        # PDFium's weight is a guess from the stem width: it gives 665 for Georgia and 485 for Roboto Bold.
        return _BOLD_NAME.search(name) is not None or bool(self._flags.value & _FORCE_BOLD)


def _turn(along_x: float, along_y: float) -> int:
    """Return the quarter turns of text that runs in a direction of the shown page, y pointing down."""
    length = math.hypot(along_x, along_y) or 1.0
    across = min(abs(along_x), abs(along_y)) / length
    if across > _SKEW:
        return SKEWED
    if abs(along_x) >= abs(along_y):
        return 0 if along_x >= 0 else 2
    return 1 if along_y > 0 else 3
