"""Postings that do harm when they are read, for the sake of tests: their text says which harm.

A job whose `loading` comes from here brings this module into its workers, and only there is it armed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gapcheck.batch import check
from gapcheck.cli.lean import lean_loading
from gapcheck.document import Document
from gapcheck.readers.jobposting import JobPosting
from gapcheck.readers.record import read_record


@contextmanager
def loading() -> Iterator[None]:
    """The context the model is loaded in; as in the program."""
    with lean_loading():
        yield


def harmful(posting: JobPosting, source: str) -> Document:
    """Do what the text says, else read it."""
    word, _, rest = posting.description.partition(" ")
    match word:
        case "SLEEP":
            time.sleep(60)
        case "SPIN":
            while True:
                pass
        case "SEGFAULT":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "EXIT":
            os._exit(7)
        case "GROW":
            _ = [bytes(100_000_000) for _ in range(1000)]
        case "BUG":
            raise ZeroDivisionError
        case "ONCE" if not (flag := Path(rest)).exists():
            flag.write_text("x")
            os.kill(os.getpid(), signal.SIGKILL)
    return read_record(posting, source)


if getattr(
    multiprocessing.current_process(), "_inheriting", False
):  # a worker that unpacks what it was given
    vars(check)["read_record"] = harmful
