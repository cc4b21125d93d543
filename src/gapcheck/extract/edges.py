"""Words at the edges of a stretch that say nothing of it, or that it must not lose."""

from __future__ import annotations

from collections.abc import Callable

from gapcheck.extract.named import COMMON
from gapcheck.extract.phrases import INSIDE, NOUNS
from gapcheck.extract.said import Said
from gapcheck.fillers import (
    EMPTY_DOING,
    EMPTY_END,
    EMPTY_FRONT,
    GENERIC,
    LEADING,
    PLAIN_VERBS,
    TRAILING,
    WEAK_FRONT,
)
from gapcheck.lexicon import Lexicon


def says_enough(said: Said, first: int, last: int, lexicon: Lexicon, frequency: Callable[[str], int]) -> bool:
    """Whether a stretch begins and ends with words that say something.

    "various" and "giving" do not, nor does "complex" before a single word that nobody knows. Of a hyphenated word
    nothing is left out.
    """
    if said.tokens[last].stem in EMPTY_END:
        return False
    if first + 1 < len(said.tokens) and said.hyphened[first + 1]:
        return not _only_modifies(said, first, last)
    if said.tokens[first].lower in PLAIN_VERBS or _is_cut_off(said, first, last):
        return False
    word = said.tokens[first].stem
    if word in EMPTY_FRONT or (word in EMPTY_DOING and (first == last or said.tags[first].startswith("VB"))):
        return False
    rest = own_front(said, first, last, frequency)
    if rest == first:
        return True
    if rest == last:
        return lexicon.knows(said.tokens[last].lower)
    return any(stem not in GENERIC for stem in said.stems(rest, last))


def _only_modifies(said: Said, first: int, last: int) -> bool:
    """Whether a stretch is a hyphenated word before its noun: "full-charge" of "full-charge bookkeeping"."""
    after = last + 1
    if not all(said.hyphened[first + 1 : after]) or after == len(said.tokens) or not said.joined[after]:
        return False
    return said.tags[after] in NOUNS and said.tokens[after].stem not in TRAILING


def goes_on(said: Said, last: int) -> bool:
    """Whether a hyphenated word goes on behind the stretch: "executive buy" of "executive buy-in"."""
    return last + 1 < len(said.tokens) and said.hyphened[last + 1]


def owns(said: Said, last: int) -> bool:
    """Whether what follows belongs to what the stretch names: "the industry's" of "the industry's practices"."""
    after = last + 1
    possessive = said.tokens[last].lower.endswith(("'s", "’s"))
    return possessive and after < len(said.tokens) and said.joined[after] and said.tags[after] in INSIDE


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
