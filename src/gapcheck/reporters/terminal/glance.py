"""The verdict of the ten seconds, and what is seen when."""

from __future__ import annotations

import re

from rich.text import Text

from gapcheck.report import Glimpse, Report, TenSecond, Verdict
from gapcheck.reporters.facts import VERDICTS
from gapcheck.reporters.terminal.page import BAD, FAINT, GOOD, SOME, Page, padded, widest
from gapcheck.reporters.timeline import SECONDS, Row, timeline_rows

STYLES = {Verdict.YES: GOOD, Verdict.BORDERLINE: SOME, Verdict.NO: BAD}

SCAN_LINES = 4
"""Lines the last row takes at most."""

LABEL = 11
"""Columns of the longest label below the verdict."""


def show_glance(report: Report, page: Page) -> list[Text]:
    """The verdict with its reasons, the timeline, what is never reached and the smallest change."""
    glance = report.ten_second
    if glance is None:
        return []
    lines = [Text(), *_verdict(glance, page)]
    for label, text in _reasons(glance, page):
        lines += page.block(text, LABEL + 4, Text(f"  {label}", style=FAINT))
    if not page.quiet and glance.timeline:
        lines += [Text(), *show_timeline(glance.timeline, _seen_words(report), page), Text()]
    for label, text in _outlook(glance, page):
        lines += page.block(text, LABEL + 4, Text(f"  {label}", style=FAINT))
    while lines and not lines[-1].plain:
        lines.pop()
    return lines


def _verdict(glance: TenSecond, page: Page) -> list[Text]:
    style = f"bold {STYLES[glance.verdict]}"
    sign = {
        Verdict.YES: page.signs.good,
        Verdict.BORDERLINE: page.signs.some,
        Verdict.NO: page.signs.bad,
    }[glance.verdict]
    verdict, _, meaning = VERDICTS[glance.verdict].partition(", ")
    text = Text.assemble(("In ten seconds: ", "bold"), (verdict.upper(), style), (f", {meaning}", "bold"))
    return page.block(text, 2, Text(sign, style=style))


def _reasons(glance: TenSecond, page: Page) -> list[tuple[str, Text]]:
    title = glance.title
    if title.target is None:
        said = Text("the posting names no job title to look for", style=FAINT)
    elif title.seen_at is None:
        said = Text.assemble(page.quoted(title.target), (" not seen", BAD))
    else:
        said = Text.assemble(page.quoted(title.target), (f" seen at {title.seen_at:.1f} s", GOOD))
        if title.text and title.text.casefold() != title.target.casefold():
            said.append(f", as {page.quoted(title.text)}")
    must = glance.must_have
    seen = f"{must.seen} of the {must.total} heaviest required words seen"
    rows = [("Title", said)]
    if must.total:
        rows.append(("Must have", Text(seen)))
    if glance.layout != "known":
        note = "by the order of the lines only: this format has no page layout"
        rows.append(("Judged", Text(note, style=FAINT)))
    return rows


def show_timeline(timeline: tuple[Glimpse, ...], words: re.Pattern[str] | None, page: Page) -> list[Text]:
    """One line a row: until when, where on the axis, what. Only the scan may take more."""
    rows = timeline_rows(timeline)
    axis = 10 if page.narrow else 40 if page.wide else 12
    kinds = 0 if page.narrow else widest([row.kind for row in rows], 14)
    length = max(SECONDS, timeline[-1].at)
    lines: list[Text] = []
    for row in rows:
        margin = _margin(row, length, axis, kinds, page)
        text = _lit(f" {page.signs.dot} ".join(row.texts), words)
        if row.kind == "scan":
            lines += _cut(page.block(text, margin.cell_len, margin), SCAN_LINES, page)
        else:
            lines.append(page.one_line(text, margin.cell_len, margin))
    return lines


def _margin(row: Row, length: float, axis: int, kinds: int, page: Page) -> Text:
    """The second, the stretch of the axis and the kind of a row."""
    first = min(axis - 1, int(row.begin / length * axis))
    last = min(axis, max(first + 1, round(row.end / length * axis)))
    return Text.assemble(
        f"  {row.end:4.1f} s  ",
        (page.signs.empty * first, FAINT),
        (page.signs.full * (last - first), "bold"),
        (page.signs.empty * (axis - last), FAINT),
        "  ",
        padded(row.kind, kinds, FAINT) if kinds else "",
        "  " if kinds else "",
    )


def _cut(lines: list[Text], most: int, page: Page) -> list[Text]:
    """The first lines, the last with an ellipsis if there were more."""
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = page.one_line(lines[-1].append(" " * page.width), 0, Text())
    return lines


def _seen_words(report: Report) -> re.Pattern[str] | None:
    """The posting's words as the resume says them, longest first, to light them up in the timeline."""
    said = {m.text for k in report.keywords if k.status.shown for m in k.resume if m.seen_at is not None}
    if not said:
        return None
    forms = "|".join(re.escape(text) for text in sorted(said, key=lambda text: (-len(text), text)))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def _lit(text: str, words: re.Pattern[str] | None) -> Text:
    lit = Text(text)
    for match in words.finditer(text) if words else ():
        lit.stylize(f"bold {GOOD}", *match.span())
    return lit


def _outlook(glance: TenSecond, page: Page) -> list[tuple[str, Text]]:
    """What a reader does not get to, and the changes that turn the verdict."""
    rows: list[tuple[str, Text]] = []
    for where, label in (("page_1", "Not reached"), ("page_2", "On page 2")):
        terms = [item.term for item in glance.not_reached if item.where == where]
        if terms:
            rows.append((label, Text(", ".join(terms))))
    for number, item in enumerate(glance.suggestions):
        text = Text.assemble(
            item.change.rstrip("."),
            (f" {page.signs.right} ", FAINT),
            (item.verdict_after.value, f"bold {STYLES[item.verdict_after]}"),
        )
        rows.append(("" if number else "Quick fix", text))
    return rows
