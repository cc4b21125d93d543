"""How well a resume fits a posting: what ranking sorts by.

Coverage alone ranks postings of one field well and postings of all fields badly: of a posting of another field the
resume covers little, but so it does of many a posting of its own, and half the postings tie near nothing. So fit adds
how near the two are as a whole: their words, the resume's job titles, and the fields of work that their words belong
to. It is no probability of anything and is shown nowhere; it gives an order.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gapcheck.background import load_background
from gapcheck.lexicon import LexiconEntry, load_lexicon
from gapcheck.meaning import load_word_vectors
from gapcheck.report import Keyword, Kind, Report
from gapcheck.weigh import SOFT_FACTOR
from gapcheck.words import tokenize

if TYPE_CHECKING:
    import numpy.typing as npt

    from gapcheck.pipeline import AnalysedResume

    Vector = npt.NDArray[np.float32]

# Weights of a logistic regression that tells, from the three kinds of nearness, postings of a resume's own category
# from those of sixteen others: `python -m tests.evaluation.ranking --learn` (71 resumes,
# 599 postings; area under the ROC curve 0.87 for categories they were not learned from).
TOPIC_WEIGHT = 3.5
TITLE_WEIGHT = 3.6
FIELD_WEIGHT = 2.4

COVERAGE_WEIGHT = 6.0
"""Set, not learned: telling categories apart hardly needs coverage, but within one field it is what matters. This much
makes 0.3 of coverage worth more than postings of one field usually differ in nearness, and costs 0.005 of AUC."""

BIAS = -2.0
"""Puts a posting with nothing near about it at an eighth; it changes no order."""

USUAL_COVERAGE, DOUBT = 0.03, 5.0
"""Coverage of a random posting by a random resume, and how many keywords the assumption of it is worth: 1 of 2 keywords
says less than 10 of 20."""

POSTING_TITLE = 0.5
"""Weight of the posting's title in its topic, beside all keywords together."""

OLDER_TITLE, OLDEST_TITLE = 0.15, 0.4
"""What a job title loses for each newer one, and the least that is left of it."""

NO_FIELD = frozenset({"general", "soft", "languages", "titles", "certificates"})
"""Files of the lexicon whose terms belong to every field."""


@dataclass(frozen=True, slots=True)
class FitProfile:
    """A resume made ready: the direction of its words, those of its titles (a row each, as long as they count), and
    the weight of each field of work, as a vector of length 1."""

    topic: Vector
    titles: Vector
    fields: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a posting is to a resume: cosines of words, titles and fields, and coverage drawn to the usual."""

    topic: float
    title: float
    field: float
    coverage: float


def prepare_fit(resume: AnalysedResume) -> FitProfile:
    """What fit needs of a resume; made once, for all postings."""
    said = [
        (entry, len(runs))
        for term, runs in sorted(resume.index.entries.items())
        if (entry := load_lexicon().entry(term)) is not None and entry.kind is not Kind.TITLE
    ]
    topic, fields = _nothing(), defaultdict[str, float](float)
    for entry, times in said:
        weight = _weight(entry, times)
        topic = topic + weight * _direction(entry.term)
        fields[entry.field] += weight
    return FitProfile(_unit(topic), _titles(resume), _unit_fields(fields))


def measure_fit(profile: FitProfile, report: Report) -> float:
    """How well the resume of the profile fits the report's posting, 0..1."""
    return fit_of(measure_nearness(profile, report.keywords, report.posting.title, report.coverage.overall))


def fit_of(nearness: Nearness) -> float:
    """One figure for the four kinds of nearness, rounded so that the machine's arithmetic makes no difference."""
    score = (
        TOPIC_WEIGHT * nearness.topic
        + TITLE_WEIGHT * nearness.title
        + FIELD_WEIGHT * nearness.field
        + COVERAGE_WEIGHT * nearness.coverage
    )
    return round(1 / (1 + math.exp(-(score + BIAS))), 6)


def measure_nearness(
    profile: FitProfile, keywords: Sequence[Keyword], title: str | None, coverage: float | None
) -> Nearness:
    """The kinds of nearness to a posting with these keywords, this title and this overall coverage, one by one."""
    topic = _unit(sum((item.weight * _direction(item.term) for item in keywords), _nothing()))
    if title is not None:
        topic = _unit(topic + POSTING_TITLE * _direction(title))
    fields = _posting_fields(keywords)
    return Nearness(
        topic=float(profile.topic @ topic),
        title=max(0.0, float((profile.titles @ topic).max(initial=0.0))),
        field=sum(share * profile.fields.get(field, 0.0) for field, share in fields.items()),
        coverage=_drawn_to_usual(coverage or 0.0, len(keywords)),
    )


def _drawn_to_usual(coverage: float, keywords: int) -> float:
    """Coverage as far as so many keywords can be believed."""
    return (coverage * keywords + USUAL_COVERAGE * DOUBT) / (keywords + DOUBT)


def _titles(resume: AnalysedResume) -> Vector:
    text, segmented = resume.document.text, resume.segmented
    spans = [(1.0, segmented.headline)] if segmented.headline else []
    for age, job in enumerate(segmented.jobs):
        if job.title:
            spans.append((max(OLDEST_TITLE, 1 - OLDER_TITLE * age), job.title))
    rows = [weight * _direction(text[span.start : span.end]) for weight, span in spans]
    return np.array(rows, dtype=np.float32) if rows else np.zeros((0, len(_nothing())), dtype=np.float32)


def _weight(entry: LexiconEntry, times: int) -> float:
    """Weight of a term in a resume, as in a posting: (1 + ln tf) * idf."""
    soft = SOFT_FACTOR if entry.kind is Kind.SOFT else 1.0
    return (1 + math.log(times)) * load_background().idf([entry.term]) * soft


def _posting_fields(keywords: Sequence[Keyword]) -> Mapping[str, float]:
    fields = defaultdict[str, float](float)
    for keyword in keywords:
        fields[_field(keyword.term)] += keyword.weight
    return _unit_fields(fields)


def _unit_fields(weights: Mapping[str, float]) -> Mapping[str, float]:
    kept = {field: weights[field] for field in sorted(weights) if field not in NO_FIELD}
    length = math.sqrt(sum(weight * weight for weight in kept.values()))
    return {field: weight / length for field, weight in kept.items()} if length else {}


@lru_cache(maxsize=8192)
def _field(term: str) -> str:
    """Field of work of a term; that of everybody where the lexicon does not know it."""
    entry = load_lexicon().entry(term)
    return "general" if entry is None else entry.field


@lru_cache(maxsize=8192)
def _direction(text: str) -> Vector:
    """Direction of a text in the space of meanings, 0 where none of its words is known; postings repeat terms."""
    vector = load_word_vectors().vector([token.lower for token in tokenize(text)])
    return _nothing() if vector is None else vector


def _nothing() -> Vector:
    return np.zeros(load_word_vectors().rows.shape[1], dtype=np.float32)


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length, dtype=np.float32) if length else vector
