"""A worker process: it makes the resume ready once, then checks the inputs it is sent, chunk after chunk.

Outcomes go back one by one, so that the process that started it knows which input a dead worker was at.
"""

from __future__ import annotations

import signal
from multiprocessing.connection import Connection
from typing import Final

from gapcheck.batch.job import Job
from gapcheck.errors import GapcheckError

READY: Final = "ready"


def serve(connection: Connection, job: Job) -> None:
    """Check what comes through the connection until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that started this one
    try:
        _serve(connection, job)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _serve(connection: Connection, job: Job) -> None:
    from gapcheck.batch.check import (
        Checker,  # here, for the process that starts workers has no use for the stages
    )

    try:
        checker = Checker(job)
    except GapcheckError as error:
        connection.send((error.source, error.reason, error.remedy, error.code))
        return
    connection.send(READY)
    while True:
        for item in connection.recv():
            connection.send(checker.check(item))
