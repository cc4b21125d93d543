"""What is checked about an Office package before any library opens it: size, bombs, entities."""

from __future__ import annotations

import zipfile
from io import BytesIO

from gapcheck.errors import ReadError

MAX_ENTRIES = 5_000
MAX_PART_BYTES = 40_000_000  # document.xml of a 500-page book is some 10 MB
MAX_TOTAL_BYTES = 150_000_000
MAX_RATIO = 200  # deflate reaches 1032 at most; XML some 20, repetitive XML 60
_SMALL = 1_000_000  # parts below this are never a bomb, whatever their ratio
_XML = (".xml", ".rels", ".vml")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def check_package(data: bytes, source: str) -> None:
    """Raise ReadError if the package is damaged, encrypted, a zip bomb, or declares entities."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), source)
            for entry in archive.infolist():
                if entry.filename.lower().endswith(_XML):
                    _check_xml(archive.read(entry), source)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise damaged(source) from error
    except RuntimeError as error:  # zipfile's way to say that an entry needs a password
        raise ReadError(
            source, "the file is encrypted", "Save it without a password", code="encrypted"
        ) from error


def damaged(source: str) -> ReadError:
    """Return the error for a package whose parts are missing or broken."""
    return ReadError(
        source,
        "the DOCX file is damaged",
        "Open it in a word processor and save it again",
        code="damaged",
    )


def _check_sizes(entries: list[zipfile.ZipInfo], source: str) -> None:
    total = sum(entry.file_size for entry in entries)
    bomb = any(
        entry.file_size > MAX_PART_BYTES
        or (entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1))
        for entry in entries
    )
    if bomb or total > MAX_TOTAL_BYTES or len(entries) > MAX_ENTRIES:
        raise ReadError(
            source,
            f"the file unpacks to far more than a document holds ({total / 1e6:.0f} MB)",
            "Save it again from a word processor, or send it as PDF",
            code="too_large",
        )


def _check_xml(part: bytes, source: str) -> None:
    if any(mark in part for mark in _DOCTYPES):
        raise ReadError(
            source,
            "the file declares XML entities, which no word processor does",
            "Save it again from a word processor",
            code="damaged",
        )
