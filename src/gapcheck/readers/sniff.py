"""What kind of file some bytes are: by their content first, by the name only where that does not tell."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import PurePath

from gapcheck.document import Format
from gapcheck.errors import ReadError

_SEND = "Export it as PDF, DOCX or text and try again"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "this is an RTF file", "Save it as DOCX or PDF and try again"),
    (b"\x89PNG\r\n\x1a\n", "this is a picture (PNG)", "Give the document with its text, not a picture of it"),
    (b"\xff\xd8\xff", "this is a picture (JPEG)", "Give the document with its text, not a picture of it"),
    (b"GIF8", "this is a picture (GIF)", "Give the document with its text, not a picture of it"),
    (b"II*\x00", "this is a picture (TIFF)", "Give the document with its text, not a picture of it"),
    (b"MM\x00*", "this is a picture (TIFF)", "Give the document with its text, not a picture of it"),
    (b"%!PS", "this is a PostScript file", "Convert it to PDF and try again"),
    (b"\x1f\x8b", "this is a compressed file (gzip)", "Unpack it and give the document itself"),
    (b"BZh", "this is a compressed file (bzip2)", "Unpack it and give the document itself"),
    (b"\xfd7zXZ\x00", "this is a compressed file (xz)", "Unpack it and give the document itself"),
    (b"7z\xbc\xaf\x27\x1c", "this is an archive (7z)", "Unpack it and give the document itself"),
    (b"Rar!\x1a\x07", "this is an archive (RAR)", "Unpack it and give the document itself"),
    (b"\x7fELF", "this is a program, not a document", "Give a PDF, DOCX or text file"),
    (b"MZ\x90", "this is a program, not a document", "Give a PDF, DOCX or text file"),
    (b"SQLite format 3\x00", "this is a database, not a document", "Give a PDF, DOCX or text file"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF_HEAD = 1024  # PDF readers accept the header within the first kilobyte
_HTML_HEAD = 4096
_HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body", b'<script type="application/ld+json"')
_SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}


def is_pdf(data: bytes) -> bool:
    """Whether `data` says that it is a PDF."""
    return b"%PDF-" in data[:_PDF_HEAD]


def sniff(data: bytes, source: str) -> Format:
    """Return the format of `data`.

    Raises ReadError (`wrong_type`, `encrypted`, `damaged`) for files that are known and cannot be read.
    """
    if is_pdf(data):
        return Format.PDF
    if data.startswith(_ZIP):
        return _sniff_zip(data, source)
    if data.startswith(_OLE):
        raise _ole_error(data, source)
    for magic, reason, remedy in _MAGIC:
        if data.startswith(magic):
            raise ReadError(source, reason, remedy, code="wrong_type")
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise ReadError(source, "this is a picture, sound or film", _SEND, code="wrong_type")
    return _sniff_text(data, source)


def _sniff_text(data: bytes, source: str) -> Format:
    head = data[:_HTML_HEAD].replace(b"\x00", b"").lower()
    by_name = _SUFFIXES.get(PurePath(source).suffix.lower())
    if by_name is Format.HTML or (by_name is None and any(mark in head for mark in _HTML_MARKS)):
        return Format.HTML
    if by_name is None and PurePath(source).suffix.lower() in {".pdf", ".docx"} and data:
        reason = f"this is not a {PurePath(source).suffix[1:].upper()} file, whatever its name says"
        raise ReadError(source, reason, "Download or export it again", code="damaged")
    return by_name or Format.TEXT


def _sniff_zip(data: bytes, source: str) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            mimetype = archive.read("mimetype")[:80].decode("latin-1") if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError) as error:
        raise ReadError(
            source, "the file is damaged or cut off", "Download or export it again", code="damaged"
        ) from error
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Format.DOCX
    raise ReadError(source, f"this is {_zip_kind(names, mimetype)}", _SEND, code="wrong_type")


def _zip_kind(names: frozenset[str], mimetype: str) -> str:
    if any(name.startswith("xl/") for name in names):
        return "an Excel workbook"
    if any(name.startswith("ppt/") for name in names):
        return "a PowerPoint file"
    if "opendocument" in mimetype:
        return "an OpenDocument file"
    if "epub" in mimetype:
        return "an e-book (EPUB)"
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        return "an Apple Pages or Numbers file"
    return "a ZIP archive, not a document"


def _ole_error(data: bytes, source: str) -> ReadError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError(
            source,
            "the Office file is encrypted",
            "Remove the password in Word (File > Info > Protect Document) and save it again",
            code="encrypted",
        )
    return ReadError(
        source,
        "this is a legacy Office file (.doc)",
        "Save it as DOCX or PDF and try again",
        code="wrong_type",
    )
