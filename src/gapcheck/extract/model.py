"""Values of the extraction stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import PostingSection, Span


@dataclass(frozen=True, slots=True)
class ModelSpan:
    """A span that the language model marks, as offsets into the passage's text; `confidence` is 0 to 1."""

    start: int
    end: int
    kind: Kind
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TaggedWord:
    """A word with its part of speech (Penn Treebank tag), as offset into the passage's text.

    `begins` is how likely the language model takes it for the first word of a keyword, `goes_on` for a further one,
    0..1.
    """

    start: int
    tag: str
    begins: float = 0.0
    goes_on: float = 0.0


@dataclass(frozen=True, slots=True)
class PassageReading:
    """What the language model sees in one passage."""

    spans: tuple[ModelSpan, ...] = ()
    words: tuple[TaggedWord, ...] = ()


ReadPassages = Callable[[Sequence[str]], Sequence[PassageReading]]
"""Readings of some passages; the only thing extraction wants from the language model."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the posting that may be a keyword.

    `term` is what a person would write on a resume; `lexicon` names the lexicon entry it is a form of, if any.
    `probability` is how likely a careful reader takes it for a keyword (see `gapcheck.extract.decide`), `whole` what
    the posting says with the words that another member of a coordination has ("project" of "project and program
    management": "project management").
    """

    start: int
    end: int
    text: str
    term: str
    kind: Kind
    origins: frozenset[Origin]
    section: PostingSection
    lexicon: str | None = None
    probability: float = 1.0
    whole: str | None = None


def overlap(one: Candidate | Span, other: Candidate | Span) -> bool:
    """Whether two stretches of the posting have text in common."""
    return one.start < other.end and other.start < one.end


def is_within(part: Candidate | Span, whole: Candidate | Span) -> bool:
    """Whether a stretch of the posting is a part of another, or the same."""
    return whole.start <= part.start and part.end <= whole.end


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the posting says a keyword; `whole` is what it says there, where `text` leaves words of it to another."""

    start: int
    end: int
    text: str
    section: PostingSection
    whole: str | None = None

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with another stretch of the posting."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class ExtractedKeyword:
    """One keyword of a posting with all its mentions.

    `wordings` are the other ways to say it that count as the same (aliases of the lexicon entry, and what the
    posting itself taught: "Customer Relationship Management (CRM)"). `group` names its any-of group. `certainty` is
    how likely the posting asks for it, by its surest mention, 0..1.
    """

    term: str
    kind: Kind
    strength: Strength
    origins: tuple[Origin, ...]
    mentions: tuple[Mention, ...]
    wordings: tuple[str, ...] = ()
    lexicon: str | None = None
    group: str | None = None
    certainty: float = 1.0
