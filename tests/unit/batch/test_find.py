"""What the arguments name: files, folders, patterns, files of records, standard input."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest

from gapcheck.batch.fields import Fields
from gapcheck.batch.find import count_inputs, find_inputs, open_local
from gapcheck.batch.inputs import File, Given, Input, Unusable
from gapcheck.readers.jobposting import JobPosting


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of postings, from which the test looks."""
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/d.exe", ".hidden/e.txt", ".f.txt", "sub/~$g.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "sub/h.jsonl").write_text('{"id": 1, "text": "x"}\n{"id": 2, "text": "x"}\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str) -> list[Input]:
    return list(find_inputs(arguments, Fields()))


def names(*arguments: str) -> list[str]:
    return [item.source for item in found(*arguments)]


BELOW = ["a.md", "b.txt", "sub/c.HTML", "sub/h.jsonl#1", "sub/h.jsonl#2"]


def test_a_folder_is_what_is_in_it_and_below_it_by_name(folder: Path) -> None:
    assert names(".") == BELOW
    assert names(str(folder)) == [f"{folder}/{name}" for name in BELOW]


def test_a_file_is_taken_whatever_its_ending(folder: Path) -> None:  # noqa: ARG001
    assert names("sub/d.exe", ".f.txt") == ["sub/d.exe", ".f.txt"]
    assert found("nothing.txt") == [Input("nothing.txt", File("nothing.txt"))]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.md", ["a.md"]),
        ("s*", ["sub/c.HTML", "sub/h.jsonl#1", "sub/h.jsonl#2"]),
        ("**/*.txt", ["b.txt"]),
        ("sub/?.jsonl", ["sub/h.jsonl#1", "sub/h.jsonl#2"]),
    ],
)
def test_a_pattern_that_no_shell_has_expanded(pattern: str, expected: list[str], folder: Path) -> None:  # noqa: ARG001
    assert names(pattern) == expected


def test_a_file_whose_name_is_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "job [1].txt").write_text("x")
    assert names("job [1].txt") == ["job [1].txt"]


def test_a_pattern_that_fits_nothing_is_a_failed_input(folder: Path) -> None:  # noqa: ARG001
    (item,) = found("*.pdf")
    assert isinstance(item.content, Unusable)
    assert item.content.code == "not_found"


def test_a_dangling_link_is_an_input_and_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "z.txt").symlink_to("nowhere")
    (folder / "sub/loop").symlink_to(folder)
    assert names(".") == [*BELOW[:2], "z.txt", *BELOW[2:]]


def test_what_cannot_be_opened_or_listed_is_a_failed_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> BinaryIO:
        raise PermissionError(13, "Permission denied", path)

    items = list(find_inputs(["a.md", "sub/h.jsonl"], Fields(), open_file=refuse))
    assert [item.source for item in items] == ["a.md", "sub/h.jsonl"]
    assert isinstance(items[1].content, Unusable)
    assert items[1].content.code == "permission"

    scandir: Callable[..., object] = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: refuse(path) if path.endswith("sub") else scandir(path))
    *others, unlisted = found(str(folder))
    assert [Path(item.source).name for item in others] == ["a.md", "b.txt"]
    assert isinstance(unlisted.content, Unusable)
    assert (unlisted.source, unlisted.content.code) == (f"{folder}/sub", "permission")


def test_a_pipe_is_read_where_it_is_named_and_refused_in_a_folder(folder: Path) -> None:
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    (refused,) = [item for item in found(".") if item.source == "pipe.txt"]
    assert isinstance(refused.content, Unusable)
    assert refused.content.code == "wrong_type"
    writer = Thread(target=pipe.write_bytes, args=(b'{"id": 1, "text": "x"}\n',))
    writer.start()
    assert names("pipe.txt") == ["pipe.txt#1"]
    writer.join()


def stdin(data: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Input]:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)))
    monkeypatch.setattr("sys.stdin", stream)
    return found("-")


def test_standard_input_is_records_or_one_posting(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = stdin(b'\n {"id": "a", "text": "x"}\n{"text": "y"}\n', monkeypatch)
    assert [item.source for item in lines] == ["-#a", "-:3"]
    assert all(isinstance(item.content, JobPosting) for item in lines)
    assert stdin(b"We look for a cook.", monkeypatch) == [Input("-", Given(b"We look for a cook.", "-"))]
    assert stdin(b"", monkeypatch) == [Input("-", Given(b"", "-"))]


def test_nothing_is_read_before_it_is_asked_for(folder: Path) -> None:  # noqa: ARG001
    opened: list[str] = []

    def note(path: str) -> BinaryIO:
        opened.append(path)
        return open_local(path)

    inputs = find_inputs(["."], Fields(), open_file=note)
    assert (next(inputs).source, opened) == ("a.md", [])
    assert [item.source for item in inputs] == BELOW[1:]
    assert opened == ["sub/h.jsonl"]


def test_counting_for_the_time_left(folder: Path) -> None:  # noqa: ARG001
    assert count_inputs([".", "*.md"]) == len(BELOW) + 1
    assert count_inputs([".", "-"]) is None
