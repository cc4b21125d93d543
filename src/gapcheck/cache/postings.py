"""What was found in postings, kept by their content and by everything the finding depends on."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import cast

from gapcheck.cache.codec import codec_of
from gapcheck.cache.folder import cache_folder
from gapcheck.cache.store import LIMIT, Size, Store
from gapcheck.cache.versions import fingerprint
from gapcheck.document import Document
from gapcheck.findings import PostingFindings

_log = logging.getLogger("gapcheck")
_NOT_OURS = (ValueError, TypeError, LookupError, AttributeError)
"""What decoding raises on a value that was not written for this type."""


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
        warn: Callable[[str], None] = _log.warning,
    ) -> None:
        self.limit = limit
        self._store = Store(folder or cache_folder(), limit=limit, warn=warn)
        self._codec = codec_of(PostingFindings)

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._store.folder

    def findings_of(self, posting: Document, find: Callable[[], PostingFindings]) -> PostingFindings:
        """What was found in a posting of this content before, else what `find` finds now."""
        key = self._key(posting)
        kept = self._store.get(key)
        if kept is not None:
            try:
                return cast("PostingFindings", self._codec.load(json.loads(kept)))
            except _NOT_OURS:
                pass  # as good as not there
        found = find()
        self._store.put(key, json.dumps(self._codec.dump(found), separators=(",", ":")).encode())
        return found

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
        return sha256(self._versions + json.dumps(seen).encode()).digest()

    @cached_property
    def _versions(self) -> bytes:
        return fingerprint(self._codec.schema)


def _lines(posting: Document) -> list[tuple[object, ...]]:
    return [
        (
            *(line.start, line.end, line.page, line.block, line.column, line.role, line.size, line.bold),
            line.box and (line.box.x0, line.box.y0, line.box.x1, line.box.y1),
        )
        for line in posting.lines
    ]
