"""The parser's view of a resume, worked out by a second process while this one reads, matches and looks.

It takes a fifth of a check whose posting is known, and is wanted at its end only. Used by the command alone, and where
a second processor is there to do it.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from gapcheck.document import Document, Format


def ask_parser_ahead(resume: Document) -> Document:
    """The same document; its `parser_text` is on its way where that takes a while and can be done beside."""
    if resume.format is not Format.PDF or not _can_be_done_beside():
        return resume
    return replace(resume, parser_text=_Ahead(lambda: resume.parser_text))


def _can_be_done_beside() -> bool:
    return hasattr(os, "fork") and hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


class _Ahead:
    """Work that a child process does from now on; what it fails to do is done when the result is asked for."""

    def __init__(self, work: Callable[[], str | None]) -> None:
        self._work = work
        self._result, theirs = os.pipe()
        self._child = os.fork()
        if not self._child:
            _do(work, theirs)
        os.close(theirs)

    def __call__(self) -> str | None:
        """The result."""
        with os.fdopen(self._result, "rb") as result:
            data = result.read()
        _, status = os.waitpid(self._child, 0)
        return cast("str | None", json.loads(data)) if status == 0 else self._work()


def _do(work: Callable[[], str | None], result: int) -> None:
    """Do the work and end the process, whatever happens: nothing of the parent's is to be cleaned up here."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with os.fdopen(result, "wb") as file:
            file.write(json.dumps(work()).encode())
        status = 0
    finally:
        os._exit(status)
