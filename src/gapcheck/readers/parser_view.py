"""The parser view of a PDF: what pypdf extracts, as a stand-in for a parser that does not look at the page.

pypdf is slow next to PDFium (a second or more with its import), so nothing here runs before somebody asks.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 50  # as many as the page view has
MAX_STREAM = 1_000_000  # bytes of page description that pypdf is given; it takes some 5 s for as much
# What pypdf raises on files it does not expect, besides its own errors: it trusts the types it finds.
_CONFUSED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def parser_text(data: bytes, password: str | None = None) -> str | None:
    """Return the text of a PDF as pypdf gives it, None where pypdf cannot read the file.

    None is not the empty text: it says that nothing was seen, not that nothing is there.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        with _quiet():
            reader = PdfReader(BytesIO(data))
            if reader.is_encrypted and password is not None:
                reader.decrypt(password)
            return _text(reader)
    except (PyPdfError, *_CONFUSED):
        return None


def _text(reader: PdfReader) -> str | None:
    texts: list[str] = []
    budget = MAX_STREAM
    for page in reader.pages[:MAX_PAGES]:
        contents = page.get_contents()
        budget -= len(contents.get_data()) if contents is not None else 0
        if budget < 0:
            return None
        texts.append(page.extract_text())
    return "\n".join(texts)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pypdf's warnings about the file off the terminal: its text is all that counts here."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
