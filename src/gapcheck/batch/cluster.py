"""The same work on a Dask cluster: chunks of inputs are its tasks, and it has the scheduling, retries and lost workers.

A Dask worker checks a chunk by a pool of one process, as this machine does, so that a posting which crashes or hangs
takes nothing else of the cluster down.
"""

from __future__ import annotations

import logging
import pickle
import time
from collections.abc import Iterable, Iterator, Sequence
from threading import local
from typing import Any

from gapcheck.batch.chunks import Chunks
from gapcheck.batch.inputs import Input
from gapcheck.batch.job import Job, Outcome, failed
from gapcheck.batch.pool import Pool, start_context
from gapcheck.batch.remote import EXTRA
from gapcheck.errors import GapcheckError

TASK_SECONDS = 2.0
"""Work in a task: some hundred times what Dask spends on one."""
TASKS_A_THREAD = 2
"""Tasks sent for each thread of the cluster: one that runs and one that waits."""
RETRIES = 3
CONNECT_SECONDS = 10

_here = local()


class Cluster:
    """A Dask cluster that works on one job. To be closed, for instance by `with`."""

    def __init__(self, address: str, job: Job, preload: Sequence[str] = ()) -> None:
        self._lines = job.lines
        self._job = pickle.dumps((job, tuple(preload)))
        try:
            self._client = load_dask().Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise GapcheckError(
                address,
                "no Dask scheduler answers there",
                "Check the address; start one: dask scheduler",
                code="no_cluster",
            ) from error

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def map(self, inputs: Iterable[Input]) -> Iterator[Outcome]:
        """The outcome of every input, as they are ready; never more is sent than the cluster has threads for.

        Raises GapcheckError when the resume cannot be read.
        """
        chunks = Chunks(inputs, TASK_SECONDS)
        sent: dict[Any, tuple[Input, ...]] = {}
        results = load_dask().as_completed(loop=self._client.loop)
        self._fill(chunks, sent, results)
        for future in results:
            yield from self._take(future, sent.pop(future), chunks)
            future.release()
            self._fill(chunks, sent, results)

    def _fill(self, chunks: Chunks, sent: dict[Any, tuple[Input, ...]], results: Any) -> None:
        threads = sum(self._client.nthreads().values())
        while len(sent) < max(1, threads) * TASKS_A_THREAD and (chunk := chunks.take()):
            future = self._client.submit(run_chunk, self._job, chunk, retries=RETRIES, pure=False)
            sent[future] = chunk
            results.add(future)

    def _take(self, future: Any, chunk: tuple[Input, ...], chunks: Chunks) -> Iterator[Outcome]:
        error = future.exception() if future.status == "error" else None
        if future.status == "finished":
            outcomes, seconds = future.result()
            chunks.learn(seconds / len(chunk))
            yield from outcomes
        elif isinstance(error, GapcheckError):
            raise error
        elif len(chunk) > 1 or error is None:  # cancelled with its worker, or lost more often than is likely
            chunks.put_back(*((item,) for item in chunk))
        else:
            yield failed(chunk[0], _lost(chunk[0], error), lines=self._lines)


def run_chunk(packed: bytes, chunk: Sequence[Input]) -> tuple[list[Outcome], float]:
    """On a worker of the cluster: the outcomes of a chunk, and the seconds they took."""
    started = time.monotonic()
    return list(_pool(packed).map(chunk)), time.monotonic() - started


def _pool(packed: bytes) -> Pool:
    """This thread's pool for a job; that of the job before is closed."""
    if getattr(_here, "packed", None) != packed:
        if hasattr(_here, "pool"):
            _here.pool.close()
        job, preload = pickle.loads(packed)  # noqa: S301  (Dask sends everything that way)
        _here.pool = Pool(job, 1, start_context(preload))
        _here.packed = packed
    return _here.pool  # type: ignore[no-any-return]


def load_dask() -> Any:
    """Dask's `distributed`, which tells of errors alone. Raises GapcheckError where it is not installed."""
    try:
        import distributed
    except ImportError as error:
        raise GapcheckError("--scheduler", "Dask is not installed", EXTRA, code="missing_extra") from error
    # Its warnings are of results lost with a worker, which it computes again: nothing to do for who reads them.
    logging.getLogger("distributed.client").setLevel(logging.ERROR)
    return distributed


def _lost(item: Input, error: BaseException) -> GapcheckError:
    reason = f"the cluster lost it again and again ({type(error).__name__})"
    return GapcheckError(item.source, reason, "Look into the logs of its workers", code="crashed")
