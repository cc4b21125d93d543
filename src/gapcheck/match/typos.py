"""Typing errors: a word of the resume that nobody uses, one slip away from a word of the keyword.

Candidates are found by what is left after one letter is taken away on either side (the symmetric deletion of Garbe
2012), then checked by the distance of Damerau 1964: letters inserted, lost, exchanged or swapped.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.match.everyday import EVERYDAY
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.match.spelling import SHORTEST_WORD, deletions, distance
from gapcheck.words import key, run_key, tokenize
from gapcheck.words import stem as stem_of

TWO_SLIPS = 10
"""Letters from which on a word may have two."""


def misspelt_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that say a form with a typing error in one of its words."""
    words = tokenize(form)
    wanted = key(form)
    for place, word in enumerate(words):
        if len(word.lower) < SHORTEST_WORD or not word.lower.isalpha():
            continue
        for position in _slips(word.lower, resume):
            first, last = position - place, position - place + len(words) - 1
            if first >= 0 and last < len(resume.tokens) and _joined(resume, first, last):
                stems = [token.stem for token in resume.tokens[first : last + 1]]
                stems[place] = word.stem
                if run_key(stems) == wanted:
                    yield first, last


def _joined(resume: ResumeIndex, first: int, last: int) -> bool:
    return all(token.joined for token in resume.tokens[first + 1 : last + 1])


def _slips(word: str, resume: ResumeIndex) -> Iterator[int]:
    """Positions of unknown words of the resume that are the word with a slip in it; nobody mistypes the first letter,
    rowing is no towing."""
    allowed = 2 if len(word) >= TWO_SLIPS else 1
    near = {position for left in deletions(word) for position in resume.unknown.get(left, ())}
    for position in sorted(near):
        said = resume.tokens[position].lower
        if said in EVERYDAY or said[0] != word[0]:
            continue
        if stem_of(said) != stem_of(word) and distance(word, said) <= allowed:
            yield position
