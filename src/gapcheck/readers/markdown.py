"""Markdown: the marks become roles, the text stays. Enough of CommonMark for resumes and postings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapcheck.document import RUN_ON, Role
from gapcheck.readers.draft import DraftLine, DraftWord, plain_words
from gapcheck.readers.grids import Grid
from gapcheck.readers.normalise import squeeze
from gapcheck.readers.paragraphs import Layout, Row
from gapcheck.readers.plain import BULLET

_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_HEADING = re.compile(r"\s{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$")
_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*")
_RULE = re.compile(r"\s{0,3}(?:[-*_][ \t]*){3,}")
_TABLE_RULE = re.compile(r"\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*")
_QUOTE = re.compile(r"\s{0,3}(?:>[ \t]?)+")
_WHOLLY_BOLD = re.compile(r"\s*(\*\*|__)(?=[^\s*])((?:(?!\1).)+)\1[:.]?\s*")
_SURE_MARKS = re.compile(
    r"^#{1,6} \S|(?<!\*)\*\*[^\s*][^*\n]{0,200}\S\*\*(?!\*)|\[[^\]\n]{1,200}\]\(https?://|^\|?[ :]{0,9}-{3,}[ :]*\|",
    re.MULTILINE,
)

# Four asterisks or more are a number that somebody made unreadable ("up to **** a year"), or ornament.
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,500}\)"), ""),
    (re.compile(r"\[([^\]]{1,300})\]\([^)\s]{0,500}(?:\s+\"[^\"]{0,300}\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]{1,300})\]\[[^\]]{0,300}\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^>\s]{1,500})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^>\n]{0,200}>"), " "),
    (re.compile(r"(?<![\\*])(\*\*\*|\*\*)(?=[^\s*])(.{1,500}?)(?<=[^\s*])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<!\\)(~~)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(__|_)(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w\\*])\*(?=\S)([^*]{1,500}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(`{1,3})(.{1,500}?)\1"), r"\2"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def looks_like_markdown(text: str) -> bool:
    """Whether text without a telling name is Markdown: two marks or more that nobody types by chance."""
    return len(_SURE_MARKS.findall(text, 0, 20_000)) >= 2


def read_markdown_lines(text: str) -> list[DraftLine]:
    """Return the lines of normalised Markdown text.

    A line below another is a new paragraph where it looks like one, whatever CommonMark says: postings are copied
    without their bullets.
    """
    rows = list(_rows([row for line in _without_comments(text).split("\n") for row in _unfolded(line)]))
    layout = Layout([row for row, _ in rows])
    lines: list[DraftLine] = []
    grid = Grid()
    block, role = 0, Role.BODY
    for index, (_, parts) in enumerate(rows):
        in_table = parts[0].role is Role.TABLE
        if in_table:
            grid.begin_row()
        else:
            grid.arrange(lines)
            grid = Grid()
        for part in parts:
            if in_table:
                grid.begin_cell(len(lines))
            if part.starts or not layout.goes_on(index, role):
                block, role = block + 1, part.role
            if part.words:
                lines.append(DraftLine(part.words, block=block, role=role))
    grid.arrange(lines)
    return lines


_BOLD_WITHIN = re.compile(r"\s*(?<![\\*])(\*\*(?=[^\s*])[^*]{2,60}(?<=\S)\*\*(?!\*):?)\s*(?=[A-Z+*•-])")


def _unfolded(line: str) -> list[str]:
    """The rows of a line: of one that has lost its breaks each heading by itself ("… **The role** You will …")."""
    rows = _BOLD_WITHIN.split(line) if len(line) >= RUN_ON else []
    headings = len(rows) // 2
    return [row for row in rows if row.strip()] if headings > 1 else [line]


class _Part(NamedTuple):
    """A piece of a row with a role of its own; `starts` says that it never goes on with the row above."""

    role: Role
    words: tuple[DraftWord, ...]
    starts: bool


def _rows(lines: Sequence[str]) -> Iterator[tuple[Row, list[_Part]]]:
    gap, fenced = True, False
    for index, line in enumerate(lines):
        if _FENCE.match(line):
            fenced, gap = not fenced, True
            continue
        if not line.strip() or (not fenced and (_RULE.fullmatch(line) or _UNDERLINE.fullmatch(line))):
            gap = True
            continue
        following = "".join(lines[index + 1 : index + 2])
        parts = [_Part(Role.BODY, plain_words(line), True)] if fenced else _parts(line, following)
        if not parts:
            continue
        yield Row(line.strip(), len(line) - len(line.lstrip()), parts[0].role, gap), parts
        gap = line.endswith(("  ", "\\")) or parts[0].role is Role.TABLE


def _without_comments(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else part for part in rest)


def _parts(row: str, following: str) -> list[_Part]:
    """Return the parts of a line; a table row has one a cell."""
    row = _QUOTE.sub("", row, count=1)
    if heading := _HEADING.fullmatch(row):
        return [_Part(Role.HEADING, _words(heading.group(1)), True)]
    if item := BULLET.match(row.lstrip()):
        content = row.lstrip()[item.end() :]
        return [_Part(Role.LIST_ITEM, _words(_TASK.sub("", content, count=1)), True)]
    if _TABLE_RULE.fullmatch(row) and "|" in row:
        return []
    if row.strip().startswith("|") or (
        row.count("|") >= 1 and "|" in following and _TABLE_RULE.fullmatch(following)
    ):
        cells = re.split(r"(?<!\\)\|", row.strip().strip("|"))
        return [_Part(Role.TABLE, _words(cell.replace("\\|", "|")), True) for cell in cells]
    if _UNDERLINE.fullmatch(following) or _WHOLLY_BOLD.fullmatch(row):
        return [_Part(Role.HEADING, _words(row), True)]
    return [_Part(Role.BODY, _words(row), False)]


def _words(content: str) -> tuple[DraftWord, ...]:
    bold = _WHOLLY_BOLD.fullmatch(content) is not None
    for pattern, new in _INLINE:
        content = pattern.sub(new, content)
    return tuple(DraftWord(word, bold=bold) for word in squeeze(content.rstrip("\\")).split())
