"""Whole results of checks, for a resume that is checked against the same postings again: they need not even be read."""

from __future__ import annotations

from hashlib import sha256
from typing import Generic, TypeVar

from gapcheck.cache.postings import PostingCache

T = TypeVar("T")


class ResultCache(Generic[T]):
    """Results of one type, kept beside the findings in a cache, by what went in.

    `kind` is the type, a frozen dataclass. `about` is all that the results depend on besides the posting and the
    program: the bytes of the resume, the day, the reader's settings, the form asked for; its `repr` must tell.
    A result holds words of the resume.
    """

    def __init__(self, cache: PostingCache, kind: type[T], about: tuple[object, ...]) -> None:
        self._records = cache.records(kind)
        self._about = sha256(repr(about).encode()).digest()  # once: the resume is long

    def get(self, *posting: bytes | str) -> T | None:
        """The result for a posting as given: its bytes, and the names by which its form was told and it is called."""
        return self._records.get(self._key(posting))

    def put(self, result: T, *posting: bytes | str) -> None:
        """Keep a result for the same posting."""
        self._records.put(self._key(posting), result)

    def _key(self, posting: tuple[bytes | str, ...]) -> bytes:
        parts = (part.encode(errors="surrogatepass") if isinstance(part, str) else part for part in posting)
        return self._records.key(b"result", self._about, *parts)
