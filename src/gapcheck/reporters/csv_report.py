"""The keywords as a table: one row each, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from gapcheck.keyword_list import KeywordList
from gapcheck.report import Keyword, Report
from gapcheck.reporters.clean import clean_keywords, clean_report
from gapcheck.reporters.facts import first_seen

COLUMNS = (
    "rank",
    "term",
    "kind",
    "strength",
    "weight",
    "status",
    "code",
    "group",
    "posting_line",
    "posting_text",
    "resume_page",
    "resume_line",
    "resume_text",
    "seen_at",
    "advice",
)

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), full-width forms included."""


def render(report: Report) -> str:
    """One row a keyword in the report's order; `rank` counts from 1, a cell without a value is empty.

    `posting_*` are the first mention in the posting, `resume_*` the one a reader of the resume sees first.
    """
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for rank, keyword in enumerate(clean_report(report).keywords, start=1):
        writer.writerow([rank, *map(safe, _cells(keyword))])
    return table.getvalue()


KEYWORD_COLUMNS = (
    "rank",
    "term",
    "kind",
    "strength",
    "weight",
    "certainty",
    "tf",
    "idf",
    "group",
    "posting_line",
    "posting_text",
)


def render_keywords(found: KeywordList) -> str:
    """One row a keyword of a posting alone, in the list's order."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(KEYWORD_COLUMNS)
    for rank, keyword in enumerate(clean_keywords(found).keywords, start=1):
        said = keyword.posting[0]
        cells = (
            keyword.term,
            keyword.kind.value,
            keyword.strength.value,
            f"{keyword.weight:.4f}",
            f"{keyword.certainty:.3f}",
            str(keyword.tf),
            f"{keyword.idf:.3f}",
            keyword.group or "",
            str(said.line),
            said.text,
        )
        writer.writerow([rank, *map(safe, cells)])
    return table.getvalue()


def _cells(keyword: Keyword) -> tuple[str, ...]:
    said = keyword.posting[0]
    shown = first_seen(keyword)
    return (
        keyword.term,
        keyword.kind.value,
        keyword.strength.value,
        f"{keyword.weight:.4f}",
        keyword.status.value,
        keyword.code or "",
        keyword.group or "",
        str(said.line),
        said.text,
        str(shown.page) if shown else "",
        str(shown.line) if shown else "",
        shown.text if shown else "",
        f"{shown.seen_at:.2f}" if shown and shown.seen_at is not None else "",
        keyword.advice or "",
    )


def safe(cell: str) -> str:
    """The cell so that no spreadsheet computes it."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
