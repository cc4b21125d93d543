"""Slips of the pen, counted."""

from __future__ import annotations

import pytest

from gapcheck.match.families import family
from gapcheck.match.spelling import deletions, distance


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [
        ("kubernetes", "kubernetes", 0),
        ("kubernetes", "kuberntes", 1),
        ("project", "prjoect", 1),
        ("analysis", "analisys", 2),
        ("", "abc", 3),
        ("abc", "xyz", 3),
    ],
)
def test_distance(left: str, right: str, slips: int) -> None:
    assert distance(left, right) == distance(right, left) == slips


def test_deletions_are_the_word_and_all_with_one_letter_less() -> None:
    assert deletions("abc") == {"abc", "bc", "ac", "ab"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("idempotent", "idempotency"), ("segmented", "segmentation"), ("compliant", "compliance")],
)
def test_families(one: str, other: str) -> None:
    assert family(one) == family(other)


def test_other_families() -> None:
    assert family("commercialization") != family("communication")
