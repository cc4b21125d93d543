"""What every worker needs to know, and what it gives back for each posting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from gapcheck.batch.inputs import Input
from gapcheck.batch.model import FailedRow, PostingRow
from gapcheck.errors import GapcheckError
from gapcheck.reporters.json_report import render_error_line

if TYPE_CHECKING:
    from gapcheck.glance import Settings

DEFAULT_SECONDS = 5.0
"""A posting takes some 0.05 s."""
DEFAULT_MEGABYTES = 1024
"""What a file of the largest size that is read (25 MB) may need several times over."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The resume as given: each worker reads it for itself."""

    data: bytes = field(repr=False)
    source: str
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Job:
    """One resume and how it is checked; `settings` None are the reader's own.

    `seconds` of work and `megabytes` beyond what the worker holds before limit each posting. `lines` asks for the
    JSON line of each posting, `details` for what only an overview needs of it: its terms and unmet requirements.
    `pages` asks for the posting's own HTML page in place of its JSON line. `loading` is the context the model is loaded
    in.
    """

    resume: Resume
    as_of: date
    settings: Settings | None = None
    seconds: float = DEFAULT_SECONDS
    megabytes: int = DEFAULT_MEGABYTES
    lines: bool = False
    pages: bool = False
    details: bool = True
    use_cache: bool = True
    loading: Callable[[], AbstractContextManager[None]] = nullcontext


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input; `line` is its JSON line, with the line break, or its page, if the job asks for it."""

    row: PostingRow | FailedRow
    line: str | None = None


def failed(item: Input, error: GapcheckError, *, lines: bool) -> Outcome:
    """The outcome of an input that could not be checked."""
    row = FailedRow(item.source, item.source, error.code, f"{error.reason}. {error.remedy}")
    return Outcome(row, render_error_line(item.source, error) if lines else None)
