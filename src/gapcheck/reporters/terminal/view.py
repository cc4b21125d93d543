"""A resume alone in the terminal: what ten seconds show of it, and what a parser reads."""

from __future__ import annotations

from rich.text import Text

from gapcheck.document import Format
from gapcheck.report import ResumeView
from gapcheck.reporters.clean import clean_view, to_ascii
from gapcheck.reporters.facts import file_name
from gapcheck.reporters.parsed import parse_plainly
from gapcheck.reporters.terminal.glance import show_timeline
from gapcheck.reporters.terminal.page import (
    ASCII,
    BAD,
    FAINT,
    NARROWEST,
    SOME,
    UNICODE,
    WIDEST,
    Page,
    to_string,
)


def render_view(view: ResumeView, *, width: int, color: bool, unicode: bool = True) -> str:
    """The view as lines of at most `width` columns; without `unicode` the output is ASCII."""
    page = Page(min(max(width, NARROWEST), WIDEST), UNICODE if unicode else ASCII, 0, False, None)
    shown = clean_view(view, unicode=unicode)
    lines = [*_seen(shown, page), *_parsed(shown, page), *_reading(shown, page)]
    return to_string(lines, color=color)


def _seen(shown: ResumeView, page: Page) -> list[Text]:
    glance = shown.ten_second
    count = f": {glance.words_seen} of {shown.resume.words} words are seen in ten seconds"
    lines = page.block(Text.assemble((file_name(shown.resume.source), "bold"), count), 0)
    if glance.layout != "known":
        note = "Judged by the order of the lines only: this format has no page layout."
        lines += page.block(Text(note, style=FAINT), 2)
    return [*lines, Text(), *(show_timeline(glance.timeline, None, page) if glance.timeline else [])]


def _parsed(shown: ResumeView, page: Page) -> list[Text]:
    parsed = parse_plainly(shown.document)
    is_pdf = shown.document.format is Format.PDF
    lines = page.heading("What a parser reads", "plain extraction of the file, by pypdf" if is_pdf else "")
    if parsed.lines is None:
        return [*lines, *page.block(Text("nothing: plain extraction fails on this file", style=BAD), 2)]
    if parsed.lost:
        more = (
            f" and {parsed.lost_count - len(parsed.lost)} more"
            if parsed.lost_count > len(parsed.lost)
            else ""
        )
        text = f"On the page, but a parser loses it: {_plain(', '.join(parsed.lost), page)}{more}."
        lines += page.block(Text(text), 4, Text(f"  {page.signs.warning}", style=f"bold {SOME}"))
    for line in parsed.lines:
        lines += page.block(Text(_plain(line, page)), 2) if line else [Text()]
    return lines


def _plain(text: str, page: Page) -> str:
    return text if page.unicode else to_ascii(text)


def _reading(shown: ResumeView, page: Page) -> list[Text]:
    lines = page.heading("Reading the file") if shown.reading else []
    for finding in shown.reading:
        text = Text.assemble(finding.message, (f" {finding.fix}", FAINT))
        lines += page.block(text, 4, Text(f"  {page.signs.warning}", style=f"bold {SOME}"), finding.code)
    return lines
