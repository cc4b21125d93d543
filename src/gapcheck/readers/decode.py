"""Bytes to text: UTF-8, UTF-16 and, as the last resort that is always said, Windows-1252."""

from __future__ import annotations

import codecs

from gapcheck.errors import ReadError

MAX_TEXT_BYTES = 5_000_000  # a posting has some 5 kB; beyond this the file is something else
_SAMPLE = 4096
_BINARY_SHARE = 0.02  # control characters in a text: a stray escape sequence, not one in fifty


def decode(data: bytes, source: str) -> tuple[str, bool]:
    """Return the text and whether its encoding had to be guessed.

    Raises ReadError (`too_large`, `empty`, `wrong_type`, `bad_encoding`).
    """
    if len(data) > MAX_TEXT_BYTES:
        raise ReadError(
            source,
            f"the text is too large ({len(data) / 1e6:.0f} MB)",
            f"Give one document of at most {MAX_TEXT_BYTES // 1_000_000} MB",
            code="too_large",
        )
    encoding = _marked_encoding(data) or _unmarked_utf16(data[:_SAMPLE])
    if encoding is not None:
        return _decode_as(data, encoding, source), False
    _refuse_binary(data, source)
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), True


def _marked_encoding(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _unmarked_utf16(sample: bytes) -> str | None:
    """Guess UTF-16 from where the zero bytes of Latin letters stand."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    for encoding, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if zeros.count(0) > 0.7 * pairs and letters.count(0) == 0:
            return encoding
    return None


def _decode_as(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            source,
            f"the file says it is {encoding.upper()} but is not",
            "Save it again as UTF-8 text",
            code="bad_encoding",
        ) from error


def _refuse_binary(data: bytes, source: str) -> None:
    sample = data[:_SAMPLE]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b\x08" for byte in sample)
    if b"\x00" in data or controls > _BINARY_SHARE * len(sample):
        raise ReadError(
            source,
            "this is not a text, PDF or DOCX file (it holds binary data)",
            "Give the document as PDF, DOCX or text",
            code="wrong_type",
        )
