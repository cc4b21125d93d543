"""PDF to draft: opening with every error explained, then page by page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from gapcheck.document import Format, ReadingNote
from gapcheck.errors import ReadError
from gapcheck.readers.draft import Draft, DraftLine
from gapcheck.readers.glyphs import read_glyphs
from gapcheck.readers.notes import note
from gapcheck.readers.page_blocks import page_lines

MAX_PAGES = 50


def read_pdf(data: bytes, source: str, *, password: str | None = None) -> Draft:
    import pypdfium2 as p
    doc = p.PdfDocument(data, password=password)
    lines: list[DraftLine] = []
    sizes = []
    for number in range(min(len(doc), MAX_PAGES)):
        page = doc[number]
        sizes.append(page.get_size())
        tp = page.get_textpage()
        lines += page_lines(list(read_glyphs(page, tp)), number + 1, len(lines))
    return Draft(Format.PDF, tuple(lines), pages=len(doc), page_sizes=tuple(sizes))
