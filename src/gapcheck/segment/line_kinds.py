"""What a sentence of a posting is about, by its words and those of the lines beside it.

A linear classifier shipped as plain numbers, trained by `models/recipe/line_kinds.py` (logistic regression on words and
pairs of words); scoring needs the standard library only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from gapcheck.counting import counted_words
from gapcheck.resources import stats_folder
from gapcheck.same import Same
from gapcheck.segment.model import PostingSection

SECTIONS = {
    "company": PostingSection.COMPANY,
    "duty": PostingSection.DUTIES,
    "required": PostingSection.REQUIRED,
    "preferred": PostingSection.PREFERRED,
    "benefit": PostingSection.BENEFITS,
    "legal": PostingSection.LEGAL,
    "application": PostingSection.APPLICATION,
}
"""Section of each label. A title or a heading is recognised by where it stands and how it looks, not by its words."""

BESIDE = 0.3
"""Share of what the lines beside a line say in its score, beside that of its own words."""


class LineBetween(NamedTuple):
    """A line, and the lines before and after it, headings as well; empty where there is none."""

    text: str
    before: str = ""
    after: str = ""


def lines_between(texts: Sequence[str]) -> list[LineBetween]:
    """Each of the lines of a posting between the one before and the one after it."""
    padded = ["", *texts, ""]
    return [
        LineBetween(text, before, after)
        for before, text, after in zip(padded[:-2], texts, padded[2:], strict=True)
    ]


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
        groups = list(known_features(line, self.weights))
        scores = {
            SECTIONS[label]: intercept
            + self.scale
            * sum(share * sum(self.weights[name][at] for name in names) for names, share in groups)
            for at, (label, intercept) in enumerate(zip(self.labels, self.intercepts, strict=True))
        }
        top = max(scores.values())
        total = top + math.log(sum(math.exp(score - top) for score in scores.values()))
        return {section: score - total for section, score in scores.items()}


@lru_cache(maxsize=16_384)
def _log_probabilities(kinds: Same[LineKinds], line: LineBetween) -> Mapping[PostingSection, float]:
    return kinds.value._score(line)


def line_features(line: LineBetween) -> tuple[set[str], set[str]]:
    """Words and pairs of neighbouring words of a line, its start and end marked, and the words of the lines beside it.

    The recipe counts these very ones.
    """
    row = ["^", *_words(line.text), "$"]
    pairs = (f"{left} {right}" for left, right in pairwise(row))
    beside = (("<", line.before), (">", line.after))
    return {*row[1:-1], *pairs}, {f"{mark}{word}" for mark, text in beside for word in _words(text)}


def known_features(line: LineBetween, known: Container[str]) -> Iterator[tuple[list[str], float]]:
    """A line's own known features and those of the lines beside it, with the share that each one of them has."""
    for names, together in zip(line_features(line), (1.0, BESIDE), strict=True):
        found = [name for name in names if name in known]
        yield found, together / math.sqrt(max(1, len(found)))


def _words(text: str) -> list[str]:
    return ["0" if word.isdigit() else word for word in counted_words(text)]


@cache
def load_line_kinds() -> LineKinds:
    """The shipped classifier, read once a process."""
    raw = json.loads((stats_folder() / "line_kinds.json").read_text(encoding="utf-8"))
    return LineKinds(raw["labels"], raw["intercepts"], raw["scale"], raw["weights"])
