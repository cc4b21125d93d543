"""What can go wrong in a way the user can mend. Anything else is a bug and keeps its traceback."""

from __future__ import annotations

from enum import IntEnum
from functools import partial


class ExitCode(IntEnum):
    """Exit status of the command; other programs rely on these numbers."""

    DONE = 0
    CONDITION_FAILED = 1
    FAILED = 2
    NOTHING_TO_JUDGE = 3


class GapcheckError(Exception):
    """An expected failure.

    `source` names the file, `reason` what is wrong with it, `remedy` what the user can do; `code` is a short
    stable word for programs (``not_found``, ``encrypted``, ``no_text`` …).
    """

    exit_code = ExitCode.FAILED

    def __init__(self, source: str, reason: str, remedy: str, *, code: str = "failed") -> None:
        super().__init__(f"{source}: {reason}. {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy
        self.code = code

    def __reduce__(self) -> tuple[object, ...]:
        """Come out of another process as it went in."""
        return partial(type(self), code=self.code), (self.source, self.reason, self.remedy)


class ReadError(GapcheckError):
    """A document that cannot be read, or holds nothing that could be read."""


class NothingToJudgeError(GapcheckError):
    """The posting yielded no keywords, or its text cannot be trusted."""

    exit_code = ExitCode.NOTHING_TO_JUDGE
