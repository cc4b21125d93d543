"""Where the JSON lines of a batch go: to a stream, to a file that is appended to, or into an order first."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Protocol

from gapcheck.batch.job import Outcome
from gapcheck.batch.journal import Entry
from gapcheck.batch.model import FailedRow
from gapcheck.batch.overview import sort_key
from gapcheck.batch.scratch import Scratch
from gapcheck.batch.summary import Sort
from gapcheck.errors import GapcheckError


class Lines(Protocol):
    """Takes the lines of a run, one after the other."""

    in_journal: bool
    """Whether the journal has to keep the lines, because what was written is out of reach."""

    def put(self, outcome: Outcome) -> int | None:
        """Take a line; the length of the output after it, where there is one that stays."""

    def replay(self, entry: Entry) -> bool:
        """Take what an interrupted run has done already; False where the output does not have it."""

    def finish(self) -> None:
        """Write what is still to be written."""


class StreamLines:
    """Each line written when it is there, and flushed."""

    in_journal = True

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def put(self, outcome: Outcome) -> None:
        """Write the line."""
        self._stream.write(encode(outcome.line))
        self._stream.flush()

    def replay(self, entry: Entry) -> bool:
        """Write the line again: where it went the last time nobody knows."""
        self.put(entry.outcome)
        return True

    def finish(self) -> None:
        """Nothing is left to do."""


class FileLines:
    """Each line appended to a file when it is there, in one go, so that the file never holds half of one.

    What the file held before is replaced by the first line of a new run, not earlier.
    """

    in_journal = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._end = 0
        self._size = path.stat().st_size if path.is_file() else 0
        self._file: int | None = None

    def put(self, outcome: Outcome) -> int:
        """Append the line."""
        try:
            if self._file is None:
                self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o666)
                os.ftruncate(self._file, self._end)
                os.lseek(self._file, self._end, os.SEEK_SET)
            rest = memoryview(encode(outcome.line))
            while rest:
                written = os.write(self._file, rest)
                self._end += written
                rest = rest[written:]
        except OSError as error:
            raise not_written(self._path, error) from error
        return self._end

    def replay(self, entry: Entry) -> bool:
        """Keep a line that is in the file; where it is not, the file is no longer that of the interrupted run."""
        if entry.end is None or entry.end > self._size:
            return False
        self._end = entry.end
        return True

    def finish(self) -> None:
        """Cut off what an interrupted run left behind its last good line, and close the file."""
        if self._file is not None:
            os.close(self._file)
        elif self._end < self._size:
            os.truncate(self._path, self._end)


class SortedLines:
    """Lines put by until the end, then written best first, each report with its rank; failed inputs come last."""

    in_journal = True

    def __init__(
        self, scratch: Scratch, sort: Sort, top: int, write: Callable[[Iterator[str]], None]
    ) -> None:
        self._scratch = scratch
        self._sort = sort
        self._top = top
        self._write = write

    def put(self, outcome: Outcome) -> None:
        """Put a line by."""
        row = outcome.row
        key = None if isinstance(row, FailedRow) else sort_key(row, self._sort)
        self._scratch.keep_line(row.id, key, outcome.line or "")

    def replay(self, entry: Entry) -> bool:
        """Put a line by that an interrupted run has made."""
        self.put(entry.outcome)
        return True

    def finish(self) -> None:
        """Write all lines."""
        self._write(chain(self._ranked(), self._scratch.failed_lines()))

    def _ranked(self) -> Iterator[str]:
        for rank, line in enumerate(self._scratch.sorted_lines(self._top), 1):
            yield line.removesuffix("}\n") + f',"rank":{rank}}}\n'


def encode(line: str | None) -> bytes:
    """A line as bytes; what UTF-8 cannot say is escaped."""
    return (line or "").encode("utf-8", errors="backslashreplace")


def not_written(path: Path, error: OSError) -> GapcheckError:
    """The error for a file that cannot be written."""
    return GapcheckError(
        str(path),
        f"cannot be written ({error.strerror or error})",
        "Choose another file with --output",
        code="not_written",
    )
