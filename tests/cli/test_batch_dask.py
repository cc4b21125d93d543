"""`gapcheck batch --scheduler` on a small Dask cluster of this machine, a worker of which is killed.

The cluster is that of the README, in processes of its own: this one may open no sockets.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.postings import write_lines, write_poison
from tests.cli.program import DAY, JOB, PATIENCE, PEOPLE, PROGRAM, RESUME, Finished, environment, gapcheck

pytest.importorskip("distributed", reason="pip install 'gapcheck[dask]'")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
DASK = str(Path(sys.executable).with_name("dask"))


class Cluster:
    """A scheduler and two workers, each under a nanny that starts it again."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "scheduler.log"
        self._folder = folder
        self._processes = [self._start("scheduler", "--host", "127.0.0.1", "--port", "0", log=self._log)]
        self.address = self._wait_for(self._log, r"Scheduler at:\s+(tcp://\S+)")
        for number in range(2):
            log = folder / f"worker-{number}.log"
            self._processes.append(self._start("worker", self.address, "--nthreads", "1", log=log))
            self._wait_for(log, r"(Registered to)")

    def kill_a_worker(self) -> None:
        """kill -9 of a worker; its nanny starts another."""
        (worker, *_) = [
            child
            for child in children(self._processes[1].pid)
            if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()
        ]
        os.kill(worker, signal.SIGKILL)

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(PATIENCE)

    def _start(self, *arguments: str, log: Path) -> subprocess.Popen[bytes]:
        with log.open("wb") as file:
            return subprocess.Popen(
                [DASK, *arguments, "--no-dashboard"],
                stdout=file,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
                env=environment(),
            )

    def _wait_for(self, log: Path, pattern: str) -> str:
        end = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, log.read_text(encoding="utf-8"))):
            assert time.monotonic() < end, log.read_text(encoding="utf-8")
            time.sleep(0.05)
        return found.group(1)


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    yield found
    found.close()


def batch(*arguments: str | Path, state: Path) -> Finished:
    return gapcheck(
        "batch",
        RESUME,
        *arguments,
        "--json",
        *DAY,
        "-q",
        "--no-cache",
        env={"GAPCHECK_STATE_DIR": str(state)},
    )


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(cluster: Cluster, tmp_path: Path) -> None:
    write_poison(tmp_path / "bad")
    inputs = (write_lines(tmp_path / "good.jsonl", 40), tmp_path / "bad", JOB)
    here = batch(*inputs, state=tmp_path / "state")
    out = tmp_path / "out.jsonl"
    to_cluster = ("--scheduler", cluster.address, "-o", str(out))
    process = subprocess.Popen(
        [PROGRAM, "batch", RESUME, *map(str, inputs), "--json", *DAY, "-q", "--no-cache", *to_cluster],
        cwd=PEOPLE,
        env=environment(GAPCHECK_STATE_DIR=str(tmp_path / "state")),
        stderr=subprocess.PIPE,
    )
    end = time.monotonic() + PATIENCE
    while not out.exists():
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)
    cluster.kill_a_worker()
    _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (here.returncode, b"")
    assert sorted(out.read_text(encoding="utf-8").splitlines()) == sorted(here.stdout.splitlines())


def test_inputs_and_output_by_address(cluster: Cluster, tmp_path: Path) -> None:
    folder, out = tmp_path / "jobs", tmp_path / "out.jsonl"
    folder.mkdir()
    write_lines(folder / "lines.jsonl.gz", 4)
    (folder / "job.html").write_bytes((PEOPLE / JOB).read_bytes())
    address = f"file://{folder}"
    options = ("--scheduler", cluster.address, "-o", f"file://{out}")
    done = batch(address, f"{address}/*.html", f"{address}/none.txt", *options, state=tmp_path / "state")
    assert (done.returncode, done.stdout) == (2, "")
    found = [line.partition('"source":"file://')[2] for line in out.read_text(encoding="utf-8").splitlines()]
    sources = sorted(line.partition('"')[0].removeprefix(f"{folder}/") for line in found)
    assert sources == sorted(
        ["job.html", "job.html~2", "none.txt", *(f"lines.jsonl.gz#p000{number}" for number in range(4))]
    )


def test_a_cluster_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = batch(JOB, "--scheduler", "tcp://127.0.0.1:9", state=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("gapcheck: tcp://127.0.0.1:9: no Dask scheduler answers there")
