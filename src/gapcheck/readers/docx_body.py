"""The text of a DOCX part in document order, with the pieces that python-docx does not reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gapcheck.document import Role
from gapcheck.readers.docx_styles import Format, Styles, W
from gapcheck.readers.draft import DraftLine, DraftWord
from gapcheck.readers.normalise import normalise
from gapcheck.readers.plain import BULLET, looks_like_heading
from gapcheck.readers.spacing import join_spaced

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "tblPr", W + "trPr", W + "tcPr", W + "sectPr"})
_TEXT_BOX = W + "txbxContent"
_BOLD_HEADING_WORDS = 8
_MAX_DEPTH = 60  # nesting of tables, controls and boxes; Word itself stops far below

Run = tuple[str, Format]


class Body:
    """Collects the lines of a document; `boxed` says whether any of them stand in a text box."""

    def __init__(self, styles: Styles) -> None:
        self.lines: list[DraftLine] = []
        self.page = 1
        self.boxed = False
        self._styles = styles
        self._block = 0
        self._just_broken = False

    def add(self, container: Any, role: Role = Role.BODY, depth: int = 0) -> None:
        """Add the paragraphs and tables inside an element, in document order."""
        if depth > _MAX_DEPTH:
            return
        for child in _visible(container):
            if child.tag == W + "p":
                self._add_paragraph(child, role, depth)
            elif child.tag == W + "tbl":
                self.add(child, Role.TABLE if role is Role.BODY else role, depth + 1)
            else:  # rows, cells, content controls, custom XML, tracked insertions
                self.add(child, role, depth + 1)

    def _add_paragraph(self, paragraph: Any, role: Role, depth: int) -> None:
        runs: list[Run] = []
        boxes: list[Any] = []
        rows: list[list[Run]] = [runs]
        first_page = self.page
        for element in self._inline(paragraph, 0):
            if element.tag == _TEXT_BOX:
                boxes.append(element)
            elif element.tag in {W + "br", W + "cr"} and element.get(W + "type") not in {"page", "column"}:
                rows.append([])
            else:
                run = element.getparent()
                text = self._text(element)
                if text:
                    rows[-1].append((text, self._styles.run_format(run, paragraph)))
            if element.tag == W + "t" and not any(row for row in rows[:-1]) and len(rows[-1]) == 1:
                first_page = self.page
        self._add_rows(rows, paragraph, role, first_page)
        for box in boxes:
            self.boxed = True
            self.add(box, role, depth + 1)

    def _add_rows(self, rows: list[list[Run]], paragraph: Any, role: Role, page: int) -> None:
        role = self._role(paragraph, role)
        for row in rows:
            text = join_spaced(normalise("".join(text for text, _ in row)))
            mark = BULLET.match(text.strip())
            words = _words(row) if text == normalise("".join(t for t, _ in row)) else _retexted(text, row)
            if not words:
                continue
            if mark and len(words) > 1:
                words, own = words[1:], Role.LIST_ITEM
            else:
                own = _formatted_role(words, role)
            self.lines.append(DraftLine(tuple(words), page=page, block=self._block, role=own))
        self._block += 1

    def _role(self, paragraph: Any, role: Role) -> Role:
        if self._styles.is_heading(paragraph):
            return Role.HEADING
        if self._styles.is_list_item(paragraph):
            return Role.LIST_ITEM
        return role

    def _inline(self, element: Any, depth: int) -> Iterator[Any]:
        """Yield the leaves of a paragraph that hold text, breaks or text boxes."""
        if depth > _MAX_DEPTH:
            return
        for child in _visible(element):
            if child.tag == _TEXT_BOX or not len(child):
                yield child
            else:
                yield from self._inline(child, depth + 1)

    def _text(self, leaf: Any) -> str:
        """Return the text of a leaf; page breaks are counted."""
        if leaf.tag == W + "t":
            self._just_broken = False
            return leaf.text or ""
        if leaf.tag == W + "br" and leaf.get(W + "type") == "page":
            self.page += 1
            self._just_broken = True
        elif leaf.tag == W + "lastRenderedPageBreak":
            self.page += not self._just_broken
            self._just_broken = True
        return {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "br": " "}.get(leaf.tag, "")


def _visible(element: Any) -> Iterator[Any]:
    """Yield the children of an element that belong to the text; of alternatives only the first."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _DELETED:
            continue
        if child.tag == _MC + "AlternateContent":
            choice = child.find(_MC + "Choice")
            chosen = choice if choice is not None else child.find(_MC + "Fallback")
            if chosen is not None:
                yield chosen
        else:
            yield child


def _words(row: list[Run]) -> list[DraftWord]:
    """Split runs into words; a word across runs is whole, with the format of its longest part."""
    words: list[DraftWord] = []
    lengths: list[int] = []
    glue = False
    for raw, form in row:
        text = normalise(raw)
        parts = text.split()
        if parts and glue and words and not text[0].isspace():
            part = parts.pop(0)
            longer = len(part) > lengths[-1]
            size, bold = (form.size, form.bold) if longer else (words[-1].size, words[-1].bold)
            words[-1] = DraftWord(words[-1].text + part, size=size, bold=bold)
            lengths[-1] = max(lengths[-1], len(part))
        words.extend(DraftWord(part, size=form.size, bold=form.bold) for part in parts)
        lengths.extend(len(part) for part in parts)
        glue = not text[-1:].isspace() if text else glue
    return words


def _retexted(text: str, row: list[Run]) -> list[DraftWord]:
    form = max(row, key=lambda run: len(run[0]))[1]
    return [DraftWord(word, size=form.size, bold=form.bold) for word in text.split()]


def _formatted_role(words: list[DraftWord], role: Role) -> Role:
    """Return HEADING for a short line that is bold or in capitals throughout."""
    if role is not Role.BODY:
        return role
    short = len(words) <= _BOLD_HEADING_WORDS
    if short and (all(word.bold for word in words) or looks_like_heading(" ".join(word.text for word in words))):
        return Role.HEADING
    return role
