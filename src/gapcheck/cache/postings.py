"""What was found in postings, kept by their content and by everything the finding depends on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from gapcheck.cache.folder import cache_folder
from gapcheck.cache.records import Records
from gapcheck.cache.store import LIMIT, Size, Store
from gapcheck.document import Document
from gapcheck.findings import PostingFindings

T = TypeVar("T")


def _say(message: str) -> None:
    """One line on standard error, as `logging` would write it."""
    sys.stderr.write(f"gapcheck: {message}\n")


class PostingCache:
    """Findings of postings in a folder of the user's; safe to share between threads and processes.

    `limit` bounds the bytes kept. `warn` is told, once, when the folder or the file in it cannot be used; the cache
    is then empty and stays so. The folder is `GAPCHECK_CACHE_DIR`, else in the user's cache directory, if not given.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        limit: int = LIMIT,
        warn: Callable[[str], None] = _say,
    ) -> None:
        self.limit = limit
        self._store = Store(folder or cache_folder(), limit=limit, warn=warn)
        self._findings = Records(self._store, PostingFindings)

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._store.folder

    def findings_of(self, posting: Document, find: Callable[[], PostingFindings]) -> PostingFindings:
        """What was found in a posting of this content before, else what `find` finds now."""
        key = self._key(posting)
        kept = self._findings.get(key)
        if kept is None:
            kept = find()
            self._findings.put(key, kept)
        return kept

    def recall(self, posting: Document) -> PostingFindings | None:
        """What was found in a posting of this content before, if it is kept."""
        return self._findings.get(self._key(posting))

    def records(self, kind: type[T]) -> Records[T]:
        """Values of another type in the same cache."""
        return Records(self._store, kind)

    def size(self) -> Size:
        """How much is kept."""
        return self._store.size()

    def clear(self) -> None:
        """Forget everything. Raises `OSError` when the file cannot be removed."""
        self._store.clear()

    def _key(self, posting: Document) -> bytes:
        """Hash over all of the posting that the analysis sees, and over what analyses it.

        That is more than its text: lines are headings or list items, and markup may state title and employer.
        """
        seen = (posting.text, posting.title, posting.employer, posting.format, _lines(posting))
        return self._findings.key(b"posting", json.dumps(seen).encode())


def _lines(posting: Document) -> list[tuple[object, ...]]:
    return [
        (
            *(line.start, line.end, line.page, line.block, line.column, line.role, line.size, line.bold),
            line.box and (line.box.x0, line.box.y0, line.box.x1, line.box.y1),
        )
        for line in posting.lines
    ]
