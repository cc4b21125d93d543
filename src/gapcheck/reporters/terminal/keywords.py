"""The posting's words: missing, worded differently, implied, listed without proof, shown."""

from __future__ import annotations

from rich.text import Text

from gapcheck.report import Keyword, Report, Strength
from gapcheck.reporters.facts import (
    Gap,
    find_gaps,
    first_seen,
    plainly_shown,
    spared,
    their_words,
    why,
    with_code,
)
from gapcheck.reporters.quote import quote
from gapcheck.reporters.terminal.page import BAD, FAINT, GOOD, LINK, SOME, Page, padded, widest

REASONS = 30
"""Columns of the reasons: room for "12 times · in 1 of 400 postings"."""

YOURS = 24
"""Columns that your wording and the code need at least beside the posting's word."""

STRENGTHS = {Strength.REQUIRED: BAD, Strength.PREFERRED: SOME, Strength.MENTIONED: FAINT}


def show_missing(report: Report, page: Page) -> list[Text]:
    """The missing list, the heart of the report: most important first, at most `page.top` rows."""
    gaps = find_gaps(report)
    if not gaps:
        return [*page.heading("Missing words"), *_nothing_missing(report, page)]
    rows = gaps[: page.top] if page.top else gaps
    names = [_name(gap) for gap in rows]
    column = widest(names, 30 if page.wide else 24)
    hint = "in the posting, not in your resume; most important first"
    lines = page.heading(f"Missing words ({len(gaps)})", "" if page.quiet else hint)
    for number, gap in enumerate(rows, start=1):
        lines += _gap(number, gap, column, page)
    if len(rows) < len(gaps):
        rest = f"{page.signs.more} and {len(gaps) - len(rows)} more, --top 0 for all"
        lines += page.block(Text(rest, style=FAINT), 5)
    return lines


def _nothing_missing(report: Report, page: Page) -> list[Text]:
    """An empty list said in words: all shown, or nothing found to look for, which is no good news."""
    if not report.keywords:
        sign, style, text = (
            page.signs.warning,
            SOME,
            "No keywords were found in the posting: nothing to compare.",
        )
    else:
        sign, style, text = page.signs.good, GOOD, "Your resume shows every word the posting asks for."
    return page.block(Text(text), 4, Text(f"  {sign}", style=f"bold {style}"))


def _name(gap: Gap) -> str:
    return " or ".join(gap.terms)


def _gap(number: int, gap: Gap, column: int, page: Page) -> list[Text]:
    """Term, strength and reasons with the code at the end of the line; the posting's line beside or below."""
    keyword = gap.keyword
    margin = Text(f"{number:3}  ", style=FAINT)
    code = keyword.code or ""
    head = Text.assemble(
        padded(_name(gap), column, "bold"),
        "  ",
        padded(keyword.strength.value, 9, STRENGTHS[keyword.strength]),
    )
    reasons = _reasons(gap, page)
    if page.wide:
        head.append("  ").append_text(padded(reasons, REASONS, FAINT)).append("  ")
        room = page.width - 5 - head.cell_len - len(code) - 2
        return page.block(head.append_text(_source(gap, room, page)), 5, margin, code)
    source = [] if page.quiet else page.block(_source(gap, page.width - 5, page), 5)
    if 5 + head.cell_len + 2 + len(reasons) + 2 + len(code) <= page.width:
        return [*page.block(head.append(f"  {reasons}", style=FAINT), 5, margin, code), *source]
    return [*page.block(head, 5, margin, code), *page.block(Text(reasons, style=FAINT), 5), *source]


def _reasons(gap: Gap, page: Page) -> str:
    one_of = ("any one",) if len(gap.terms) > 1 else ()
    return f" {page.signs.dot} ".join((*one_of, *why(gap.keyword.tf, gap.keyword.idf)))


def _source(gap: Gap, room: int, page: Page) -> Text:
    """The posting's line, the keyword lit, in at most `room` columns if the keyword itself fits."""
    if page.quiet:
        return Text()
    mention = gap.keyword.posting[0]
    place = f"line {mention.line}  "
    said = quote(mention, page.posting_text, room - len(place) - 2, unicode=page.unicode)
    return Text.assemble(
        (place, FAINT),
        page.signs.open,
        said.before,
        (said.hit, f"bold {LINK}"),
        said.after,
        page.signs.close,
    )


def show_findings(report: Report, page: Page) -> list[Text]:
    """What the resume has, but not so that a search or a hurried reader would find it."""
    return [
        *_pairs(
            report,
            page,
            "GAP003",
            "Say it in their words",
            "yours on the right; recruiters search by word",
        ),
        *_pairs(report, page, "GAP004", "Only implied", "an expert infers it; name it all the same"),
        *_listed(report, page),
    ]


def _pairs(report: Report, page: Page, code: str, title: str, note: str) -> list[Text]:
    """Rows of the posting's word and yours."""
    found = with_code(report, code)
    if not found:
        return []
    column = widest([their_words(keyword) for keyword in found], 30)
    lines = page.heading(f"{title} ({len(found)})", "" if page.quiet else note)
    for keyword in found:
        lines += _pair(keyword, column, page)
    return lines


def _pair(keyword: Keyword, column: int, page: Page) -> list[Text]:
    """The posting's word, an arrow and yours; on two lines where one is too narrow."""
    mention = first_seen(keyword)
    yours = Text(mention.text if mention else page.signs.dash)
    if mention and not page.narrow:
        yours.append(f"  line {mention.line}", style=FAINT)
    words = their_words(keyword)
    term = Text(words, style="bold")
    arrow = Text(f"  {page.signs.left}  ", style=FAINT)
    code = keyword.code or ""
    left = Text.assemble("  ", padded(words, column, "bold"), arrow)
    if left.cell_len > page.width - YOURS:
        return [
            *page.block(term, 2, code=code),
            *page.block(yours, 2 + arrow.cell_len, Text.assemble("  ", arrow)),
        ]
    return page.block(yours, left.cell_len, left, code)


def _listed(report: Report, page: Page) -> list[Text]:
    found = with_code(report, "GAP005")
    if not found:
        return []
    note = "in your skills list, in no job: say where you used it"
    lines = page.heading(f"Listed, never shown ({len(found)})", "" if page.quiet else note)
    return [*lines, *page.block(_flow([keyword.term for keyword in found]), 2, code="GAP005")]


def show_shown(report: Report, page: Page) -> list[Text]:
    """What is there already, in one paragraph."""
    shown = plainly_shown(report)
    if page.quiet or not shown:
        return []
    lines = page.heading(f"You already show ({len(shown)})")
    lines += page.block(_flow([keyword.term for keyword in shown], GOOD), 2)
    enough = spared(report)
    if enough:
        note = f"Not needed, an alternative is there: {', '.join(keyword.term for keyword in enough)}"
        lines += page.block(Text(note, style=FAINT), 2)
    return lines


def _flow(terms: list[str], style: str = "") -> Text:
    """Terms with commas between them."""
    text = Text()
    for number, term in enumerate(terms):
        text.append(", " if number else "", style=FAINT).append(term, style=style)
    return text
