"""Plain text and Markdown: lines with the roles that their marks show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from gapcheck.document import Format, ReadingNote, Role
from gapcheck.readers.decode import decode
from gapcheck.readers.draft import Draft, DraftLine, plain_words
from gapcheck.readers.normalise import has_controls, normalise, squeeze
from gapcheck.readers.notes import note
from gapcheck.readers.paragraphs import Layout, Row
from gapcheck.readers.spacing import join_spaced

_SIGN = "[-*+•·∙●○◦‣⁃▪▫■□◆◇►▶▸➢➤➔→✓✔✦★–—~›»✅☑👉🔹🔸🔷🔶]\ufe0f?"
_SIGN_ALONE = re.compile(rf"{_SIGN}|o")
_ROMAN = "x?(?:i[xv]|vi{0,3}|i{1,3})|x"
BULLET = re.compile(
    rf"(?:{_SIGN}|o(?=[ \t]+[A-Za-z])|\(?\d{{1,2}}[.)]|\(?(?:[a-z]|{_ROMAN})\)|\(?(?:[a-h]|{_ROMAN})\.)[ \t]+(?=\S)"
    r"|[•●▪■‣](?=\S)"
)
_RULE = re.compile(r"[-=_*~#+.·•—–─━═ ]{3,}")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_ENTITY_LEFT = re.compile(
    r"(?<![&\w])(?:nbsp|[nm]dash|middot|[lr]dquo|lsquo|hellip)\b;?|(?<!&)rsquo;?"
    r"|(?<![&\w])(?<!\d )(?:amp|pound|quot|bull);"
    r"|&(?:bull|nbsp|[nm]dash|middot|[lr]dquo|[lr]squo|hellip|pound|euro)(?!;)"
)
"""An entity whose ampersand or semicolon got lost on the way through some job board: "the clientrsquos needs",
"R amp; D", "isn&rsquot"."""
_LEVELS = re.compile(r"\s*(?P<upper>\d{1,2})\.(?P<lower>\d{1,2})\.?[ \t]+(?=[^\W\d_])")
_UPPER = re.compile(r"\s*(?P<upper>\d{1,2})\.?[ \t]+(?=[^\W\d_])")
FEWEST_LEVELS = 3
"""Lines numbered in two levels that make a numbered text; a single "2.1 Draft reports" may be a class of degree."""

HEADING_WORDS = 8
_HEADING_CHARS = 70


def read_plain_bytes(data: bytes, source: str, *, markdown: bool) -> Draft:
    """Return the draft of a text or Markdown file. Raises ReadError when it is no text or too large."""
    text, guessed = decode(data, source)
    return read_plain(text, markdown=markdown, notes=(note("READ012"),) if guessed else ())


def read_plain(text: str, *, markdown: bool, notes: tuple[ReadingNote, ...] = ()) -> Draft:
    """Return the draft of text in memory; Markdown is also recognised by its marks."""
    if has_controls(text):
        notes = (*notes, note("READ009"))
    text = _ENTITY.sub(lambda match: unescape(match.group()), text)
    text = normalise(_ENTITY_LEFT.sub(lambda match: unescape(f"&{match.group().strip('&;')};"), text))
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


def _numbered(lines: Sequence[str]) -> dict[int, tuple[int, Role]]:
    """The lines of a text numbered in two levels: where each begins behind its number, and what it is.

    "2. Duties" above "2.1 Draft reports" is a heading.
    """
    levels = [_LEVELS.match(line) for line in lines]
    lower = {(match["upper"], match["lower"]) for match in levels if match}
    if len(lower) < FEWEST_LEVELS or not any((upper, "2") in lower for upper, first in lower if first == "1"):
        return {}
    found: dict[int, tuple[int, Role]] = {}
    above: tuple[int, re.Match[str]] | None = None
    for number, (line, level) in enumerate(zip(lines, levels, strict=True)):
        if level is not None:
            found[number] = level.end(), Role.LIST_ITEM
            if above is not None and level["lower"] == "1" and level["upper"] == above[1]["upper"]:
                found[above[0]] = above[1].end(), Role.HEADING
        if line.strip():
            match = _UPPER.match(line)
            above = (number, match) if match is not None and level is None else None
    return found


def _rows(text: str) -> Iterator[Row]:
    raw = text.split("\n")
    numbered = _numbered(raw)
    gap, marked = True, False
    for index, line in enumerate(raw):
        body = line.strip()
        if not body or _RULE.fullmatch(body):
            gap = True
            continue
        if _SIGN_ALONE.fullmatch(body):  # copied from a page, a bullet may stand on a line of its own
            marked = True
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        mark = BULLET.match(body)
        role = Role.LIST_ITEM if mark or marked else Role.BODY
        rest = body[mark.end() :] if mark else body
        if index in numbered:
            begins, role = numbered[index]
            rest = line[begins:].strip()
        content = squeeze(join_spaced(rest))
        underlined = gap and _is_underlined(content, raw[index + 1 : index + 2])
        if role is Role.BODY and (underlined or looks_like_heading(content)):
            role = Role.HEADING
        yield Row(content, indent, role, gap)
        gap = marked = False


def _is_underlined(text: str, following: Sequence[str]) -> bool:
    rule = following[0].strip() if following else ""
    return len(rule) >= 3 and set(rule) <= set("=-~_─━═") and len(text.split()) <= HEADING_WORDS


def _lines(rows: Sequence[Row]) -> Iterator[DraftLine]:
    layout = Layout(rows)
    block, role = -1, Role.BODY
    for index, row in enumerate(rows):
        if not layout.goes_on(index, role):
            block, role = block + 1, row.role
        yield DraftLine(plain_words(row.text), block=block, role=role)
