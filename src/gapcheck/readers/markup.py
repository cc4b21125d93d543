"""HTML to lines: headings, list items, paragraphs and table cells keep their role; nothing is run."""

from __future__ import annotations

from html.parser import HTMLParser

from gapcheck.document import Role
from gapcheck.readers.draft import DraftLine, DraftWord
from gapcheck.readers.grids import Grid
from gapcheck.readers.normalise import normalise

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "legend", "summary", "caption"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = (
    _HEADINGS
    | _CELLS
    | frozenset(
        """
    address article aside blockquote body br center dd details dialog div dl fieldset figcaption figure footer
    form header hr html li main nav ol p pre section table tbody tfoot thead tr ul
    """.split()
    )
)
_HIDDEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "title",
        "iframe",
        "select",
        "button",
        "textarea",
    }
)
_CHROME = frozenset({"nav", "footer", "form", "aside"})
_BOLD = frozenset({"b", "strong", "th"})
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col", "area", "embed", "track", "base"}
)
_BULLETS = "-*•·●▪■◦‣–—"
_HEADING_WORDS = 8
_MAX_DEPTH = 300  # open tags; deeper nesting is no page


def html_lines(markup: str, *, chrome: bool = True) -> list[DraftLine]:
    """Return the lines of an HTML page or fragment; `chrome=False` leaves out navigation and footer."""
    parser = _Blocks(_HIDDEN if chrome else _HIDDEN | _CHROME)
    parser.feed(markup)
    parser.close()
    parser.flush()
    return parser.lines


class _Blocks(HTMLParser):
    def __init__(self, hidden: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[DraftLine] = []
        self._hidden = hidden
        self._hidden_in: list[str] = []
        self._open: list[str] = []
        self._runs: list[tuple[str, bool]] = []
        self._after_break = False
        self._grids: list[Grid] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in self._hidden and tag not in _VOID:
            self._hidden_in.append(tag)
        if tag in _BLOCKS:
            self.flush()
            self._after_break = tag == "br"
            self._begin(tag)
        if tag not in _VOID and len(self._open) < _MAX_DEPTH:
            self._open.append(tag)

    def _begin(self, tag: str) -> None:
        """Note where a table, a row or a cell begins."""
        if tag == "table":
            self._grids.append(Grid())
        elif self._grids and tag == "tr":
            self._grids[-1].begin_row()
        elif self._grids and tag in _CELLS:
            self._grids[-1].begin_cell(len(self.lines))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self.flush()
            self._after_break = tag == "br"

    def handle_endtag(self, tag: str) -> None:
        if self._hidden_in and self._hidden_in[-1] == tag:
            self._hidden_in.pop()
        if tag in _BLOCKS:
            self.flush()
        if tag == "table" and self._grids:
            self._grids.pop().arrange(self.lines)
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._hidden_in:
            self._runs.append((data, any(tag in _BOLD for tag in self._open)))

    def flush(self) -> None:
        """End the block that is open, if it has any text."""
        words = _split(self._runs)
        self._runs = []
        role = self._role(words)
        if len(words) > 1 and words[0].text in _BULLETS:
            words, role = words[1:], Role.LIST_ITEM
        if not words:
            return
        block = self.lines[-1].block + 1 if self.lines else 0
        if self._after_break and self.lines and words[0].text[0].islower():
            block, role = block - 1, self.lines[-1].role
        self.lines.append(DraftLine(tuple(words), block=block, role=role))
        self._after_break = False

    def _role(self, words: list[DraftWord]) -> Role:
        if any(tag in _HEADINGS for tag in self._open):
            return Role.HEADING
        if any(tag in _CELLS for tag in self._open):
            return Role.TABLE
        if words and len(words) <= _HEADING_WORDS and all(word.bold for word in words):
            return Role.HEADING
        return Role.LIST_ITEM if "li" in self._open else Role.BODY


def _split(runs: list[tuple[str, bool]]) -> list[DraftWord]:
    """Return the words of a block; a word that is part bold (`<b>S</b>QL`) stays whole."""
    words: list[DraftWord] = []
    glue = False
    for raw, bold in runs:
        text = normalise(raw)
        parts = text.split()
        if glue and parts and words and not text[0].isspace():
            words[-1] = DraftWord(words[-1].text + parts.pop(0), bold=words[-1].bold and bold)
        words.extend(DraftWord(part, bold=bold) for part in parts)
        glue = not text[-1:].isspace() if text else glue
    return words
