"""A saved web page: the schema.org JobPosting in it, else its main content without navigation."""

from __future__ import annotations

import re
from html import unescape

from gapcheck.document import Format, ReadingNote
from gapcheck.readers.decode import decode
from gapcheck.readers.draft import Draft, DraftLine
from gapcheck.readers.jobposting import find_job_posting, posting_lines
from gapcheck.readers.markup import html_lines
from gapcheck.readers.normalise import has_controls
from gapcheck.readers.notes import note

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_\-]+)", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,1000})</title>", re.IGNORECASE)
_MAIN_WORDS = 30  # fewer words than this as "main content" of a longer page: the extraction has failed


def read_html(data: bytes, source: str) -> Draft:
    """Return the draft of a web page. Raises ReadError when it is no text or too large."""
    text, guessed = _decode(data, source)
    notes: tuple[ReadingNote, ...] = (note("READ012"),) if guessed else ()
    if has_controls(text):
        notes = (*notes, note("READ009"))
    posting = find_job_posting(text)
    if posting is not None and (lines := posting_lines(posting)):
        return Draft(Format.HTML, tuple(lines), title=posting.title, employer=posting.employer, notes=notes)
    return Draft(Format.HTML, tuple(_main_content(text)), title=_title(text), notes=notes)


def _decode(data: bytes, source: str) -> tuple[str, bool]:
    text, guessed = decode(data, source)
    declared = _CHARSET.search(data[:4096])
    if not guessed or declared is None:
        return text, guessed
    try:
        return data.decode(declared.group(1).decode("ascii")), False
    except (LookupError, UnicodeDecodeError):
        return text, True


def _title(text: str) -> str | None:
    match = _TITLE.search(text)
    return unescape(match.group(1)) if match else None


def _main_content(text: str) -> list[DraftLine]:
    """Return the page without navigation, or all of it where that leaves too little to be true."""
    whole = html_lines(text, chrome=False)
    if _word_count(whole) < 2 * _MAIN_WORDS:
        return whole

    import trafilatura

    main = trafilatura.extract(
        text,
        output_format="html",
        favor_recall=True,
        include_comments=False,
        include_formatting=True,
        include_tables=True,
    )
    lines = html_lines(main) if main else []
    return lines if _word_count(lines) >= _MAIN_WORDS else whole


def _word_count(lines: list[DraftLine]) -> int:
    return sum(len(line.words) for line in lines)
