"""A posting that came as a record (a JSON line, a row of a table): its parts become one Document.

The title stands first, as on a page; texts with tags are read as HTML, texts without as plain text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.document import Document, Format, Role
from gapcheck.errors import ReadError
from gapcheck.readers.decode import MAX_TEXT_BYTES
from gapcheck.readers.draft import Draft, DraftLine, assemble, plain_words
from gapcheck.readers.jobposting import JobPosting, posting_lines
from gapcheck.readers.normalise import one_line
from gapcheck.readers.plain import read_plain

_MARKUP = re.compile(
    r"(?:<|&(?:amp;)*lt;)/?(?:p|br|ul|ol|li|div|span|b|strong|em|i|u|h[1-6]|table|tr|td|a|section)"
    r"(?:\s[^<>]{0,300})?/?(?:>|&(?:amp;)*gt;)",
    re.IGNORECASE,
)


def read_record(posting: JobPosting, source: str) -> Document:
    """Return the document of a record's parts, with its offsets into the text put together from them.

    Raises ReadError (`empty`, `too_large`) when there is no text in the parts, or too much.
    """
    data = _put_together(posting).encode("utf-8", errors="surrogatepass")
    if len(data) > MAX_TEXT_BYTES:
        size, limit = len(data) / 1e6, MAX_TEXT_BYTES // 1_000_000
        raise ReadError(
            source,
            f"the text is too large ({size:.0f} MB)",
            f"Give one posting of at most {limit} MB a record",
            code="too_large",
        )
    draft = _draft(posting)
    if not draft.lines:
        raise ReadError(source, "there is no text in it", "Check which field holds the text", code="empty")
    return assemble(replace(draft, title=posting.title, employer=posting.employer), source, data)


def _draft(posting: JobPosting) -> Draft:
    texts = (posting.description, *(text for _, text in posting.sections))
    if not any(text.strip() for text in texts):
        return Draft(Format.TEXT, ())
    if any(_MARKUP.search(text) for text in texts):
        return Draft(Format.HTML, tuple(posting_lines(posting)))
    draft = read_plain(_body(posting), markdown=False)
    title = one_line(posting.title or "")
    if not title or not draft.lines or _same(draft.lines[0].text, title):
        return draft
    head = DraftLine(plain_words(title), block=0, role=Role.HEADING)
    return replace(draft, lines=(head, *(replace(line, block=line.block + 1) for line in draft.lines)))


def _same(line: str, title: str) -> bool:
    return line.casefold().strip(" :#*") == title.casefold().strip(" :#*")


def _body(posting: JobPosting) -> str:
    sections = (f"{heading}:\n{text}" for heading, text in posting.sections)
    return "\n\n".join(part for part in (posting.description, *sections) if part.strip())


def _put_together(posting: JobPosting) -> str:
    """What the hash of the document is taken from."""
    return f"{posting.title or ''}\n\n{_body(posting)}"
