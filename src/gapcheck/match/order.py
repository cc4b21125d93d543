"""Phrases said in another word order or with words between: "managed yearly budgets" for "budget management".

Two words of one sentence are no match by themselves: "programs by developing and managing a network" is not
"program management". So only words that leave the phrase whole may stand between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, lru_cache

from gapcheck.fillers import FUNCTION_WORDS, GENERIC
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.report import Kind
from gapcheck.words import PARTICIPLES, phrase_tokens, root, run_key

EXTRA_WORDS = 4
"""Words that may stand between the words of a phrase said in another order ("managed a team's yearly budgets")."""

MORE_EXTRA_WORDS = 5
"""The same for phrases that are written as a resume says them ("handled a high volume of customer inquiries")."""

_LINKS = frozenset(
    "of for in the a an all our their his her its my your these those both new every each any some".split()
)
"""Function words within "management of the budgets", where the head comes first."""

_COORDINATION = frozenset({"and", "or"})

_TELLING = frozenset("as to from under without before after between against".split())
"""Function words of a phrase that it is not said without: "software as a service" is no "software and service"."""


def reordered_runs(form: str, resume: ResumeIndex, *, strict: bool = False) -> Iterator[Run]:
    """Runs that hold all content words of a phrase close together, in any order and derived form.

    `strict` asks that nothing but small words stands between them: for job titles, and for other names of a keyword,
    of which there are many, so that one of them is easily made up by chance.
    """
    words, own = _parts(form)
    if not _can_be_moved(words):
        return
    rarest = min(words, key=lambda word: len(resume.roots.get(word, ())))
    for anchor in resume.roots.get(rarest, ()):
        places = _places_near(anchor, words, resume)
        if places and _leaves_phrase_whole(places, own, resume):
            run = min(places), max(places)
            tight = not strict or _is_tight(places, resume)
            if tight and not ends_in_clause(run, resume):
                yield run


def reworded_runs(form: str, resume: ResumeIndex, *, strict: bool = False) -> Iterator[Run]:
    """Runs that hold one content word of a phrase and for each other one the word or another of its sense.

    The word itself must be one that says something: "interviewing teams" is no team leadership, "web services" are no
    professional services.
    """
    words, own = _parts(form)
    if not _can_be_moved(words) or not all(map(resume.positions_of_sense, words)):
        return
    for word in (word for word in words if word not in _generic()):
        for anchor in resume.roots.get(word, ()):
            places = _places_near(anchor, words, resume, positions=resume.positions_of_sense)
            if places and len(set(places)) == len(places) and _leaves_phrase_whole(places, own, resume):
                run = min(places), max(places)
                ordered = list(places) == sorted(places)
                tight = not strict or _is_tight(places, resume)
                if tight and (ordered or _is_object(run, resume)) and not ends_in_clause(run, resume):
                    yield run


@cache
def _generic() -> frozenset[str]:
    return frozenset(root(word) for word in GENERIC)


@lru_cache(maxsize=16384)
def _parts(form: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Roots of a phrase's content words in their order, and its function words."""
    tokens = phrase_tokens(form)
    words = tuple(root(token.stem) for token in tokens if token.stem not in FUNCTION_WORDS)
    return words, frozenset(token.lower for token in tokens if token.stem in FUNCTION_WORDS)


def _can_be_moved(words: Sequence[str]) -> bool:
    """Whether a phrase has an order to change: several words, none of them twice."""
    return 1 < len(words) == len(set(words))


def _is_object(run: Run, resume: ResumeIndex) -> bool:
    """Whether the words after the first are its whole object: "directed product launches" directs no product, and
    "designed and managed" designs no management."""
    if resume.tokens[run[0] + 1].lower in _COORDINATION:
        return False
    after = run[1] + 1
    if after == len(resume.tokens) or not resume.tokens[after].joined or "\n" in resume.gap(after):
        return True
    word = resume.tokens[after]
    return word.stem in FUNCTION_WORDS or word.lower.endswith(("ed", "ing", "ly"))


def said_runs(phrase: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that say a phrase of the lexicon's `shown_by` or `suggested_by`: its words in one sentence, close together.

    Where they stand in their order, other objects and small words may stand between ("managed rotas and the yearly
    budget" says "manage budget"); in another order only what a phrase in another order may hold.
    """
    words = phrase.split(" ")
    content = [word for word in words if word not in FUNCTION_WORDS] or words
    if len(content) == 1:
        yield from (run for run in resume.runs.get(run_key(words), ()) if run[1] - run[0] + 1 == len(words))
        return
    if any(word not in resume.roots for word in content):
        return
    own = frozenset(words) & FUNCTION_WORDS
    for anchor in resume.roots[min(content, key=lambda word: len(resume.roots[word]))]:
        places = _places_near(anchor, content, resume, MORE_EXTRA_WORDS)
        if places and _is_one_clause(places, own, resume):
            yield min(places), max(places)


def telling_runs(phrase: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that say a phrase of the lexicon's `shown_by` or `suggested_by`, or the term of the lexicon that it is."""
    yield from said_runs(phrase, resume)
    entry = resume.lexicon.named(phrase.split(" "))
    if entry is not None and entry.kind in (Kind.TOOL, Kind.CERTIFICATION):
        yield from resume.entries.get(entry.term, ())


def _is_one_clause(places: Sequence[int], own: Set[str], resume: ResumeIndex) -> bool:
    """Whether the words say one thing: a list that stands between them ends in "and"."""
    inside = range(min(places) + 1, max(places) + 1)
    gaps = "".join(map(resume.gap, inside))
    if any(mark in gaps for mark in "()[]:"):
        return False
    if list(places) != sorted(places):
        return _leaves_phrase_whole(places, own, resume)
    between = [resume.tokens[number].lower for number in inside if number not in places]
    if "," in gaps and _COORDINATION.isdisjoint(between):
        return False
    return all(word not in FUNCTION_WORDS or word in _LINKS | _COORDINATION | own for word in between)


def _places_near(
    anchor: int,
    words: Sequence[str],
    resume: ResumeIndex,
    extra: int = EXTRA_WORDS,
    positions: Callable[[str], Sequence[int]] | None = None,
) -> list[int]:
    """Where each word stands nearest to the anchor in its sentence; empty when one is missing or too far."""
    window, sentence = len(words) + extra, resume.sentence_of(anchor)
    places: list[int] = []
    for word in words:
        found = resume.roots.get(word, ()) if positions is None else positions(word)
        near = [p for p in found if p in sentence and abs(p - anchor) < window]
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
    if _TELLING & own - {resume.tokens[number].lower for number in inside}:
        return False
    if list(places) == sorted(places):
        listed = not broken or (bool(between) and (between[-1] in _COORDINATION or len(places) > 2))
        return _modifies(between) and listed
    return not broken and _depends(between)


def _is_tight(places: Sequence[int], resume: ResumeIndex) -> bool:
    """Whether only small words stand between, or the first of two that share what follows ("calendar and meeting
    coordination"); a phrase of more than two words keeps its order."""
    inside = range(min(places) + 1, max(places))
    others = [resume.tokens[number].lower for number in inside if number not in places]
    ordered = list(places) == sorted(places)
    if ordered and len(places) == 2 and len(others) == 2 and others[0] in _COORDINATION:
        return True
    return (ordered or len(places) == 2) and all(word in _LINKS | _COORDINATION for word in others)


def _breaks(gap: str) -> bool:
    return any(mark in gap for mark in ",()[]") or "--" in gap


def _modifies(between: Sequence[str]) -> bool:
    """In the same order: further modifiers or a coordination ("purchase and sales ledgers"), no other clause."""
    return all(word in _COORDINATION or word not in FUNCTION_WORDS for word in between)


def _depends(between: Sequence[str]) -> bool:
    """The head first: its object may have articles and adjectives ("managing the yearly budgets"), and no verb but
    those that share it ("planning and mounting displays")."""
    while len(between) > 1 and between[0] in _COORDINATION and between[1].endswith(PARTICIPLES):
        between = between[2:]
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
