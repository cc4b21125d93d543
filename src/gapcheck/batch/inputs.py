"""What a batch works on: one value for each posting, small enough to be sent to another process."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gapcheck.readers.jobposting import JobPosting


@dataclass(frozen=True, slots=True)
class File:
    """A posting in a file of its own, which the worker opens; `path` may be an fsspec URL."""

    path: str


@dataclass(frozen=True, slots=True)
class Given:
    """A posting whose bytes are here; `name` tells the format where the content does not."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """A place in the input that yields no posting: a stable code, and what is wrong and what to do."""

    code: str
    reason: str
    remedy: str


Content = File | Given | JobPosting | Unusable


@dataclass(frozen=True, slots=True)
class Input:
    """One posting to check; `source` names it for the user and is unique in the run (see `unique`)."""

    source: str
    content: Content

    @property
    def size(self) -> int:
        """Bytes it takes to send, roughly."""
        match self.content:
            case Given(data=data):
                return len(data)
            case JobPosting(description=text, sections=sections):
                return len(text) + sum(len(section) for _, section in sections)
            case _:
                return len(self.source)

    def renamed(self, source: str) -> Input:
        """The same posting by another name."""
        return self if source == self.source else replace(self, source=source)
