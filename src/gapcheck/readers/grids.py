"""Tables that say in their columns how strongly something is asked for: "Criteria | Essential | Desirable".

Read row by row, as tables mostly are, what is essential and what is desirable would alternate below one heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gapcheck.document import Role
from gapcheck.readers.draft import DraftLine

_DEMAND = re.compile(
    r"(?:essentials?|desirables?|required|preferred|desired|mandatory|optional|minimum|ideal|bonus|musts?"
    r"|must[- ]haves?|nice|nice[- ]to[- ]haves?)"
    r"(?: (?:criteria|requirements?|attributes?|qualifications?|skills?|experience))?\W*",
    re.IGNORECASE,
)
FEWEST_DEMANDS = 2
"""Columns headed by how strongly something is asked for that make such a table."""


@dataclass(slots=True)
class Grid:
    """Where the cells of a table begin, row by row, as indices into the lines read so far."""

    rows: list[list[int]] = field(default_factory=list)

    def begin_row(self) -> None:
        """Begin a row."""
        self.rows.append([])

    def begin_cell(self, at: int) -> None:
        """Begin a cell at the line with this index; one without a row begins its own."""
        if not self.rows:
            self.begin_row()
        self.rows[-1].append(at)

    def arrange(self, lines: list[DraftLine]) -> None:
        """Put the lines of the table, the last that were read, column by column where its head says demands."""
        starts = [at for row in self.rows for at in row]
        if not starts:
            return
        ends = iter([*starts[1:], len(lines)])
        cells = [[lines[at : next(ends)] for at in row] for row in self.rows if row]
        if _says_demands(cells[0]):
            lines[starts[0] :] = _in_blocks(_by_columns(cells), lines[starts[0]].block)


def _says_demands(head: Sequence[Sequence[DraftLine]]) -> bool:
    texts = (" ".join(line.text for line in cell) for cell in head)
    return sum(_DEMAND.fullmatch(text) is not None for text in texts) >= FEWEST_DEMANDS


def _by_columns(cells: Sequence[Sequence[Sequence[DraftLine]]]) -> list[DraftLine]:
    """The lines column by column. A shorter row lacks the label that spans it and the one above; a row of one cell is
    such a label.
    """
    head, *body = cells
    found: list[DraftLine] = []
    for column, name in enumerate(head):
        found += [replace(line, role=Role.HEADING) for line in name]
        last = column == len(head) - 1
        for row in body:
            at = column - max(0, len(head) - len(row)) if len(row) > 1 else column
            cells_here = row[max(0, at) :] if last else row[at : at + 1] if at >= 0 else ()
            found += [replace(line, role=Role.LIST_ITEM) for cell in cells_here for line in cell]
    return found


def _in_blocks(lines: Sequence[DraftLine], first: int) -> list[DraftLine]:
    """The lines with blocks that count on from the first; lines of one block stay in one."""
    numbered: list[DraftLine] = []
    block = first - 1
    for number, line in enumerate(lines):
        if number == 0 or line.block != lines[number - 1].block:
            block += 1
        numbered.append(replace(line, block=block))
    return numbered
