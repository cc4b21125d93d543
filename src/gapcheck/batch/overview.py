"""What is said over all postings: how well each fits, and the table at the end."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.batch.model import FailedRow, PostingRow
from gapcheck.report import Report
from gapcheck.reporters import View


class Sort(StrEnum):
    """What the table is sorted by; ties by coverage, then by id."""

    FIT = "fit"
    COVERAGE = "coverage"
    REQUIRED = "required"
    TITLE = "title"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class OverviewOptions:
    """How to sum up; postings below `min_coverage` (0..1) are left out of the table."""

    resume: str
    sort: Sort = Sort.FIT
    min_coverage: float = 0.0


def fit_of(report: Report) -> float:
    """How well a resume fits a posting, 0..1; what ranking sorts by."""
    return report.coverage.overall or 0.0


def sort_key(row: PostingRow, sort: Sort) -> tuple[float, str, float, str]:
    """What rows are sorted by, the first the best."""
    number = {Sort.FIT: row.fit, Sort.COVERAGE: row.overall, Sort.REQUIRED: row.required}.get(sort, 0.0)
    text = {Sort.TITLE: (row.title or "").casefold()}.get(sort, "")
    return _falling(number), text, 0.0 if sort is Sort.SOURCE else _falling(row.overall), row.id


def _falling(share: float | None) -> float:
    return 1.0 if share is None else -share


class Overview:
    """Takes in one finished input after the other, and shows them together at the end."""

    def __init__(self, options: OverviewOptions) -> None:
        self._options = options
        self._rows: list[PostingRow] = []

    def add(self, row: PostingRow | FailedRow) -> None:
        """Take in one finished input."""
        if isinstance(row, PostingRow) and (row.overall or 0.0) >= self._options.min_coverage:
            self._rows.append(row)

    def render(self, form: str, view: View) -> str:
        """All together in one form, with a final line break."""
        rows = sorted(self._rows, key=lambda row: sort_key(row, self._options.sort))
        if form == "csv":
            return _table(rows)
        shown = rows[: view.top] if view.top else rows
        lines = (
            f"{rank:5}  {_percent(row.overall)}  {row.verdict:10}  {row.title or '–'}  {row.source}"
            for rank, row in enumerate(shown, 1)
        )
        return "\n".join([f" rank  cover  verdict     title  source  ({self._options.resume})", *lines, ""])


def _percent(share: float | None) -> str:
    return "    –" if share is None else f"{share * 100:3.0f} %"


def _table(rows: list[PostingRow]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("rank", "source", "title", "overall", "required", "preferred", "verdict"))
    for rank, row in enumerate(rows, 1):
        writer.writerow((rank, row.source, row.title, row.overall, row.required, row.preferred, row.verdict))
    return out.getvalue()
