"""How well a ranking tells a resume's own kind of job from others: `python -m tests.evaluation.ranking [--learn]`.

For each resume, the postings of its own category are to come before all others; the figure is the area under the ROC
curve (0.5 by chance, 1 for all), the mean over resumes. Three rankings are compared: plain TF-IDF (cosine, fitted on
the postings and resumes at hand), the product's coverage alone, and its fit. Without GAPCHECK_DATA this runs on the
labelled cases and the sample people of the repository; with it, on the postings and resumes of the data folder as
well, and `--learn` learns fit's weights, telling how well they do for categories they were not learned from.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from tests.evaluation import pool

from gapcheck.batch.fit import Nearness, fit_of, measure_nearness, prepare_fit
from gapcheck.coverage import measure_coverage
from gapcheck.match import match
from gapcheck.pipeline import AnalysedPosting, AnalysedResume, analyse_posting, analyse_resume
from gapcheck.readers import read, read_text
from gapcheck.report import Keyword

PARTS = ("topic", "title", "field")
"""The parts of fit whose weights are learned; that of coverage is set."""


@dataclass(frozen=True, slots=True)
class Posting:
    category: str
    text: str
    analysed: AnalysedPosting


@dataclass(frozen=True, slots=True)
class Person:
    category: str
    source: str
    text: str
    analysed: AnalysedResume


@dataclass(frozen=True, slots=True)
class Compared:
    """Scores of every person (rows) for every posting (columns), by the name of the ranking, and what is right."""

    people: Sequence[Person]
    postings: Sequence[Posting]
    own: Any
    scores: Mapping[str, Any]
    nearness: Any


def load_postings(data: str | None) -> list[Posting]:
    texts = [(category, read(path)) for category, path in pool.own_postings()] if data is None else []
    for category, postings in pool.posting_pool(data, pool.MOST).items() if data else ():
        texts += [(category, read_text(pool.text_of(posting), posting["id"])) for posting in postings]
    made = [Posting(category, document.text, analyse_posting(document)) for category, document in texts]
    return [posting for posting in made if posting.analysed.keywords]


def load_people(data: str | None) -> list[Person]:
    paths = [*pool.own_people(), *(pool.people_of(data) if data else ())]
    made = []
    for category, source, path in paths:
        document = read(path)
        made.append(Person(category, source, document.text, analyse_resume(document)))
    return made


def compare(people: Sequence[Person], postings: Sequence[Posting]) -> Compared:
    own: Any = np.array([[posting.category == person.category for posting in postings] for person in people])
    keep: Any = own.any(axis=1) & ~own.all(axis=1)
    people = [person for person, kept in zip(people, keep, strict=True) if kept]
    rows = [_nearness(person, postings) for person in people]
    fit = np.array([[fit_of(near) for near, _ in row] for row in rows])
    coverage = np.array([[share for _, share in row] for row in rows])
    parts = np.array([[[getattr(near, part) for part in PARTS] for near, _ in row] for row in rows])
    scores = {"tf-idf": _tfidf(people, postings), "coverage": coverage, "fit": fit}
    return Compared(people, postings, own[keep], scores, parts)


def _nearness(person: Person, postings: Sequence[Posting]) -> list[tuple[Nearness, float]]:
    profile = prepare_fit(person.analysed)
    row = []
    for posting in postings:
        keywords = tuple(
            Keyword(
                k.term,
                k.kind,
                k.strength,
                item.weight,
                item.tf,
                item.idf,
                k.group,
                (),
                status,
                None,
                (),
                (),
                None,
            )
            for item in posting.analysed.keywords
            for k, status in [(item.keyword, match(item.keyword, person.analysed.index).status)]
        )
        share = measure_coverage(keywords).overall
        row.append(
            (measure_nearness(profile, keywords, posting.analysed.segmented.title, share), share or 0.0)
        )
    return row


def _tfidf(people: Sequence[Person], postings: Sequence[Posting]) -> Any:
    texts = [posting.text for posting in postings] + [person.text for person in people]
    matrix = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    return (matrix[len(postings) :] @ matrix[: len(postings)].T).toarray()


def areas(own: Any, scores: Any) -> list[float]:
    """Area under the curve for each resume."""
    return [float(roc_auc_score(right, score)) for right, score in zip(own, scores, strict=True)]


def print_table(compared: Compared) -> None:
    by_name = {name: areas(compared.own, scores) for name, scores in compared.scores.items()}
    print(f"{len(compared.people)} resumes, {len(compared.postings)} postings")
    print(f"{'':24}{'n':>4}" + "".join(f"{name:>10}" for name in by_name))
    for attribute in ("source", "category"):
        groups = defaultdict(list)
        for number, person in enumerate(compared.people):
            groups[getattr(person, attribute)].append(number)
        for name in sorted(groups):
            _print_row(name, groups[name], by_name)
    _print_row("mean", list(range(len(compared.people))), by_name)


def _print_row(name: str, numbers: Sequence[int], by_name: Mapping[str, Sequence[float]]) -> None:
    figures = (np.mean([values[number] for number in numbers]) for values in by_name.values())
    print(f"{name:24}{len(numbers):4}" + "".join(f"{figure:10.3f}" for figure in figures))


def learn(compared: Compared) -> None:
    """Weights of the parts, and how well they do for each category when learned without it."""
    person = np.array([person.category for person in compared.people])
    posting = np.array([posting.category for posting in compared.postings])
    held_out = np.zeros(compared.own.shape)
    for category in np.unique(person):
        rows, columns = person != category, posting != category
        model = _learned(compared.nearness[rows][:, columns], compared.own[rows][:, columns])
        held_out[~rows] = compared.nearness[~rows] @ model.coef_[0]
    model = _learned(compared.nearness, compared.own)
    weights = ", ".join(f"{part} {weight:.2f}" for part, weight in zip(PARTS, model.coef_[0], strict=True))
    print(f"weights: {weights}; bias {model.intercept_[0]:.2f}")
    print(f"held-out categories: {np.mean(areas(compared.own, held_out)):.3f}")


def _learned(nearness: Any, own: Any) -> LogisticRegression:
    """Every resume counts the same, and so do its own postings and the others."""
    right = own.sum(axis=1, keepdims=True)
    weights = np.where(own, 0.5 / right, 0.5 / (own.shape[1] - right))
    flat = nearness.reshape(-1, len(PARTS))
    model = LogisticRegression(C=100.0, max_iter=1000)
    model.fit(flat, own.ravel(), sample_weight=weights.ravel())
    return model


def main() -> None:
    data = os.environ.get("GAPCHECK_DATA")
    compared = compare(load_people(data), load_postings(data))
    print_table(compared)
    if "--learn" in sys.argv[1:]:
        learn(compared)


if __name__ == "__main__":
    main()
