"""kill -9 of a worker, and of the program itself: the output is the same, but for the order of its lines."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.postings import write_lines
from tests.cli.program import DAY, PATIENCE, PEOPLE, PROGRAM, RESUME, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
COUNT = 40


@pytest.fixture(scope="module")
def postings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What all batches are over: their output names it."""
    return write_lines(tmp_path_factory.mktemp("postings") / "postings.jsonl.gz", COUNT)


def batch(postings: Path, state: Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
    """A batch that has just begun."""
    return subprocess.Popen(
        [PROGRAM, "batch", RESUME, str(postings), *map(str, arguments), *DAY, "-q", "--no-cache"],
        cwd=PEOPLE,
        env=environment(GAPCHECK_STATE_DIR=str(state)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def run(postings: Path, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a batch; what still runs at the end is killed."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
        started.append(batch(postings, tmp_path / "state", *arguments))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def children(pid: int) -> list[int]:
    """Processes that a process has started and that still run."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def workers(pid: int) -> list[int]:
    """The worker processes: children of the process they are forked from."""
    return [worker for child in children(pid) for worker in children(child)]


def wait_for(what: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.01)


def finish(process: subprocess.Popen[bytes]) -> bytes:
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, b"")
    return out


def in_order(data: bytes) -> list[bytes]:
    assert data.endswith(b"}\n")
    found = sorted(data.splitlines())
    assert len(found) == len(set(found)) == COUNT
    return found


def line_count(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


@pytest.fixture(scope="module")
def undisturbed(postings: Path, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """What a run writes that nothing happens to."""
    return in_order(finish(batch(postings, tmp_path_factory.mktemp("state"), "--json", "-j", "1")))


def test_killed_workers_change_nothing(
    run: Callable[..., subprocess.Popen[bytes]], tmp_path: Path, undisturbed: list[bytes]
) -> None:
    out = tmp_path / "out.jsonl"
    process = run("--json", "-j", "2", "-o", out)
    for goal in (5, 15, 30):
        wait_for(lambda goal=goal: line_count(out) >= goal)  # type: ignore[misc]
        os.kill(workers(process.pid)[0], signal.SIGKILL)
    finish(process)
    assert in_order(out.read_bytes()) == undisturbed


@pytest.mark.parametrize("goals", [(3,), (8, 25)])
def test_a_killed_run_goes_on(
    goals: tuple[int, ...],
    run: Callable[..., subprocess.Popen[bytes]],
    tmp_path: Path,
    undisturbed: list[bytes],
) -> None:
    out = tmp_path / "out.jsonl"
    for goal in goals:
        process = run("--json", "-j", "2", "-o", out, "--resume")
        wait_for(lambda goal=goal: line_count(out) >= goal)  # type: ignore[misc]
        left = workers(process.pid)
        process.kill()
        process.wait()
        assert out.read_bytes().endswith(b"}\n")
        wait_for(lambda left=left: not any(Path(f"/proc/{worker}").exists() for worker in left))  # type: ignore[misc]
    kept = out.read_bytes()
    with out.open("ab") as file:
        file.write(b'{"schema_ver')  # as torn by a lost machine
    finish(run("--json", "-j", "1", "-o", out, "--resume"))
    assert out.read_bytes().startswith(kept[: kept.rindex(b"\n", 0, -1) + 1])
    assert in_order(out.read_bytes()) == undisturbed
    assert list((tmp_path / "state").iterdir()) == []


def test_a_killed_table_goes_on(run: Callable[..., subprocess.Popen[bytes]], tmp_path: Path) -> None:
    undisturbed = finish(run("-f", "csv"))
    process = run("-f", "csv", "-j", "1")
    wait_for(lambda: sum(line_count(path) for path in (tmp_path / "state").glob("*")) > 15)
    process.kill()
    process.wait()
    assert finish(run("-f", "csv", "--resume")) == undisturbed


def test_interrupted_by_hand(run: Callable[..., subprocess.Popen[bytes]], tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    process = run("--json", "-j", "2", "-o", out)
    wait_for(lambda: line_count(out) >= 3)
    left = workers(process.pid)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert b"Traceback" not in err
    assert b"--resume" in err
    wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in left))
