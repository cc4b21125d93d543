"""Kinds of lines by their words and those of the lines beside them."""

import math

import pytest

from gapcheck.segment.line_kinds import BESIDE, LineBetween, LineKinds, known_features, lines_between
from gapcheck.segment.model import PostingSection as S

WEIGHTS = {"bees": [0, 100], "$": [0, 0], "keep bees": [0, 300], "<offer": [400, 0], ">0": [100, 0]}
KINDS = LineKinds(("benefit", "duty"), (0.0, 0.0), 0.01, WEIGHTS)


def test_features_are_words_pairs_and_the_words_beside() -> None:
    line = LineBetween("Keep bees", "We offer", "27 days")
    shares = {name: share for names, share in known_features(line, WEIGHTS) for name in names}
    assert shares == {
        "bees": pytest.approx(1 / math.sqrt(2)),
        "keep bees": pytest.approx(1 / math.sqrt(2)),
        "<offer": pytest.approx(BESIDE / math.sqrt(2)),
        ">0": pytest.approx(BESIDE / math.sqrt(2)),
    }


def test_each_line_stands_between_its_neighbours() -> None:
    assert lines_between(["Bees", "Hives", "Honey"]) == [
        ("Bees", "", "Hives"),
        ("Hives", "Bees", "Honey"),
        ("Honey", "Hives", ""),
    ]
    assert lines_between([]) == []


def test_a_line_is_told_by_its_words_first_and_then_by_those_beside_it() -> None:
    duty, benefit = (LineBetween("Keep bees", before) for before in ("", "We offer"))
    probability = KINDS.log_probabilities(duty)
    assert probability[S.DUTIES] - probability[S.BENEFITS] == pytest.approx(4 / math.sqrt(2))
    assert math.exp(probability[S.DUTIES]) + math.exp(probability[S.BENEFITS]) == pytest.approx(1)
    assert KINDS.log_probabilities(benefit)[S.DUTIES] < probability[S.DUTIES]
    unknown = KINDS.log_probabilities(LineBetween("Nothing known", "We offer"))
    assert unknown[S.BENEFITS] > unknown[S.DUTIES]
