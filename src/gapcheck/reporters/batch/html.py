"""The batch as one self-contained HTML page: a table to sort and to filter, and what all postings say together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from gapcheck.batch.links import MOST_PAGES, page_name
from gapcheck.batch.summary import BatchSummary, RankedPosting
from gapcheck.reporters.batch import words
from gapcheck.reporters.batch.curve import draw_curve
from gapcheck.reporters.clean import clean_value
from gapcheck.reporters.facts import file_name, percent
from gapcheck.reporters.html.render import environment as report_environment
from gapcheck.reporters.html.render import source as report_source
from gapcheck.reporters.html.security import policy

MISSING_SHOWN = 3
"""Missing words named in a row; the posting's own page has them all."""

MOST_GAPS = 20
MOST_FAILED = 200

CHUNK = 400
"""Pieces of the page joined at once: a page of ten thousand rows has half a million of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table, ready for the template; shares in percent, -1 where the posting gave none."""

    posting: RankedPosting
    name: str
    href: str | None
    overall: int
    required: int
    missing: str
    more: int


def render(summary: BatchSummary, pages: str | None = None) -> str:
    """The whole page; `pages` is the folder of the first postings' own pages, None where there are none."""
    style, script = _style(), _source("batch.js")
    shown = clean_value(_without_rows(summary))
    stream = (
        _environment()
        .get_template("batch.html.j2")
        .stream(
            style=Markup(style),  # noqa: S704  our own files
            script=Markup(script),  # noqa: S704  our own file
            policy=policy(style, script),
            summary=shown,
            resume=file_name(shown.resume),
            rows=_rows(summary, pages),
            curve=draw_curve(shown.cover),
            linked=pages is not None,
        )
    )
    stream.enable_buffering(CHUNK)
    # As ASCII, a page of ten thousand rows needs half the memory.
    text = "".join(piece.encode("ascii", "xmlcharrefreplace").decode("ascii") for piece in stream)
    return text if text.endswith("\n") else text + "\n"


def _without_rows(summary: BatchSummary) -> BatchSummary:
    """The summary with the rows that are spoken of by name only: all of them are cleaned one by one."""
    return replace(summary, ranked=summary.ranked[:1])


def _rows(summary: BatchSummary, pages: str | None) -> Iterator[Row]:
    for posting in summary.ranked:
        clean = clean_value(posting)
        named = clean.missing[:MISSING_SHOWN]
        yield Row(
            clean,
            words.name_of(clean),
            f"{quote(pages)}/{page_name(posting.id)}" if pages and posting.rank <= MOST_PAGES else None,
            -1 if clean.overall is None else percent(clean.overall),
            -1 if clean.required is None else percent(clean.required),
            ", ".join(named),
            clean.missing_count - len(named),
        )


@cache
def _style() -> str:
    style = report_source("style.css") + _source("batch.css") + _bars()
    return re.sub(r"[^\x00-\x7f]", lambda sign: f"\\{ord(sign[0]):06x}", style)


@cache
def _bars() -> str:
    """A rule for each percent a bar can show: styles on the elements themselves are not let in."""
    return "".join(f".p{share}::before {{ width: {share}% !important; }}\n" for share in range(101))


@cache
def _source(name: str) -> str:
    """One of the package's own files; what is not here is the single report's."""
    file = files("gapcheck.reporters.batch") / "templates" / name
    return file.read_text("utf-8") if file.is_file() else report_source(name)


@cache
def _environment() -> Environment:
    made = report_environment().overlay(loader=FunctionLoader(_source), cache_size=8)
    made.globals = {**made.globals, "words": words, "percent": percent, "file_name": file_name}
    made.globals.update(MOST_GAPS=MOST_GAPS, MOST_FAILED=MOST_FAILED)
    return made
