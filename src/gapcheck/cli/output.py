"""Delivering a report: rendered first, then written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gapcheck.errors import GapcheckError
from gapcheck.report import Report
from gapcheck.reporters import render

PLAIN_WIDTH = 80
"""Columns where the output is no terminal."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a report goes: a file, or standard output if `path` is None. `color` None decides by the terminal."""

    path: str | None
    color: bool | None = None

    @property
    def in_color(self) -> bool:
        """Whether to colour: as asked, else on a terminal that does not say NO_COLOR (no-color.org)."""
        if self.color is not None:
            return self.color
        return self.path is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    @property
    def width(self) -> int:
        """Columns to fill."""
        if self.path is not None or not sys.stdout.isatty():
            return PLAIN_WIDTH
        return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns

    @property
    def unicode(self) -> bool:
        """Whether the output can carry any character."""
        return self.path is not None or (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def deliver(report: Report, form: str, destination: Destination, *, top: int, quiet: bool) -> None:
    """Render the report and write it.

    Raises `GapcheckError` when the file cannot be written; a file that was there before is then left as it was.
    """
    text = render(
        report,
        form,
        width=destination.width,
        color=destination.in_color,
        unicode=destination.unicode,
        top=top,
        quiet=quiet,
        posting_text=report.documents.posting.text if report.documents else None,
    )
    write(text, destination)


def write(text: str | Iterable[str], destination: Destination) -> None:
    """Write what was rendered, in one piece or in many. Raises `GapcheckError` when the file cannot be written."""
    if destination.path is None:
        # Bytes, for a report is UTF-8 whatever the locale says; for a terminal that is not, it has been made ASCII.
        sys.stdout.flush()
        sys.stdout.buffer.writelines(_encode(text))
        sys.stdout.buffer.flush()
    else:
        write_whole(Path(destination.path), text)


def write_whole(path: Path, text: str | Iterable[str]) -> None:
    """Write a file so that nobody ever sees half of it. Raises `GapcheckError` when it cannot be written."""
    try:
        target = path.resolve()  # through a symbolic link, which stays
        if target.exists() and not target.is_file():
            with target.open("wb") as file:  # a pipe or a device: nothing to be replaced
                file.writelines(_encode(text))
        else:
            _replace(target, _encode(text))
    except OSError as error:
        reason = error.strerror or str(error)
        raise GapcheckError(
            str(path),
            f"cannot be written ({reason})",
            "Choose another file with --output",
            code="not_written",
        ) from error


def _encode(text: str | Iterable[str]) -> Iterator[bytes]:
    for piece in (text,) if isinstance(text, str) else text:
        yield piece.encode("utf-8", errors="backslashreplace")


def _replace(path: Path, data: Iterable[bytes]) -> None:
    """Write into a neighbour and rename it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
