"""Plain text and Markdown: lines with the roles that their marks show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from gapcheck.document import Format, ReadingNote, Role, has_capitals
from gapcheck.readers.decode import decode
from gapcheck.readers.draft import Draft, DraftLine, plain_words
from gapcheck.readers.normalise import has_controls, normalise, squeeze
from gapcheck.readers.notes import note
from gapcheck.readers.spacing import join_spaced

BULLET = re.compile(
    r"(?:[-*+•·∙●○◦‣⁃▪▫■□◆◇►▶▸➢➤➔→✓✔✦★–—~›»]|o(?=[ \t]+[A-Z])|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)"
    r"|[•●▪■‣](?=\S)"
)
_RULE = re.compile(r"[-=_*~#+.·•—–─━═ ]{3,}")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_CONTINUES = re.compile(r"(?:[,&/]|\b(?:and|or|of|the|a|an|in|with|for|to|as|by|on|at|from))$")
HEADING_WORDS = 8
_HEADING_CHARS = 70
_MIN_WRAP, _MAX_WRAP = 30, 120  # columns at which text is wrapped by hand or by a mail program


@dataclass(frozen=True, slots=True)
class _Row:
    """One non-blank line of the file; `gap` says that a blank line or a rule stands before it."""

    text: str
    indent: int
    role: Role
    gap: bool


def read_plain_bytes(data: bytes, source: str, *, markdown: bool) -> Draft:
    """Return the draft of a text or Markdown file. Raises ReadError when it is no text or too large."""
    text, guessed = decode(data, source)
    return read_plain(text, markdown=markdown, notes=(note("READ012"),) if guessed else ())


def read_plain(text: str, *, markdown: bool, notes: tuple[ReadingNote, ...] = ()) -> Draft:
    """Return the draft of text in memory; Markdown is also recognised by its marks."""
    if has_controls(text):
        notes = (*notes, note("READ009"))
    text = normalise(_ENTITY.sub(lambda match: unescape(match.group()), text))
    from gapcheck.readers.markdown import looks_like_markdown, read_markdown_lines  # not for a PDF

    if markdown or looks_like_markdown(text):
        return Draft(Format.MARKDOWN, tuple(read_markdown_lines(text)), notes=notes)
    return Draft(Format.TEXT, tuple(_lines(list(_rows(text)))), notes=notes)


def looks_like_heading(text: str) -> bool:
    """Whether a line of its own is a heading by its form: short, in capitals or with a colon at its end."""
    if len(text) > _HEADING_CHARS or len(text.split()) > HEADING_WORDS:
        return False
    if text.endswith(":"):
        return True
    letters = sum(char.isalpha() for char in text)
    return text.isupper() and letters >= 4 and not re.search(r"[\d,|;@.]", text)


def _rows(text: str) -> Iterator[_Row]:
    raw = text.split("\n")
    gap = True
    for index, line in enumerate(raw):
        body = line.strip()
        if not body or _RULE.fullmatch(body):
            gap = True
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        mark = BULLET.match(body)
        role = Role.LIST_ITEM if mark else Role.BODY
        content = squeeze(join_spaced(body[mark.end() :] if mark else body))
        underlined = gap and _is_underlined(content, raw[index + 1 : index + 2])
        if not mark and (underlined or looks_like_heading(content)):
            role = Role.HEADING
        yield _Row(content, indent, role, gap)
        gap = False


def _is_underlined(text: str, following: Sequence[str]) -> bool:
    rule = following[0].strip() if following else ""
    return len(rule) >= 3 and set(rule) <= set("=-~_─━═") and len(text.split()) <= HEADING_WORDS


def _lines(rows: Sequence[_Row]) -> Iterator[DraftLine]:
    width, cased = _usual_width(rows), has_capitals(row.text for row in rows)
    block = -1
    role = Role.BODY
    for index, row in enumerate(rows):
        if index and _goes_on(rows, index, role, width, cased=cased):
            yield DraftLine(plain_words(row.text), block=block, role=role)
            continue
        block += 1
        role = row.role
        yield DraftLine(plain_words(row.text), block=block, role=role)


def _goes_on(rows: Sequence[_Row], index: int, role: Role, width: int, *, cased: bool) -> bool:
    """Whether a row belongs to the same paragraph or list item as the row above; `cased` says that a sentence of the
    text begins with a capital."""
    row, above = rows[index], rows[index - 1]
    if row.gap or row.role is not Role.BODY or role is Role.HEADING or above.text.isupper():
        return False
    if (cased and row.text[0].islower()) or _CONTINUES.search(above.text):
        return True
    if role is Role.LIST_ITEM and row.indent > above.indent:
        return True
    room = _paragraph_width(rows, index)
    if not max(_MIN_WRAP, 0.8 * width) <= room <= _MAX_WRAP:
        return False
    return len(above.text) + 1 + len(row.text.split(maxsplit=1)[0]) > room


def _paragraph_width(rows: Sequence[_Row], index: int) -> int:
    """Longest line between the gaps around a row."""
    first = index
    while first > 0 and not rows[first].gap and index - first < 40:
        first -= 1
    last = index
    while last + 1 < len(rows) and not rows[last + 1].gap and last - index < 40:
        last += 1
    return max(len(row.text) for row in rows[first : last + 1])


def _usual_width(rows: Sequence[_Row]) -> int:
    """Length that one line in ten exceeds: the column where wrapped text breaks."""
    lengths = sorted(len(row.text) for row in rows)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
