"""Where JSON lines go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from gapcheck.batch.job import Outcome
from gapcheck.batch.journal import Entry
from gapcheck.batch.lines import FileLines, SortedLines, StreamLines
from gapcheck.batch.scratch import Scratch
from gapcheck.batch.summary import Sort
from gapcheck.errors import GapcheckError
from tests.unit.batch.outcomes import failed_row, posting_row


def outcome(name: str, overall: float | None = 0.5) -> Outcome:
    return Outcome(posting_row(name, overall), f'{{"name":"{name}"}}\n')


def test_a_stream_gets_every_line_at_once() -> None:
    stream = BytesIO()
    lines = StreamLines(stream)
    lines.put(outcome("é\ud800"))
    assert lines.replay(Entry(outcome("b"), None))
    assert stream.getvalue() == '{"name":"é\\ud800"}\n{"name":"b"}\n'.encode()


def test_a_file_is_replaced_by_the_first_line_not_earlier(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("from last time, which was longer than one line\n")
    lines = FileLines(path)
    assert path.read_text().startswith("from last time")
    assert lines.put(outcome("a")) == 13
    assert path.read_text() == '{"name":"a"}\n'
    assert lines.put(outcome("b")) == 26
    lines.finish()
    assert path.read_text() == '{"name":"a"}\n{"name":"b"}\n'


def test_a_file_is_gone_on_with_behind_its_last_good_line(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text('{"name":"a"}\n{"name":"b"}\n{"na')
    lines = FileLines(path)
    assert lines.replay(Entry(outcome("a"), 13))
    assert lines.put(outcome("c")) == 26
    lines.finish()
    assert path.read_text() == '{"name":"a"}\n{"name":"c"}\n'


def test_a_complete_file_is_only_trimmed(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text('{"name":"a"}\n{"na')
    lines = FileLines(path)
    assert lines.replay(Entry(outcome("a"), 13))
    lines.finish()
    assert path.read_text() == '{"name":"a"}\n'


def test_a_file_that_is_shorter_than_was_written_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text('{"name":"a"}\n')
    lines = FileLines(path)
    assert lines.replay(Entry(outcome("a"), 13))
    assert not lines.replay(Entry(outcome("b"), 26))
    assert not FileLines(tmp_path / "none").replay(Entry(outcome("a"), 13))


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(GapcheckError, match="cannot be written"):
        FileLines(tmp_path / "no" / "out.jsonl").put(outcome("a"))


@pytest.fixture
def scratch() -> Iterator[Scratch]:
    with closing(Scratch()) as notes:
        yield notes


def ordered(scratch: Scratch, sort: Sort, top: int = 0) -> list[tuple[str, int | None]]:
    written: list[str] = []
    lines = SortedLines(scratch, sort, top, written.extend)
    failed = Outcome(failed_row("f"), '{"name":"f"}\n')
    for item in (outcome("b", 0.2), failed, outcome("d", None), outcome("c", 0.9), outcome("a", 0.2)):
        lines.put(item)
    lines.finish()
    values = [json.loads(line) for line in written]
    return [(value["name"], value.get("rank")) for value in values]


def test_sorted_lines_have_ranks_and_failed_inputs_come_last(scratch: Scratch) -> None:
    assert ordered(scratch, Sort.COVERAGE) == [("c", 1), ("a", 2), ("b", 3), ("d", 4), ("f", None)]


def test_only_the_best_are_written_when_asked_for_but_all_that_failed(scratch: Scratch) -> None:
    assert ordered(scratch, Sort.FIT, top=1) == [("c", 1), ("f", None)]


def test_by_source(scratch: Scratch) -> None:
    assert [name for name, _ in ordered(scratch, Sort.SOURCE)] == ["a", "b", "c", "d", "f"]
