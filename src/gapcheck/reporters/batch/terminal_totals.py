"""What all postings say together, in the terminal."""

from __future__ import annotations

from rich.text import Text

from gapcheck.batch.summary import BatchSummary
from gapcheck.reporters.batch import words
from gapcheck.reporters.batch.terminal_rows import fitted
from gapcheck.reporters.facts import percent
from gapcheck.reporters.terminal.page import BAD, FAINT, GOOD, LINK, Page, padded, widest

MOST_GAPS = 12
MOST_STEPS = 10
MOST_FAILED = 10

NAME = 34
"""Columns of a term's or group's name at most."""

BAR = 20


def _note(page: Page, text: str) -> str:
    return "" if page.quiet else text


def show_levels(summary: BatchSummary, page: Page) -> list[Text]:
    """How many postings are met already."""
    if not summary.postings:
        return []
    lines = page.heading(words.LEVELS, _note(page, words.LEVELS_NOTE))
    for row in words.levels(summary):
        label, said = words.level(row)
        lines += page.block(Text(said), 18, Text(f"  {label}", style=FAINT))
    return lines


def show_gaps(summary: BatchSummary, page: Page) -> list[Text]:
    """The recurring gaps, each with the number of postings and what it costs."""
    rows = summary.gaps[: page.top or None][:MOST_GAPS]
    if not rows:
        return []
    lines = page.heading(words.GAPS, _note(page, words.GAPS_NOTE))
    name = widest([gap.term for gap in rows], min(NAME, page.width // 3))
    number = len(f"{max(gap.postings for gap in rows):,}")
    for gap in rows:
        times = "×" if page.unicode else "x"
        first = Text.assemble(
            "  ", fitted(page, gap.term, name, "bold"), f"  {gap.postings:{number},} {times} "
        )
        said = Text(words.strengths(gap))
        said.append(f" {page.signs.dot} {words.cost(gap)}", style=FAINT)
        if gap.lifts:
            said.append(f" {page.signs.dot} {words.lift(gap.lifts, summary.threshold)}", style=GOOD)
        lines += page.block(said, max(first.cell_len, 2 + name + 2 + number + 3), first)
    return lines


def show_cover(summary: BatchSummary, page: Page) -> list[Text]:
    """The curve: now, and with one more term after another."""
    if not summary.postings:
        return []
    cover = summary.cover
    lines = page.heading(words.COVER, _note(page, words.COVER_NOTE) if cover.steps else "")
    if not cover.steps:
        return [*lines, *page.block(Text(words.no_cover(cover)), 2)]
    steps = cover.steps[:MOST_STEPS]
    name = widest([step.term for step in steps], min(NAME, page.width // 3)) + 2
    number = len(f"{steps[-1].reached:,}")
    rows = [("now", cover.start, f"{words.count(cover.start)} ≥ {percent(cover.threshold)} %")]
    rows += [(f"+ {step.term}", step.reached, words.step(step.lifted, cover.threshold)) for step in steps]
    most = summary.cover.steps[-1].reached
    for place, (label, reached, said) in enumerate(rows):
        first = Text.assemble("  ", fitted(page, label, name, "bold" if place else FAINT), "  ")
        if not page.narrow:
            first.append_text(page.bar(reached / max(most, 1), BAR, LINK))
        first.append(f" {reached:{number},}  ", style="bold")
        lines += page.block(Text(said if page.unicode else said.replace("≥", ">=")), first.cell_len, first)
    return lines


def show_unmet(summary: BatchSummary, page: Page) -> list[Text]:
    """Requirements most often not met."""
    if not summary.unmet:
        return []
    lines = page.heading(words.UNMET, _note(page, words.UNMET_NOTE))
    for row in summary.unmet:
        first = Text.assemble("  ", padded(words.TYPES.get(row.type, row.type), 23, "bold"), "  ")
        lines += page.block(Text(words.unmet(row)), first.cell_len, first)
        if not page.quiet:
            lines.append(page.one_line(Text(words.needs(row), style=FAINT), first.cell_len, Text()))
    return lines


def show_groups(summary: BatchSummary, page: Page) -> list[Text]:
    """Groups of similar postings, the best fitting first."""
    if not summary.groups:
        return []
    lines = page.heading(words.GROUPS, _note(page, words.GROUPS_NOTE))
    for group in summary.groups:
        first = Text(f"  {group.number:2}  ")
        said = Text.assemble((words.group_name(group), "bold"), f" {page.signs.dash} ")
        said.append(f"{words.share(group.coverage, page.signs.dash)} covered on average", style="none")
        said.append(f", {words.count(group.postings)}")
        if group.met:
            said.append(f", {group.met:,} at {percent(summary.threshold)} % and more", style=GOOD)
        lines += page.block(said, first.cell_len, first)
        if not page.quiet and group.terms:
            lines.append(page.one_line(Text(", ".join(group.terms), style=FAINT), first.cell_len, Text()))
    return lines


def show_failed(summary: BatchSummary, page: Page) -> list[Text]:
    """What could not be judged, and why."""
    if not summary.failed:
        return []
    rows = summary.failed[:MOST_FAILED]
    lines = page.heading(f"{words.FAILED} ({len(summary.failed):,})")
    for row in rows:
        text = Text.assemble((row.source, "bold"), f": {words.failure(row)}")
        lines += page.block(text, 4, Text(f"  {page.signs.bad}", style=f"bold {BAD}"))
    if len(rows) < len(summary.failed):
        lines.append(Text(f"  {page.signs.more} and {len(summary.failed) - len(rows):,} more", style=FAINT))
    return lines
