"""Whether a sentence of a posting asks for anything, by its words and those of the sentences around it.

A logistic regression shipped as plain numbers (`models/recipe/asking.py` makes them); scoring needs the standard
library only. It reads the words that postings of any field use, and of rarer ones only their part of speech: what a
sentence is about does not tell whether it asks, "bioinformatics" may be wanted or what the department is known for.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from gapcheck.extract.said import Said
from gapcheck.resources import stats_folder
from gapcheck.segment.model import PostingSection

FILE_NAME = "asking.json"

USUAL = 100
"""Background postings, of 3,500, from which on a word is one that postings of any field use."""

OF_THE_NEXT = 0.25
"""The share that each neighbour of the same section has in a sentence's log odds: who tells of the employer does so for
a while."""

ENOUGH = 1.25
"""Log odds that a sentence asks for something from which on it is taken to ask."""

Words = Sequence[str]


def usual_words(said: Said, frequency: Callable[[str], int]) -> Words:
    """The words of a sentence in order, a rare one as its part of speech, a number as "0"."""
    return [
        "0" if token.lower.isdigit() else token.lower if frequency(token.lower) >= USUAL else f"~{tag}"
        for token, tag in zip(said.tokens, said.tags, strict=True)
    ]


def features(sentences: Sequence[Words]) -> list[set[str]]:
    """The features of each sentence: its words and pairs of words, start and end marked, and its length; the same of
    the sentences beside it, but of pairs only the first; and the words next to those."""
    own = [_own(words) for words in sentences]
    return [
        own[number].union(
            *(
                _seen_from(own[number + step], mark)
                for step, mark in _BESIDE
                if 0 <= number + step < len(own)
            ),
            *(
                {f"{mark}{word}" for word in sentences[number + step] if not word.startswith("~")}
                for step, mark in _FURTHER
                if 0 <= number + step < len(own)
            ),
        )
        for number in range(len(own))
    ]


_BESIDE = ((-1, "<"), (1, ">"))
_FURTHER = ((-2, "<<"), (2, ">>"))


def _own(words: Words) -> set[str]:
    pairs = {f"{left} {right}" for left, right in pairwise(["^", *words, "$"])}
    return {*words, *pairs, f"length {min(len(words) // 4, 8)}"}


def _seen_from(features_of_it: set[str], mark: str) -> set[str]:
    return {f"{mark}{name}" for name in features_of_it if " " not in name or name.startswith("^")}


@dataclass(frozen=True, slots=True)
class Asking:
    """The score: an intercept and, for each feature, a weight in units of `scale`, in natural log odds."""

    intercept: float
    scale: float
    weights: Mapping[str, int]

    def __call__(
        self,
        passages: Sequence[Said],
        sections: Sequence[PostingSection],
        frequency: Callable[[str], int],
    ) -> tuple[float, ...]:
        """Log odds that each sentence asks for something rather than tells of employer, work or applying.

        `passages` are those of a posting that can hold keywords, in its order, each with its section. Somewhere every
        posting asks: where none of its sentences does surely, all are as much likelier as makes the likeliest sure.
        """
        alone = [self._of(names) for names in features([usual_words(said, frequency) for said in passages])]
        found = []
        for number, own in enumerate(alone):
            beside = [
                alone[next_to]
                for next_to in (number - 1, number + 1)
                if 0 <= next_to < len(alone) and sections[next_to] is sections[number]
            ]
            found.append(own + OF_THE_NEXT * sum(other - own for other in beside))
        told = (
            chance
            for chance, section in zip(found, sections, strict=True)
            if section is not PostingSection.TITLE
        )
        lift = max(0.0, ENOUGH - max(told, default=ENOUGH))
        return tuple(chance + lift for chance in found)

    def _of(self, names: set[str]) -> float:
        known = [self.weights[name] for name in names if name in self.weights]
        return self.intercept + self.scale * sum(known) / math.sqrt(max(1, len(known)))


@cache
def load_asking() -> Asking:
    """The shipped score, read once a process."""
    raw = json.loads((stats_folder() / FILE_NAME).read_text(encoding="utf-8"))
    return Asking(raw["intercept"], raw["scale"], raw["weights"])
