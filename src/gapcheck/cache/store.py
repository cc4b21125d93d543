"""Values by key in one SQLite file, bounded in size; several processes may use it, and any may be killed.

SQLite's write-ahead log keeps the file whole. Each value is deflated, and its checksum tells a damaged one apart.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from gapcheck.cache.folder import make_private

FILE_NAME = "postings.sqlite3"
LIMIT = 200_000_000
"""Bytes the values may take; a posting takes some two thousand."""
PATIENCE = 2.0
"""Seconds to wait for another process that writes."""
SHARE_EVICTED = 0.1
"""Share of the entries dropped at once when there are too many bytes, those unused for longest first."""
USED_AGAIN = 3600
"""Seconds after which a use is noted again: a note is a write, and the order need not be exact."""

_TABLE = """
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON entries (used);
"""
_UNUSABLE = (sqlite3.Error, OSError)


@dataclass(frozen=True, slots=True)
class Size:
    """How much a store holds: its entries and the bytes of its file."""

    entries: int
    bytes: int


class Store:
    """A bounded dictionary in a file. A file that cannot be used makes it empty, and is told of once.

    The connection belongs to one thread of one process; others that get this object open their own.
    """

    def __init__(self, folder: Path, *, limit: int = LIMIT, warn: Callable[[str], None]) -> None:
        self.folder = folder
        self._limit = limit
        self._warn = warn
        self._broken = False
        self._mine = threading.local()

    @property
    def file(self) -> Path:
        """The database."""
        return self.folder / FILE_NAME

    def get(self, key: bytes) -> bytes | None:
        """The value kept under a key, None where there is none or it is damaged."""
        try:
            connection = self._connection()
            row = (
                connection
                and connection.execute("SELECT value, used FROM entries WHERE key = ?", (key,)).fetchone()
            )
            if not row:
                return None
            now = int(time.time())
            if connection is not None and abs(now - row[1]) > USED_AGAIN:
                connection.execute("UPDATE entries SET used = ? WHERE key = ?", (now, key))
            return zlib.decompress(row[0])
        except (zlib.error, TypeError):
            return None
        except _UNUSABLE as error:
            self._fail(error)
            return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value; where that fails, nothing is kept."""
        try:
            connection = self._connection()
            if connection is not None:
                row = (key, zlib.compress(value, 1), int(time.time()))
                connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", row)
                self._evict(connection)
        except _UNUSABLE as error:
            self._fail(error)

    def size(self) -> Size:
        """How much it holds; nothing where there is no file yet or it cannot be used."""
        count = 0
        try:
            connection = self._connection() if self.file.exists() else None
            if connection is not None:
                count = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
        except _UNUSABLE as error:
            self._fail(error)
        return Size(count, sum(file.stat().st_size for file in self._files()))

    def clear(self) -> None:
        """Drop all entries; a file that cannot be used is taken away. Raises `OSError` when that is not possible.

        A good file stays: another process may have it open.
        """
        if not self.file.exists():
            return
        try:
            connection = self._open()
            connection.execute("DELETE FROM entries")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
        except sqlite3.Error:
            for file in self._files():
                file.unlink(missing_ok=True)
            self._broken = False

    def _files(self) -> tuple[Path, ...]:
        names = (self.file, *(self.file.with_name(FILE_NAME + end) for end in ("-wal", "-shm")))
        return tuple(file for file in names if file.exists())

    def _connection(self) -> sqlite3.Connection | None:
        """This thread's own, None where the file cannot be used. A fork must not go on with its parent's."""
        if self._broken:
            return None
        mine = self._mine.__dict__
        if mine.get("process") != os.getpid():
            mine["parents"] = mine.get(
                "connection"
            )  # to be held, not closed: closing would touch the parent's locks
            mine["connection"] = self._open()
            mine["process"] = os.getpid()
        return cast("sqlite3.Connection", mine["connection"])

    def _open(self) -> sqlite3.Connection:
        make_private(self.folder, self.file)
        connection = sqlite3.connect(self.file, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(
                "PRAGMA synchronous = NORMAL"
            )  # a power cut may cost the newest entries, not the file
            connection.executescript(_TABLE)
        except BaseException:
            connection.close()
            raise
        return connection

    def _evict(self, connection: sqlite3.Connection) -> None:
        """Drop what was unused for longest while the entries take more bytes than they may."""
        while self._bytes_taken(connection) > self._limit:
            count = connection.execute("SELECT count(*) FROM entries").fetchone()[0]
            if not count:
                return
            connection.execute(
                "DELETE FROM entries WHERE rowid IN (SELECT rowid FROM entries ORDER BY used, rowid LIMIT ?)",
                (max(1, int(count * SHARE_EVICTED)),),
            )

    def _bytes_taken(self, connection: sqlite3.Connection) -> int:
        """Bytes of the pages in use: those of dropped entries are used again, though the file stays as long."""
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _fail(self, error: Exception) -> None:
        """Go on without; say why, once. That another process is writing for long is no reason to stop."""
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return
        if not self._broken:
            self._broken = True
            reason = getattr(error, "strerror", None) or str(error)
            self._warn(f"the cache {self.file} cannot be used ({reason}): working without it")

    def __getstate__(self) -> dict[str, object]:
        """What another process needs to open its own connection."""
        return {name: value for name, value in self.__dict__.items() if name != "_mine"}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._mine = threading.local()
