"""Abbreviations that a text explains itself: "Customer Relationship Management (CRM)", "CRM (Customer …)".

After Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text":
the letters of the short form must be found in order in the long form, the first one at the start of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SHORT = r"[A-Z][A-Za-z&/\-]{0,6}[A-Z][A-Za-z]?s?"
_LONG_FIRST = re.compile(
    rf"(?<![\w&/'’\-])(?P<before>(?:[\w&/'’\-]{{1,60}},?[ ]){{1,8}})[\"“(]+(?P<short>{_SHORT})[\"”)]+"
)
"""Words are bounded, for hostile input must not cost time."""
_SHORT_FIRST = re.compile(rf"\b(?P<short>{_SHORT}) \((?P<long>[A-Za-z][\w&/,'’\- ]{{4,60}})\)")

_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on", "with", "a"})
_FEWEST_WITHIN = 3
"""Letters from which on some may stand within a word: two are in too many words ("Maryland (MD)")."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and the long form the text gives for it, with the offsets of the long form."""

    short: str
    long: str
    start: int
    end: int


def find_abbreviations(text: str) -> Iterator[Abbreviation]:
    """Abbreviations a text explains, in text order within each pattern."""
    for match in _LONG_FIRST.finditer(text):
        start = _start_of_long(match.group("before"), match.group("short"))
        if start is not None:
            long = match.group("before")[start:].rstrip(" ,")
            begin = match.start("before") + start
            yield Abbreviation(match.group("short"), long, begin, begin + len(long))
    for match in _SHORT_FIRST.finditer(text):
        if _start_of_long(match.group("long") + " ", match.group("short")) == 0:
            yield Abbreviation(match.group("short"), match.group("long"), *match.span("long"))


def _start_of_long(before: str, short: str) -> int | None:
    """Where the long form starts in the words before the short one; None when its letters are not there."""
    letters = [letter for letter in short.removesuffix("s").casefold() if letter.isalnum()]
    words = [(match.start(), match.group().casefold()) for match in re.finditer(r"[\w'’]+", before)]
    if len(letters) < 2:
        return None
    for spelt in (_initials, _within) if len(letters) >= _FEWEST_WITHIN else (_initials,):
        for first in range(len(words) - 1, -1, -1):
            begins = words[first][1].startswith(letters[0])
            if begins and spelt(letters, [word for _, word in words[first:]]):
                return words[first][0]
    return None


def _initials(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the letters are the initials of the words in order, small words and doubled initials aside."""
    rest = list(letters)
    for word in words:
        if rest and word.startswith(rest[0]):
            rest.pop(0)
        elif word not in _SMALL and not rest:
            return False
    return not rest and len(words) <= len(letters) + 2


def _within(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each word, small ones aside, gives its initial and perhaps further letters: "Video Teleconferencing"."""
    if not words:
        return not letters
    word, others = words[0], words[1:]
    if word in _SMALL and _within(letters, others):
        return True
    if not letters or word[0] != letters[0]:
        return False
    return any(
        _within(letters[taken:], others)
        for taken in range(1, len(letters) + 1)
        if _in_order(letters[1:taken], word[1:])
    )


def _in_order(letters: Sequence[str], word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
