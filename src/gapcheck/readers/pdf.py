"""PDF to draft: opened with every failure explained, then read page by page with PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.document import Format, Picture, ReadingNote
from gapcheck.errors import ReadError
from gapcheck.readers.draft import Draft
from gapcheck.readers.glyphs import read_glyphs
from gapcheck.readers.notes import note
from gapcheck.readers.page import PageText, page_text
from gapcheck.readers.page_blocks import column_switches, document_lines
from gapcheck.readers.page_picture import draw_page
from gapcheck.readers.page_roles import PageRows
from gapcheck.readers.page_shapes import drawn_bullets
from gapcheck.readers.page_words import is_sign
from gapcheck.readers.parser_view import parser_text
from gapcheck.readers.pdf_limits import check_pdf

MAX_PAGES = 50  # a resume has two; what stands behind page 50 is another document
MAX_CHARS = 1_000_000  # in all pages together
_CATALOG = re.compile(rb"(\d+)\s+\d+\s+obj\s*<<[^>]{0,200}/Type\s*/Catalog")
_NO_PAGES = re.compile(rb"/Count\s+0\b")
_A_PAGE = re.compile(rb"/Type\s*/Page\b")
_ENCRYPTED = b"/Encrypt"
_END = b"%%EOF"
_TAIL = 2048  # bytes at the end in which a whole file has its end mark
_MIXED = 2  # changes of column per column in the content stream that an orderly file stays below
_GLUED_SHARE = 0.01


@dataclass(slots=True)
class _Findings:
    """What was odd about the pages read so far."""

    glued: int = 0
    words: int = 0
    spaced: bool = False
    mixed: bool = False
    signs: bool = False
    pictures: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)


def read_pdf(data: bytes, source: str, *, password: str | None = None) -> Draft:
    """Return the draft of a PDF.

    Raises ReadError: `encrypted`, `damaged`, `no_pages`, `no_text` (a scan), `too_large`.
    """
    check_pdf(data, source)
    findings = _Findings()
    with _opened(data, source, password) as document:
        count = len(document)
        if count == 0:
            raise _no_pages(source)
        pages, sizes = _read_pages(document, findings)
    if not any(page.rows for page in pages):
        raise _no_text(source, findings)
    return Draft(
        Format.PDF,
        tuple(document_lines(pages)),
        pages=count,
        page_sizes=tuple(sizes),
        notes=tuple(_notes(findings, data, count)),
        parser_text=partial(parser_text, data, password),
        page_picture=partial(_first_page, data, source, password),
    )


def _first_page(data: bytes, source: str, password: str | None) -> Picture | None:
    """Draw page 1 of a file that could be read before."""
    with _opened(data, source, password) as document:
        return draw_page(document)


@contextmanager
def _opened(data: bytes, source: str, password: str | None) -> Iterator[Any]:
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        document = _reopened(data, password)
        if document is None:
            raise _open_error(error.err_code, data, source, password) from error
    try:
        yield document
    finally:
        document.close()


def _reopened(data: bytes, password: str | None) -> Any | None:
    """Open a file that was cut off at its end with the trailer it lacks; None if that does not help."""
    catalog = _CATALOG.search(data)
    if catalog is None or _END in data[-_TAIL:]:
        return None
    try:
        return pdfium.PdfDocument(
            b"%s\ntrailer\n<</Root %s 0 R>>\n%%%%EOF\n" % (data, catalog.group(1)), password=password
        )
    except pdfium.PdfiumError:
        return None


def _open_error(code: int | None, data: bytes, source: str, password: str | None) -> ReadError:
    # PDFium's last error may be that of an earlier document: the file itself has to confirm it.
    if code == pdfium_c.FPDF_ERR_PASSWORD and _ENCRYPTED in data:
        reason = "the PDF is encrypted" if password is None else "the password does not open the PDF"
        remedy = "Give its password with --password, or save it without one"
        return ReadError(source, reason, remedy, code="encrypted")
    if code == pdfium_c.FPDF_ERR_SECURITY and _ENCRYPTED in data:
        reason = "the PDF is protected in a way that cannot be opened"
        return ReadError(source, reason, "Save it without protection", code="encrypted")
    if _NO_PAGES.search(data) and not _A_PAGE.search(data):
        return _no_pages(source)
    return ReadError(source, "the PDF is damaged or cut off", "Export or download it again", code="damaged")


def _no_pages(source: str) -> ReadError:
    return ReadError(source, "the PDF has no pages", "Export or download it again", code="no_pages")


def _read_pages(document: Any, findings: _Findings) -> tuple[list[PageRows], list[tuple[float, float]]]:
    pages: list[PageRows] = []
    sizes: list[tuple[float, float]] = []
    chars = 0
    for index in range(min(len(document), MAX_PAGES)):
        try:
            page = document[index]
            layer = page.get_textpage()
        except pdfium.PdfiumError:
            findings.broken.append(index + 1)
            sizes.append((0.0, 0.0))
            continue
        sizes.append(tuple(page.get_size()))
        glyphs = list(read_glyphs(page, layer))
        chars += len(glyphs)
        text = page_text(glyphs, sizes[-1])
        pages.append(PageRows(index + 1, text.rows, tuple(drawn_bullets(page)) if text.rows else ()))
        _note_page(findings, text, layer.get_text_range())
        findings.signs = findings.signs or any(is_sign(glyph.char) for glyph in glyphs)
        if not text.rows and pdfium_c.FPDFPage_CountObjects(page) > 0:
            findings.pictures.append(index + 1)
        if chars > MAX_CHARS:
            break
    return pages, sizes


def _note_page(findings: _Findings, text: PageText, plain: str) -> None:
    switches, columns = column_switches(text.rows)
    findings.mixed = findings.mixed or (columns > 1 and switches > _MIXED * columns)
    tokens = set(plain.split())
    spaced = (word for row in text.rows for word in row.words if word.spaced and word.text not in tokens)
    findings.spaced = findings.spaced or any(" ".join(word.text[:4]) in plain for word in spaced)
    words = [[word.text for word in row.words] for row in text.rows]
    own = {word for row in words for word in row}
    pairs = [a + b for row in words for a, b in pairwise(row)]
    findings.words += sum(map(len, words))
    findings.glued += sum(pair in tokens and pair not in own for pair in pairs)


def _notes(findings: _Findings, data: bytes, count: int) -> Iterator[ReadingNote]:
    if findings.glued > _GLUED_SHARE * findings.words:
        yield note("READ002")
    if findings.spaced:
        yield note("READ003")
    if findings.mixed:
        yield note("READ004")
    if findings.signs:
        yield note("READ005")
    if findings.broken or _END not in data[-_TAIL:]:
        yield note("READ013")
    if findings.pictures:
        yield note(
            "READ014", f"{_pages(findings.pictures)} no text, only pictures; what stands there was not read."
        )
    if count > MAX_PAGES:
        yield note("READ015", f"The file has {count} pages; the first {MAX_PAGES} were read.")


def _pages(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]} holds"
    return f"Pages {', '.join(map(str, numbers))} hold"


def _no_text(source: str, findings: _Findings) -> ReadError:
    if findings.pictures:
        return ReadError(
            source,
            "there is no text in the PDF, only pictures (a scan?)",
            "Export it as text from the program it was written in, or run text recognition (OCR) on it first",
            code="no_text",
        )
    if findings.broken:
        reason = "the PDF is damaged: no page of it can be read"
        return ReadError(source, reason, "Export or download it again", code="damaged")
    return ReadError(source, "the pages of the PDF are empty", "Export or download it again", code="no_text")
