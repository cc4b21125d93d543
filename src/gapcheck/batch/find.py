"""Finding the inputs: what the arguments name, one after the other and never all at once.

Files, folders (with what is in them, by name), patterns that no shell has expanded, files of records, standard input.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from glob import has_magic, iglob
from pathlib import Path
from typing import BinaryIO

from gapcheck.batch.fields import Fields, safe_name
from gapcheck.batch.inputs import File, Given, Input, Unusable
from gapcheck.batch.records import (
    BROKEN,
    JSON_LINES,
    TABLES,
    damaged,
    read_json_lines,
    read_table,
    unpacked,
)
from gapcheck.readers import MAX_FILE_BYTES, STANDARD_INPUT

KNOWN = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", *JSON_LINES, *TABLES
)  # fmt: skip
"""Endings of the files that are taken from a folder; a file named by itself is read whatever its ending."""

_SPECIAL = Unusable("wrong_type", "this is a pipe or a device, not a file", "Name it by itself")
Finder = Callable[[str], Iterator[str | Input]]
Opener = Callable[[str], BinaryIO]


def open_local(path: str) -> BinaryIO:
    """A local file, to be read as bytes."""
    return Path(path).open("rb")


def find_local(argument: str) -> Iterator[str | Input]:
    """The files that an argument means: itself, those below a folder, or those that fit a pattern."""
    if os.path.lexists(argument) or not has_magic(argument):
        yield from _below(argument) if Path(argument).is_dir() else (argument,)
        return
    found = sorted(iglob(argument, recursive=True))  # noqa: PTH207  (its pattern may be absolute)
    if not found:
        yield Input(safe_name(argument), Unusable("not_found", "no file fits the pattern", "Check the path"))
    for path in found:
        # With ** a folder is found and so is what it holds: only what is named by a plain pattern is gone into.
        if not Path(path).is_dir():
            yield path
        elif "**" not in argument:
            yield from _below(path)


def find_inputs(
    arguments: Iterable[str], fields: Fields, *, find: Finder = find_local, open_file: Opener = open_local
) -> Iterator[Input]:
    """Every posting that the arguments name, in their order; what cannot be used is an input that says why."""
    for argument in arguments:
        if argument == STANDARD_INPUT:
            yield from _from_stream(sys.stdin.buffer, STANDARD_INPUT, fields)
            continue
        for place in find(argument):
            yield from (place,) if isinstance(place, Input) else _from_file(place, fields, open_file)


def count_inputs(arguments: Iterable[str]) -> int | None:
    """About how many inputs there are, for the time left: a record is taken for a line. None where nobody can tell."""
    total = 0
    for argument in arguments:
        if argument == STANDARD_INPUT or is_url(argument):
            return None
        for place in find_local(argument):
            total += _count_lines(place) if isinstance(place, str) and holds_records(place) else 1
    return total


def _count_lines(path: str) -> int:
    try:
        with open_local(path) as file:
            plain = unpacked(file)
            return sum(block.count(b"\n") for block in iter(lambda: plain.read(1 << 20), b""))
    except BROKEN:
        return 1


def is_url(argument: str) -> bool:
    """Whether an argument names something by an address (s3://…), not a file of this machine."""
    return "://" in argument


def holds_records(path: str) -> bool:
    """Whether a file holds many postings, by its ending."""
    return path.lower().endswith((*JSON_LINES, *TABLES))


def is_taken(name: str) -> bool:
    """Whether a file in a folder is taken for a posting, by its name; office programs leave `~$…` behind."""
    return name.lower().endswith(KNOWN) and not name.startswith((".", "~$"))


def _below(folder: str) -> Iterator[str | Input]:
    failed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_taken(name):
                path = str(Path(place, name))
                yield Input(safe_name(path), _SPECIAL) if _is_special(path) else path
    for error in failed:
        yield Input(safe_name(str(error.filename)), _unreadable(error))


def _from_file(path: str, fields: Fields, open_file: Opener) -> Iterator[Input]:
    source = safe_name(path) if path != safe_name(path) else path
    if not is_url(path) and Path(path).is_fifo():  # such as <(zcat …)
        with open_file(path) as file:
            yield from _from_stream(file, source, fields)
        return
    if not holds_records(path):
        yield Input(source, File(path))
        return
    try:
        file = open_file(path)
    except OSError as error:
        yield Input(source, _unreadable(error))
        return
    with file:
        read = read_json_lines if path.lower().endswith(JSON_LINES) else read_table
        yield from read(file, source, fields)


def _from_stream(stream: BinaryIO, source: str, fields: Fields) -> Iterator[Input]:
    """Standard input or another pipe: records where its first line is a JSON object, else one posting."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(1)[:16].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"{", b"\x1f\x8b")):
        yield from read_json_lines(buffered, source, fields)
        return
    yield Input(source, Given(buffered.read(MAX_FILE_BYTES + 1), source))


def _is_special(path: str) -> bool:
    """Whether it is a pipe, a socket or a device: reading one in a folder may never end."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _unreadable(error: OSError) -> Unusable:
    if isinstance(error, PermissionError):
        return Unusable("permission", "no permission to read it", "Check who may read it")
    if isinstance(error, FileNotFoundError):
        return Unusable("not_found", "there is no such file", "Check the path")
    return damaged(error)
