"""What is left out of a posting that names more than anybody reads: the least likely of its candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from gapcheck.extract.candidates import JudgedPassage
from gapcheck.words import key

SURPLUS = "less likely than the many others"
"""Why a candidate is dropped that a shorter posting would keep."""


def drop_surplus(
    passages: Sequence[JudgedPassage], least: Callable[[int], float]
) -> tuple[JudgedPassage, ...]:
    """The passages with what is surplus dropped.

    `least` tells how likely a keyword must be before which so many likelier ones stand.
    """
    surplus = _surplus(passages, least)
    return tuple(_without(passage, surplus) for passage in passages) if surplus else tuple(passages)


def _surplus(passages: Iterable[JudgedPassage], least: Callable[[int], float]) -> frozenset[str]:
    """Comparison keys of the terms that are surplus."""
    likeliest: dict[str, float] = {}
    for passage in passages:
        for candidate in passage.kept:
            term = key(candidate.term)
            likeliest[term] = max(likeliest.get(term, 0.0), candidate.probability)
    ranked = sorted(likeliest.items(), key=lambda item: (-item[1], item[0]))
    return frozenset(term for rank, (term, probability) in enumerate(ranked) if probability < least(rank))


def _without(passage: JudgedPassage, surplus: frozenset[str]) -> JudgedPassage:
    return replace(
        passage,
        judged=tuple(
            replace(judged, dropped=SURPLUS)
            if judged.dropped is None and key(judged.candidate.term) in surplus
            else judged
            for judged in passage.judged
        ),
    )
