"""The decision whether a proposal is a keyword: two linear scores, learned when the model was built.

The first weighs the words, the second that score together with what lexicon and language model say. Both are
logistic regressions shipped as plain numbers (`models/recipe/decision.py` makes them); scoring needs the standard
library only, and every trait's share can be told.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gapcheck.extract.propose import Proposal
from gapcheck.extract.said import Said
from gapcheck.extract.traits import Surroundings, Traits, list_traits, look_at, source_traits, word_traits
from gapcheck.resources import stats_folder

FILE_NAME = "decision.json"
WORDS = "words"
"""The trait by which the words' score joins the second decision."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear score: an intercept and a weight for each trait, in natural log odds."""

    intercept: float
    weights: Mapping[str, float]

    def score(self, traits: Traits) -> float:
        """Log odds; a trait that was never learnt counts nothing."""
        weights = self.weights
        return self.intercept + sum(weights.get(name, 0.0) * value for name, value in traits.items())

    def shares(self, traits: Traits) -> tuple[tuple[str, float], ...]:
        """What each trait adds to the log odds, the strongest first."""
        found = [(name, self.weights[name] * value) for name, value in traits.items() if name in self.weights]
        return tuple(sorted(found, key=lambda share: (-abs(share[1]), share[0])))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Traits of a proposal: of its words, and of its sources with the words' score among them."""

    words: Traits
    sources: Traits


Steps = tuple[tuple[int, float], ...]
"""Numbers of keywords, rising, with the least probability that one more must have there."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Both scores, and how likely a proposal must be to count as a keyword: the more a posting has, the likelier.

    A short posting means all it names, a long one names much that no reader screens on.
    """

    words: Linear
    sources: Linear
    steps: Steps

    @property
    def floor(self) -> float:
        """The probability below which nothing is a keyword."""
        return self.steps[0][1]

    def least(self, rank: int) -> float:
        """The least probability of a keyword before which `rank` likelier ones stand, even between the steps."""
        at = bisect_right(self.steps, rank, key=lambda step: step[0])
        if at in (0, len(self.steps)):
            return self.steps[max(at - 1, 0)][1]
        (low, start), (high, end) = self.steps[at - 1 : at + 1]
        return start + (end - start) * (rank - low) / (high - low)

    def weigh(self, said: Said, proposals: Sequence[Proposal], around: Surroundings) -> tuple[Weighed, ...]:
        """What the decision sees in each proposal of a passage; the proposals of a list vouch for each other."""
        looks = [look_at(said, proposal, around) for proposal in proposals]
        words = [
            word_traits(said, proposal, around, own) for proposal, own in zip(proposals, looks, strict=True)
        ]
        scores = [self.words.score(traits) for traits in words]
        return tuple(
            Weighed(
                traits,
                source_traits(said, proposal, around, own)
                | list_traits(said, proposal, proposals, scores)
                | _of_words(score, proposal),
            )
            for proposal, own, traits, score in zip(proposals, looks, words, scores, strict=True)
        )

    def probability(self, weighed: Weighed) -> float:
        """How likely a careful reader takes the proposal for a keyword, 0..1."""
        return 1 / (1 + math.exp(-self.sources.score(weighed.sources)))


def _of_words(score: float, proposal: Proposal) -> Traits:
    """The words' score. The corpus marks neither doings nor roles, so of a role it says nothing, of a doing less."""
    if proposal.named is None:
        return {WORDS: score}
    return {} if proposal.named.way.is_role else {WORDS: score, f"{WORDS}, {proposal.named.way.value}": score}


@cache
def load_decision() -> Decision:
    """The shipped decision, read once a process."""
    raw = json.loads((stats_folder() / FILE_NAME).read_text(encoding="utf-8"))
    return Decision(
        Linear(raw["words"]["intercept"], raw["words"]["weights"]),
        Linear(raw["sources"]["intercept"], raw["sources"]["weights"]),
        tuple((rank, least) for rank, least in raw["steps"]),
    )
