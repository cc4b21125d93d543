"""Values of one type in a store, written as JSON by the fields of the type."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256
from typing import Any, Generic, TypeVar, cast

from gapcheck.cache.codec import codec_of
from gapcheck.cache.store import Store
from gapcheck.cache.versions import fingerprint

T = TypeVar("T")

_NOT_OURS = (ValueError, TypeError, LookupError, AttributeError)
"""What decoding raises on a value that was not written for this type."""


class Records(Generic[T]):
    """Values of a frozen dataclass under keys that name the program as it is and the form of the type."""

    def __init__(self, store: Store, kind: type[T]) -> None:
        named: Any = kind
        self._store = store
        self._codec = codec_of(named)

    def key(self, *parts: bytes) -> bytes:
        """The key of what depends on these parts, on this program and on what it runs with."""
        digest = sha256(self._versions)
        for part in parts:
            digest.update(b"%d:" % len(part))
            digest.update(part)
        return digest.digest()

    def get(self, key: bytes) -> T | None:
        """The value kept under a key, None where there is none that can be used."""
        kept = self._store.get(key)
        if kept is None:
            return None
        try:
            return cast("T", self._codec.load(json.loads(kept)))
        except _NOT_OURS:
            return None

    def put(self, key: bytes, value: T) -> None:
        """Keep a value."""
        self._store.put(key, json.dumps(self._codec.dump(value), separators=(",", ":")).encode())

    @cached_property
    def _versions(self) -> bytes:
        return fingerprint(self._codec.schema)
