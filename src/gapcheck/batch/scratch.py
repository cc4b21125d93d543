"""Notes of one run that may outgrow the memory: names given and done, and lines that wait to be sorted.

They lie in a temporary SQLite database, which the system's memory holds as long as it can and nobody else sees.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from gapcheck.batch.inputs import Input

_TABLES = (
    "CREATE TABLE names (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE done (name TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE lines (number REAL, text TEXT, cover REAL, name TEXT, line TEXT)",
)
SortKey = tuple[float, str, float, str]


class Scratch:
    """The notes of one run. To be closed."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("PRAGMA journal_mode=OFF")
        for table in _TABLES:
            self._base.execute(table)
        self._base.execute("BEGIN")

    def close(self) -> None:
        """Forget everything."""
        self._base.close()

    def unique(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """The same inputs; one whose name is taken already gets the first free number after it (`~2`)."""
        for item in inputs:
            name, number = item.source, 1
            while not self._is_new(name):
                number += 1
                name = f"{item.source}~{number}"
            yield item.renamed(name)

    def mark_done(self, name: str) -> None:
        """Note that an input needs no work any more."""
        self._base.execute("INSERT OR IGNORE INTO done VALUES (?)", (name,))

    def left(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Those inputs that are not done."""
        for item in inputs:
            if not self._base.execute("SELECT 1 FROM done WHERE name = ?", (item.source,)).fetchone():
                yield item

    def keep_line(self, name: str, key: SortKey | None, line: str) -> None:
        """Put a line by until all are there; one without a key is that of a failed input."""
        self._base.execute(
            "INSERT INTO lines VALUES (?, ?, ?, ?, ?)", (*(key or (None, None, None, name)), line)
        )

    def sorted_lines(self, most: int = 0) -> Iterator[str]:
        """The lines of reports in the order of their keys, the first `most` of them or all (0)."""
        order = "SELECT line FROM lines WHERE number IS NOT NULL ORDER BY number, text, cover, name LIMIT ?"
        for (line,) in self._base.execute(order, (most or -1,)):
            yield line

    def failed_lines(self) -> Iterator[str]:
        """The lines of failed inputs, by name."""
        for (line,) in self._base.execute("SELECT line FROM lines WHERE number IS NULL ORDER BY name"):
            yield line

    def _is_new(self, name: str) -> bool:
        return self._base.execute("INSERT OR IGNORE INTO names VALUES (?)", (name,)).rowcount == 1
