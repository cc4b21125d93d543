"""The journal: what was done comes back exactly, and what was torn is forgotten."""

from __future__ import annotations

import os
import stat
import time
from datetime import date
from pathlib import Path

import pytest

from gapcheck.batch.job import Outcome
from gapcheck.batch.journal import Entry, Journal, run_key, state_folder
from gapcheck.batch.rows import from_values, to_values
from tests.unit.batch.outcomes import failed_row, posting_row

DAY = date(2026, 1, 1)
ENTRIES = [
    Entry(Outcome(posting_row("a"), '{"a":"ü"}\n'), 10),
    Entry(Outcome(failed_row("b")), None),
    Entry(Outcome(posting_row("c", None)), 20),
]


def write(path: Path) -> None:
    journal = Journal.begin(path, DAY)
    for entry in ENTRIES:
        journal.add(entry)
    journal.close()


def replay(path: Path, most: int = 9) -> list[Entry]:
    taken: list[Entry] = []

    def take(entry: Entry) -> bool:
        if len(taken) < most:
            taken.append(entry)
            return True
        return False

    journal = Journal.go_on(path)
    assert journal is not None
    assert journal.as_of == DAY
    assert journal.replay(take) == len(taken)
    journal.close()
    return taken


@pytest.mark.parametrize("row", [posting_row("a"), posting_row("b", None), failed_row("c")])
def test_rows_survive_as_plain_values(row: object) -> None:
    assert isinstance(row, (type(posting_row("")), type(failed_row(""))))
    assert from_values(to_values(row)) == row


def test_what_was_done_comes_back(tmp_path: Path) -> None:
    write(tmp_path / "j.jsonl")
    assert replay(tmp_path / "j.jsonl") == ENTRIES
    assert replay(tmp_path / "j.jsonl") == ENTRIES


@pytest.mark.parametrize("cut", [1, 5, 60])
def test_a_torn_line_is_cut_off_and_writing_goes_on_behind_the_last_good_one(
    cut: int, tmp_path: Path
) -> None:
    path = tmp_path / "j.jsonl"
    write(path)
    os.truncate(path, path.stat().st_size - cut)
    assert replay(path) == ENTRIES[:2]
    journal = Journal.go_on(path)
    assert journal is not None
    journal.replay(lambda _: True)
    journal.add(ENTRIES[2])
    journal.close()
    assert replay(path) == ENTRIES


def test_what_is_refused_is_forgotten_with_all_that_follows(tmp_path: Path) -> None:
    write(tmp_path / "j.jsonl")
    assert replay(tmp_path / "j.jsonl", most=1) == ENTRIES[:1]
    assert replay(tmp_path / "j.jsonl") == ENTRIES[:1]


@pytest.mark.parametrize("text", ["", "{", '{"as_of": 3}\n', "[]\n", '{"as_of": "soon"}\n'])
def test_without_a_good_first_line_there_is_nothing_to_go_on_with(text: str, tmp_path: Path) -> None:
    (tmp_path / "j.jsonl").write_text(text)
    assert Journal.go_on(tmp_path / "j.jsonl") is None
    assert Journal.go_on(tmp_path / "none.jsonl") is None


def test_it_is_private_locked_and_taken_away_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "new" / "j.jsonl"
    journal = Journal.begin(path, DAY)
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
    with pytest.raises(BlockingIOError):
        Journal.begin(path, DAY)
    with pytest.raises(BlockingIOError):
        Journal.go_on(path)
    journal.close()
    journal.remove()
    assert not path.exists()


def test_one_that_nobody_came_back_to_is_forgotten(tmp_path: Path) -> None:
    old, recent = tmp_path / "old.jsonl", tmp_path / "recent.jsonl"
    write(old)
    write(recent)
    os.utime(old, (time.time() - 40 * 86_400,) * 2)
    Journal.begin(tmp_path / "new.jsonl", DAY).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.jsonl", "recent.jsonl"]


def test_the_key_tells_runs_apart() -> None:
    assert run_key("a", ("b", None)) == run_key("a", ("b", None))
    assert len({run_key("a", "b"), run_key("ab"), run_key("a", ("b",)), run_key("a", "b", None)}) == 4


def test_the_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GAPCHECK_STATE_DIR", str(tmp_path))
    assert state_folder() == tmp_path
    monkeypatch.delenv("GAPCHECK_STATE_DIR")
    assert state_folder().name == "gapcheck"
