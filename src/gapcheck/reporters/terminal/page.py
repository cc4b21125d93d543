"""The page a terminal report is set on: its width, signs and colours, and the few shapes that lines take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

# Fixed colours of the 256-colour palette, not the 16 that every terminal paints differently: each of these
# has a contrast of at least 4 : 1 on white and on black (WCAG 2 asks 3 : 1 of large and 4.5 : 1 of small
# text; no colour reaches more than 4.58 : 1 on both). No meaning hangs on colour alone.
GOOD = "color(28)"
SOME = "color(130)"
BAD = "color(161)"
LINK = "color(31)"
FAINT = "color(243)"

NARROWEST = 40
"""Columns below which the report is set as for this width; the terminal breaks the lines."""

WIDEST = 140
"""Columns above which the report does not grow: the eye loses the way from one end of a row to the other."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs a report is drawn with."""

    good: str
    bad: str
    some: str
    unknown: str
    warning: str
    left: str
    right: str
    dash: str
    dot: str
    more: str
    full: str
    empty: str
    open: str
    close: str


UNICODE = Signs("✓", "✗", "~", "?", "!", "←", "→", "—", "·", "…", "━", "─", "“", "”")
ASCII = Signs("+", "x", "~", "?", "!", "<-", "->", "-", "-", "...", "=", "-", '"', '"')


@dataclass(frozen=True, slots=True)
class Page:
    """What every part of the report needs to know; `width` is in columns."""

    width: int
    signs: Signs
    top: int
    quiet: bool
    posting_text: str | None

    @property
    def unicode(self) -> bool:
        """Whether the output can hold more than ASCII."""
        return self.signs is UNICODE

    @property
    def wide(self) -> bool:
        """Whether a row of the missing list has room for its quote beside it."""
        return self.width >= 130

    @property
    def narrow(self) -> bool:
        """Whether columns of lesser interest must go."""
        return self.width < 72

    def quoted(self, text: str) -> str:
        """A text in quotation marks."""
        return f"{self.signs.open}{text}{self.signs.close}"

    def heading(self, title: str, note: str = "") -> list[Text]:
        """A blank line and the heading of a part, with a faint note beside or below it."""
        line = Text(title, style="bold")
        if note and cell_len(title) + 2 + cell_len(note) <= self.width:
            return [Text(), line.append("  ").append(note, style=f"not bold {FAINT}")]
        return [Text(), line, *(self.block(Text(note, style=FAINT), 2) if note else [])]

    def block(self, text: Text, indent: int, first: Text | None = None, code: str = "") -> list[Text]:
        """A paragraph set `indent` columns in.

        `first` stands in the indent of its first line, a finding's `code` at the right margin of that line.
        """
        room = self.width - indent - (len(code) + 2 if code else 0)
        lines = text.wrap(_MEASURE, max(10, room), overflow="fold")
        margin = (first or Text()).copy()
        margin.append(" " * max(0, indent - margin.cell_len), style="none")
        rows = [
            Text.assemble(margin if number == 0 else " " * indent, line) for number, line in enumerate(lines)
        ]
        if code:
            rows[0].rstrip()
            rows[0].append(" " * max(2, self.width - rows[0].cell_len - len(code))).append(code, style=FAINT)
        return rows

    def one_line(self, text: Text, indent: int, first: Text) -> Text:
        """A line that is cut, with an ellipsis, where it does not fit."""
        line = Text.assemble(first, " " * max(0, indent - first.cell_len), text)
        if line.cell_len > self.width:
            line.truncate(self.width - cell_len(self.signs.more))
            line.rstrip()
            line.append(self.signs.more, style=FAINT)
        return line

    def bar(self, share: float, length: int, style: str) -> Text:
        """A bar of `length` columns filled to `share` (0..1)."""
        filled = min(length, max(int(share > 0), round(share * length)))
        if share < 1:
            filled = min(filled, length - 1)
        return Text.assemble((self.signs.full * filled, style), (self.signs.empty * (length - filled), FAINT))


def _console(width: int, color: bool) -> Console:
    """A console that knows nothing of the surroundings: same report, same text, wherever it is written to."""
    return Console(
        file=StringIO(),
        width=width,
        color_system="256" if color else None,
        force_terminal=color,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )


_MEASURE = _console(80, color=False)


def to_string(lines: Sequence[Text], *, color: bool) -> str:
    """The lines as one string without trailing blanks, with escape sequences only if `color`."""
    console = _console(10_000, color)
    with console.capture() as captured:
        for line in lines:
            line.rstrip()
            console.print(line, no_wrap=True, crop=False, overflow="ignore", soft_wrap=True)
    return captured.get()


def widest(texts: Sequence[str], limit: int) -> int:
    """Columns of the widest text, at most `limit`."""
    return min(limit, max(map(cell_len, texts), default=0))


def padded(text: str, width: int, style: str = "") -> Text:
    """A text filled up with blanks to `width` columns; a longer one stays whole."""
    return Text.assemble((text, style), " " * max(0, width - cell_len(text)))
