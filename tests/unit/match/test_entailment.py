"""Whether a passage shows a keyword, as the network reads it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from gapcheck.lexicon import load_lexicon
from gapcheck.match import index_resume
from gapcheck.match.entailment import (
    WHOLE_PASSAGE,
    EntailmentNetwork,
    Reader,
    best_answer,
    load_network,
    read_network,
    save_network,
)
from gapcheck.match.passages import read_keyword, read_passages
from gapcheck.meaning import WordVectors, load_word_vectors
from gapcheck.readers import read_text
from tests.unit.match.small_network import ROWS, small_network
from tests.unit.small_lexicon import small_lexicon

WORDS = ("wound", "care", "ulcer", "dressing", "budget", "ward", "of")
VECTORS = WordVectors(
    np.random.default_rng(3).integers(-20, 20, (len(WORDS), ROWS)).astype(np.int8),
    {word: at for at, word in enumerate(WORDS)},
)
PASSAGES = ("Daily dressing of an ulcer", "wound of the ward", "budget care budget")


def score(text: str, keyword: str = "wound care", network: EntailmentNetwork | None = None) -> float:
    index = index_resume(read_text(text, "resume"), small_lexicon())
    reader = Reader(network or small_network(), VECTORS, read_passages(index, VECTORS))
    answer = reader.ask(read_keyword(keyword, VECTORS))
    assert answer is not None
    return answer.score


def by_hand(passage: str, keyword: str = "wound care") -> float:
    """The score of one passage, step by step."""
    network = small_network()
    index = index_resume(read_text(passage, "resume"), small_lexicon())
    said, asked = read_passages(index, VECTORS).words, read_keyword(keyword, VECTORS)

    def embedded(row: int) -> npt.NDArray[np.float32]:
        vector = VECTORS.rows[row] / network.scale
        return np.asarray(np.maximum(network.embed(np.concatenate([vector, vector])[None])[0], 0))

    def cosine(one: int, other: int) -> float:
        first, second = (VECTORS.rows[row].astype(float) for row in (one, other))
        return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))

    compared = []
    for word, name in zip(asked.rows, asked.families, strict=True):
        own = embedded(word)
        others = [embedded(row) for row in said.rows]
        same = [float(family == name) for family in said.families]
        cosines = [cosine(word, row) for row in said.rows]
        looks = np.array(
            [
                network.attend(own[None])[0] @ network.attend(other[None])[0] / np.sqrt(len(own))
                + network.same_family * is_same
                + network.cosine * near
                for other, is_same, near in zip(others, same, cosines, strict=True)
            ]
        )
        weights = np.exp(looks - looks.max()) / np.exp(looks - looks.max()).sum()
        found = sum(weight * other for weight, other in zip(weights, others, strict=True))
        together = np.concatenate([own, found, own * found, [max(same), max(cosines)]])
        compared.append(np.maximum(network.compare(together[None].astype(np.float32))[0], 0))
    summary = np.maximum(network.aggregate(sum(compared)[None] / np.sqrt(len(compared))), 0)
    return float(network.decide(summary)[0, 0])


@pytest.mark.parametrize("passage", PASSAGES)
def test_one_passage_is_scored_as_by_hand(passage: str) -> None:
    assert score(passage) == pytest.approx(by_hand(passage), abs=1e-4)


def test_the_surest_passage_counts_so_that_more_text_never_lowers_a_score() -> None:
    alone = [score(passage) for passage in PASSAGES]
    assert len({round(value, 3) for value in alone}) > 1
    assert score(". ".join(PASSAGES)) == pytest.approx(max(alone), abs=1e-4)


def test_the_surest_form_counts() -> None:
    index = index_resume(read_text(". ".join(PASSAGES), "resume"), small_lexicon())
    reader = Reader(small_network(), VECTORS, read_passages(index, VECTORS))
    forms = [read_keyword(form, VECTORS) for form in ("wound care", "ulcer", "zymurgy")]
    answer = best_answer(reader, forms)
    assert answer is not None
    assert answer.score == max(found.score for form in forms[:2] if (found := reader.ask(form)) is not None)


@pytest.mark.parametrize(("text", "keyword"), [("zymurgy", "wound care"), ("wound care", "zymurgy")])
def test_without_a_known_word_there_is_no_answer(text: str, keyword: str) -> None:
    index = index_resume(read_text(text, "resume"), small_lexicon())
    reader = Reader(small_network(), VECTORS, read_passages(index, VECTORS))
    assert best_answer(reader, [read_keyword(keyword, VECTORS)]) is None


def test_a_short_passage_is_shown_whole_and_of_a_long_one_what_is_looked_at() -> None:
    def run(text: str) -> tuple[int, int]:
        index = index_resume(read_text(text, "resume"), small_lexicon())
        answer = Reader(small_network(), VECTORS, read_passages(index, VECTORS)).ask(
            read_keyword("ulcer", VECTORS)
        )
        assert answer is not None
        return answer.run

    assert run("ward dressing ulcer") == (0, 2)
    long = run(" ".join(["ward", *["of"] * WHOLE_PASSAGE, "ulcer"]))
    assert long[0] == long[1]


def test_a_network_is_read_as_it_was_written(tmp_path: Path) -> None:
    save_network(small_network(), tmp_path / "small.npz")
    read = read_network(tmp_path / "small.npz")
    assert score(PASSAGES[0], network=read) == pytest.approx(score(PASSAGES[0]), abs=0.05)


def test_a_passage_without_a_near_word_is_not_read() -> None:
    rows = np.array([[10, 0, 0, 0], [9, 4, 0, 0], [0, 0, 10, 0]], np.int8)
    vectors = WordVectors(rows, {"wound": 0, "ulcer": 1, "budget": 2})

    def answers(text: str) -> bool:
        index = index_resume(read_text(text, "resume"), small_lexicon())
        reader = Reader(small_network(), vectors, read_passages(index, vectors))
        return reader.ask(read_keyword("wound", vectors)) is not None

    assert answers("an ulcer")
    assert not answers("a budget")


def test_a_passage_with_the_very_words_is_left_to_their_order() -> None:
    index = index_resume(read_text("wound of the ward care, ulcer dressing", "resume"), small_lexicon())
    passages = read_passages(index, VECTORS)
    answer = Reader(small_network(), VECTORS, passages).ask(read_keyword("wound care", VECTORS))
    assert answer is None or answer.run[0] >= passages.tokens[passages.starts[1]]


@pytest.mark.parametrize(
    ("keyword", "shown", "near"),
    [
        ("staff training", "Trained new employees in food safety", "Greeted staff every morning"),
        ("customer complaints", "Resolved issues raised by unhappy clients", "Greeted clients at the door"),
        ("inventory control", "Counted stock every week and ordered more", "Drove a lorry every week"),
        ("advising", "Gave guidance to small businesses", "Bought small businesses"),
    ],
)
def test_the_shipped_network_tells_what_shows_a_keyword_from_what_is_near(
    keyword: str, shown: str, near: str
) -> None:
    vectors = load_word_vectors()

    def sure(text: str) -> float:
        index = index_resume(read_text(text, "resume"), load_lexicon())
        answer = Reader(load_network(), vectors, read_passages(index, vectors)).ask(
            read_keyword(keyword, vectors)
        )
        return answer.score if answer is not None else -np.inf

    assert sure(shown) > sure(near)
