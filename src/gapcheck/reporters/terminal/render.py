"""The parts of the terminal report in the order a reader wants them."""

from __future__ import annotations

from rich.text import Text

from gapcheck.report import Report
from gapcheck.reporters.clean import clean_report
from gapcheck.reporters.facts import file_name
from gapcheck.reporters.terminal.glance import show_glance
from gapcheck.reporters.terminal.keywords import show_findings, show_missing, show_shown
from gapcheck.reporters.terminal.page import ASCII, FAINT, NARROWEST, SOME, UNICODE, WIDEST, Page, to_string
from gapcheck.reporters.terminal.totals import show_coverage, show_reading, show_requirements

PARTS = (
    show_glance,
    show_missing,
    show_findings,
    show_shown,
    show_coverage,
    show_requirements,
    show_reading,
)


def render(
    report: Report,
    *,
    width: int,
    color: bool,
    top: int,
    quiet: bool = False,
    unicode: bool = True,
    posting_text: str | None = None,
) -> str:
    """The report as lines of at most `width` columns.

    `top` limits the missing list (0: all); `quiet` leaves out timeline, quotes, what is shown already and the
    notes that explain; without `unicode` the output is ASCII; with `posting_text` (`Document.text` of the
    posting) each missing word is quoted in its line.
    """
    shown = clean_report(report, unicode=unicode)
    page = Page(min(max(width, NARROWEST), WIDEST), UNICODE if unicode else ASCII, top, quiet, posting_text)
    lines = [*_header(shown, page), *_doubts(shown, page)]
    for part in PARTS:
        lines += part(shown, page)
    lines += _footer(shown, page)
    return to_string(lines, color=color)


def _header(report: Report, page: Page) -> list[Text]:
    """Which resume was held against which posting."""
    resume, posting = file_name(report.resume.source), file_name(report.posting.source)
    title = f"{report.posting.title} ({posting})" if report.posting.title else posting
    text = Text.assemble((resume, "bold"), (f" {page.signs.right} ", FAINT), (title, "bold"))
    return page.block(text, 0)


def _doubts(report: Report, page: Page) -> list[Text]:
    """The note on top where the report should not be trusted."""
    if report.confidence.level != "low":
        return []
    reasons = " ".join(report.confidence.reasons)
    text = Text.assemble(("Low confidence. ", f"bold {SOME}"), reasons or "Take what follows as a hint only.")
    return [Text(), *page.block(text, 2, Text(page.signs.warning, style=f"bold {SOME}"))]


def _footer(report: Report, page: Page) -> list[Text]:
    """How to learn what a code means, with one that this report carries."""
    codes = [k.code for k in report.keywords if k.code] + [finding.code for finding in report.reading]
    if page.quiet or not codes:
        return []
    text = Text(f"gapcheck explain {codes[0]} tells more about a finding.", style=FAINT)
    return [Text(), *page.block(text, 0)]
