"""Proposals: every stretch of a passage that some source takes for a keyword, with what each source says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from gapcheck.extract.model import ModelSpan, PassageReading, TaggedWord
from gapcheck.extract.phrases import HEADS, INSIDE, noun_phrases, whole_words
from gapcheck.extract.shorten import LONGEST_KEYWORD, shorten, well_formed
from gapcheck.fillers import (
    EMPTY_DOING,
    EMPTY_END,
    EMPTY_FRONT,
    EMPTY_HEAD,
    EMPTY_TAIL,
    GENERIC,
    LEADING,
    PLAIN_VERBS,
    TRAILING,
    WEAK_FRONT,
)
from gapcheck.lexicon import Hit, Lexicon
from gapcheck.report import Kind
from gapcheck.segment.model import Passage, PostingSection
from gapcheck.segment.titles import split_title
from gapcheck.words import Token, stem, tokenize


class Place(StrEnum):
    """How a stretch lies to what a source marks."""

    EQUAL = "equal"
    INSIDE = "inside"
    AROUND = "around"
    ACROSS = "across"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Said:
    """A passage as tokens with their tags ("" where the language model has none).

    `capitals` are the tokens with two capitals, `joined` those that go on with the phrase of the token before: a dash
    between blanks parts them. `hyphened` are those that a hyphen alone parts from the token before.
    """

    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    capitals: tuple[bool, ...]
    joined: tuple[bool, ...]
    hyphened: tuple[bool, ...]

    def stems(self, first: int, last: int) -> tuple[str, ...]:
        """Stems of the tokens first..last (inclusive)."""
        return tuple(token.stem for token in self.tokens[first : last + 1])


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens `first..last` (inclusive) of a passage and what each source says of them.

    `hit` is the lexicon entry it says; of a cautious wording `proved` tells whether its context proves it.
    `confidence` is the language model's in the span that the stretch is or overlaps, 0..1. `dropped` is the number of
    words of the noun phrase that stand before the stretch, None outside of one. `strange` is a name that neither the
    lexicon nor the background knows, `role` a job title that only the form of the phrase speaks for.
    """

    first: int
    last: int
    hit: Hit | None
    proved: bool
    lexicon: Place
    model: Place
    label: Kind | None
    confidence: float
    dropped: int | None
    strange: bool
    role: bool


def read_passage(text: str, start: int, words: Sequence[TaggedWord]) -> Said:
    """Tokens of a passage that begins at offset `start` of the document, each with the tag of the word it begins."""
    tokens = tuple(_rejoined(text, start, tokenize(text, start)))
    tags = []
    at = 0
    for token in tokens:
        while at + 1 < len(words) and words[at + 1].start + start <= token.start:
            at += 1
        tags.append(words[at].tag if words else "")
    words_said = [text[token.start - start : token.end - start] for token in tokens]
    capitals = tuple(sum(map(str.isupper, word)) > 1 for word in words_said)
    gaps = ("", *(text[left.end - start : right.start - start] for left, right in pairwise(tokens)))
    joined = tuple(token.joined and not _DASH.search(gap) for token, gap in zip(tokens, gaps, strict=False))
    hyphened = tuple(gap in _HYPHENS for gap in gaps[: len(tokens)])
    return Said(tokens, tuple(tags), capitals, joined, hyphened)


def _rejoined(text: str, start: int, tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with those that go on behind a closing quotation mark joined: "“total patient” care"."""
    for number, token in enumerate(tokens):
        gap = text[tokens[number - 1].end - start : token.start - start] if number else ""
        yield replace(token, joined=True) if gap in _CLOSING else token


_CLOSING = frozenset(("” ", '" '))
_DASH = re.compile(r"\s[-‐‑–]+\s")
_HYPHENS = frozenset("-‐‑")


def propose(
    said: Said,
    reading: PassageReading,
    passage: Passage,
    lexicon: Lexicon,
    frequency: Callable[[str], int],
) -> tuple[Proposal, ...]:
    """Proposals of a passage in text order; they overlap, and those the lexicon does not know have a keyword's form."""
    # Of a job title only what the lexicon knows for sure: whether the title is seen is the ten-second reader's to say.
    in_title = passage.section is PostingSection.TITLE
    proved = _by_stretch(_spelt_out(lexicon.find(said.tokens), said))
    doubtful = {} if in_title else _by_stretch(_spelt_out(lexicon.doubtful(said.tokens), said))
    hits = _by_stretch(lexicon.find_titles(said.tokens)) | doubtful | proved
    spans = dict(_spans(said, reading.spans, passage.start))
    phrases = list(_phrases(said))
    parts = set() if in_title else {part for phrase in phrases for part in _ends(*phrase)}
    return tuple(
        Proposal(
            *stretch,
            hit=hits.get(stretch),
            proved=stretch in proved,
            lexicon=_place(stretch, hits),
            model=_place(stretch, spans),
            label=_label(stretch, spans),
            confidence=_confidence(stretch, spans),
            dropped=_dropped(stretch, phrases),
            strange=stretch not in hits and _is_strange(said, *stretch, frequency),
            role=stretch not in hits and stretch not in spans and is_role(said.tokens[stretch[1]].lower),
        )
        for stretch in sorted({*hits, *parts} if in_title else {*hits, *spans, *parts})
        if stretch in hits
        or (_is_possible(said, *stretch) and _says_enough(said, *stretch, lexicon, frequency))
    )


Stretch = tuple[int, int]


SHORT = 3
"""Letters up to which an abbreviation that is also a word counts in capitals only: "AD", not "ad hoc"."""


def _spelt_out(hits: Iterable[Hit], said: Said) -> Iterator[Hit]:
    for hit in hits:
        word = said.tokens[hit.first].lower
        short = hit.cautious and hit.first == hit.last and 1 < len(word) <= SHORT
        if not short or said.capitals[hit.first] or word.upper() not in _forms(hit):
            yield hit


def _forms(hit: Hit) -> tuple[str, ...]:
    return hit.entry.term, *hit.entry.aliases, *hit.entry.ambiguous


def _by_stretch(hits: Iterable[Hit]) -> dict[Stretch, Hit]:
    return {(hit.first, hit.last): hit for hit in hits}


def _spans(said: Said, spans: Sequence[ModelSpan], start: int) -> Iterator[tuple[Stretch, ModelSpan]]:
    for span in spans:
        covered = [
            number
            for number, token in enumerate(said.tokens)
            if token.start >= span.start + start and token.end <= span.end + start
        ]
        if covered and (stretch := _shortened(said, whole_words(said.hyphened, covered[0]), covered[-1])):
            yield stretch, span


def _phrases(said: Said) -> Iterator[Stretch]:
    """Noun phrases without their trimmings: as short as can be, and with end words that may belong to them."""
    for first, last in noun_phrases(said.tags, said.joined, said.hyphened):
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
    kept = shorten(said.tokens[first : last + 1], tail, head, said.hyphened[first : last + 1])
    if not kept or len(kept) > 2 * LONGEST_KEYWORD:
        return None
    begin = next(number for number in range(first, last + 1) if said.tokens[number].start == kept[0].start)
    return begin, begin + len(kept) - 1


def _ends(first: int, last: int) -> Iterator[Stretch]:
    """A phrase and its shorter ends: "engaging lesson plans", "lesson plans", "plans"."""
    yield from ((begin, last) for begin in range(max(first, last - LONGEST_KEYWORD + 1), last + 1))


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether a word can be the head of a job title ("specialist")."""
    return bool(split_title(word).head)


def _is_strange(said: Said, first: int, last: int, frequency: Callable[[str], int]) -> bool:
    """Whether a word of the stretch is a name that no posting of the background holds; abbreviations are none."""
    return any(
        said.tags[number].startswith("NNP")
        and not said.capitals[number]
        and not frequency(said.tokens[number].lower)
        for number in range(first, last + 1)
    )


OPENING = frozenset(map(stem, "including includes include using use given via per plus e.g i.e".split()))
"""Stems of words that open a list or a clause; no keyword holds one."""

STATES = frozenset(
    """al ak az ar ca co ct de fl ga hi id il ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
    sc sd tn tx ut vt va wa wv wi wy dc""".split()
)
"""Postal codes of the United States' states."""


def _is_possible(said: Said, first: int, last: int) -> bool:
    """Whether a stretch that the lexicon does not know has the form of a keyword: it ends in a noun, begins in none
    of a sentence's small words, is short, says something, and is no state behind its town ("Minneapolis, MN")."""
    if not well_formed(said.tokens[first : last + 1]) or not all(said.joined[first + 1 : last + 1]):
        return False
    stems = said.stems(first, last)
    if said.hyphened[first] or (_goes_on(said, last) and not said.capitals[last]):
        return False
    if any(word in OPENING for word in stems) or all(word in GENERIC for word in stems):
        return False
    if first == last and said.tokens[first].lower in STATES and not said.tokens[first].joined:
        return False
    if not said.tags[first]:
        return True
    compound = first < last and said.hyphened[first + 1]
    return (said.tags[first] in INSIDE or compound) and said.tags[last] in HEADS | {"CD"}


COMMON = 8
"""Background postings in which a phrase must stand to be what people say: what is in fewer is not counted at all."""


def _says_enough(
    said: Said, first: int, last: int, lexicon: Lexicon, frequency: Callable[[str], int]
) -> bool:
    """Whether a stretch begins and ends with words that say something.

    "various" and "giving" do not, nor does "complex" before a single word that nobody knows. Of a hyphenated word
    nothing is left out.
    """
    if said.tokens[last].stem in EMPTY_END:
        return False
    if first + 1 < len(said.tokens) and said.hyphened[first + 1]:
        return True
    if said.tokens[first].lower in PLAIN_VERBS or _is_cut_off(said, first, last):
        return False
    word = said.tokens[first].stem
    if word in EMPTY_FRONT or (word in EMPTY_DOING and said.tags[first].startswith("VB")):
        return False
    rest = own_front(said, first, last, frequency)
    if rest == first:
        return True
    if rest == last:
        return lexicon.knows(said.tokens[last].lower)
    return any(stem not in GENERIC for stem in said.stems(rest, last))


def _goes_on(said: Said, last: int) -> bool:
    """Whether a hyphenated word goes on behind the stretch: "executive buy" of "executive buy-in"."""
    return last + 1 < len(said.tokens) and said.hyphened[last + 1]


def _is_cut_off(said: Said, first: int, last: int) -> bool:
    """Whether a single word is cut off the noun that makes it specific: "control" of "quality control"."""
    if first != last or first < 2 or said.capitals[first] or not all(said.joined[first - 1 : first + 1]):
        return False
    before = said.tokens[first - 1].stem
    common = said.tags[first - 1] in {"NN", "NNS"} and said.tags[first] in {"NN", "NNS"}
    return common and before not in LEADING and before not in WEAK_FRONT


def own_front(said: Said, first: int, last: int, frequency: Callable[[str], int]) -> int:
    """The word a keyword begins with, without the words before it that only judge: "complex calendars".

    What stands in a name ("General Curriculum") or in what people commonly say ("complex care") is left.
    """
    while first < last and said.tokens[first].stem in WEAK_FRONT:
        together = f"{said.tokens[first].lower} {said.tokens[first + 1].lower}"
        hyphened = said.hyphened[first + 1]
        named = said.tags[first].startswith("NNP") and said.tags[first + 1].startswith("NNP")
        if hyphened or named or frequency(together) >= COMMON:
            break
        first += 1
    return first


def _place(stretch: Stretch, marked: Collection[Stretch]) -> Place:
    if stretch in marked:
        return Place.EQUAL
    over = [other for other in marked if other[0] <= stretch[1] and stretch[0] <= other[1]]
    if any(other[0] <= stretch[0] and stretch[1] <= other[1] for other in over):
        return Place.INSIDE
    if any(stretch[0] <= other[0] and other[1] <= stretch[1] for other in over):
        return Place.AROUND
    return Place.ACROSS if over else Place.NONE


def _confidence(stretch: Stretch, spans: Mapping[Stretch, ModelSpan]) -> float:
    if stretch in spans:
        return spans[stretch].confidence
    over = (span for (first, last), span in spans.items() if first <= stretch[1] and stretch[0] <= last)
    return max((span.confidence for span in over), default=0.0)


def _label(stretch: Stretch, spans: Mapping[Stretch, ModelSpan]) -> Kind | None:
    over = [span.kind for (first, last), span in spans.items() if first <= stretch[1] and stretch[0] <= last]
    return spans[stretch].kind if stretch in spans else over[0] if over else None


def _dropped(stretch: Stretch, phrases: Sequence[Stretch]) -> int | None:
    return next(
        (stretch[0] - first for first, last in phrases if last == stretch[1] and first <= stretch[0]), None
    )
