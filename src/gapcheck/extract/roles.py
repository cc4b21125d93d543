"""Job titles that a posting asks for: its own, named by the work ("Retail Supervisor": "retail supervision"), and those
it wants somebody to have held or to be registered in ("experience as a paralegal", "registered nurse")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import dropwhile

from gapcheck.extract.phrases import INSIDE, NOUNS
from gapcheck.extract.said import Said
from gapcheck.extract.shorten import LONGEST_KEYWORD
from gapcheck.extract.work_nouns import WORK_OF_TITLE, singular
from gapcheck.fillers import GENERIC, LEADING
from gapcheck.segment.title_words import SENIORITY
from gapcheck.segment.titles import split_title
from gapcheck.words import stem


class Asked(StrEnum):
    """How a posting asks for a role."""

    TITLE = "title"
    REGISTRATION = "registration"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True)
class Role:
    """A role that is asked for: tokens `first..last` (inclusive), how it is asked for, and what a resume calls it."""

    first: int
    last: int
    asked: Asked
    name: str


REGISTERED = frozenset(
    "registered qualified licensed licenced chartered certified accredited certificated".split()
)
"""Words that make a role a registration or a qualification."""

_HELD = frozenset(
    map(stem, "experience experienced year years month months work worked working employed".split())
)
_REACH = 8
"""Words before "as a" among which the experience stands that it tells of."""


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether a word can be the head of a job title ("specialist")."""
    return bool(split_title(word).head)


def other_names(term: str) -> tuple[str, ...]:
    """What else a posting calls a role: without its rank, and by its work where more than one word says that. "Senior
    Receptionist": "receptionist"; "Lab Instructor": "lab instruction"."""
    words = term.lower().split()
    head = singular(words[-1])
    if not is_role(head):
        return ()
    plain = [*dropwhile(SENIORITY.__contains__, words[:-1]), head]
    work = [*plain[:-1], WORK_OF_TITLE.get(head, head)]
    names = [plain, work] if len(plain) > 1 else [plain]
    return tuple(name for name in map(" ".join, names) if name != term.lower())


def roles_in_title(said: Said) -> Iterator[Role]:
    """The roles that a posting's own title names: "Gym Instructor / Personal Trainer" names two."""
    start = 0
    for number in range(len(said.tokens)):
        start = number if not said.joined[number] else start
        if number == 1 and said.tokens[number].lower in _ARTICLES:  # "Become a Licensed Teacher"
            start = number + 1
        if said.tokens[number].lower in _SUPERVISORY:
            yield Role(number, number, Asked.TITLE, "supervision")
        if not _ends_role(said, number):
            continue
        first = _past(said, start, number, SENIORITY)
        if _is_stand_in(said, first, number):
            first = _past(said, first + 1, number, SENIORITY)
        start = number + 1
        if number - first >= LONGEST_KEYWORD:
            continue
        if not _says_nothing(said, first, number):
            yield Role(first, number, Asked.TITLE, _work(said, first, number))
        elif first < number and not _is_rank(said, first, number):
            # Of a "home manager" no other name tells as much.
            yield Role(first, number, Asked.TITLE, _said_as(said, first, number))


_ARTICLES = frozenset({"a", "an", "the"})

_SUPERVISORY = frozenset({"supervisory", "supv"})
"""What a title says of somebody who also supervises others ("Supervisory Audiologist")."""


def _is_stand_in(said: Said, first: int, last: int) -> bool:
    """Whether the first word only says that the holder is called in when others are away: "bank nurse", "locum GP"."""
    word = said.tokens[first].lower
    return first < last and (
        word == "locum" or (word == "bank" and said.tokens[last].lower not in _OF_A_BANK)
    )


_OF_A_BANK = frozenset("analyst cashier clerk examiner manager officer teller".split())
"""Roles that are a bank's."""


def _ends_role(said: Said, number: int) -> bool:
    """Whether a role ends here: "Teacher" does not end "Teacher Aide"."""
    if not is_role(said.tokens[number].lower):
        return False
    after = number + 1
    further = after < len(said.tokens) and said.joined[after] and is_role(said.tokens[after].lower)
    return not further


def _past(said: Said, first: int, last: int, words: frozenset[str]) -> int:
    while first < last and said.tokens[first].lower in words:
        first += 1
    return first


def _says_nothing(said: Said, first: int, last: int) -> bool:
    return all(word in GENERIC or word in SENIORITY for word in said.stems(first, last))


def _is_rank(said: Said, first: int, last: int) -> bool:
    """Whether all words but the head only rank it: "Senior Officer"."""
    return all(said.tokens[number].lower in SENIORITY for number in range(first, last))


def _work(said: Said, first: int, last: int) -> str:
    """What the holder of a title does, and the title itself where no noun says that or who it is comes before what they
    do: an "attorney adviser" does no attorney advice."""
    *others, head = (_as_word(said, number) for number in range(first, last + 1))
    person = bool(others) and is_role(others[-1])
    return " ".join((*others, head if person else WORK_OF_TITLE.get(head, head)))


def _as_word(said: Said, number: int) -> str:
    """A word without the capital it has in a title; abbreviations keep theirs."""
    lower = said.tokens[number].lower
    return lower.upper() if said.capitals[number] and len(lower) <= _ABBREVIATION else lower


_ABBREVIATION = 4
"""Letters up to which a word in capitals is an abbreviation: whole titles are written in capitals."""


def roles_asked_for(said: Said, phrases: Sequence[tuple[int, int]]) -> Iterator[Role]:
    """Roles of a sentence that it asks for as a registration or as experience."""
    before: tuple[int, Asked] | None = (
        None  # where the last one ended: "as a dental receptionist or dental nurse"
    )
    for first, end in phrases:
        last = _head(said, first, end)
        if last is None:
            continue
        asked = _how(said, first, last)
        if asked is None and before is not None and _is_alternative(said, before[0] + 1, first):
            asked = before[1]
        if asked is None:
            continue
        before = last, asked
        role = _role(said, first, last, asked)
        if role is not None:
            yield role


def _head(said: Said, first: int, end: int) -> int | None:
    """The last word of a phrase that a role ends in; "experience" may stand behind it."""
    return next(
        (n for n in range(end, first - 1, -1) if is_role(_one(said, n)) and _ends_phrase(said, n, end)), None
    )


def _one(said: Said, number: int) -> str:
    return (
        singular(said.tokens[number].lower) if said.tags[number].endswith("S") else said.tokens[number].lower
    )


def _ends_phrase(said: Said, number: int, end: int) -> bool:
    return number == end or said.tokens[number + 1].stem in _HELD


_ABOVE = re.compile(
    r"\b(?:(?:supervision|direction|guidance|oversight|leadership) (?:of|from)"
    r"|(?:supervised|led|managed|guided|delegated) by|(?:support|assist)(?:s|ing)?"
    r"|report(?:s|ing)? (?:directly )?to)(?: \w+){0,2}$"
)
"""Words before those whom the holder works under or for: "under the supervision of registered nurses"."""


def works_under(said: Said, first: int) -> bool:
    """Whether the role that begins with this token is whom the holder works under or for."""
    return (
        _ABOVE.search(" ".join(token.lower for token in said.tokens[max(0, first - 5) : first])) is not None
    )


def _how(said: Said, first: int, last: int) -> Asked | None:
    if works_under(said, first):
        return None
    words = [said.tokens[number].lower for number in range(max(0, first - 3), last)]
    if not REGISTERED.isdisjoint(words):
        return Asked.REGISTRATION
    if last + 1 < len(said.tokens) and said.joined[last + 1] and _is_held(said, last + 1):
        return Asked.EXPERIENCE
    before = [said.tokens[number].lower for number in range(max(0, first - 2), first)]
    if "as" in before and not _HELD.isdisjoint(said.stems(max(0, first - _REACH), first - 1)):
        return Asked.EXPERIENCE
    return None


def _is_held(said: Said, number: int) -> bool:
    """Whether a word says that somebody has held the role before it: "nurse experience", not "the analysts work"."""
    doing = said.tags[number].startswith("VB") or said.tags[number - 1].endswith("S")
    return said.tokens[number].stem in _HELD and not doing


def _is_alternative(said: Said, start: int, first: int) -> bool:
    between = [said.tokens[number].lower for number in range(start, first)]
    return set(between) <= {"or", "and", "a", "an"} and len(between) <= 2


def _role(said: Said, first: int, last: int, asked: Asked) -> Role | None:
    marked = max((n for n in range(first, last) if said.tokens[n].lower in REGISTERED), default=first - 1)
    begin = _past(said, marked + 1, last, SENIORITY)
    while begin < last and (said.tokens[begin].stem in LEADING or said.tags[begin] not in INSIDE - {"VBN"}):
        begin += 1
    if _says_nothing(said, begin, last):
        if asked is not Asked.REGISTRATION or marked < first or last - marked >= LONGEST_KEYWORD:
            return None
        begin = marked
    if last - begin >= LONGEST_KEYWORD or said.tags[last] not in NOUNS:
        return None
    return Role(begin, last, asked, _said_as(said, begin, last))


def _said_as(said: Said, first: int, last: int) -> str:
    words = [said.tokens[number].lower for number in range(first, last)]
    words.append(_one(said, last))
    return " ".join(word.upper() if said.capitals[first + n] else word for n, word in enumerate(words))
