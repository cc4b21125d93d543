"""Degrees and licences named with what they are in, as people write them: "degree in nursing", "audiology license".

Extraction takes "bachelor's degree" and "nursing" for two keywords. They are one demand, and only together they say
what a resume has to show. A subject that the posting speaks of elsewhere, too, stays a keyword of its own besides; one
that it only accepts a degree in is none: who holds one in statistics lacks no "economics".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile

from gapcheck.extract.keywords import STRENGTH_OF_SECTION
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.extract.senses import entry_of_name
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.ledger.degree_words import find_degree_words
from gapcheck.ledger.model import Need
from gapcheck.lexicon import LONGEST_TERM, Lexicon
from gapcheck.report import Kind, Origin, RequirementType, Strength
from gapcheck.segment.model import Passage
from gapcheck.segment.posting import KEYWORD_SECTIONS
from gapcheck.words import tokenize

MOST_NAMED = 2
"""Subjects that the name of a degree in one of many has."""

LONGEST_SUBJECT = 4
"""Words of the longest subject; what is longer is a clause ("fields that prepare one for the duties of the post")."""

CERTAINTY = 0.8
"""How sure it is that a posting asks for a degree or licence that no other source proposes: of sixteen in 359 labelled
postings readers took fifteen for asked for; they are too few to be surer."""

_NO_SUBJECT = frozenset(
    "any related relevant similar appropriate other field fields sub-field sub-fields area areas discipline disciplines"
    " subject subjects"
    " equivalent commitment specialty degree position".split()
)
_SORT = frozenset(
    "technical scientific quantitative numerate numerical analytical computational creative".split()
)
"""What an unnamed subject may be: "a technical or business related field" is none in "technical"."""
_KIND_OF_SUBJECT = re.compile(r"\s(?:field|discipline|area|subject)s?\b", re.IGNORECASE)
"""Behind words that only say what sort of subject it may be: "a highly computational field"."""

_LICENCE = re.compile(
    r"\b(?:(?P<licen>licen[cs])(?:e|es|ed|ure)\s+to\s+practi[cs]e\s+(?:as\s+an?\s+|the\s+)?"
    r"|endorsements?\s+in\s+(?:the\s+area\s+of\s+|an?\s+|the\s+)?)"
    r"(?P<subject>[a-z]+(?:\s[a-z]+){0,3})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a degree or licence is in, and where a posting says both (offsets into its text).

    `noun` is what it is in the posting's spelling: "degree", "license", "licence". With `several` the name is of all
    the subjects it may be in ("physics or chemistry").
    """

    start: int
    end: int
    kind: Kind
    name: str
    noun: str
    several: bool = False


def with_subjects(
    keywords: Sequence[ExtractedKeyword],
    text: str,
    passages: Iterable[Passage],
    needs: Iterable[Need],
    lexicon: Lexicon,
) -> tuple[ExtractedKeyword, ...]:
    """The keywords, those that are a degree or licence named with their one subject, and with the degrees that only
    the ledger knows."""
    open_passages = [passage for passage in passages if passage.section in KEYWORD_SECTIONS]
    subjects = [*_degrees(text, needs), *chain.from_iterable(_licences(text, p) for p in open_passages)]
    named = [keyword for keyword in keywords if _is_named(keyword)]
    said = [mention for keyword in named for mention in keyword.mentions]
    unsaid = [s for s in subjects if not any(mention.overlaps(s.start, s.end) for mention in said)]
    new = list(_new(unsaid, text, open_passages, lexicon))
    said += [mention for keyword in new for mention in keyword.mentions]
    degrees = [s for s in subjects if s.kind is Kind.DEGREE and any(m.overlaps(s.start, s.end) for m in said)]
    kept = (keyword for keyword in keywords if _is_named(keyword) or not _is_of(keyword, degrees))
    return _grouped(_once((*(_named(keyword, subjects, text, lexicon) for keyword in kept), *new)))


_KINDS = (Kind.DEGREE, Kind.CERTIFICATION)


def _is_named(keyword: ExtractedKeyword) -> bool:
    """Whether it is a degree or licence by its words; what is taken for one for what stands around it may be a subject
    ("Medical Economics" of a degree in that)."""
    if keyword.kind is Kind.DEGREE:
        return any(
            any(find_degree_words(words)) for words in (keyword.term, *(m.text for m in keyword.mentions))
        )
    return keyword.kind in _KINDS


def _is_of(keyword: ExtractedKeyword, degrees: Sequence[Subject]) -> bool:
    """Whether the posting speaks of it only as what one of these degrees may be in."""
    return all(
        any(degree.start <= mention.start and mention.end <= degree.end for degree in degrees)
        for mention in keyword.mentions
    )


def _degrees(text: str, needs: Iterable[Need]) -> Iterator[Subject]:
    for need in needs:
        if need.type is not RequirementType.DEGREE:
            continue
        if len(need.fields) > 1:
            names = [field for field in need.fields if is_subject(field)][:MOST_NAMED]
            yield Subject(need.start, need.end, Kind.DEGREE, " or ".join(names), "degree", several=True)
            continue
        name = "".join(need.fields)
        at = text.lower().find(name.lower(), need.start, need.end)
        if not name or at < 0 or not is_subject(name) or _KIND_OF_SUBJECT.match(text, at + len(name)):
            continue
        behind = any(need.start + word.end < at for word in find_degree_words(text[need.start : need.end]))
        yield Subject(need.start, at + len(name) if behind else need.end, Kind.DEGREE, name, "degree")


def is_subject(name: str) -> bool:
    """Whether a degree can be in what a posting names behind it: not in "related", "technical" or "December 2024"."""
    words = name.lower().split()
    short = 0 < len(words) <= LONGEST_SUBJECT and _NO_SUBJECT.isdisjoint(words) and not words[-1][0].isdigit()
    return short and words[-1] not in _SORT and not any(find_degree_words(name))


def _licences(text: str, passage: Passage) -> Iterator[Subject]:
    for match in _LICENCE.finditer(text, passage.start, passage.end):
        words = takewhile(lambda word: word not in FUNCTION_WORDS, match["subject"].lower().split())
        name = " ".join(words)
        if is_subject(name):
            end = match.start("subject") + len(name)
            noun = f"{match['licen'].lower()}e" if match["licen"] else "endorsement"
            yield Subject(match.start(), end, Kind.CERTIFICATION, name, noun)


def _named(
    keyword: ExtractedKeyword, subjects: Sequence[Subject], text: str, lexicon: Lexicon
) -> ExtractedKeyword:
    """The keyword with the subject that all its mentions with one have."""
    if keyword.kind not in _KINDS:
        return keyword
    own = {
        mention: subject
        for mention in keyword.mentions
        for subject in subjects
        if subject.kind is keyword.kind and mention.overlaps(subject.start, subject.end)
    }
    if not own:
        return keyword
    mentions = tuple(_widened(mention, own.get(mention), text) for mention in keyword.mentions)
    names = {subject.name.lower() for subject in own.values()}
    subject = next(iter(own.values()))
    if len(names) > 1 or subject.several or _says(keyword.term, subject.name):
        return replace(keyword, mentions=mentions)
    return _renamed(replace(keyword, mentions=mentions), subject, lexicon)


def _widened(mention: Mention, subject: Subject | None, text: str) -> Mention:
    if subject is None:
        return mention
    start, end = min(mention.start, subject.start), max(mention.end, subject.end)
    return replace(mention, start=start, end=end, text=text[start:end])


def _says(term: str, subject: str) -> bool:
    implied = (word.field or "" for word in find_degree_words(term))
    said = {token.stem for text in (term, *implied) for token in tokenize(text)}
    return not said.isdisjoint(token.stem for token in tokenize(subject))


def _renamed(keyword: ExtractedKeyword, subject: Subject, lexicon: Lexicon) -> ExtractedKeyword:
    if keyword.kind is Kind.CERTIFICATION:
        return replace(keyword, term=f"{subject.name} {subject.noun}", lexicon=None, wordings=())
    return called(f"{keyword.term} in {subject.name}", keyword, lexicon)


def called(term: str, keyword: ExtractedKeyword, lexicon: Lexicon) -> ExtractedKeyword:
    """The keyword under this name, as the lexicon's where it has the name."""
    entry = entry_of_name(term, lexicon)
    if entry is None:
        return replace(keyword, term=term)
    return replace(keyword, term=entry.term, lexicon=entry.term, wordings=entry.wordings)


def _new(
    subjects: Iterable[Subject], text: str, passages: Sequence[Passage], lexicon: Lexicon
) -> Iterator[ExtractedKeyword]:
    for subject in subjects:
        passage = next((p for p in passages if p.start <= subject.start < p.end), None)
        if passage is None or not subject.name:
            continue
        said = text[subject.start : subject.end]
        name = _name_of(said.split(), subject, lexicon)
        # The widest thing that a resume has word for word is a term of the lexicon.
        shown = beginning(said) if subject.several else said
        mention = Mention(subject.start, subject.start + len(shown), shown, passage.section)
        keyword = keyword_of_phrase(name, subject.kind, [mention], CERTAINTY)
        yield called(name, keyword, lexicon)


def keyword_of_phrase(
    term: str, kind: Kind, mentions: Sequence[Mention], certainty: float
) -> ExtractedKeyword:
    """A keyword that no other source proposes, asked for as strongly as its first mention."""
    return ExtractedKeyword(
        term=term,
        kind=kind,
        strength=STRENGTH_OF_SECTION.get(mentions[0].section, Strength.MENTIONED),
        origins=(Origin.PHRASE,),
        mentions=tuple(mentions),
        certainty=certainty,
    )


def beginning(said: str) -> str:
    """As many of the words of a posting as may be found on a resume word for word."""
    tokens = tokenize(said)[:LONGEST_TERM]
    return said[: tokens[-1].end]


def _name_of(said: Sequence[str], subject: Subject, lexicon: Lexicon) -> str:
    """What a resume calls it: the posting's words, unless they begin with the noun ("degree in nursing"); of a degree
    in one of several subjects the words for the degree, if the lexicon has them."""
    if subject.several:
        starts = (" ".join(said[:size]) for size in range(len(said), 0, -1))
        entries = (entry for start in starts if (entry := entry_of_name(start, lexicon)) is not None)
        degree = next((entry.term for entry in entries if entry.kind is Kind.DEGREE), None)
        return degree or f"{subject.name} {subject.noun}"
    bare = subject.kind is Kind.CERTIFICATION or said[0].lower() == subject.noun
    return f"{subject.name} {subject.noun}" if bare else " ".join(said)


def _once(keywords: Iterable[ExtractedKeyword]) -> tuple[ExtractedKeyword, ...]:
    """The keywords, those that have come to have one name brought together."""
    found: dict[str, ExtractedKeyword] = {}
    for keyword in keywords:
        same = found.setdefault(keyword.term, keyword)
        if same is not keyword:
            mentions = sorted({*same.mentions, *keyword.mentions}, key=lambda m: (m.start, m.end))
            certainty = max(same.certainty, keyword.certainty)
            found[keyword.term] = replace(same, mentions=tuple(mentions), certainty=certainty)
    return tuple(found.values())


def _grouped(keywords: Sequence[ExtractedKeyword]) -> tuple[ExtractedKeyword, ...]:
    """The keywords, one that has lost all its alternatives in no group."""
    members = Counter(keyword.group for keyword in keywords)
    return tuple(
        replace(keyword, group=None) if keyword.group and members[keyword.group] == 1 else keyword
        for keyword in keywords
    )
