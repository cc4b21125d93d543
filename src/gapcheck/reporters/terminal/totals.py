"""What words cannot fix, how much is covered, and how well the files could be read."""

from __future__ import annotations

from rich.text import Text

from gapcheck.report import Report, Requirement, RequirementStatus, Strength
from gapcheck.reporters.facts import REQUIREMENT_ORDER, counts, percent
from gapcheck.reporters.terminal.page import BAD, FAINT, GOOD, LINK, SOME, Page, padded

STATUS_STYLES = {
    RequirementStatus.MET: GOOD,
    RequirementStatus.SHORT: BAD,
    RequirementStatus.NOT_SHOWN: SOME,
    RequirementStatus.UNCLEAR: SOME,
}

BAR = 20
"""Columns of a coverage bar: 5 % each."""


def show_requirements(report: Report, page: Page) -> list[Text]:
    """The ledger: what the posting demands, what the resume shows, and the judgement."""
    if not report.requirements:
        return []
    rows = sorted(report.requirements, key=lambda row: REQUIREMENT_ORDER[row.status])
    lines = page.heading("What words can't fix", "" if page.quiet else "years, degrees, licences, languages")
    for row in rows:
        lines += _requirement(row, page)
    return lines


def _requirement(row: Requirement, page: Page) -> list[Text]:
    style = f"bold {STATUS_STYLES[row.status]}"
    sign = {
        RequirementStatus.MET: page.signs.good,
        RequirementStatus.SHORT: page.signs.bad,
        RequirementStatus.NOT_SHOWN: page.signs.unknown,
        RequirementStatus.UNCLEAR: page.signs.some,
    }[row.status]
    margin = Text.assemble(
        "  ", (sign, style), " ", padded(row.status.value.replace("_", " "), 9, style), "  "
    )
    need = Text(row.need, style="bold")
    if row.strength is not Strength.REQUIRED:
        need.append(f" ({row.strength.value})", style=f"not bold {FAINT}")
    if row.have:
        need.append(f" {page.signs.dash} you show ", style="not bold").append(row.have, style="not bold")
    lines = page.block(need, margin.cell_len, margin, row.code)
    if row.note and not page.quiet:
        lines += page.block(Text(row.note, style=FAINT), margin.cell_len)
    return lines


def show_coverage(report: Report, page: Page) -> list[Text]:
    """Shares of the posting's words that the resume shows, as bars and in words."""
    coverage = report.coverage
    rows = (
        ("all", coverage.overall, tuple(Strength)),
        ("required", coverage.required, (Strength.REQUIRED,)),
        ("preferred", coverage.preferred, (Strength.PREFERRED,)),
    )
    lines = page.heading(
        "Coverage", "" if page.quiet else "share of the posting's words you show; weightier words count more"
    )
    for label, share, strengths in rows:
        lines += _share(label, share, counts(report, strengths), page)
    return lines


def _share(label: str, share: float | None, count: tuple[int, int], page: Page) -> list[Text]:
    name = Text(f"  {label:<10}", style=FAINT)
    if share is None:
        return page.block(Text.assemble((page.signs.dash, ""), ("  the posting names none", FAINT)), 12, name)
    figures = Text.assemble((f"{percent(share):4} %", "bold"), (f"  {count[0]} of {count[1]} shown", FAINT))
    return page.block(Text.assemble(page.bar(share, BAR, LINK), figures), 12, name)


def show_reading(report: Report, page: Page) -> list[Text]:
    """What was odd about the files, and the remedy."""
    if not report.reading:
        return []
    lines = page.heading("Reading the files")
    for finding in report.reading:
        text = Text.assemble((f"{finding.document}: ", FAINT), finding.message)
        if not page.quiet:
            text.append(f" {finding.fix}", style=FAINT)
        lines += page.block(text, 4, Text(f"  {page.signs.warning}", style=f"bold {SOME}"), finding.code)
    return lines
