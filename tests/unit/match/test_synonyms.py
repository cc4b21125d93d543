"""The table of words that stand for each other within a phrase."""

from __future__ import annotations

from gapcheck.match.synonyms import _ROWS, synonyms
from gapcheck.words import root, stem


def test_words_of_one_row_stand_for_each_other() -> None:
    assert root(stem("bill")) in synonyms()[root(stem("invoice"))]
    assert root(stem("invoice")) in synonyms()[root(stem("bill"))]
    assert root(stem("vendor")) not in synonyms()[root(stem("bill"))]


def test_rows_hold_single_words_and_none_twice() -> None:
    rows = [row.split() for row in _ROWS.strip().splitlines()]
    assert all(len(row) > 1 for row in rows)
    assert [row for row in rows if len(set(row)) < len(row)] == []
    assert len({frozenset(row) for row in rows}) == len(rows)


def test_the_relation_is_symmetric() -> None:
    found = synonyms()
    assert all(word in found[other] for word, others in found.items() for other in others)
