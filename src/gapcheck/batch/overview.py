"""What is said over all postings: taken in one by one, shown together at the end."""

from __future__ import annotations

from functools import cached_property

from gapcheck.batch.model import FailedRow, PostingRow
from gapcheck.batch.summary import BatchSummary, Sort, SummaryOptions
from gapcheck.reporters import View


def sort_key(row: PostingRow, sort: Sort) -> tuple[float, str, float, str]:
    """What rows are sorted by, the first the best; the table's order, for rows that are not kept in a table."""
    figure = {Sort.FIT: row.fit, Sort.COVERAGE: row.overall, Sort.REQUIRED: row.required}.get(sort, 0.0)
    title = (row.title or "").casefold() if sort is Sort.TITLE else ""
    return _falling(figure), title, 0.0 if sort is Sort.SOURCE else _falling(row.overall), row.id


def _falling(share: float | None) -> float:
    return 1.0 if share is None else -round(share, 9)


class Overview:
    """Takes in finished inputs, keeps little of each, and shows them together in any form."""

    def __init__(self, options: SummaryOptions) -> None:
        from gapcheck.batch.tally import Tally  # here, for it imports numpy, which lines alone do not need

        self._options = options
        self._tally = Tally()

    @cached_property
    def _summary(self) -> BatchSummary:
        return self._tally.summary(self._options)

    def first(self, count: int) -> tuple[str, ...]:
        """Ids of the first so many postings of the table; nothing can be taken in any more."""
        return tuple(posting.id for posting in self._summary.ranked[:count])

    def add(self, row: PostingRow | FailedRow) -> None:
        """Take in one finished input."""
        self._tally.add(row)

    def render(self, form: str, view: View, pages: str | None = None) -> str:
        """All together in one form, with a final line break; `pages` is the folder of the postings' own pages."""
        from gapcheck.reporters.batch import render_batch

        return render_batch(self._summary, form, view, pages=pages)
