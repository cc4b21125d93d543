"""Where a report goes: colour, width, characters, and files written whole."""

from __future__ import annotations

import os
import stat
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from gapcheck.cli.output import PLAIN_WIDTH, Destination, deliver, write_whole
from gapcheck.errors import ExitCode, GapcheckError
from tests.unit.reporters.sample import sample_report


class Stream(TextIOWrapper):
    """Standard output that says what it is told to say about itself."""

    def __init__(self, *, terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__(BytesIO(), encoding=encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def written(self) -> bytes:
        assert isinstance(self.buffer, BytesIO)
        return self.buffer.getvalue()


def put(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, encoding: str = "utf-8") -> Stream:
    stream = Stream(terminal=terminal, encoding=encoding)
    monkeypatch.setattr("sys.stdout", stream)
    return stream


@pytest.mark.parametrize(
    ("asked", "path", "terminal", "no_color", "coloured"),
    [
        (None, None, True, None, True),
        (None, None, True, "1", False),
        (None, None, True, "", True),  # no-color.org: only when not empty
        (None, None, False, None, False),
        (None, "report.txt", True, None, False),
        (True, None, False, "1", True),
        (True, "report.txt", False, None, True),
        (False, None, True, None, False),
    ],
)
def test_color(
    asked: bool | None,
    path: str | None,
    terminal: bool,
    no_color: str | None,
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    put(monkeypatch, terminal=terminal)
    assert Destination(path, color=asked).in_color is coloured


def test_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    put(monkeypatch, terminal=True)
    assert Destination(None).width == 132
    assert Destination("report.txt").width == PLAIN_WIDTH
    put(monkeypatch, terminal=False)
    assert Destination(None).width == PLAIN_WIDTH


@pytest.mark.parametrize(
    ("encoding", "path", "unicode"),
    [("utf-8", None, True), ("UTF8", None, True), ("ascii", None, False), ("latin-1", "report.txt", True)],
)
def test_characters(encoding: str, path: str | None, unicode: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, terminal=True, encoding=encoding)
    assert Destination(path).unicode is unicode


@pytest.mark.parametrize("form", ["terminal", "json", "markdown", "csv"])
def test_an_ascii_stream_takes_every_form(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = put(monkeypatch, terminal=False, encoding="ascii")
    deliver(sample_report(), form, Destination(None), top=10, quiet=False)
    assert stream.written().decode("utf-8").endswith("\n")
    if form == "terminal":
        assert stream.written().isascii()


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    before = os.umask(0o027)
    try:
        write_whole(path, "naïve\r\nline\n")
    finally:
        os.umask(before)
    assert path.read_bytes() == "naïve\r\nline\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link, target = tmp_path / "latest.md", tmp_path / "report.md"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, "report\n")
        assert os.read(reader, 100) == b"report\n"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(GapcheckError, match="No space left") as caught:
        write_whole(path, "new")
    assert (caught.value.code, caught.value.exit_code) == ("not_written", ExitCode.FAILED)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_half_a_letter_is_written_as_its_number(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.json", '"\ud800"')
    assert (tmp_path / "report.json").read_bytes() == rb'"\ud800"'
