"""What the findings of a posting depend on besides the posting: this program, its model and what runs it.

A version alone can lie: a checkout changes without one. So every file that takes part is looked at, not read: its
size, and when it was changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from gapcheck import __version__
from gapcheck.language_model import model_version
from gapcheck.resources import model_folder, stats_folder

_LIBRARIES = ("docx", "lxml", "numpy", "pypdf", "pypdfium2", "spacy", "thinc", "trafilatura")
"""What reads documents and computes keyword spans; another version may do so otherwise."""
_NOT_SOURCE = frozenset({"__pycache__"})


def fingerprint(schema: str) -> bytes:
    """Digest of package, model, lexicon and libraries as installed, and of the form in which something is kept."""
    return sha256(repr((__version__, model_version(), schema, _installed())).encode()).digest()


@cache
def _installed() -> tuple[tuple[str, int, int, int], ...]:
    return tuple(sorted(_files()))


def _files() -> Iterator[tuple[str, int, int, int]]:
    folders: Iterable[Path] = (Path(__file__).parents[1], model_folder(), stats_folder())
    for folder in folders:
        yield from _states(str(folder), folder.name)
    for library in _LIBRARIES:
        found = find_spec(library)
        if found is not None and found.origin is not None:
            yield _state(library, Path(found.origin).stat())


def _states(folder: str, name: str) -> Iterator[tuple[str, int, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            inside = f"{name}/{entry.name}"
            if entry.name in _NOT_SOURCE:
                continue
            if entry.is_dir():
                yield from _states(entry.path, inside)
            else:
                yield _state(inside, entry.stat())


def _state(name: str, stat: os.stat_result) -> tuple[str, int, int, int]:
    return name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
