"""PDF to draft: opened with every failure explained, then read page by page with PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.document import Format, ReadingNote
from gapcheck.errors import ReadError
from gapcheck.readers.draft import Draft
from gapcheck.readers.glyphs import drawn_bullets, read_glyphs
from gapcheck.readers.notes import note
from gapcheck.readers.page import PageText, page_text
from gapcheck.readers.page_blocks import PageRows, column_switches, document_lines
from gapcheck.readers.page_words import is_sign
from gapcheck.readers.parser_view import parser_text

MAX_PAGES = 50  # a resume has two; what stands behind page 50 is another document
MAX_OBJECTS = 300_000  # a two-page resume has some 100, a book of 1,000 pages some 50,000
MAX_CHARS = 1_000_000  # in all pages together
_OBJECT = re.compile(rb"\d\s+obj\b")
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
    if len(_OBJECT.findall(data)) > MAX_OBJECTS:
        raise ReadError(
            source,
            f"the PDF is made of more than {MAX_OBJECTS:,} objects",
            "Export the document again, or give it as DOCX or text",
            code="too_large",
        )
    findings = _Findings()
    with _opened(data, source, password) as document:
        count = len(document)
        if count == 0:
            raise ReadError(source, "the PDF has no pages", "Export or download it again", code="no_pages")
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
    )


@contextmanager
def _opened(data: bytes, source: str, password: str | None) -> Iterator[Any]:
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        raise _open_error(getattr(error, "err_code", None), source, password) from error
    try:
        yield document
    finally:
        document.close()


def _open_error(code: int | None, source: str, password: str | None) -> ReadError:
    if code == pdfium_c.FPDF_ERR_PASSWORD:
        reason = "the PDF is encrypted" if password is None else "the password does not open the PDF"
        remedy = "Give its password with --password, or save it without one"
        return ReadError(source, reason, remedy, code="encrypted")
    if code == pdfium_c.FPDF_ERR_SECURITY:
        remedy = "Save it without protection"
        return ReadError(source, "the PDF is protected in a way that cannot be opened", remedy, code="encrypted")
    return ReadError(
        source, "the PDF is damaged or cut off", "Export or download it again", code="damaged"
    )


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
        _note_page(findings, index + 1, text, layer.get_text_range())
        findings.signs = findings.signs or any(is_sign(glyph.char) for glyph in glyphs)
        if not text.rows and pdfium_c.FPDFPage_CountObjects(page) > 0:
            findings.pictures.append(index + 1)
        if chars > MAX_CHARS:
            break
    return pages, sizes


def _note_page(findings: _Findings, number: int, text: PageText, plain: str) -> None:
    switches, columns = column_switches(text.rows)
    findings.mixed = findings.mixed or (columns > 1 and switches > _MIXED * columns)
    tokens = set(plain.split())
    spaced = (word for row in text.rows for word in row.words if word.spaced and word.text not in tokens)
    findings.spaced = findings.spaced or any(" ".join(word.text[:4]) in plain for word in spaced)
    words = [[word.text for word in row.words] for row in text.rows]
    own = {word for row in words for word in row}
    pairs = [a + b for row in words for a, b in zip(row, row[1:], strict=False)]
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
    if findings.broken or b"%%EOF" not in data[-_TAIL:]:
        yield note("READ013")
    if findings.pictures:
        yield note("READ014", f"{_pages(findings.pictures)} no text, only pictures; what stands there was not read.")
    if count > MAX_PAGES:
        yield note("READ015", f"The file has {count} pages; the first {MAX_PAGES} were read.")


def _pages(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]} holds"
    return f"Pages {', '.join(map(str, numbers))} hold"


def _no_text(source: str, findings: _Findings) -> ReadError:
    if findings.broken and not findings.pictures:
        return ReadError(source, "the PDF is damaged: no page of it can be read", "Export it again", code="damaged")
    return ReadError(
        source,
        "there is no text in the PDF, only pictures (a scan?)",
        "Export it as text from the program it was written in, or run text recognition (OCR) on it first",
        code="no_text",
    )
