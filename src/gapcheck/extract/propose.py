"""Proposals: every stretch of a passage that some source takes for a keyword, with what each source says of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.extract.model import ModelSpan, PassageReading, TaggedWord
from gapcheck.extract.phrases import HEADS, INSIDE, noun_phrases
from gapcheck.extract.shorten import LONGEST_KEYWORD, shorten, well_formed
from gapcheck.fillers import EMPTY_HEAD, EMPTY_TAIL, LEADING, TRAILING
from gapcheck.lexicon import Hit, Lexicon
from gapcheck.report import Kind
from gapcheck.segment.model import Passage, PostingSection
from gapcheck.words import Token, tokenize


class Place(StrEnum):
    """How a stretch lies to what a source marks."""

    EQUAL = "equal"
    INSIDE = "inside"
    AROUND = "around"
    ACROSS = "across"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Said:
    """A passage as tokens with their tags ("" where the language model has none), and which have two capitals."""

    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    capitals: tuple[bool, ...]

    def stems(self, first: int, last: int) -> tuple[str, ...]:
        """Stems of the tokens first..last (inclusive)."""
        return tuple(token.stem for token in self.tokens[first : last + 1])


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens `first..last` (inclusive) of a passage and what each source says of them.

    `hit` is the lexicon entry it says; of a cautious wording `proved` tells whether its context proves it.
    `dropped` is the number of words of the noun phrase that stand before the stretch, None outside of one. `strange` is
    a name that neither the lexicon nor the background knows.
    """

    first: int
    last: int
    hit: Hit | None
    proved: bool
    lexicon: Place
    model: Place
    label: Kind | None
    dropped: int | None
    strange: bool


def read_passage(text: str, start: int, words: Sequence[TaggedWord]) -> Said:
    """Tokens of a passage that begins at offset `start` of the document, each with the tag of the word it begins."""
    tokens = tokenize(text, start)
    tags = []
    at = 0
    for token in tokens:
        while at + 1 < len(words) and words[at + 1].start + start <= token.start:
            at += 1
        tags.append(words[at].tag if words else "")
    words_said = [text[token.start - start : token.end - start] for token in tokens]
    return Said(tokens, tuple(tags), tuple(sum(map(str.isupper, word)) > 1 for word in words_said))


def propose(
    said: Said,
    reading: PassageReading,
    passage: Passage,
    lexicon: Lexicon,
    frequency: Callable[[str], int],
) -> tuple[Proposal, ...]:
    """Proposals of a passage in text order; they overlap, and those the lexicon does not know have a keyword's form."""
    proved = {(hit.first, hit.last): hit for hit in lexicon.find(said.tokens)}
    doubtful = {(hit.first, hit.last): hit for hit in lexicon.doubtful(said.tokens)}
    titles = {(hit.first, hit.last): hit for hit in lexicon.find_titles(said.tokens)}
    hits = titles | doubtful | proved
    spans = dict(_spans(said, reading.spans, passage.start))
    phrases = list(_phrases(said))
    # Of a job title only what the lexicon knows: whether the title is seen is the ten-second reader's to say.
    in_title = passage.section is PostingSection.TITLE
    parts = set() if in_title else {part for phrase in phrases for part in _ends(*phrase)}
    return tuple(
        Proposal(
            *stretch,
            hit=hits.get(stretch),
            proved=stretch in proved,
            lexicon=_place(stretch, hits),
            model=_place(stretch, spans),
            label=_label(stretch, spans),
            dropped=_dropped(stretch, phrases),
            strange=stretch not in hits and _is_strange(said, *stretch, frequency),
        )
        for stretch in sorted({*hits, *parts} if in_title else {*hits, *spans, *parts})
        if stretch in hits or _is_possible(said, *stretch)
    )


Stretch = tuple[int, int]


def _spans(said: Said, spans: Sequence[ModelSpan], start: int) -> Iterator[tuple[Stretch, Kind]]:
    for span in spans:
        covered = [
            number
            for number, token in enumerate(said.tokens)
            if token.start >= span.start + start and token.end <= span.end + start
        ]
        if covered and (stretch := _shortened(said, covered[0], covered[-1])):
            yield stretch, span.kind


def _phrases(said: Said) -> Iterator[Stretch]:
    """Noun phrases without their trimmings: as short as can be, and with end words that may belong to them."""
    joined = [token.joined for token in said.tokens]
    for first, last in noun_phrases(said.tags, joined):
        found = {
            _shortened(said, first, last),
            _shortened(said, first, last, EMPTY_TAIL),
            _shortened(said, first, last, EMPTY_TAIL, EMPTY_HEAD),
        }
        yield from sorted(stretch for stretch in found if stretch)


def _shortened(
    said: Said,
    first: int,
    last: int,
    tail: Collection[str] = TRAILING,
    head: Collection[str] = LEADING,
) -> Stretch | None:
    """The stretch without its trimmings, None where nothing is left that can be a keyword."""
    kept = shorten(said.tokens[first : last + 1], tail, head)
    if not kept or len(kept) > 2 * LONGEST_KEYWORD:
        return None
    begin = next(number for number in range(first, last + 1) if said.tokens[number].start == kept[0].start)
    return begin, begin + len(kept) - 1


def _ends(first: int, last: int) -> Iterator[Stretch]:
    """A phrase and its shorter ends: "engaging lesson plans", "lesson plans", "plans"."""
    yield from ((begin, last) for begin in range(max(first, last - LONGEST_KEYWORD + 1), last + 1))


def _is_strange(said: Said, first: int, last: int, frequency: Callable[[str], int]) -> bool:
    """Whether a word of the stretch is a name that no posting of the background holds; abbreviations are none."""
    return any(
        said.tags[number].startswith("NNP")
        and not said.capitals[number]
        and not frequency(said.tokens[number].lower)
        for number in range(first, last + 1)
    )


def _is_possible(said: Said, first: int, last: int) -> bool:
    """Whether a stretch that the lexicon does not know has the form of a keyword: it ends in a noun, begins in none
    of a sentence's small words, and is short."""
    if not well_formed(said.tokens[first : last + 1]):
        return False
    if not said.tags[first]:
        return True
    return said.tags[first] in INSIDE and said.tags[last] in HEADS | {"CD"}


def _place(stretch: Stretch, marked: dict[Stretch, Hit] | dict[Stretch, Kind]) -> Place:
    if stretch in marked:
        return Place.EQUAL
    over = [other for other in marked if other[0] <= stretch[1] and stretch[0] <= other[1]]
    if any(other[0] <= stretch[0] and stretch[1] <= other[1] for other in over):
        return Place.INSIDE
    if any(stretch[0] <= other[0] and other[1] <= stretch[1] for other in over):
        return Place.AROUND
    return Place.ACROSS if over else Place.NONE


def _label(stretch: Stretch, spans: dict[Stretch, Kind]) -> Kind | None:
    over = [kind for (first, last), kind in spans.items() if first <= stretch[1] and stretch[0] <= last]
    return spans.get(stretch) or (over[0] if over else None)


def _dropped(stretch: Stretch, phrases: Sequence[Stretch]) -> int | None:
    return next(
        (stretch[0] - first for first, last in phrases if last == stretch[1] and first <= stretch[0]), None
    )
