"""Proposals: every stretch of a passage that some source takes for a keyword, with what each source says of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.extract.activities import Activity
from gapcheck.extract.edges import goes_on, owns, says_enough
from gapcheck.extract.model import ModelSpan, PassageReading
from gapcheck.extract.named import Named, Names, Way, names_in_sentence, names_in_title
from gapcheck.extract.phrases import HEADS, INSIDE, noun_phrases, whole_words
from gapcheck.extract.roles import is_role
from gapcheck.extract.said import Said, Stretch
from gapcheck.extract.shorten import LONGEST_KEYWORD, shorten, well_formed
from gapcheck.fillers import (
    EMPTY_HEAD,
    EMPTY_TAIL,
    GENERIC,
    LEADING,
    STATES,
    TRAILING,
)
from gapcheck.lexicon import Hit, Lexicon
from gapcheck.report import Kind
from gapcheck.segment.model import Passage, PostingSection
from gapcheck.words import stem


class Place(StrEnum):
    """How a stretch lies to what a source marks."""

    EQUAL = "equal"
    INSIDE = "inside"
    AROUND = "around"
    ACROSS = "across"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens `first..last` (inclusive) of a passage and what each source says of them.

    `hit` is the lexicon entry it says; of a cautious wording `proved` tells whether its context proves it.
    `confidence` is the language model's in the span that the stretch is or overlaps, 0..1. `dropped` is the number of
    words of the noun phrase that stand before the stretch, None outside of one. `strange` is a name that neither the
    lexicon nor the background knows, `role` a job title that only the form of the phrase speaks for. `named` is
    the name a resume has for it, if another than the posting's, `object_of` the activity that is done to what it names.
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
    named: Named | None = None
    object_of: Activity | None = None

    @property
    def is_role_asked_for(self) -> bool:
        """Whether it names a role that the posting asks for."""
        return self.named is not None and self.named.way.is_role

    @property
    def content(self) -> tuple[int, ...]:
        """Its tokens that say something: of an activity what is done and to what, without what stands between."""
        return self.named.content if self.named else tuple(range(self.first, self.last + 1))

    @property
    def described(self) -> tuple[int, ...]:
        """The tokens whose commonness counts: of an activity its object's, for what is done is said of everything."""
        activity = self.named is not None and self.named.way is Way.ACTIVITY
        return self.content[1:] if activity else self.content


def propose(
    said: Said,
    reading: PassageReading,
    passage: Passage,
    lexicon: Lexicon,
    frequency: Callable[[str], int],
) -> tuple[Proposal, ...]:
    """Proposals of a passage in text order; they overlap, and those the lexicon does not know have a keyword's form."""
    # Of a job title only what the lexicon knows for sure and the role: whether the title is seen is the ten-second
    # reader's to say.
    in_title = passage.section is PostingSection.TITLE
    raw = tuple(noun_phrases(said.tags, said.joined, said.hyphened))
    phrases = list(_phrases(said, raw))
    parts = set() if in_title else {part for phrase in phrases for part in _ends(*phrase)}
    terms = lexicon.find(said.tokens)
    proved = _by_stretch(_spelt_out(terms, said))
    doubtful = {} if in_title else _by_stretch(_spelt_out(lexicon.doubtful(said.tokens), said))
    titles = _by_stretch(lexicon.find_titles(said.tokens))
    hits = titles | doubtful | proved
    found = (
        names_in_title(said, terms, lexicon, frequency)
        if in_title
        else names_in_sentence(said, raw, hits.keys(), doubtful.keys() - proved.keys(), lexicon, frequency)
    )
    # What is whole only with another's head is no cautious word by itself: "supervised and unsupervised learning".
    shared = {stretch for stretch, named in found.names.items() if named.way is Way.SHARED}
    hits = {
        stretch: hit
        for stretch, hit in hits.items()
        if stretch not in shared and not _is_part_of_role(hit, stretch, found)
    }
    sure = proved.keys() | {
        stretch for stretch, hit in doubtful.items() if _is_said_longer(stretch, hit, proved)
    }
    spans = dict(_spans(said, reading.spans, passage.start))
    listed = _tools_side_by_side(proved.values())
    stretches = {*hits, *found.names} if in_title else {*hits, *found.names, *spans, *parts}
    return tuple(
        _proposal(said, stretch, hits, found, sure, spans, phrases, frequency)
        for stretch in sorted(stretches)
        if stretch in hits
        or stretch in found.names
        or (
            _is_possible(said, *stretch)
            and says_enough(said, *stretch, lexicon, frequency)
            and not any(stretch[0] <= first and last <= stretch[1] for first, last in listed)
        )
    )


def _is_said_longer(stretch: Stretch, hit: Hit, proved: Mapping[Stretch, Hit]) -> bool:
    """Whether a longer wording of the same entry holds a cautious one: "registered with the HCPC" says "HCPC"."""
    wordings = [other for other, known in proved.items() if known.entry is hit.entry]
    return _place(stretch, wordings) is Place.INSIDE


def _tools_side_by_side(hits: Iterable[Hit]) -> list[Stretch]:
    """Each two tools with nothing between them: what holds both and is no tool's name is a list without its commas."""
    tools = [hit for hit in hits if hit.entry.kind is Kind.TOOL]
    return [(left.first, right.last) for left in tools for right in tools if left.last + 1 == right.first]


def _is_part_of_role(hit: Hit, stretch: Stretch, found: Names) -> bool:
    """Whether a job title of the lexicon is only a part of a role that is asked for: "chef" of "sous chef"."""
    if hit.entry.kind is not Kind.TITLE:
        return False
    roles = [whole for whole, named in found.names.items() if named.way.is_role]
    return _place(stretch, roles) is Place.INSIDE


def _proposal(
    said: Said,
    stretch: Stretch,
    hits: Mapping[Stretch, Hit],
    found: Names,
    proved: Collection[Stretch],
    spans: Mapping[Stretch, ModelSpan],
    phrases: Sequence[Stretch],
    frequency: Callable[[str], int],
) -> Proposal:
    hit, named = hits.get(stretch), found.names.get(stretch)
    if hit is not None and not (named is not None and named.way.is_role and hit.entry.kind is Kind.TITLE):
        named = None  # the lexicon's own word for it counts, but that a role is asked for says more than its title
    known = hit is not None or named is not None
    return Proposal(
        *stretch,
        hit=hit or (named.hit if named is not None else None),
        proved=stretch in proved or (hit is None and named is not None and named.hit is not None),
        lexicon=_place(stretch, hits),
        model=_place(stretch, spans),
        label=_label(stretch, spans),
        confidence=_confidence(stretch, spans),
        dropped=_dropped(stretch, phrases),
        strange=not known and _is_strange(said, *stretch, frequency),
        role=not known and stretch not in spans and is_role(said.tokens[stretch[1]].lower),
        named=named,
        object_of=found.objects.get(stretch),
    )


SHORT = 3
"""Letters up to which an abbreviation that is also a word counts in capitals only: "AD", not "ad hoc", and ARM, not
"arms"."""


def _spelt_out(hits: Iterable[Hit], said: Said) -> Iterator[Hit]:
    for hit in hits:
        word = said.tokens[hit.first].lower
        one = word.removesuffix("s")
        short = hit.cautious and hit.first == hit.last and 1 < sum(map(str.isalpha, one)) <= SHORT
        if not short or said.capitals[hit.first] or {word.upper(), one.upper()}.isdisjoint(hit.entry.forms):
            yield hit


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


def _phrases(said: Said, raw: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """Noun phrases without their trimmings: as short as can be, and with end words that may belong to them."""
    for first, last in raw:
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


def _is_possible(said: Said, first: int, last: int) -> bool:
    """Whether a stretch that the lexicon does not know has the form of a keyword: it ends in a noun, begins in none
    of a sentence's small words, is short, says something, and is no state behind its town ("Minneapolis, MN")."""
    if not well_formed(said.tokens[first : last + 1]) or not all(said.joined[first + 1 : last + 1]):
        return False
    stems, lone = said.stems(first, last), said.tokens[first].lower
    if said.hyphened[first] or (goes_on(said, last) and not said.capitals[last]) or owns(said, last):
        return False
    if any(word in OPENING for word in stems) or _is_measure(said, first, last):
        return False
    if first == last and (stems[0] in GENERIC or (lone in STATES and not said.tokens[first].joined)):
        return False
    if not said.tags[first]:
        return True
    compound = first < last and said.hyphened[first + 1]
    return (said.tags[first] in INSIDE or compound) and said.tags[last] in HEADS | {"CD"}


MEASURES = frozenset(
    map(stem, "amount array handful lot majority multitude number plenty quantity range variety".split())
)
"""Stems of nouns that measure what follows behind "of"."""


def _is_measure(said: Said, first: int, last: int) -> bool:
    """Whether a stretch only says how much of something: "large numbers", "amounts of information"."""
    if said.tokens[last].stem in MEASURES and all(word in LEADING for word in said.stems(first, last)[:-1]):
        return True
    following = range(first + 1, min(last + 2, len(said.tokens)))
    return any(
        said.tokens[number].lower == "of" and said.tokens[number - 1].stem in MEASURES for number in following
    )


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
