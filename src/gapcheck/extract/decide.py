"""The decision whether a proposal is a keyword: a linear score of its traits, learned when the model was built.

It is a logistic regression shipped as plain numbers (`models/recipe/decision.py` makes them); scoring needs the
standard library only, and every trait's share can be told.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gapcheck.extract.propose import Proposal
from gapcheck.extract.said import Said
from gapcheck.extract.traits import Surroundings, Traits, source_traits, word_traits
from gapcheck.resources import stats_folder

FILE_NAME = "decision.json"

FEWEST, MOST = (8, 14), (40, 60)
"""Keywords that hardly any posting asks for less of, or for more, from where to where. What a short one says in passing
is taken sooner than the same words in a long one, which names much that nobody looks for. Chosen, as the next two, on
46 real postings that taught nothing."""

LAXER, STRICTER = -0.75, 1.6
"""What the least log odds of a keyword change by among the posting's surest `FEWEST`, and beyond the surest `MOST`;
between the two bounds of each little by little, so that a keyword more hardly ever costs another its place."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear score: an intercept and a weight for each trait, in natural log odds."""

    intercept: float
    weights: Mapping[str, float]

    def of(self, *traits: Traits) -> float:
        """Log odds by all the traits together; one that was never learnt counts nothing."""
        weights = self.weights
        return self.intercept + sum(
            weights.get(name, 0.0) * value for group in traits for name, value in group.items()
        )

    def shares(self, traits: Traits) -> tuple[tuple[str, float], ...]:
        """What each trait adds to the log odds, the strongest first."""
        found = [(name, self.weights[name] * value) for name, value in traits.items() if name in self.weights]
        return tuple(sorted(found, key=lambda share: (-abs(share[1]), share[0])))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Traits of a proposal: those of its words, and those of its sources, form and place."""

    words: Traits
    sources: Traits


@dataclass(frozen=True, slots=True)
class Decision:
    """The score, and the probability from which on a proposal usually counts as a keyword."""

    score: Linear
    threshold: float

    def least(self, surer: int) -> float:
        """The probability from which on a keyword counts of which the posting has so many that are surer."""
        by = _between(surer, *FEWEST, LAXER, 0.0) + _between(surer, *MOST, 0.0, STRICTER)
        return 1 / (1 + (1 / self.threshold - 1) * math.exp(-by))

    def probability(self, weighed: Weighed) -> float:
        """How likely a careful reader takes the proposal for a keyword, 0..1."""
        return 1 / (1 + math.exp(-self.score.of(weighed.words, weighed.sources)))


def _between(surer: int, first: int, last: int, low: float, high: float) -> float:
    """`low` up to `first`, `high` from `last` on, and a straight line between them."""
    share = min(1.0, max(0.0, (surer - first) / (last - first)))
    return low + share * (high - low)


def weigh(said: Said, proposals: Sequence[Proposal], around: Surroundings) -> tuple[Weighed, ...]:
    """What the decision sees in each proposal of a passage."""
    return tuple(
        Weighed(word_traits(said, proposal, around), source_traits(said, proposal, proposals, around))
        for proposal in proposals
    )


@cache
def load_decision() -> Decision:
    """The shipped decision, read once a process."""
    raw = json.loads((stats_folder() / FILE_NAME).read_text(encoding="utf-8"))
    return Decision(
        Linear(raw["score"]["intercept"], raw["score"]["weights"]),
        raw["threshold"],
    )
