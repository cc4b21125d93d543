"""Whether closeness in meaning is enough: probabilities learned from labelled cases, shipped as plain numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.extract.roles import is_role
from gapcheck.match.model import Closeness
from gapcheck.report import Kind, Status
from gapcheck.resources import stats_folder

FILE_NAME = "matching.json"

BY_MEANING = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT})
"""Kinds that may be said in other words.

Tools, certificates, degrees, languages and titles are names: what lies close to a name is an alternative to it ("Java",
"Python"), never a proof.
"""


LONGEST_ABBREVIATION = 6
"""Letters; what is longer may be words in a line of capitals, if the lexicon does not know it."""


def is_sought_by_meaning(keyword: ExtractedKeyword) -> bool:
    """Whether other words may show a keyword; what names one person's job is a title, whatever its kind, and an
    abbreviation ("BACS") is a name."""
    short = keyword.lexicon is not None or len(keyword.term) <= LONGEST_ABBREVIATION
    abbreviation = keyword.term.isupper() and short
    return keyword.kind in BY_MEANING and not names_job(keyword.term) and not abbreviation


def names_job(term: str) -> bool:
    """Whether a term names one job ("maintenance supervisor"), not a doing or several people ("student nurses")."""
    words = term.lower().split()
    return is_role(words[-1]) and not words[-1].endswith("s") and not words[0].endswith("ing")


def features(close: Closeness, *, known: bool, often: float) -> tuple[float, ...]:
    """What the decision is made from; the recipe fits its weights to the same figures.

    `known` says that the lexicon has the keyword: what it knows of its other wordings has not been found. `often` is
    how often the keyword is shown without being said (`gapcheck.match.often`).
    """
    return close.entailed, close.phrase, close.together, float(known), often


@dataclass(frozen=True, slots=True)
class MeaningModel:
    """Logistic regression: weights of the features and an intercept; `shown_from` is the least probability that
    counts as shown, `implied_from` the least that counts as implied."""

    weights: tuple[float, ...]
    intercept: float
    shown_from: float
    implied_from: float

    def probability(self, values: Sequence[float]) -> float:
        """Probability that a reader takes the keyword as shown."""
        score = self.intercept + sum(w * x for w, x in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-score))

    def judge(self, close: Closeness, *, known: bool, often: float) -> Status:
        """Other words for the same, something that implies it, or nothing."""
        probability = self.probability(features(close, known=known, often=often))
        if probability >= self.shown_from:
            return Status.ALIAS
        return Status.RELATED if probability >= self.implied_from else Status.MISSING


def model_of(numbers: dict[str, Any]) -> MeaningModel:
    """The model from its numbers as the recipe writes them."""
    return MeaningModel(
        tuple(numbers["weights"]), numbers["intercept"], numbers["shown_from"], numbers["implied_from"]
    )


@cache
def load_model() -> MeaningModel:
    """The shipped numbers, read once a process."""
    return model_of(json.loads((stats_folder() / FILE_NAME).read_text(encoding="utf-8")))
