"""Files that hold many postings: JSON lines and tables, packed or not, read one record at a time."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from gapcheck.batch.fields import Fields, NoTextFieldError, Record, id_of, posting_of
from gapcheck.batch.inputs import Content, Input, Unusable
from gapcheck.readers.decode import MAX_TEXT_BYTES

JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
TABLES = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
MAX_LINE_BYTES = 2 * MAX_TEXT_BYTES
"""A line with the largest text that is read, doubled for its other fields and JSON's escapes."""

BROKEN = (OSError, EOFError, zlib.error)
_SAMPLE = 65_536


def read_json_lines(file: BinaryIO, source: str, fields: Fields) -> Iterator[Input]:
    """One input for each line that is not blank; a line that cannot be used is an input that says why."""
    number = 0
    try:
        for number, line in enumerate(_lines(unpacked(file)), 1):
            if line is None:
                yield Input(f"{source}:{number}", _too_long())
            elif line := line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").strip():
                yield _input(_parse(line), source, number, fields)
    except BROKEN as error:
        yield Input(f"{source}:{number + 1}", damaged(error))


def read_table(file: BinaryIO, source: str, fields: Fields) -> Iterator[Input]:
    """One input for each row below the header; rows count from 1, the header included, as a spreadsheet does."""
    number = 1
    try:
        text = _decoded(unpacked(file))
        for number, row in enumerate(_rows(text), 2):
            if isinstance(row, Unusable) or any(row.values()):
                yield _input(row, source, number, fields)
    except BROKEN as error:
        yield Input(f"{source}:{number + 1}", damaged(error))
    except csv.Error as error:
        yield Input(f"{source}:1", _bad_table(error))


def unpacked(file: BinaryIO) -> BinaryIO:
    """The stream, unpacked where it is a gzip file whatever its name says."""
    buffered = file if isinstance(file, io.BufferedReader) else io.BufferedReader(file)  # type: ignore[type-var]
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        return io.BufferedReader(gzip.GzipFile(fileobj=buffered))
    return buffered


def damaged(error: Exception) -> Unusable:
    """What a file yields from the place on at which it cannot be read."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Unusable(
        "damaged", f"the file cannot be read from here on ({reason})", "Download or copy it again"
    )


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file, None for one that is too long to be held."""
    while line := file.readline(MAX_LINE_BYTES):
        if len(line) < MAX_LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE_BYTES)
        yield None


def _parse(line: bytes) -> Record | Unusable:
    try:
        record = json.loads(line.decode("utf-8"), strict=False)
    except UnicodeDecodeError as error:
        return Unusable(
            "bad_encoding", f"the line is not UTF-8 (byte {error.start + 1})", "Save the file as UTF-8"
        )
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else "it cannot be parsed"
        return Unusable("bad_json", f"the line is not JSON ({reason})", "Give one JSON object a line")
    if not isinstance(record, dict):
        return Unusable("bad_json", "the line is not a JSON object", "Give one JSON object a line")
    return record


def _input(record: Record | Unusable, source: str, number: int, fields: Fields) -> Input:
    if isinstance(record, Unusable):
        return Input(f"{source}:{number}", record)
    own = id_of(record, fields)
    return Input(f"{source}#{own}" if own else f"{source}:{number}", _content(record, fields))


def _content(record: Record, fields: Fields) -> Content:
    try:
        return posting_of(record, fields)
    except NoTextFieldError as error:
        return Unusable(
            "no_text_field",
            f"no field holds the posting's text (fields: {error})",
            "Name it with --text-field",
        )


def _decoded(file: BinaryIO) -> io.TextIOWrapper:
    """The text of a table; one that is not UTF-8 by its beginning is taken for Windows-1252, as Excel saves it."""
    peeked = file.peek(_SAMPLE)[:_SAMPLE] if isinstance(file, io.BufferedReader) else b""
    if peeked.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig" if _is_utf8(peeked) else "cp1252"
    return io.TextIOWrapper(file, encoding=encoding, errors="surrogateescape", newline="")


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(sample) - 4  # cut in the middle of a character
    return True


def _rows(text: io.TextIOWrapper) -> Iterator[Record | Unusable]:
    csv.field_size_limit(MAX_TEXT_BYTES)
    header = text.readline(MAX_LINE_BYTES)
    delimiter = max(",;\t|", key=lambda sign: (header.count(sign), sign == ","))
    reader = csv.DictReader(_again(header, text), restkey="", delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _bad_table(error)
            continue
        values = {name: value for name, value in row.items() if name}
        if any(_has_surrogate(value) for value in values.values() if isinstance(value, str)):
            yield Unusable("bad_encoding", "the row is not in the encoding of the file", "Save it as UTF-8")
            continue
        yield values


def _again(first: str, rest: io.TextIOWrapper) -> Iterator[str]:
    """The lines of a table; one that is too long to be held is cut, which the reader of tables then refuses."""
    line = first
    while line:
        yield line
        while len(line) >= MAX_LINE_BYTES and not line.endswith("\n"):
            line = rest.readline(MAX_LINE_BYTES)
        line = rest.readline(MAX_LINE_BYTES)


def _has_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)


def _too_long() -> Unusable:
    limit = MAX_LINE_BYTES // 1_000_000
    return Unusable("too_large", f"the line is longer than {limit} MB", "Give one posting a line")


def _bad_table(error: csv.Error) -> Unusable:
    return Unusable("bad_csv", f"the row cannot be read ({error})", "Save the table again as CSV")
