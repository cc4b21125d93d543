"""The picture of a page for the HTML report: drawn by PDFium, written as a PNG small enough to put into the page.

Nothing here runs before somebody asks for the picture: numpy is loaded only then.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium

from gapcheck.document import Picture

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

MAX_BYTES = 512_000
"""Size of the PNG up to which it is taken: 683 kB as a data URI."""

_ATTEMPTS = ((1200, 4), (1000, 3), (800, 3), (600, 3), (400, 3))
"""Widths in pixels and bits a colour, tried until one is small enough. 16 shades are plenty for smooth letters;
only pages full of photos get to the second attempt."""

_TALLEST = 2.5  # times the width: more is a receipt or a web page, and is drawn narrower
_PALETTE = 256
_GREY_LEVELS = 16
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INDEXED, _RGB = 3, 2  # colour types, PNG specification (third edition), 11.2.1


def draw_page(document: Any, number: int = 0) -> Picture | None:
    """Draw one page (counted from 0) of an open PDFium document; None where PDFium cannot."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        return None
    for pixels_wide, bits in _ATTEMPTS:
        scale = min(pixels_wide / width, pixels_wide * _TALLEST / height)
        pixels = page.render(scale=scale, rev_byteorder=True, maybe_alpha=False).to_numpy()[:, :, :3]
        png = encode_png(_coarse(pixels, bits))
        if len(png) <= MAX_BYTES:
            break
    return Picture(png, pixels.shape[1], pixels.shape[0])


def _coarse(pixels: Pixels, bits: int) -> Pixels:
    """The pixels with so many bits a colour, black and white kept."""
    import numpy as np

    levels = (1 << bits) - 1
    table = np.round(np.round(np.arange(256) * levels / 255) * 255 / levels).astype(np.uint8)
    coarse: Pixels = table[pixels]
    return coarse


def encode_png(pixels: Pixels) -> bytes:
    """Write pixels (rows, columns, red-green-blue) as PNG: with a palette where 256 colours do, else in full."""
    import numpy as np

    red, green, blue = (pixels[:, :, channel].astype(np.uint32) for channel in range(3))
    colours, indexes = np.unique((red << 16) | (green << 8) | blue, return_inverse=True)
    rows, columns = pixels.shape[:2]
    if len(colours) > _PALETTE:
        return _png(columns, rows, 8, _RGB, b"", _differences(pixels))
    palette = b"".join(struct.pack(">I", colour)[1:] for colour in colours.tolist())
    flat = indexes.reshape(rows, columns).astype(np.uint8)
    if len(colours) <= _GREY_LEVELS:
        even = np.pad(flat, ((0, 0), (0, columns % 2)))
        return _png(columns, rows, 4, _INDEXED, palette, _unfiltered((even[:, ::2] << 4) | even[:, 1::2]))
    return _png(columns, rows, 8, _INDEXED, palette, _unfiltered(flat))


def _unfiltered(scanlines: Pixels) -> bytes:
    import numpy as np

    return np.pad(scanlines, ((0, 0), (1, 0))).tobytes()  # filter type 0 before each line


def _differences(pixels: Pixels) -> bytes:
    """Scanlines by filter type 1: each pixel as its difference from the one on its left, which packs better."""
    import numpy as np

    left = np.zeros_like(pixels)
    left[:, 1:] = pixels[:, :-1]
    lines = (pixels - left).reshape(pixels.shape[0], -1)
    return np.pad(lines, ((0, 0), (1, 0)), constant_values=((0, 0), (1, 0))).tobytes()


def _png(width: int, height: int, depth: int, colour_type: int, palette: bytes, scanlines: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    chunks = [_chunk(b"IHDR", header)]
    chunks += [_chunk(b"PLTE", palette)] if palette else []
    chunks += [_chunk(b"IDAT", zlib.compress(scanlines, 9)), _chunk(b"IEND", b"")]
    return _SIGNATURE + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
