"""Places on a PDF page as it is shown, and the small shapes that serve as bullets.

PDFium reports user space, to which the page's crop box and rotation still have to be applied.
"""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gapcheck.document import Box

MAX_OBJECTS = 50_000
_MIN_BULLET = 1.0  # points
_MAX_BULLET = 8.0
_SCALE = 1000  # PDFium maps to whole device pixels: a thousand of them a point


class Plane(NamedTuple):
    """Affine map from user space to the shown page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of a point of user space on the shown page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def shown_plane(page: Any) -> Plane:
    """Return the map from user space to points from the top left of the page as shown."""
    width, height = (max(1, round(side * _SCALE)) for side in page.get_size())
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(user_x: float, user_y: float) -> tuple[float, float]:
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, user_x, user_y, x, y)
        return x.value / _SCALE, y.value / _SCALE

    origin, right, up = shown(0, 0), shown(1000, 0), shown(0, 1000)
    return Plane(
        (right[0] - origin[0]) / 1000,
        (right[1] - origin[1]) / 1000,
        (up[0] - origin[0]) / 1000,
        (up[1] - origin[1]) / 1000,
        origin[0],
        origin[1],
    )


def drawn_bullets(page: Any) -> list[Box]:
    """Return the small filled shapes of a page: some programs draw their bullets instead of writing them."""
    plane = shown_plane(page)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found: list[Box] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        if (
            _MIN_BULLET <= width <= _MAX_BULLET
            and _MIN_BULLET <= height <= _MAX_BULLET
            and width < 2 * height
        ):
            x0, y0 = plane.point(left.value, bottom.value)
            x1, y1 = plane.point(right.value, top.value)
            found.append(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return found
