"""Weights of keywords: tf-idf with document frequencies of background postings, and the strength of the demand.

How strongly a keyword is demanded is a matter of its section, of its kind, and of how sure it is that the posting asks
for it at all.

The idf is the one scikit-learn's `TfidfVectorizer(smooth_idf=True)` computes, fitted when the model was built. It is
not fitted on the two documents at hand: a word in both would get a lower idf (1.00) than a word in one (1.41), so
that matching a keyword would lower its weight.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gapcheck.background import Background
from gapcheck.extract.model import ExtractedKeyword
from gapcheck.report import Kind, Strength

STRENGTH_FACTOR: Mapping[Strength, float] = {
    Strength.REQUIRED: 1.0,
    Strength.PREFERRED: 0.5,
    Strength.MENTIONED: 0.5,
}
"""A required keyword counts twice a preferred one or a duty: readers screen on the former and notice the latter."""

SOFT_FACTOR = 0.4
"""Soft skills are claimed by everyone and screened on by few (FIELD: recruiters search by hard terms)."""

CERTAINTY_POWER = 6
"""Power by which the certainty that the posting asks for a keyword enters the strength of the demand.

Of the ten heaviest keywords of forty real postings 88 % are asked for with the square, 90 % with the fourth power; of
54 others, and of thirty-eight invented ones, half a percent more with the sixth than with the fourth. The eighth is no
better.
"""


@dataclass(frozen=True, slots=True)
class WeighedKeyword:
    """A keyword with its figures; `weight` is its share of the posting (all weights sum to 1)."""

    keyword: ExtractedKeyword
    tf: int
    idf: float
    weight: float


def weigh(keywords: Sequence[ExtractedKeyword], background: Background) -> tuple[WeighedKeyword, ...]:
    """The keywords by falling weight, then by term."""
    raw = [_raw_weight(keyword, background) for keyword in keywords]
    total = sum(weight for _, weight in raw) or 1.0
    weighed = (
        WeighedKeyword(keyword, len(keyword.mentions), idf, weight / total)
        for keyword, (idf, weight) in zip(keywords, raw, strict=True)
    )
    return tuple(sorted(weighed, key=lambda w: (-round(w.weight, 9), w.keyword.term)))


def _raw_weight(keyword: ExtractedKeyword, background: Background) -> tuple[float, float]:
    """idf, and (1 + ln tf) * idf * strength."""
    forms = [keyword.term, *(mention.text for mention in keyword.mentions)]
    if keyword.kind is Kind.EXPERIENCE:  # as common as it is whatever the number
        forms.append("years of experience")
    idf = background.idf(forms)
    factor = STRENGTH_FACTOR[keyword.strength] * (SOFT_FACTOR if keyword.kind is Kind.SOFT else 1.0)
    factor *= keyword.certainty**CERTAINTY_POWER
    return idf, (1 + math.log(len(keyword.mentions))) * idf * factor
