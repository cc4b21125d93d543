"""Reading: a file of any supported format becomes a Document.

The library of a format is imported only when a file of that format is read: start-up time counts.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.document import Document, Format
from gapcheck.errors import ReadError
from gapcheck.readers.sniff import sniff

if TYPE_CHECKING:
    from gapcheck.readers.draft import Draft

STANDARD_INPUT = "-"
MAX_FILE_BYTES = 25_000_000  # ten times what Greenhouse parses (2.5 MB); larger files are scans or books

__all__ = ["MAX_FILE_BYTES", "read", "read_bytes", "read_file", "read_text"]


def read(source: str | Path, *, password: str | None = None) -> Document:
    """Return the document in a file, or on standard input for ``-``.

    Raises ReadError when there is no such file, or nothing in it that could be read.
    """
    return read_bytes(read_file(source), str(source), password=password)


def read_file(source: str | Path) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``, without a look at what they are.

    Raises ReadError when there is no such file, or it is too large.
    """
    if str(source) == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    return _read_file(Path(source), str(source))


def read_bytes(data: bytes, source: str, *, password: str | None = None) -> Document:
    """Return the document in `data`; `source` names it and tells the format where the content does not.

    Raises ReadError when nothing could be read.
    """
    from gapcheck.readers.draft import assemble

    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise _empty(source)
    if len(data) > MAX_FILE_BYTES:
        raise too_large(source, len(data))
    draft = _read_format(data, source, password)
    if not any(line.words for line in draft.lines):
        raise _empty(source)
    return assemble(draft, source, data)


def read_text(text: str, source: str = "<text>", markdown: bool = False) -> Document:
    """Return the document for text that is already in memory.

    Raises ReadError when the text is blank.
    """
    from gapcheck.readers.draft import assemble
    from gapcheck.readers.plain import read_plain

    draft = read_plain(text, markdown=markdown)
    if not draft.lines:
        raise _empty(source)
    return assemble(draft, source, text.encode("utf-8", errors="surrogatepass"))


def too_large(source: str, size: int) -> ReadError:
    """Return the error for a file of `size` bytes."""
    limit = MAX_FILE_BYTES // 1_000_000
    return ReadError(
        source,
        f"the file is too large ({size / 1e6:.0f} MB)",
        f"Give one document of at most {limit} MB, without scans and large pictures",
        code="too_large",
    )


def _read_format(data: bytes, source: str, password: str | None) -> Draft:
    match sniff(data, source):
        case Format.PDF:
            from gapcheck.readers.pdf import read_pdf

            return read_pdf(data, source, password=password)
        case Format.DOCX:
            from gapcheck.readers.docx import read_docx

            return read_docx(data, source)
        case Format.HTML:
            from gapcheck.readers.html import read_html

            return read_html(data, source)
        case form:
            from gapcheck.readers.plain import read_plain_bytes

            return read_plain_bytes(data, source, markdown=form is Format.MARKDOWN)


def _read_file(path: Path, source: str) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ReadError(source, "this is a folder", "Give one file", code="is_directory")
        if size > MAX_FILE_BYTES:
            raise too_large(source, size)
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError(source, "there is no such file", "Check the path", code="not_found") from error
    except NotADirectoryError as error:
        raise ReadError(source, "there is no such file", "Check the path", code="not_found") from error
    except PermissionError as error:
        raise ReadError(
            source, "no permission to read the file", "Check who may read it", code="permission"
        ) from error
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror or error})"
        raise ReadError(
            source, reason, "Copy it to a local folder and try again", code="not_found"
        ) from error


def _empty(source: str) -> ReadError:
    return ReadError(source, "there is no text in it", "Check that this is the right file", code="empty")
