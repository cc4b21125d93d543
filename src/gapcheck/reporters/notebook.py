"""What a notebook shows of a report: the verdict, the missing words and coverage, from the same parts as the page.

The picture of the page is left out: a notebook keeps every output it ever showed.
"""

from __future__ import annotations

from gapcheck.report import Report
from gapcheck.reporters.clean import clean_report
from gapcheck.reporters.facts import file_name
from gapcheck.reporters.html.gather import gap_rows, shares
from gapcheck.reporters.html.render import fill_part
from gapcheck.reporters.html.sentences import count_requirements, reason

MOST_GAPS = 10
"""Rows of the missing list that are shown; the rest is counted."""


def render(report: Report) -> str:
    """A fragment of HTML without scripts; its style applies to nothing else on the page."""
    shown = clean_report(report)
    gaps = gap_rows(shown, report.documents.posting.text if report.documents else None)
    return fill_part(
        "notebook.html.j2",
        report=shown,
        resume=file_name(shown.resume.source),
        posting=shown.posting.title or file_name(shown.posting.source),
        reason=reason(shown.ten_second) if shown.ten_second else "",
        gaps=gaps[:MOST_GAPS],
        more=max(0, len(gaps) - MOST_GAPS),
        shares=shares(shown),
        ledger=count_requirements(shown),
    )
