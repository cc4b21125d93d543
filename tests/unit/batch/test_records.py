"""Files of records: each line or row is an input, whatever is wrong with the others."""

from __future__ import annotations

import gzip
import json
from io import BytesIO

import pytest

from gapcheck.batch import records
from gapcheck.batch.fields import Fields
from gapcheck.batch.inputs import Input, Unusable
from gapcheck.batch.records import read_json_lines, read_table
from gapcheck.readers.jobposting import JobPosting


def lines(data: bytes) -> list[Input]:
    return list(read_json_lines(BytesIO(data), "f", Fields()))


def rows(data: bytes) -> list[Input]:
    return list(read_table(BytesIO(data), "f", Fields()))


def codes(inputs: list[Input]) -> list[tuple[str, str | None]]:
    return [
        (item.source, item.content.code if isinstance(item.content, Unusable) else None) for item in inputs
    ]


def test_lines_are_named_by_their_id_else_by_their_number() -> None:
    data = b'\xef\xbb\xbf{"id": "a", "text": "x"}\n\n  \n{"text": "y"}'
    assert codes(lines(data)) == [("f#a", None), ("f:4", None)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{", "bad_json"),
        (b"[1]", "bad_json"),
        (b'"text"', "bad_json"),
        (b"[" * 100_000, "bad_json"),
        (b'{"n": ' + b"9" * 5000 + b"}", "bad_json"),
        (b'{"text": "caf\xe9"}', "bad_encoding"),
        (b'{"a": 1}', "no_text_field"),
    ],
)
def test_a_bad_line_is_one_failed_input(line: bytes, code: str) -> None:
    good = b'{"id": 1, "text": "x"}'
    assert codes(lines(b"\n".join([good, line, good]))) == [("f#1", None), ("f:2", code), ("f#1", None)]


def test_a_line_that_is_too_long_is_skipped_without_being_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MAX_LINE_BYTES", 100)
    long = json.dumps({"text": "x" * 1000}).encode()
    fits = json.dumps({"text": "x" * 80}).encode()
    assert codes(lines(b"\n".join([long, fits, long]))) == [
        ("f:1", "too_large"),
        ("f:2", None),
        ("f:3", "too_large"),
    ]


def test_a_packed_file_is_unpacked_and_a_cut_one_says_where() -> None:
    whole = b"".join(
        json.dumps({"id": number, "text": f"{number} " * 999}).encode() + b"\n" for number in range(99)
    )
    packed = gzip.compress(whole)
    assert len(lines(packed)) == 99
    cut = codes(lines(packed[: len(packed) // 2]))
    assert cut[-1][1] == "damaged"
    assert [code for _, code in cut[:-1]] == [None] * (len(cut) - 1)
    assert len(cut) < 99


def test_rows_are_named_by_their_id_else_by_their_number() -> None:
    data = b'ID,Title,Description\r\n7,Cook,"soup,\r\nbread"\r\n,Driver,lorry\r\n,,\r\n'
    found = rows(data)
    assert codes(found) == [("f#7", None), ("f:3", None)]
    content = found[0].content
    assert isinstance(content, JobPosting)
    assert (content.title, content.description) == ("Cook", "soup,\r\nbread")


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_the_sign_between_the_columns_is_found(sign: str) -> None:
    data = f"title{sign}text\nCook{sign}soup, bread, cheese\n".encode()
    content = rows(data)[0].content
    assert isinstance(content, JobPosting)
    assert (content.title, content.description) == ("Cook", "soup, bread, cheese")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_that_spreadsheets_write(encoding: str) -> None:
    content = rows("text\nCafé – crème\n".encode(encoding))[0].content
    assert isinstance(content, JobPosting)
    assert content.description == "Café – crème"


def test_bad_rows_are_failed_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MAX_TEXT_BYTES", 50)
    monkeypatch.setattr(records, "_SAMPLE", 10)
    data = b"text,id\nsoup,1\n" + b"x" * 60 + b",2\ncaf\xe9,3\nbread,4\n"
    assert codes(rows(data)) == [("f#1", None), ("f:3", "bad_csv"), ("f:4", "bad_encoding"), ("f#4", None)]


def test_a_row_may_have_too_many_or_too_few_columns() -> None:
    assert codes(rows(b"id,text\n1,soup,bread,cheese\n2\n")) == [("f#1", None), ("f#2", None)]


@pytest.mark.parametrize("data", [b"", b"text\n", b"\n\n"])
def test_an_empty_table_has_no_rows(data: bytes) -> None:
    assert rows(data) == []
