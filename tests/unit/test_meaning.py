"""Vectors of wordings, on tables made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from gapcheck.meaning import WordVectors, load_word_vectors


def table(rows: Mapping[str, Sequence[int]]) -> WordVectors:
    """Entries with their rows."""
    return WordVectors(np.array(list(rows.values()), np.int8), {entry: at for at, entry in enumerate(rows)})


SMALL = table(
    {"wound": (3, 4, 0), "care": (0, 0, 5), "wound care": (0, 8, 6), "of": (0, 1, 0), "dressing": (6, 8, 0)}
)


def directions(vectors: WordVectors, *words: str) -> list[float]:
    vector = vectors.vector(words)
    assert vector is not None
    return [round(float(part), 4) for part in vector]


def test_a_word_has_its_own_direction_of_length_one() -> None:
    assert directions(SMALL, "wound") == [0.6, 0.8, 0.0]


def test_a_known_phrase_goes_before_its_words() -> None:
    assert directions(SMALL, "wound", "care") == [0.0, 0.8, 0.6]
    assert list(SMALL.entries(["care", "of", "wound", "care"])) == [1, 3, 2]


def test_words_that_are_no_phrase_are_summed() -> None:
    total = np.array([3, 4, 5]) / np.linalg.norm([3, 4, 5])
    assert directions(SMALL, "care", "wound") == pytest.approx(total.tolist(), abs=1e-4)


def test_long_rows_weigh_more_than_short_ones() -> None:
    with_of, without = SMALL.vector(["of", "dressing"]), SMALL.vector(["dressing"])
    assert with_of is not None
    assert without is not None
    assert 0.98 < float(with_of @ without) < 1


def test_sums_do_not_overflow() -> None:
    heavy = table({"a": (127, 0), "b": (127, 127)})
    assert directions(heavy, "a", "a", "b", "b") == pytest.approx([0.8944, 0.4472], abs=1e-4)


def test_case_and_inflection_do_not_hide_a_word() -> None:
    assert SMALL.vector(["WOUND"]) is not None
    assert directions(SMALL, "Wounds") == directions(SMALL, "wound")
    assert directions(SMALL, "dressings") == directions(SMALL, "dressing")


def test_unknown_words_are_left_out_and_nothing_known_is_none() -> None:
    assert directions(SMALL, "zymurgy", "wound") == directions(SMALL, "wound")
    assert SMALL.vector(["zymurgy"]) is None
    assert SMALL.vector([]) is None
    assert SMALL.similarity(["zymurgy"], ["wound"]) is None


def test_similarity_is_the_cosine() -> None:
    assert SMALL.similarity(["wound"], ["dressing"]) == pytest.approx(1.0)
    assert SMALL.similarity(["wound"], ["care"]) == pytest.approx(0.0)
    assert SMALL.similarity(["wound"], ["wound", "care"]) == pytest.approx(0.64)


def test_many_texts_at_once_give_what_each_gives_alone() -> None:
    texts = [["wound"], ["zymurgy"], ["care", "of", "wounds"]]
    rows, known = SMALL.vectors(texts)
    assert known.tolist() == [True, False, True]
    assert rows[1].tolist() == [0.0, 0.0, 0.0]
    for text, row in ((texts[0], rows[0]), (texts[2], rows[2])):
        alone = SMALL.vector(text)
        assert alone is not None
        assert row.tolist() == alone.tolist()


def test_no_texts_no_rows() -> None:
    rows, known = SMALL.vectors([])
    assert rows.shape == (0, 3)
    assert known.shape == (0,)


def test_the_shipped_table_is_loaded_once_and_fits_together() -> None:
    vectors = load_word_vectors()
    assert load_word_vectors() is vectors
    assert len(vectors.index) == len(vectors.rows)
    assert vectors.rows.dtype == np.int8


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("accounts payable", "purchase ledger", "payroll"),
        ("wound care", "dressing wounds", "venepuncture"),
        ("budget management", "managed budgets", "team management"),
        ("lesson planning", "planned lessons", "school trips"),
    ],
)
def test_the_shipped_table_puts_another_wording_above_a_neighbour(one: str, same: str, other: str) -> None:
    vectors = load_word_vectors()
    near, far = (vectors.similarity(one.split(), text.split()) for text in (same, other))
    assert near is not None
    assert far is not None
    assert near > far + 0.2
