"""A posting's keywords in the terminal, and on demand every candidate with the reason it was kept or dropped."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from gapcheck.keyword_list import Ground, JudgedCandidate, JudgedSentence, KeywordList, ListedKeyword
from gapcheck.reporters.clean import clean_keywords
from gapcheck.reporters.facts import file_name, percent, why
from gapcheck.reporters.terminal.keywords import STRENGTHS
from gapcheck.reporters.terminal.page import (
    ASCII,
    FAINT,
    GOOD,
    NARROWEST,
    UNICODE,
    WIDEST,
    Page,
    padded,
    to_string,
    widest,
)

LONGEST_TERM = 32
"""Columns of the terms; a longer one pushes its row to the right."""

ROOMY = 110
"""Columns from which on a row also tells how rare its keyword is."""

GROUNDS = 3
"""Grounds told of a candidate in one line; the JSON has more."""


def render_keywords(
    found: KeywordList, *, width: int, color: bool, top: int = 0, unicode: bool = True
) -> str:
    """The keywords as lines of at most `width` columns, at most `top` of them (0: all), then the explanation."""
    page = Page(min(max(width, NARROWEST), WIDEST), UNICODE if unicode else ASCII, top, False, None)
    shown = clean_keywords(found, unicode=unicode)
    lines = [*_head(shown, page), *_table(shown.keywords, page)]
    for sentence in shown.sentences or ():
        lines += _sentence(sentence, page)
    return to_string(lines, color=color)


def _head(shown: KeywordList, page: Page) -> list[Text]:
    title = f" {page.signs.dash} {shown.posting.title}" if shown.posting.title else ""
    return page.block(Text.assemble((file_name(shown.posting.source), "bold"), title), 0)


def _table(keywords: Sequence[ListedKeyword], page: Page) -> list[Text]:
    rows = keywords[: page.top] if page.top else keywords
    lines = page.heading(f"Keywords ({len(keywords)})", "weightiest first; % of the posting's weight")
    column = widest([keyword.term for keyword in rows], LONGEST_TERM)
    lines += [_row(number, keyword, column, page) for number, keyword in enumerate(rows, start=1)]
    if len(rows) < len(keywords):
        rest = f"{page.signs.more} and {len(keywords) - len(rows)} more, --top 0 for all"
        lines += page.block(Text(rest, style=FAINT), 5)
    return lines


def _row(number: int, keyword: ListedKeyword, column: int, page: Page) -> Text:
    dot = f" {page.signs.dot} "
    counted = why(keyword.tf, keyword.idf)
    reasons = [
        f"line {keyword.posting[0].line}",
        *([f"any of {keyword.group}"] if keyword.group else ()),
        " + ".join(keyword.origin),
        *(counted if page.width >= ROOMY else counted[:-1]),
    ]
    row = Text.assemble(
        padded(keyword.term, column, "bold"),
        "  ",
        padded(keyword.strength.value, 9, STRENGTHS[keyword.strength]),
        f"  {percent(keyword.weight):3} %  ",
        (dot.join(reasons), FAINT),
    )
    return page.one_line(row, 5, Text(f"{number:3}  ", style=FAINT))


def _sentence(sentence: JudgedSentence, page: Page) -> list[Text]:
    line = Text.assemble((f"line {sentence.line}, {sentence.section}  ", FAINT), sentence.text)
    lines = [Text(), *page.block(line, 0)]
    for candidate in sentence.candidates:
        lines += _candidate(candidate, page)
    return lines


def _candidate(candidate: JudgedCandidate, page: Page) -> list[Text]:
    kept = candidate.dropped is None
    margin = Text(f"  {page.signs.good if kept else ' '} ", style=f"bold {GOOD}")
    name = candidate.text if candidate.term == candidate.text else f"{candidate.text} = {candidate.term}"
    grounds = ", ".join(map(_told, [*candidate.sources, *candidate.words][: 2 * GROUNDS]))
    text = Text.assemble(
        (f"{candidate.probability:.2f}  ", "" if kept else FAINT),
        (name, "bold" if kept else ""),
        (f"  {candidate.dropped or 'kept'}: {grounds or 'named as a whole'}", FAINT),
    )
    return page.block(text, 4, margin)


def _told(ground: Ground) -> str:
    return f"{ground.trait} {ground.share:+.1f}"
