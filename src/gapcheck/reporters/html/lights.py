"""What is lit on page 1: the words that are seen, with their seconds, and the keywords that are never reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.document import Document
from gapcheck.report import Keyword, SeenWord, TenSecond
from gapcheck.reporters.timeline import SCANNED

FIRST_PAGE = 1


class Sight(StrEnum):
    """How a word is seen: read, scanned, or recognised as something the posting asks for."""

    READ = "read"
    SCAN = "scan"
    HIT = "hit"


@dataclass(frozen=True, slots=True)
class LitWord:
    """A word that is seen, in the order of the text. `glimpse` is its index in the timeline."""

    start: int
    end: int
    at: float
    glimpse: int
    sight: Sight


@dataclass(frozen=True, slots=True)
class Unreached:
    """A place on page 1 that shows a keyword and is not seen in time."""

    start: int
    end: int
    term: str


def lit_words(
    seen: Iterable[SeenWord], glance: TenSecond, keywords: Sequence[Keyword]
) -> tuple[LitWord, ...]:
    """The words that are seen, each with how; in the order of the text."""
    hits = [
        (mention.start, mention.end)
        for keyword in keywords
        if keyword.status.shown
        for mention in keyword.resume
        if mention.seen_at is not None
    ]
    title = glance.title.text if glance.title.seen_at is not None else None
    lit = [LitWord(*_fields(word), _sight(word, glance, hits, title)) for word in seen]
    return tuple(sorted(lit, key=lambda word: (word.start, word.end)))


def _fields(word: SeenWord) -> tuple[int, int, float, int]:
    return word.start, word.end, word.at, word.glimpse


def _sight(word: SeenWord, glance: TenSecond, hits: Sequence[tuple[int, int]], title: str | None) -> Sight:
    glimpse = glance.timeline[word.glimpse]
    is_title = title is not None and title in glimpse.text and glimpse.kind in ("headline", "title")
    if is_title or any(start < word.end and end > word.start for start, end in hits):
        return Sight.HIT
    return Sight.SCAN if glimpse.kind in SCANNED else Sight.READ


def unreached(document: Document, glance: TenSecond, keywords: Sequence[Keyword]) -> tuple[Unreached, ...]:
    """Places on page 1 of the keywords of which no place is seen; in the order of the text, none twice."""
    terms = {item.term for item in glance.not_reached}
    found = {
        (mention.start, mention.end): Unreached(mention.start, mention.end, keyword.term)
        for keyword in keywords
        if keyword.term in terms
        for mention in keyword.resume
        if document.lines[document.line_index(mention.start)].page == FIRST_PAGE
    }
    return tuple(_without_overlaps(found[place] for place in sorted(found)))


def _without_overlaps(places: Iterable[Unreached]) -> Iterator[Unreached]:
    end = 0
    for place in places:
        if place.start >= end:
            end = place.end
            yield place
