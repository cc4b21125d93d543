from __future__ import annotations

import pickle
import struct
import zlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pytest

from gapcheck.readers import page_picture, read, read_text
from gapcheck.readers.page_picture import MAX_BYTES, draw_page, encode_png

RESUME = Path(__file__).parents[3] / "sample_data" / "people" / "nurse" / "resume.pdf"


def _decode(png: bytes) -> Any:
    """The pixels of a PNG as this module writes them."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length]) == (zlib.crc32(kind + data),)
        chunks[kind] = data
        at += 12 + length
    width, height, depth, kind_of_colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    lines = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, -1)
    body = lines[:, 1:]
    if kind_of_colour == 2:
        assert set(lines[:, 0]) == {1}
        return np.cumsum(body.reshape(height, width, 3), axis=1, dtype=np.uint8)
    assert set(lines[:, 0]) == {0}
    if depth == 4:
        body = np.stack((body >> 4, body & 15), axis=2).reshape(height, -1)[:, :width]
    return np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(-1, 3)[body]


@pytest.mark.parametrize("colours", [2, 16, 17, 256, 4000])
@pytest.mark.parametrize("width", [1, 80, 81])
def test_a_png_gives_its_pixels_back(colours: int, width: int) -> None:
    generator = np.random.default_rng(colours)
    table = generator.integers(0, 256, (colours, 3), dtype=np.uint8)
    pixels = table[generator.integers(0, colours, (60, width))]
    assert np.array_equal(_decode(encode_png(pixels)), pixels)


def test_page_1_is_drawn_on_demand_and_small() -> None:
    document = read(RESUME)
    assert document.page_picture is not None
    picture = document.page_picture()
    assert picture is not None
    assert picture == document.page_picture()
    assert (picture.width, len(picture.png) < MAX_BYTES) == (1200, True)
    width, height = document.page_sizes[0]
    assert picture.height / picture.width == pytest.approx(height / width, rel=0.01)
    pixels = _decode(picture.png)
    assert pixels.shape == (picture.height, picture.width, 3)
    assert 0.02 < (pixels.min(axis=2) < 128).mean() < 0.5  # dark letters on white paper


def test_a_document_that_can_draw_can_be_sent_to_another_process() -> None:
    document = read(RESUME)
    again = pickle.loads(pickle.dumps(document))  # noqa: S301
    assert again == document
    assert again.page_picture is not None
    assert again.page_picture() is not None


def test_text_has_no_picture() -> None:
    assert read_text("Maren Oakhollow").page_picture is None


class _Noise:
    """A page so full of colours that only the smallest attempt fits."""

    def __init__(self, width: float, height: float) -> None:
        self.size = width, height
        self.scales: list[float] = []

    def get_size(self) -> tuple[float, float]:
        return self.size

    def render(self, *, scale: float, **_: Any) -> Any:
        self.scales.append(scale)
        shape = (max(1, round(self.size[1] * scale)), max(1, round(self.size[0] * scale)), 3)
        noise = np.random.default_rng(1).integers(0, 256, shape, dtype=np.uint8)
        return SimpleNamespace(to_numpy=lambda: noise)


def test_photos_are_drawn_smaller() -> None:
    page = _Noise(612, 792)
    picture = draw_page([page])
    assert picture is not None
    assert len(picture.png) <= MAX_BYTES
    assert picture.width < 1000
    assert page.scales == sorted(page.scales, reverse=True)


def test_a_page_like_a_receipt_is_drawn_narrower() -> None:
    picture = draw_page([_Noise(100, 10_000)])
    assert picture is not None
    assert picture.height <= 1200 * page_picture._TALLEST


def test_what_cannot_be_drawn_gives_no_picture() -> None:
    assert draw_page([_Noise(0, 0)]) is None

    class Broken:
        def __getitem__(self, _: int) -> Any:
            raise pdfium.PdfiumError("no page")

    assert draw_page(Broken()) is None
