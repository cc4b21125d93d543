"""The bounded dictionary in a file: kept, damaged, unusable, shared, killed."""

from __future__ import annotations

import os
import pickle
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from gapcheck.cache.store import FILE_NAME, USED_AGAIN, Store

WRITE_FOREVER = """
import sys
import time
from pathlib import Path
from gapcheck.cache.store import Store
store = Store(Path(sys.argv[1]), warn=print)
number = 0
while True:
    number += 1
    store.put(b"%d-%d" % (int(sys.argv[2]), number), b"value %d " % number * 200)
    if number == 20:
        print("going", flush=True)
    if number >= 20:
        time.sleep(0.001)  # what is written while others are starting must not fill the store
"""


def store(folder: Path, limit: int = 10_000_000) -> Store:
    return Store(folder, limit=limit, warn=pytest.fail)


def keys(folder: Path) -> list[bytes]:
    with sqlite3.connect(folder / FILE_NAME) as connection:
        found = [row[0] for row in connection.execute("SELECT key FROM entries ORDER BY key")]
    connection.close()
    return found


def test_a_value_is_kept_for_the_next_one_to_open_the_file(tmp_path: Path) -> None:
    assert store(tmp_path).get(b"a") is None
    store(tmp_path).put(b"a", b"first")
    assert store(tmp_path).get(b"a") == b"first"
    store(tmp_path).put(b"a", b"second")
    assert store(tmp_path).get(b"a") == b"second"
    assert store(tmp_path).get(b"b") is None
    assert store(tmp_path).size().entries == 1


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "gapcheck"
    kept = store(folder)
    kept.put(b"a", b"x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = sorted(folder.iterdir())
    assert FILE_NAME in {file.name for file in files}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_what_was_unused_for_longest_goes_when_there_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store(tmp_path, limit=200_000)
    for number in range(40):
        monkeypatch.setattr(time, "time", lambda now=number * (USED_AGAIN + 1): float(now))
        kept.put(b"%02d" % number, os.urandom(9_000))
        assert kept.get(b"00") is not None  # used again and again
    left = keys(tmp_path)
    assert b"00" in left
    assert b"39" in left
    assert b"01" not in left
    assert 10 < len(left) < 25
    assert (tmp_path / FILE_NAME).stat().st_size < 2 * 200_000


def test_a_value_larger_than_the_limit_is_not_kept(tmp_path: Path) -> None:
    kept = store(tmp_path, limit=100_000)
    kept.put(b"a", os.urandom(300_000))
    assert kept.get(b"a") is None
    kept.put(b"b", b"small")
    assert kept.get(b"b") == b"small"


def test_clearing_drops_everything_and_leaves_the_file_to_others(tmp_path: Path) -> None:
    kept, other = store(tmp_path), store(tmp_path)
    for number in range(50):
        kept.put(b"%d" % number, os.urandom(10_000))
    full = kept.size().bytes
    other.clear()
    assert kept.get(b"1") is None
    assert kept.size().entries == 0
    assert kept.size().bytes < full / 5
    kept.put(b"1", b"again")
    assert other.get(b"1") == b"again"


def test_clearing_nothing_makes_nothing(tmp_path: Path) -> None:
    store(tmp_path / "none").clear()
    assert store(tmp_path / "none").size().bytes == 0
    assert not (tmp_path / "none").exists()


def test_a_damaged_value_is_as_good_as_none(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put(b"a", b"value " * 100)
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        value = bytearray(connection.execute("SELECT value FROM entries").fetchone()[0])
        value[len(value) // 2] ^= 0x10
        connection.execute("UPDATE entries SET value = ?", (bytes(value),))
    connection.close()
    assert kept.get(b"a") is None


@pytest.mark.parametrize("garbage", [b"no database at all " * 500, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_a_file_that_is_no_database_is_told_of_once_and_clearing_mends_it(
    tmp_path: Path, garbage: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(garbage)
    told: list[str] = []
    kept = Store(tmp_path, warn=told.append)
    for _ in range(3):
        assert kept.get(b"a") is None
        kept.put(b"a", b"x")
    assert kept.size().entries == 0
    assert len(told) == 1
    assert FILE_NAME in told[0]
    assert "working without it" in told[0]
    kept.clear()
    kept.put(b"a", b"x")
    assert store(tmp_path).get(b"a") == b"x"


def test_a_page_that_is_overwritten_while_it_is_open_does_no_harm(tmp_path: Path) -> None:
    told: list[str] = []
    kept = Store(tmp_path, warn=told.append)
    for number in range(100):
        kept.put(b"%d" % number, os.urandom(3_000))
    kept.clear()  # the log is written back
    for number in range(100):
        kept.put(b"%d" % number, os.urandom(3_000))
    with (tmp_path / FILE_NAME).open("r+b") as file:
        file.write(b"\x00" * 20_000)
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"\x07" * 5_000)
    again = Store(tmp_path, warn=told.append)
    assert [again.get(b"%d" % number) for number in range(100)] == [None] * 100
    again.put(b"a", b"x")
    assert len(told) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    told: list[str] = []
    kept = Store(tmp_path / "gapcheck", warn=told.append)
    kept.put(b"a", b"x")
    assert kept.get(b"a") is None
    assert len(told) == 1


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    told: list[str] = []
    kept = Store(tmp_path / "file" / "gapcheck", warn=told.append)
    kept.put(b"a", b"x")
    assert kept.get(b"a") is None
    assert len(told) == 1


def test_waiting_for_another_writer_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.cache.store.PATIENCE", 0.05)
    kept = store(tmp_path)
    kept.put(b"a", b"x")
    blocker = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    kept.put(b"b", b"y")
    assert kept.get(b"a") == b"x"  # readers do not wait
    blocker.execute("COMMIT")
    blocker.close()
    assert kept.get(b"b") is None
    kept.put(b"b", b"y")
    assert kept.get(b"b") == b"y"


def test_it_goes_to_other_threads_and_processes(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put(b"a", b"x")
    found: list[bytes | None] = []
    thread = threading.Thread(target=lambda: found.append(kept.get(b"a")))
    thread.start()
    thread.join()
    copy = pickle.loads(pickle.dumps(Store(tmp_path, warn=print)))  # noqa: S301 - made here
    assert [*found, copy.get(b"a")] == [b"x", b"x"]


def test_a_fork_opens_the_file_itself(tmp_path: Path) -> None:
    kept = store(tmp_path)
    kept.put(b"a", b"x")
    child = os.fork()
    if not child:
        kept.put(b"b", b"of the child")
        os._exit(0 if kept.get(b"a") == b"x" else 1)
    assert os.waitpid(child, 0)[1] == 0
    kept.put(b"c", b"z")
    assert kept.get(b"b") == b"of the child"


def test_killed_writers_leave_a_whole_file(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE_FOREVER, str(tmp_path), str(number)], stdout=subprocess.PIPE
        )
        for number in range(3)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"going\n"
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    kept = store(tmp_path)
    for name in range(3):
        for number in range(1, 21):
            assert kept.get(b"%d-%d" % (name, number)) == b"value %d " % number * 200
    kept.put(b"new", b"x")
    assert kept.get(b"new") == b"x"
