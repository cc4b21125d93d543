"""What is checked about a PDF before PDFium opens it: that it is not made to use up time or memory."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from gapcheck.errors import ReadError

MAX_OBJECTS = 300_000  # a two-page resume has some 100, a book of 1,000 pages some 50,000
MAX_STREAM_BYTES = 250_000_000  # unpacked; an A4 page in colour at 600 dpi is some 100 MB

_OBJECT = re.compile(rb"\d\s+obj\b")
_STREAM = re.compile(rb"\bstream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")  # followed by a zlib header
_SMALL = 65_536  # packed bytes; at deflate's best ratio, 1032, they unpack to 68 MB
_CHUNK = 1_000_000


def check_pdf(data: bytes, source: str) -> None:
    """Raise ReadError (`too_large`) for too many objects, or a stream that unpacks to too much."""
    objects = sum(1 for _ in _OBJECT.finditer(data))
    if objects > MAX_OBJECTS:
        raise _too_large(source, f"the PDF is made of {objects:,} objects, far more than a document needs")
    for packed in _large_streams(data):
        if unpacked_size(packed, MAX_STREAM_BYTES) > MAX_STREAM_BYTES:
            limit = f"{MAX_STREAM_BYTES // 1_000_000} MB"
            raise _too_large(source, f"a part of the PDF unpacks to more than {limit}")


def unpacked_size(packed: bytes, limit: int) -> int:
    """Return how many bytes zlib data unpacks to, a number above `limit` where it is more than that."""
    unpacker = zlib.decompressobj()
    size, rest = 0, packed
    while rest and not unpacker.eof and size <= limit:
        try:
            size += len(unpacker.decompress(rest, _CHUNK))
        except zlib.error:
            return size
        rest = unpacker.unconsumed_tail
    return size


def _large_streams(data: bytes) -> Iterator[bytes]:
    for start in _STREAM.finditer(data):
        end = data.find(b"endstream", start.end())
        if end - start.end() > _SMALL:
            yield data[start.end() : end]


def _too_large(source: str, reason: str) -> ReadError:
    return ReadError(
        source, reason, "Export the document again, or give it as DOCX or text", code="too_large"
    )
