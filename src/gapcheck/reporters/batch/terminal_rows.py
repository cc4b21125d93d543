"""The ranked table in the terminal."""

from __future__ import annotations

from rich.text import Text

from gapcheck.batch.summary import BatchSummary, RankedPosting
from gapcheck.report import Verdict
from gapcheck.reporters.batch import words
from gapcheck.reporters.terminal.page import BAD, FAINT, GOOD, LINK, SOME, Page, padded

VERDICT_STYLES = {Verdict.YES: GOOD, Verdict.BORDERLINE: SOME, Verdict.NO: BAD}

BAR = 10
"""Columns of a coverage bar: 10 % each."""

LONGEST_TITLE = 44
"""Columns of the title where there is room for the missing words beside it."""

WIDE = 110
"""Columns from which on the missing words stand in the row itself."""


def show_ranked(summary: BatchSummary, page: Page, hidden: int) -> list[Text]:
    """A row a posting; `hidden` rows are left out at the end."""
    if not summary.postings:
        return [Text(), *page.block(Text("No posting could be judged.", style=BAD), 0)]
    left_out = words.left_out(summary)
    heading = words.RANKED[summary.sort]
    if not summary.ranked:
        return [*page.heading(heading), *page.block(Text(left_out), 2)]
    table = _Table(summary, page)
    lines = page.heading(heading, "" if page.quiet else words.RANKED_NOTE)
    lines += page.block(Text(left_out, style=FAINT), 2) if left_out else []
    lines.append(table.head())
    for row in summary.ranked:
        lines += table.row(row)
    if hidden:
        lines.append(Text(f"  {page.signs.more} and {words.count(hidden, 'more posting')}", style=FAINT))
    return lines


class _Table:
    """Columns and their widths: rank, title, bar, share, required, verdict and, in wide ones, what is missing."""

    def __init__(self, summary: BatchSummary, page: Page) -> None:
        self.page = page
        self.rank = len(f"{summary.ranked[-1].rank:,}")
        self.bar = 0 if page.narrow else BAR
        self.wide = page.width >= WIDE
        rest = page.width - (2 + self.rank + 2) - self._figures
        self.title = min(LONGEST_TITLE, rest // 2) if self.wide else rest

    @property
    def _figures(self) -> int:
        return (2 + self.bar if self.bar else 0) + 7 + 10 + 14

    def head(self) -> Text:
        """What the columns are."""
        left = 2 + self.rank + 2 + self.title
        bar = " " * (2 + self.bar) if self.bar else ""
        lacks = "lacks" if self.wide else ""
        return Text(
            f"{'':{left}}{bar}{'all':>7}{'required':>10}  {'in 10 s':12}{'  ' if self.wide else ''}{lacks}",
            style=FAINT,
        )

    def row(self, posting: RankedPosting) -> list[Text]:
        """The row, and a second line with where the posting comes from and what stands in the way."""
        page = self.page
        line = Text.assemble(
            f"  {posting.rank:{self.rank},}  ", fitted(page, words.name_of(posting), self.title, "bold")
        )
        if self.bar:
            line.append("  ").append_text(page.bar(posting.overall or 0.0, self.bar, LINK))
        line.append(f"{words.share(posting.overall, page.signs.dash):>7}", style="bold")
        line.append(f"{words.share(posting.required, page.signs.dash):>10}")
        line.append("  ").append_text(self._verdict(posting.verdict))
        if self.wide:
            room = page.width - line.cell_len - 2
            line.append("  ").append_text(fitted(page, _lacks(posting), room))
        return [line, *([] if page.quiet else self._second(posting))]

    def _second(self, posting: RankedPosting) -> list[Text]:
        indent = Text(" " * (2 + self.rank + 2))
        parts = [Text(words.place_of(posting.source), style=FAINT)] if posting.title else []
        if not self.wide and posting.missing:
            parts.append(Text.assemble(("lacks ", FAINT), _lacks(posting)))
        if posting.hurdles:
            parts.append(Text.assemble(("not by words: ", FAINT), "; ".join(posting.hurdles)))
        text = Text(f" {self.page.signs.dot} ", style=FAINT).join(parts)
        return [self.page.one_line(text, indent.cell_len, indent)] if parts else []

    def _verdict(self, verdict: Verdict) -> Text:
        signs = self.page.signs
        sign = {Verdict.YES: signs.good, Verdict.BORDERLINE: signs.some, Verdict.NO: signs.bad}[verdict]
        return padded(f"{sign} {verdict.value}", 12, VERDICT_STYLES[verdict])


def fitted(page: Page, text: str, width: int, style: str = "") -> Text:
    """A text of exactly `width` columns: cut, with an ellipsis, or filled up with blanks."""
    line = Text(text, style=style)
    if line.cell_len > width:
        line.truncate(max(0, width - len(page.signs.more)))
        line.rstrip()
        line.append(page.signs.more)
    return Text.assemble(line, " " * (width - line.cell_len))


def _lacks(posting: RankedPosting) -> str:
    if not posting.missing:
        return "nothing" if not posting.missing_count else ""
    return ", ".join(posting.missing)
