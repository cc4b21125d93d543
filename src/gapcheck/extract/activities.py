"""Activities: a verb with its object, under the name a resume gives such work ("manage a PR agency": "PR agency
management"). Found from the words' tags alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.extract.phrases import NOUNS
from gapcheck.extract.said import Said, Stretch
from gapcheck.extract.shorten import shorten
from gapcheck.extract.work_nouns import (
    FREE,
    NOUN_OF_VERB,
    NOUNS_OF_WORK,
    VAGUE,
    WITH_PREPOSITION,
    singular,
)
from gapcheck.fillers import EMPTY_TAIL, LEADING
from gapcheck.lexicon import JOINTS
from gapcheck.words import stem

LONGEST_OBJECT = 3
"""Words in the longest object that is named together with what is done to it; a longer one says enough alone."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What is done to what: number of the token that names the doing, and of the object's tokens `first..last`
    (inclusive).

    `name` is what a resume calls it, None where it would say no more than the object.
    """

    doing: int
    first: int
    last: int
    name: str | None

    @property
    def content(self) -> tuple[int, ...]:
        """What is done, then what to."""
        return self.doing, *range(self.first, self.last + 1)

    @property
    def stretch(self) -> Stretch:
        """First and last token of the whole."""
        return min(self.content), max(self.content)


_ACTIVE = frozenset({"VB", "VBP", "VBZ", "VBG"})
_SKIPPED = frozenset({"DT", "PRP$", "PDT"})
_YOURS = frozenset({"your", "yours"})
"""What is done to something of the applicant's is no work ("develop your talent")."""
_LINKS = frozenset({"of", "for", "in", "with"})


def find_activities(
    said: Said, phrases: Sequence[Stretch], called: Callable[[str], bool]
) -> Iterator[Activity]:
    """Activities in text order; `phrases` are the passage's noun phrases with all their trimmings.

    `called` tells whether people call something by a name. Where they do not, an object of several words is left to
    speak for itself: "course materials" for "update course materials".
    """
    ends = _ends(phrases)
    for number in range(len(said.tokens)):
        for noun, start in _doings(said, number):
            found = _object(said, start, ends)
            if found is not None and not _is_compound(said, number, *found):
                name = f"{_compound(said, *found)} {noun}"
                plain = _can_name(noun, found[1] - found[0] + 1) and _is_something(said, *found)
                yield Activity(number, *found, name if plain or called(name) else None)


def find_inversions(said: Said, phrases: Sequence[Stretch]) -> Iterator[Activity]:
    """Nouns with what a preposition ties to them, as a compound: "safety for patients" as "patient safety".

    Only what people call so is a keyword; the caller knows.
    """
    ends = _ends(phrases)
    for number in range(len(said.tokens) - 2):
        if said.tags[number] in NOUNS and said.tokens[number + 1].lower in _LINKS:
            found = _object(said, number + 2, ends)
            if found is not None:
                yield Activity(number, *found, f"{_compound(said, *found)} {said.tokens[number].lower}")


_VERB_OR_NOUN = frozenset({"design", "process", "project", "test"})
"""Verbs that are the first of a compound as often: "process simulation" beside "process invoices"."""


def _is_compound(said: Said, doing: int, first: int, last: int) -> bool:
    """Whether what looks like a verb and its object is one name of work: "process simulation", "test automation"."""
    work = said.tokens[last].lower
    return (
        said.tokens[doing].lower in _VERB_OR_NOUN
        and first == last == doing + 1
        and said.tags[last] == "NN"
        and (work in NOUNS_OF_WORK or work.endswith(("isation", "ization", "ulation")))
    )


def _ends(phrases: Sequence[Stretch]) -> dict[int, int]:
    """Each token of a noun phrase → the phrase's last."""
    return {number: last for first, last in phrases for number in range(first, last + 1)}


def _can_name(noun: str, length: int) -> bool:
    return noun not in VAGUE and length <= (2 if noun in FREE else 1)


def _is_something(said: Said, first: int, last: int) -> bool:
    """Whether an object is a thing that something can be done to: no "effectiveness", no "volumes of" something."""
    behind = said.tokens[last + 1].lower if last + 1 < len(said.tokens) else ""
    if first == last and said.tags[first] == "NN" and behind and not said.joined[last + 1]:
        return False  # the first of some modifiers: "bank, credit card and merchant account reconciliations"
    return behind != "of" and (first < last or said.tokens[last].stem not in _EMPTY_OBJECTS)


_EMPTY_OBJECTS = frozenset(
    map(
        stem,
        """ability amount change duty duties effectiveness efficiency effort environment impact level need opportunity
        representative source task tool variety volume way work""".split(),
    )
)
"""Stems of objects that leave open what is done."""


def _doings(said: Said, number: int) -> Iterator[tuple[str, int]]:
    """What the word names the doing of, and where its object would begin."""
    verb, after = said.tokens[number].stem, number + 1
    if after >= len(said.tokens):
        return
    if said.tags[number] in NOUNS and said.tokens[number].lower in NOUNS_OF_WORK:
        if (start := _behind_of(said, after)) is not None:
            yield said.tokens[number].lower, start
        return
    if not _is_verb(said, number):
        return
    if (noun := WITH_PREPOSITION.get((verb, said.tokens[after].lower))) is not None:
        yield noun, after + 1
    elif (noun := NOUN_OF_VERB.get(verb)) is not None:
        yield noun, _past_other_verbs(said, after)


def _behind_of(said: Said, number: int) -> int | None:
    """Where a noun's object begins: behind "of", which a second noun may share ("design and execution of programs")."""
    if said.tokens[number].lower in JOINTS and number + 2 < len(said.tokens):
        number += 2 if said.tags[number + 1] in NOUNS else 0
    return number + 1 if said.tokens[number].lower == "of" else None


def _is_verb(said: Said, number: int) -> bool:
    """Whether a word is a verb in the active voice; the tagger takes some that open a line for nouns."""
    if said.tags[number] in _ACTIVE:
        return True
    opens = number == 0 and said.tags[0] in NOUNS and not said.capitals[0]
    return opens and (said.tags[1] in _SKIPPED or said.tokens[0].lower.endswith("ing"))


def _past_other_verbs(said: Said, number: int) -> int:
    """Where the object of coordinated verbs begins: "develop, manage and execute campaigns"."""
    while number + 1 < len(said.tokens):
        if said.tokens[number].lower in JOINTS and said.tags[number + 1] in _ACTIVE:
            number += 2
        elif not said.tokens[number].joined and said.tags[number] in _ACTIVE:
            number += 1
        else:
            break
    return number


def _object(said: Said, start: int, ends: Mapping[int, int]) -> Stretch | None:
    """The noun phrase that begins at `start`, behind articles, without its trimmings."""
    while (
        start < len(said.tokens) and said.tags[start] in _SKIPPED and said.tokens[start].lower not in _YOURS
    ):
        start += 1
    if start not in ends or said.tags[start] in _SKIPPED or not said.joined[start]:
        return None
    kept = shorten(said.tokens[start : ends[start] + 1], EMPTY_TAIL, LEADING)
    if not 0 < len(kept) <= LONGEST_OBJECT or not any(len(token.stem) > 1 for token in kept):
        return None
    first = next(n for n in range(start, ends[start] + 1) if said.tokens[n].start == kept[0].start)
    last = first + len(kept) - 1
    counted = any(said.tags[number] == "CD" for number in range(first, last + 1))
    return (first, last) if said.tags[last] in NOUNS and not counted else None


def _compound(said: Said, first: int, last: int) -> str:
    """The object as the first part of a compound: its head in the singular, abbreviations in capitals."""
    words = [
        said.tokens[n].lower.upper() if said.capitals[n] else said.tokens[n].lower.removesuffix("'s")
        for n in range(first, last + 1)
    ]
    if said.tags[last].endswith("S") and not said.capitals[last]:
        words[-1] = singular(words[-1])
    gaps = ("", *("-" if said.hyphened[n] else " " for n in range(first + 1, last + 1)))
    return "".join(gap + word for gap, word in zip(gaps, words, strict=True))
