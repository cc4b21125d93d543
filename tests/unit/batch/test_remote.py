"""Inputs and outputs by address, on fsspec's storage in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from gapcheck.batch.fields import Fields
from gapcheck.batch.inputs import File, Given, Unusable
from gapcheck.batch.remote import find_anywhere, open_output, read_url
from gapcheck.errors import GapcheckError, ReadError

fsspec = pytest.importorskip("fsspec")


@pytest.fixture(autouse=True)
def storage() -> Iterator[None]:
    system = fsspec.filesystem("memory")
    for name in ("/jobs/b.txt", "/jobs/a/c.html", "/jobs/d.exe", "/jobs/~$e.docx"):
        system.pipe(name, b"x")
    system.pipe("/jobs/f.jsonl", b'{"id": 1, "text": "x"}\n{"id": 2, "text": "x"}\n')
    yield
    system.rm("/", recursive=True)


def sources(*arguments: str) -> list[str]:
    return [item.source for item in find_anywhere(arguments, Fields())]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("memory://jobs", ["a/c.html", "b.txt", "f.jsonl#1", "f.jsonl#2"]),
        ("memory://jobs/*.txt", ["b.txt"]),
        ("memory://jobs/d.exe", ["d.exe"]),
        ("memory://jobs/f.jsonl", ["f.jsonl#1", "f.jsonl#2"]),
    ],
)
def test_files_folders_and_patterns(address: str, expected: list[str]) -> None:
    assert [source.rpartition("jobs/")[2] for source in sources(address)] == expected


def test_a_local_file_is_read_here_and_one_by_address_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    here, gone, there = find_anywhere(
        [str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "memory://jobs/b.txt"], Fields()
    )
    assert here.content == Given(b"x", str(tmp_path / "a.txt"))
    assert isinstance(gone.content, Unusable)
    assert gone.content.code == "not_found"
    assert there.content == File("memory://jobs/b.txt")


def test_what_is_not_there_is_said() -> None:
    (item,) = find_anywhere(["memory://none/*.txt"], Fields())
    assert isinstance(item.content, Unusable)
    with pytest.raises(ReadError, match="no such file"):
        read_url("memory://none.txt")
    with pytest.raises(ReadError, match="cannot be read"):
        list(find_anywhere(["nonsense://jobs"], Fields()))
    with pytest.raises(GapcheckError, match="cannot be written"), open_output("nonsense://out"):
        pass


def test_an_output_is_there_when_all_of_it_is(tmp_path: Path) -> None:
    address = f"file://{tmp_path}/out.jsonl"
    with open_output(address) as file:
        file.writelines([b"1\n", b"2\n"])
    assert read_url(address) == b"1\n2\n"


def test_an_output_that_breaks_off_is_not_there(tmp_path: Path) -> None:
    def write(file: BinaryIO) -> None:
        file.write(b"1\n")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), open_output(f"file://{tmp_path}/out.jsonl") as file:
        write(file)
    assert not (tmp_path / "out.jsonl").exists()
