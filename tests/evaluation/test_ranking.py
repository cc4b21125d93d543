"""Ranking by fit puts a resume's own kind of job before the others, better than coverage and TF-IDF do."""

from __future__ import annotations

import numpy as np
import pytest
from tests.evaluation.ranking import Compared, areas, compare, load_people, load_postings

FLOOR = 0.97
"""Mean area under the curve that fit has reached on the repository's own cases and people, less 0.01."""


@pytest.fixture(scope="module")
def compared() -> Compared:
    people = [
        person for person in load_people(None) if not person.analysed.document.source.endswith("r2.txt")
    ]
    return compare(people[::2], load_postings(None))  # every second: a comparison with all postings is long


def test_fit_reaches_its_floor(compared: Compared) -> None:
    assert np.mean(areas(compared.own, compared.scores["fit"])) >= FLOOR


def test_fit_ranks_better_than_coverage_alone(compared: Compared) -> None:
    fit, coverage = (areas(compared.own, compared.scores[name]) for name in ("fit", "coverage"))
    assert np.mean(fit) > np.mean(coverage)


def test_a_ranking_that_knows_nothing_does_not_reach_the_floor(compared: Compared) -> None:
    by_length = np.array([[len(posting.text) for posting in compared.postings]] * len(compared.people))
    assert np.mean(areas(compared.own, by_length)) < FLOOR - 0.2
