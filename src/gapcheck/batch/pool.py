"""The supervisor of the worker processes: whatever a posting does to its worker, the others get their answer.

Each worker has a pipe of its own, so a killed one holds no lock that others wait for (in pools with a common queue it
may), and answers posting by posting, so that what it died of is known without trying a chunk's postings one by one.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from gapcheck.batch.chunks import Chunks
from gapcheck.batch.inputs import Input
from gapcheck.batch.job import Job, Outcome, failed
from gapcheck.batch.process import Worker
from gapcheck.errors import GapcheckError, ReadError

ATTEMPTS = 3
"""Workers that may be killed over an input before it is given up: one may have been killed by somebody else."""
_TICK = 1.0
"""Seconds between looks at whether a worker is overdue."""
_OWN_FAULT = frozenset(
    -getattr(signal, name)
    for name in ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE")
    if hasattr(signal, name)
)
"""Ends that a library brings about itself, an allocation beyond the limit among them: it would do so again."""
_TIME_IS_UP = frozenset(-getattr(signal, name) for name in ("SIGPROF", "SIGALRM") if hasattr(signal, name))


def start_context(preload: Sequence[str] = ()) -> BaseContext:
    """How workers are started: forked from a process that has imported `preload`, or afresh where that is unknown."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


class Pool:
    """Up to `processes` workers for one job. To be closed, for instance by `with`."""

    def __init__(self, job: Job, processes: int, context: BaseContext) -> None:
        self._job = job
        self._processes = processes
        self._context = context
        self._workers: list[Worker] = []
        self._deaths: Counter[str] = Counter()
        self._starts_failed = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def map(self, inputs: Iterable[Input]) -> Iterator[Outcome]:
        """The outcome of every input, as they are ready.

        Raises ReadError when the resume cannot be read.
        """
        chunks = Chunks(inputs)
        self._start(min(self._processes, chunks.count_first(self._processes)))
        while self._hand_out(chunks):
            working = {worker.connection: worker for worker in self._workers if self._is_awaited(worker)}
            for connection in wait(list(working), timeout=_TICK):
                yield from self._collect(working[connection], chunks)  # type: ignore[index]
            for worker in [worker for worker in self._workers if self._is_awaited(worker)]:
                if worker.is_overdue:
                    yield from self._replace(worker, chunks, overdue=True)

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.dismiss()
        self._workers.clear()

    def _start(self, wanted: int) -> None:
        while len(self._workers) < wanted:
            self._workers.append(Worker(self._context, self._job))

    @staticmethod
    def _is_awaited(worker: Worker) -> bool:
        return bool(worker.pending) or not worker.is_ready

    def _hand_out(self, chunks: Chunks) -> bool:
        """Give every worker something to do; False when everything is done."""
        for worker in self._workers:
            if worker.is_ready and not worker.pending and (chunk := chunks.take()):
                worker.give(chunk)
        return any(worker.pending for worker in self._workers) or chunks.are_left()

    def _collect(self, worker: Worker, chunks: Chunks) -> Iterator[Outcome]:
        """What a worker has to say by now."""
        try:
            while worker.connection.poll():
                seconds = worker.seconds
                outcome = worker.read()
                if outcome is None:
                    self._starts_failed = 0
                else:
                    chunks.learn(seconds)
                    yield outcome
        except (EOFError, OSError):
            yield from self._replace(worker, chunks)

    def _replace(self, worker: Worker, chunks: Chunks, *, overdue: bool = False) -> Iterator[Outcome]:
        """Start another worker in place of a dead one, and judge what it died of."""
        status = worker.bury()
        self._workers.remove(worker)
        late = overdue or status in _TIME_IS_UP
        if not worker.is_ready:
            self._count_failed_start(late=late)
        elif worker.pending:
            culprit, *rest = worker.pending
            self._deaths[culprit.source] += 1
            if late or status in _OWN_FAULT or self._deaths[culprit.source] >= ATTEMPTS:
                yield failed(culprit, self._death(culprit, status, late=late), lines=self._job.lines)
                chunks.put_back(tuple(rest))
                del self._deaths[culprit.source]
            else:
                chunks.put_back((culprit,), tuple(rest))
        self._start(len(self._workers) + 1)

    def _count_failed_start(self, *, late: bool) -> None:
        self._starts_failed += 1
        if late or self._starts_failed >= ATTEMPTS:
            reason = "reading it takes too long" if late else "reading it ends the program"
            raise ReadError(
                self._job.resume.source, reason, "Export it again, or give it as text", code="crashed"
            )

    def _death(self, item: Input, status: int, *, late: bool) -> GapcheckError:
        if late:
            return GapcheckError(
                item.source,
                f"it takes more than {self._job.seconds:g} seconds of work",
                "Raise the limit with --timeout, or give it as text",
                code="timeout",
            )
        how = f"by signal {-status}" if status < 0 else f"with status {status}"
        return GapcheckError(
            item.source,
            f"reading it ends the program {how}, as for want of memory",
            "Export it again, give it as text, or raise the limit with --memory",
            code="crashed",
        )
