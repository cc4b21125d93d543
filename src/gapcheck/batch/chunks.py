"""Inputs in chunks: large enough that sending them costs nothing, small enough that no process waits for another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import chain, islice

from gapcheck.batch.inputs import Input

SECONDS = 0.25
"""Work in a chunk: some hundred times what handing it over costs."""
MOST_INPUTS = 64
MOST_BYTES = 1_000_000


class Chunks:
    """The inputs, chunk after chunk; read no further than needed. What comes back goes first."""

    def __init__(self, inputs: Iterable[Input], seconds: float = SECONDS) -> None:
        self._inputs = iter(inputs)
        self._back: deque[tuple[Input, ...]] = deque()
        self._pace = Pace(seconds)

    def count_first(self, most: int) -> int:
        """How many inputs there are, `most` if there are more."""
        first = tuple(islice(self._inputs, most))
        self._inputs = chain(first, self._inputs)
        return len(first)

    def take(self) -> tuple[Input, ...]:
        """The next chunk, empty at the end."""
        return self._back.popleft() if self._back else self._read()

    def are_left(self) -> bool:
        """Whether there is anything left to take."""
        if not self._back and (chunk := self._read()):
            self._back.append(chunk)
        return bool(self._back)

    def put_back(self, *chunks: tuple[Input, ...]) -> None:
        """Take these next, in this order."""
        self._back.extendleft(chunk for chunk in reversed(chunks) if chunk)

    def learn(self, seconds: float) -> None:
        """How long an input took; chunks are made to fit."""
        self._pace.learn(seconds)

    def _read(self) -> tuple[Input, ...]:
        chunk: list[Input] = []
        size = 0
        for item in islice(self._inputs, self._pace.inputs):
            chunk.append(item)
            size += item.size
            if size > MOST_BYTES:
                break
        return tuple(chunk)


class Pace:
    """How many inputs make up a chunk of so many seconds, by how long the last ones took."""

    def __init__(self, chunk_seconds: float) -> None:
        self._chunk_seconds = chunk_seconds
        self._seconds = chunk_seconds / 2

    def learn(self, seconds: float) -> None:
        """Take one more input into account; one that hangs says little about the others."""
        self._seconds += 0.1 * (min(seconds, self._chunk_seconds) - self._seconds)

    @property
    def inputs(self) -> int:
        """Inputs that make up a chunk."""
        return max(1, min(MOST_INPUTS, round(self._chunk_seconds / max(self._seconds, 1e-6))))
