"""The keywords of a posting alone, each with what it rests on: what `gapcheck extract` tells. Frozen values.

Offsets are character offsets into the posting's text as read.
"""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report import Kind, Origin, PostingInfo, PostingMention, Strength, Tool


@dataclass(frozen=True, slots=True)
class Ground:
    """What one trait of a candidate adds to the log odds that it is a keyword, in nats."""

    trait: str
    share: float


@dataclass(frozen=True, slots=True)
class JudgedCandidate:
    """A stretch that some source proposed.

    `probability` is how likely a careful reader takes it for a keyword, 0..1. `dropped` says why it is none, None
    where it was kept. `words` are the grounds in its words and those beside it, `sources` those in its sources, form
    and place; the strongest first.
    """

    text: str
    term: str
    start: int
    end: int
    line: int
    section: str
    origin: tuple[Origin, ...]
    probability: float
    dropped: str | None
    words: tuple[Ground, ...]
    sources: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence of the posting with its candidates; a section such as company or benefits has none."""

    text: str
    start: int
    end: int
    line: int
    section: str
    candidates: tuple[JudgedCandidate, ...]


@dataclass(frozen=True, slots=True)
class ListedKeyword:
    """A keyword as the report has it; `certainty` is how likely the posting asks for it, 0..1."""

    term: str
    kind: Kind
    strength: Strength
    weight: float
    tf: int
    idf: float
    group: str | None
    origin: tuple[Origin, ...]
    certainty: float
    posting: tuple[PostingMention, ...]


@dataclass(frozen=True, slots=True)
class KeywordList:
    """Keywords of a posting by falling weight; `sentences` only where an explanation was asked for."""

    schema_version: str
    tool: Tool
    posting: PostingInfo
    keywords: tuple[ListedKeyword, ...]
    sentences: tuple[JudgedSentence, ...] | None = None
