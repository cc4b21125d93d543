"""One worker process, as seen by the process that started it."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Sequence
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from gapcheck.batch.inputs import Input
from gapcheck.batch.job import Job, Outcome
from gapcheck.batch.limits import WAITING
from gapcheck.batch.worker import READY, serve
from gapcheck.errors import ReadError

START_SECONDS = 120.0
"""Patience with a worker that starts, model included, on a busy machine."""
GRACE_SECONDS = 5.0
"""After its time, a worker that the system should have ended is killed by hand."""


class Worker:
    """A worker process and the inputs it was given; `pending` are those it has not answered, in order."""

    def __init__(self, context: BaseContext, job: Job) -> None:
        self._patience = job.seconds * WAITING + GRACE_SECONDS
        self.connection, theirs = multiprocessing.Pipe()
        self._process: BaseProcess = context.Process(target=serve, args=(theirs, job), daemon=True)  # type: ignore[attr-defined]
        _start(self._process)
        theirs.close()
        self.pending: deque[Input] = deque()
        self.is_ready = False
        self._answered = False
        self._since = time.monotonic()

    def give(self, chunk: Sequence[Input]) -> None:
        """Send inputs to check. That it is dead is found out when its answer is read."""
        self.pending.extend(chunk)
        self._since = time.monotonic()
        try:
            self.connection.send(tuple(chunk))
        except (BrokenPipeError, ConnectionResetError):
            return

    def read(self) -> Outcome | None:
        """The next outcome, None when it has become ready.

        Raises EOFError when it is dead, and ReadError when it could not read the resume.
        """
        try:
            answer = self.connection.recv()
        except OSError as error:
            raise EOFError from error
        if isinstance(answer, Outcome):
            self.pending.popleft()
            self._answered = True
            self._since = time.monotonic()
            return answer
        if answer == READY:
            self.is_ready = True
            return None
        source, reason, remedy, code = answer
        raise ReadError(source, reason, remedy, code=code)

    @property
    def seconds(self) -> float:
        """Seconds since its last answer, or since it was given something to do."""
        return time.monotonic() - self._since

    @property
    def is_overdue(self) -> bool:
        """Whether it should have answered, or have been ended by the system, long ago."""
        # Until the first answer it may have to load the model, whose time is not the posting's.
        return self.seconds > self._patience + (0 if self._answered else START_SECONDS)

    def bury(self) -> int:
        """End it, if it has not ended by itself; its exit code, which is negative for a signal."""
        self._process.join(0 if self.is_overdue else 1)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self.connection.close()
        return self._process.exitcode or 0

    def dismiss(self) -> None:
        """Let it end by itself if it has nothing to do, else end it."""
        self.connection.close()
        if self.pending:
            self._process.kill()


def _start(process: BaseProcess) -> None:
    """Start a process even from a daemonic one, which Python forbids and Dask's workers are.

    The rule keeps daemons from leaving orphans; ours end by themselves when their pipe is closed.
    """
    ours = vars(multiprocessing.current_process())["_config"]
    before = ours.get("daemon")
    ours["daemon"] = False
    try:
        process.start()
    finally:
        ours["daemon"] = before
