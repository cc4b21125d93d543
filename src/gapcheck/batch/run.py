"""A run from inputs to outputs; this module reads like the list of what happens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from gapcheck.batch.inputs import Input
from gapcheck.batch.job import Outcome
from gapcheck.batch.journal import Entry, Journal
from gapcheck.batch.lines import Lines
from gapcheck.batch.model import FailedRow
from gapcheck.batch.overview import Overview
from gapcheck.batch.scratch import Scratch

Mapper = Callable[[Iterable[Input]], Iterator[Outcome]]
"""What checks the inputs: processes of this machine, or a cluster; outcomes come as they are ready."""


@dataclass(slots=True)
class Run:
    """Takes what was done before and what is done now to everything that wants to know.

    `overview` is None where nothing but lines is wanted, `lines` where none are wanted, `journal` where none can be
    kept. `min_coverage` (0..1)
    leaves reports below it out of the lines. `watch` is told of every finished input.
    """

    scratch: Scratch
    overview: Overview | None = None
    lines: Lines | None = None
    journal: Journal | None = None
    min_coverage: float = 0.0
    watch: Callable[[Outcome], None] = field(default=lambda _: None)
    checked: int = 0
    failed: int = 0

    def replay(self) -> int:
        """Take over what an interrupted run has done; how many inputs that was."""
        return self.journal.replay(self._take_over) if self.journal else 0

    def work(self, inputs: Iterable[Input], mapper: Mapper) -> None:
        """Check the inputs that are left, and deliver each outcome as it comes."""
        for outcome in mapper(self.scratch.left(self.scratch.unique(inputs))):
            end = self.lines.put(outcome) if self.lines and self._is_wanted(outcome) else None
            if self.journal:
                self.journal.add(self._entry(outcome, end))
            self._count(outcome)

    def leave(self) -> None:
        """Close the journal, and keep it for the next time if there is anything in it."""
        if self.journal:
            self.journal.close()
            if not self.checked + self.failed:
                self.journal.remove()

    def complete(self) -> None:
        """Everything is delivered: the journal is needed no more."""
        if self.journal:
            self.journal.remove()

    def _take_over(self, entry: Entry) -> bool:
        if self.lines and self._is_wanted(entry.outcome) and not self.lines.replay(entry):
            return False
        self.scratch.mark_done(entry.outcome.row.id)
        self._count(entry.outcome)
        return True

    def _count(self, outcome: Outcome) -> None:
        if self.overview:
            self.overview.add(outcome.row)
        if isinstance(outcome.row, FailedRow):
            self.failed += 1
        else:
            self.checked += 1
        self.watch(outcome)

    def _is_wanted(self, outcome: Outcome) -> bool:
        row = outcome.row
        return isinstance(row, FailedRow) or (row.overall or 0.0) >= self.min_coverage

    def _entry(self, outcome: Outcome, end: int | None) -> Entry:
        kept = self.lines is not None and self.lines.in_journal
        return Entry(outcome if kept else Outcome(outcome.row), end)
