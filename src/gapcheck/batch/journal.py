"""What a run has done so far, so that it can go on after it was interrupted, kill -9 included.

One file a run in the user's state directory, named by what the run is; a line for each finished input, written in one
go after its line of output; gone when the run is complete. It is private: it says what somebody applies for.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from gapcheck.batch.job import Outcome
from gapcheck.batch.rows import from_values, to_values

VARIABLE = "GAPCHECK_STATE_DIR"
"""Environment variable that names another folder for the journals."""
_KEPT_SECONDS = 30 * 24 * 3600
"""How long the journal of an interrupted run waits to be gone on with."""
_ABSENT = (OSError, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished input; `end` is the length of the output file after its line, None where there is no such file."""

    outcome: Outcome
    end: int | None


def run_key(*parts: object) -> str:
    """A name for a run: equal for equal resume, inputs and options."""
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()[:32]


def state_folder() -> Path:
    """Folder of the journals: what `GAPCHECK_STATE_DIR` names, else gapcheck's in the user's state directory."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("gapcheck", appauthor=False)


class Journal:
    """The journal of one run, being written. `as_of` is the day the run was begun with."""

    def __init__(self, file: BinaryIO, path: Path, as_of: date) -> None:
        self._file = file
        self._path = path
        self.as_of = as_of

    @classmethod
    def begin(cls, path: Path, as_of: date) -> Journal:
        """Begin anew.

        Raises OSError where the folder cannot be written to, and its BlockingIOError while another run has the file.
        """
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _forget_old(path.parent)
        file = _open(path)
        file.truncate(0)
        file.write(json.dumps({"as_of": as_of.isoformat()}).encode() + b"\n")
        return cls(file, path, as_of)

    @classmethod
    def go_on(cls, path: Path) -> Journal | None:
        """Go on with the journal of an interrupted run, None where there is none."""
        if not path.is_file():
            return None
        file = _open(path)
        try:
            as_of = date.fromisoformat(json.loads(file.readline())["as_of"])
        except _ABSENT:
            file.close()
            return None
        return cls(file, path, as_of)

    def replay(self, take: Callable[[Entry], bool]) -> int:
        """Give what is done already to `take`, until it refuses one; the rest, a torn line too, is forgotten.

        To be called before `add`. Returns how many were taken.
        """
        taken = 0
        with self._path.open("rb") as reader:
            good = len(reader.readline())
            while (entry := _parse(line := reader.readline())) and take(entry):
                good += len(line)
                taken += 1
        self._file.seek(good)
        self._file.truncate()
        return taken

    def add(self, entry: Entry) -> None:
        """Note that an input is done."""
        outcome = entry.outcome
        values = {"row": to_values(outcome.row), "line": outcome.line, "end": entry.end}
        self._file.write(json.dumps(values, separators=(",", ":")).encode() + b"\n")

    def close(self) -> None:
        """Leave it as it is, for the next time."""
        self._file.close()

    def remove(self) -> None:
        """Take it away: the run is complete."""
        self._path.unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    """Remove journals that nobody came back to."""
    for path in folder.glob("*.jsonl"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _KEPT_SECONDS:
                path.unlink()


def _open(path: Path) -> BinaryIO:
    """The file, unbuffered, readable by the user alone, and locked against a second run."""
    file = open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)  # noqa: SIM115, PTH123
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise
    return file


def _parse(line: bytes) -> Entry | None:
    if not line.endswith(b"\n"):
        return None
    try:
        values = json.loads(line)
        return Entry(Outcome(from_values(values["row"]), values["line"]), values["end"])
    except _ABSENT:
        return None
