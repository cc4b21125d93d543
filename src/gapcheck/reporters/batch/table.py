"""The ranking as a table for a spreadsheet: one row each, what could not be judged at the end."""

from __future__ import annotations

import csv
from io import StringIO

from gapcheck.batch.model import FailedRow
from gapcheck.batch.summary import BatchSummary, RankedPosting
from gapcheck.reporters.batch.words import failure, group_name
from gapcheck.reporters.clean import clean_value
from gapcheck.reporters.csv_report import safe

COLUMNS = (
    "rank",
    "title",
    "source",
    "id",
    "fit",
    "overall",
    "required",
    "preferred",
    "verdict",
    "missing_count",
    "missing",
    "hurdles",
    "group",
    "error",
)


def render(summary: BatchSummary) -> str:
    """Shares and fit are 0..1, a cell without a value is empty, lists are joined by "; "."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    groups = {group.number: group_name(clean_value(group)) for group in summary.groups}
    for row in summary.ranked:
        writer.writerow(map(safe, _cells(clean_value(row), groups)))
    for failed in summary.failed:
        writer.writerow(map(safe, _failed(clean_value(failed))))
    return table.getvalue()


def _cells(row: RankedPosting, groups: dict[int, str]) -> tuple[str, ...]:
    return (
        str(row.rank),
        row.title or "",
        row.source,
        row.id,
        _share(row.fit),
        _share(row.overall),
        _share(row.required),
        _share(row.preferred),
        row.verdict.value,
        str(row.missing_count),
        "; ".join(row.missing),
        "; ".join(row.hurdles),
        groups[row.group] if row.group else "",
        "",
    )


def _failed(row: FailedRow) -> tuple[str, ...]:
    blank = dict.fromkeys(COLUMNS, "")
    return tuple(
        {**blank, "source": row.source, "id": row.id, "error": f"{row.code}: {failure(row)}"}.values()
    )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"
