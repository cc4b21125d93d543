"""What a sentence of a posting is about, by its words and those of the lines beside it.

A linear classifier shipped as plain numbers, trained by `models/recipe/line_kinds.py` (logistic regression on words and
pairs of words); scoring needs the standard library only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

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


class LineBetween(NamedTuple):
    """A line, and the lines before and after it, headings as well; empty where there is none."""

    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class LineKinds:
    """The classifier: an intercept for each label and, for each feature, one weight a label."""

    labels: Sequence[str]
    intercepts: Sequence[float]
    scale: float
    weights: Mapping[str, Sequence[int]]

    def log_probabilities(self, line: LineBetween) -> Mapping[PostingSection, float]:
        """Natural logarithm of the probability of each section, given that it is one of them.

        Remembered for a while: postings repeat each other's sentences.
        """
        return _log_probabilities(Same(self), line)

    def _score(self, line: LineBetween) -> Mapping[PostingSection, float]:
        sums = [0.0] * len(self.labels)
        for name, share in line_features(line, self.weights).items():
            for number, weight in enumerate(self.weights[name]):
                sums[number] += share * weight
        scores = {
            _SECTIONS[label]: intercept + self.scale * total
            for label, intercept, total in zip(self.labels, self.intercepts, sums, strict=True)
            if label in _SECTIONS
        }
        top = max(scores.values())
        total = top + math.log(sum(math.exp(score - top) for score in scores.values()))
        return {section: score - total for section, score in scores.items()}


@lru_cache(maxsize=16_384)
def _log_probabilities(kinds: Same[LineKinds], line: LineBetween) -> Mapping[PostingSection, float]:
    return kinds.value._score(line)


BESIDE = 0.3
"""Share of what the lines beside a line say in its score, beside that of its own words."""


def line_features(line: LineBetween, known: Container[str]) -> dict[str, float]:
    """What is known of a line, each with its share: words and pairs of neighbouring words, start and end marked, and
    the words of the lines beside it. The recipe counts these very ones."""
    row = ["^", *_words(line.text), "$"]
    pairs = (f"{left} {right}" for left, right in pairwise(row))
    beside = (
        f"{mark}{word}" for mark, text in (("<", line.before), (">", line.after)) for word in _words(text)
    )
    return {**_shares({*row[1:-1], *pairs}, known, 1.0), **_shares(set(beside), known, BESIDE)}


def _shares(names: set[str], known: Container[str], together: float) -> dict[str, float]:
    found = [name for name in names if name in known]
    return dict.fromkeys(found, together / math.sqrt(max(1, len(found))))


def _words(text: str) -> list[str]:
    return ["0" if word.isdigit() else word for word in counted_words(text)]


@cache
def load_line_kinds() -> LineKinds:
    """The shipped classifier, read once a process."""
    raw = json.loads((stats_folder() / "line_kinds.json").read_text(encoding="utf-8"))
    return LineKinds(raw["labels"], raw["intercepts"], raw["scale"], raw["weights"])
