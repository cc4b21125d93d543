"""Phrases said in another word order or with words between: "managed yearly budgets" for "budget management".

Two words of one sentence are no match by themselves: "programs by developing and managing a network" is not
"program management". So only words that leave the phrase whole may stand between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.words import root, tokenize

EXTRA_WORDS = 3
"""Words that may stand between the words of a phrase said in another order ("managed a team's yearly budgets")."""

_LINKS = frozenset(
    "of for in the a an all our their his her its my your these those both new every each any some".split()
)
"""Function words within "management of the budgets", where the head comes first."""

_COORDINATION = frozenset({"and", "or"})


def reordered_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that hold all content words of a phrase close together, in any order and derived form."""
    tokens = tokenize(form)
    words = [root(token.stem) for token in tokens if token.stem not in FUNCTION_WORDS]
    own = frozenset(token.lower for token in tokens if token.stem in FUNCTION_WORDS)
    if len(words) < 2 or len(set(words)) < len(words):
        return
    rarest = min(words, key=lambda word: len(resume.roots.get(word, ())))
    for anchor in resume.roots.get(rarest, ()):
        places = _places_near(anchor, words, resume)
        if places and _leaves_phrase_whole(places, own, resume):
            run = min(places), max(places)
            if not ends_in_clause(run, resume):
                yield run


def _places_near(anchor: int, words: Sequence[str], resume: ResumeIndex) -> list[int]:
    """Where each word stands nearest to the anchor in its sentence; empty when one is missing or too far."""
    window, sentence = len(words) + EXTRA_WORDS, resume.sentence_of(anchor)
    places: list[int] = []
    for word in words:
        near = [p for p in resume.roots.get(word, ()) if p in sentence and abs(p - anchor) < window]
        if not near:
            return []
        places.append(min(near, key=lambda place: (abs(place - anchor), place)))
    return places if max(places) - min(places) < window else []


def _leaves_phrase_whole(places: Sequence[int], own: Set[str], resume: ResumeIndex) -> bool:
    """Whether what stands between the words is part of the same phrase; `own` are its own function words."""
    inside = range(min(places) + 1, max(places) + 1)
    between = [
        word for number in inside if number not in places and (word := resume.tokens[number].lower) not in own
    ]
    broken = [number for number in inside if _breaks(resume.gap(number))]
    if list(places) == sorted(places):
        listed = not broken or (bool(between) and (between[-1] in _COORDINATION or len(places) > 2))
        return _modifies(between) and listed
    return not broken and _depends(between)


def _breaks(gap: str) -> bool:
    return any(mark in gap for mark in ",()[]") or "--" in gap


def _modifies(between: Sequence[str]) -> bool:
    """In the same order: further modifiers or a coordination ("purchase and sales ledgers"), no other clause."""
    return all(word in _COORDINATION or word not in FUNCTION_WORDS for word in between)


def _depends(between: Sequence[str]) -> bool:
    """The head first: its object may have articles and adjectives ("managing the yearly budgets"), no verb."""
    return not any(
        word.endswith("ing") or (word in FUNCTION_WORDS and word not in _LINKS | _COORDINATION)
        for word in between
    )


def ends_in_clause(run: Run, resume: ResumeIndex) -> bool:
    """Whether a phrase ends in a participle with a clause of its own: "a process designed to" is no process design."""
    first, last = run
    if first == last or not resume.tokens[last].lower.endswith("ed") or last + 1 == len(resume.tokens):
        return False
    return resume.tokens[last + 1].lower in {"to", "by", "for"}
