"""Files that a user may give by mistake, or that somebody made to do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from pypdf import PdfReader, PdfWriter

from tests.cli.program import PEOPLE
from tests.unit.readers.pdfs import assemble, pdf

PASSWORD = "open sesame"  # noqa: S105  (of a file made here)


def encrypted_pdf() -> bytes:
    """A sample resume with a password, by RC4: that needs no other library."""
    writer = PdfWriter(clone_from=PdfReader(PEOPLE / "nurse" / "resume.pdf"))
    writer.encrypt(PASSWORD, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def docx_bomb() -> bytes:
    """A DOCX of some 60 kB that unpacks to 60 MB."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w:p/>" * 10_000_000)
    return out.getvalue()


def other_zip() -> bytes:
    """A ZIP archive without a document in it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "not a document")
    return out.getvalue()


def _cut_off() -> bytes:
    return pdf([])[:120]


BAD_FILES: Mapping[str, tuple[Callable[[], bytes], str]] = MappingProxyType(
    {
        "empty.txt": (lambda: b"", "no text"),
        "blank.txt": (lambda: b" \n\t\n", "no text"),
        "no-pages.pdf": (
            lambda: assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]),
            "no pages",
        ),
        "scan.pdf": (lambda: pdf(b"0 0 100 100 re f"), "no text"),
        "encrypted.pdf": (encrypted_pdf, "password"),
        "cut-off.pdf": (_cut_off, "damaged"),
        "bomb.docx": (docx_bomb, "unpacks"),
        "not-a.docx": (other_zip, "ZIP archive"),
        "text.docx": (lambda: b"only text", "not a DOCX"),
        "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        "photo.png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), "picture"),
        "noise.txt": (lambda: bytes(range(256)) * 8, "binary"),
        "huge.txt": (lambda: b"word " * 10_000_000, "too large"),
    }
)
"""Name of each bad file → what makes its bytes, and a word of the reason given."""


def write(name: str, folder: Path) -> Path:
    """Put a bad file into a folder."""
    path = folder / name
    path.write_bytes(BAD_FILES[name][0]())
    return path
