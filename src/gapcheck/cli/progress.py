"""How far a batch is: a bar on standard error, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from gapcheck.batch.find import count_inputs
from gapcheck.batch.job import Outcome
from gapcheck.batch.model import FailedRow

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Watch = Callable[[Outcome], None]


@contextmanager
def watching(postings: Sequence[str], *, quiet: bool) -> Iterator[Watch]:
    """Within this, a function that is to be told of every finished input."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    with _bar() as bar:
        task = bar.add_task("", total=None, failed=0)
        Thread(target=_count, args=(postings, bar, task), daemon=True).start()
        failed = 0

        def watch(outcome: Outcome) -> None:
            nonlocal failed
            failed += isinstance(outcome.row, FailedRow)
            bar.update(task, advance=1, failed=failed)

        yield watch


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Inputs a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    return Progress(
        MofNCompleteColumn(),
        TextColumn("postings"),
        BarColumn(),
        TextColumn("{task.fields[failed]} failed"),
        Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _count(postings: Sequence[str], bar: Progress, task: TaskID) -> None:
    """Count the inputs beside the run, for the time left."""
    bar.update(task, total=count_inputs(postings))
