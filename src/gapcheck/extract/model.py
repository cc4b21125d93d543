"""Values of the extraction stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import PostingSection


@dataclass(frozen=True, slots=True)
class ModelSpan:
    """A span that the language model marks, as offsets into the passage's text."""

    start: int
    end: int
    kind: Kind


PassageSpans = Callable[[Sequence[str]], Sequence[tuple[ModelSpan, ...]]]
"""Spans of each of some passages; the only thing extraction wants from the language model."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the posting that may be a keyword.

    `term` is what a person would write on a resume; `lexicon` names the lexicon entry it is a form of, if any.
    """

    start: int
    end: int
    text: str
    term: str
    kind: Kind
    origins: frozenset[Origin]
    section: PostingSection
    lexicon: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the posting says a keyword."""

    start: int
    end: int
    text: str
    section: PostingSection


@dataclass(frozen=True, slots=True)
class ExtractedKeyword:
    """One keyword of a posting with all its mentions.

    `wordings` are the other ways to say it that count as the same (aliases of the lexicon entry, and what the
    posting itself taught: "Customer Relationship Management (CRM)"). `group` names its any-of group.
    """

    term: str
    kind: Kind
    strength: Strength
    origins: tuple[Origin, ...]
    mentions: tuple[Mention, ...]
    wordings: tuple[str, ...] = ()
    lexicon: str | None = None
    group: str | None = None
