"""The text of a DOCX part in document order, with the pieces that python-docx does not reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gapcheck.document import Role
from gapcheck.readers.docx_styles import Format, Styles, W
from gapcheck.readers.draft import DraftLine, DraftWord
from gapcheck.readers.grids import Grid
from gapcheck.readers.normalise import normalise
from gapcheck.readers.plain import BULLET, HEADING_WORDS, looks_like_heading
from gapcheck.readers.spacing import join_spaced

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NO_TEXT = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr")
)
_TEXT_BOX = W + "txbxContent"
_SIGNS = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-"}
_MAX_DEPTH = 60  # nesting of tables, controls and boxes; Word itself stops far below

Run = tuple[str, Format]


@dataclass(slots=True)
class _Paragraph:
    """What a paragraph holds: lines of runs, the page it starts on, and text boxes anchored in it."""

    rows: list[list[Run]] = field(default_factory=lambda: [[]])
    page: int | None = None
    boxes: list[Any] = field(default_factory=list)


class Body:
    """Collects the lines of a document; `boxed` says whether any of them stand in a text box."""

    def __init__(self, styles: Styles) -> None:
        self.lines: list[DraftLine] = []
        self.page = 1
        self.boxed = False
        self._styles = styles
        self._block = -1
        self._just_broken = False
        self._grids: list[Grid] = []

    def add(self, container: Any, role: Role = Role.BODY, depth: int = 0) -> None:
        """Add the paragraphs and tables inside an element, in document order."""
        if depth > _MAX_DEPTH:
            return
        for child in _visible(container):
            if child.tag == W + "p":
                self._add_paragraph(child, role, depth)
            elif child.tag == W + "tbl":
                self._grids.append(Grid())
                self.add(child, Role.TABLE if role is Role.BODY else role, depth + 1)
                self._grids.pop().arrange(self.lines)
            else:  # rows, cells, content controls, custom XML, tracked insertions
                self._begin(child.tag)
                self.add(child, role, depth + 1)

    def _begin(self, tag: str) -> None:
        """Note where a row or a cell of a table begins."""
        if self._grids and tag == W + "tr":
            self._grids[-1].begin_row()
        elif self._grids and tag == W + "tc":
            self._grids[-1].begin_cell(len(self.lines))

    def _add_paragraph(self, paragraph: Any, role: Role, depth: int) -> None:
        content = _Paragraph()
        for leaf in _leaves(paragraph, 0):
            self._add_leaf(content, leaf, paragraph)
        role = self._role(paragraph, role)
        for index, row in enumerate(content.rows):
            self._add_row(row, role, content.page or self.page, after_break=index > 0)
        for box in content.boxes:
            self.boxed = True
            self.add(box, role if role in {Role.HEADER, Role.FOOTER} else Role.BODY, depth + 1)

    def _add_leaf(self, content: _Paragraph, leaf: Any, paragraph: Any) -> None:
        if leaf.tag == _TEXT_BOX:
            content.boxes.append(leaf)
        elif leaf.tag in {W + "br", W + "cr"} and leaf.get(W + "type") != "page":
            content.rows.append([])
        elif leaf.tag in {W + "br", W + "lastRenderedPageBreak"}:
            # Word notes where a page began also after a break that was set by hand: one page, not two.
            self.page += not (self._just_broken and leaf.tag != W + "br")
            self._just_broken = True
        elif text := leaf.text or "" if leaf.tag == W + "t" else _SIGNS.get(leaf.tag, ""):
            self._just_broken = self._just_broken and not text.strip()
            content.page = content.page or self.page
            content.rows[-1].append((text, self._styles.run_format(leaf.getparent(), paragraph)))

    def _add_row(self, row: list[Run], role: Role, page: int, *, after_break: bool) -> None:
        words = _words(row)
        if not words:
            return
        if len(words) > 1 and BULLET.match(f"{words[0].text} {words[1].text}"):
            words, role = words[1:], Role.LIST_ITEM
        if not (after_break and words[0].text[0].islower()):
            self._block += 1
        self.lines.append(
            DraftLine(words, page=page, block=max(self._block, 0), role=_formatted_role(words, role))
        )

    def _role(self, paragraph: Any, role: Role) -> Role:
        if self._styles.is_heading(paragraph):
            return Role.HEADING
        return Role.LIST_ITEM if self._styles.is_list_item(paragraph) else role


def _visible(element: Any) -> Iterator[Any]:
    """Yield the children of an element that belong to the text; of alternatives only the first."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _NO_TEXT:
            continue
        if child.tag == _MC + "AlternateContent":
            choice = child.find(_MC + "Choice")
            chosen = choice if choice is not None else child.find(_MC + "Fallback")
            if chosen is not None:
                yield chosen
        else:
            yield child


def _leaves(element: Any, depth: int) -> Iterator[Any]:
    """Yield the leaves of a paragraph that hold text, breaks or text boxes."""
    if depth > _MAX_DEPTH:
        return
    for child in _visible(element):
        if child.tag == _TEXT_BOX or len(child) == 0:
            yield child
        else:
            yield from _leaves(child, depth + 1)


def _words(row: list[Run]) -> tuple[DraftWord, ...]:
    """Split runs into words; a word across runs is whole, with the format of its longest part."""
    plain = "".join(text for text, _ in row)
    joined = join_spaced(plain)
    if joined != plain:
        row = [(joined, max(row, key=lambda run: len(run[0]))[1])]
    words: list[DraftWord] = []
    longest, glue = 0, False
    for raw, form in row:
        text = normalise(raw)
        for index, part in enumerate(text.split()):
            word = DraftWord(part, size=form.size, bold=form.bold)
            if index == 0 and glue and not text[0].isspace():
                last = words.pop()
                kept = word if len(part) > longest else last
                word = DraftWord(last.text + part, size=kept.size, bold=kept.bold)
                longest = max(longest, len(part))
            else:
                longest = len(part)
            words.append(word)
        glue = bool(words) and not text[-1:].isspace() if text else glue
    return tuple(words)


def _formatted_role(words: tuple[DraftWord, ...], role: Role) -> Role:
    """Return HEADING for a short line that is bold or in capitals throughout."""
    if role is not Role.BODY or len(words) > HEADING_WORDS:
        return role
    text = " ".join(word.text for word in words)
    return Role.HEADING if all(word.bold for word in words) or looks_like_heading(text) else role
