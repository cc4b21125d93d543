"""A batch in the terminal: the ranked table, then what all postings say together."""

from __future__ import annotations

from dataclasses import replace

from rich.text import Text

from gapcheck.batch.summary import BatchSummary
from gapcheck.reporters import View
from gapcheck.reporters.batch import words
from gapcheck.reporters.batch.terminal_rows import show_ranked
from gapcheck.reporters.batch.terminal_totals import (
    show_cover,
    show_failed,
    show_gaps,
    show_groups,
    show_levels,
    show_unmet,
)
from gapcheck.reporters.clean import clean_value
from gapcheck.reporters.facts import file_name
from gapcheck.reporters.terminal.page import ASCII, FAINT, NARROWEST, UNICODE, WIDEST, Page, to_string

PARTS = (show_levels, show_gaps, show_cover, show_unmet, show_groups, show_failed)


def render(summary: BatchSummary, view: View) -> str:
    """The summary as lines of at most `view.width` columns.

    `view.top` limits the table (0: all of it); `view.quiet` leaves out second lines and the notes that explain.
    """
    page = Page(
        min(max(view.width, NARROWEST), WIDEST),
        UNICODE if view.unicode else ASCII,
        view.top,
        view.quiet,
        None,
    )
    cut = replace(summary, ranked=summary.ranked[: view.top or None])
    shown = clean_value(cut, unicode=view.unicode)
    hidden = summary.rows - len(cut.ranked)
    lines = _header(shown, page)
    lines += show_ranked(shown, page, hidden)
    for part in PARTS:
        lines += part(shown, page)
    return to_string(lines, color=view.color)


def _header(summary: BatchSummary, page: Page) -> list[Text]:
    title = Text.assemble(
        (file_name(summary.resume), "bold"),
        (f" {page.signs.right} ", FAINT),
        (words.headline(summary), "bold"),
    )
    lines = page.block(title, 0)
    if summary.postings and not page.quiet:
        lines += page.block(Text(words.verdicts(summary)), 0)
    return lines
