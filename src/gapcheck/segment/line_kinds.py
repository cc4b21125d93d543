"""What a sentence of a posting is about, by its words: a linear classifier shipped as plain numbers.

Trained by `models/recipe/line_kinds.py` (logistic regression on words and pairs of words); scoring needs the
standard library only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from gapcheck.counting import counted_words
from gapcheck.resources import stats_folder
from gapcheck.same import Same
from gapcheck.segment.model import PostingSection

# A title or a heading is recognised by where it stands and how it looks, not by these words.
_SECTIONS = {
    "company": PostingSection.COMPANY,
    "duty": PostingSection.DUTIES,
    "required": PostingSection.REQUIRED,
    "preferred": PostingSection.PREFERRED,
    "benefit": PostingSection.BENEFITS,
    "legal": PostingSection.LEGAL,
    "application": PostingSection.APPLICATION,
}


@dataclass(frozen=True, slots=True)
class LineKinds:
    """The classifier: an intercept for each label and, for each feature, one weight a label."""

    labels: Sequence[str]
    intercepts: Sequence[float]
    scale: float
    weights: Mapping[str, Sequence[int]]

    def log_probabilities(self, text: str) -> Mapping[PostingSection, float]:
        """Natural logarithm of the probability of each section, given that it is one of them.

        Remembered for a while: postings repeat each other's sentences.
        """
        return _log_probabilities(Same(self), text)

    def _score(self, text: str) -> Mapping[PostingSection, float]:
        known = [self.weights[name] for name in line_features(text) if name in self.weights]
        unit = self.scale / math.sqrt(max(1, len(known)))
        scores = {
            _SECTIONS[label]: intercept + unit * sum(row[number] for row in known)
            for number, (label, intercept) in enumerate(zip(self.labels, self.intercepts, strict=True))
            if label in _SECTIONS
        }
        top = max(scores.values())
        total = top + math.log(sum(math.exp(score - top) for score in scores.values()))
        return {section: score - total for section, score in scores.items()}


@lru_cache(maxsize=16_384)
def _log_probabilities(kinds: Same[LineKinds], text: str) -> Mapping[PostingSection, float]:
    return kinds.value._score(text)


def line_features(text: str) -> set[str]:
    """Words and pairs of neighbouring words of a line, its start and end marked; the recipe counts these very ones."""
    row = ["^", *("0" if word.isdigit() else word for word in counted_words(text)), "$"]
    return {*row[1:-1], *(f"{left} {right}" for left, right in pairwise(row))}


@cache
def load_line_kinds() -> LineKinds:
    """The shipped classifier, read once a process."""
    raw = json.loads((stats_folder() / "line_kinds.json").read_text(encoding="utf-8"))
    return LineKinds(raw["labels"], raw["intercepts"], raw["scale"], raw["weights"])
