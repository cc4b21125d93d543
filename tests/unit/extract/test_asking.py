"""Whether a sentence asks for anything: its features, scores by hand, and the shipped numbers."""

from __future__ import annotations

import pytest

from gapcheck.background import load_background
from gapcheck.extract.asking import (
    ENOUGH,
    OF_THE_NEXT,
    USUAL,
    Asking,
    features,
    load_asking,
    usual_words,
)
from gapcheck.extract.model import TaggedWord
from gapcheck.extract.said import Said, read_passage
from gapcheck.segment.model import PostingSection

S = PostingSection


def said(tagged: str) -> Said:
    """A sentence given as word/TAG."""
    pairs = [pair.rsplit("/", 1) for pair in tagged.split()]
    text, words = "", []
    for word, tag in pairs:
        words.append(TaggedWord(len(text), tag))
        text += f"{word} "
    return read_passage(text.rstrip(), 0, words)


def test_rare_words_count_as_their_part_of_speech_and_numbers_as_one() -> None:
    sentence = said("We/PRP run/VBP 24/CD proteomics/NNS labs/NNS")
    frequency = {"we": USUAL, "run": USUAL, "labs": USUAL - 1}
    assert usual_words(sentence, lambda word: frequency.get(word, 0)) == ["we", "run", "0", "~NNS", "~NNS"]


def test_a_sentence_has_its_pairs_and_sees_the_ones_beside_it() -> None:
    first, second, third = features([["we", "are", "~NN"], ["you", "need"], ["knowledge"]])
    assert {"we", "^ we", "we are", "~NN $", "length 0"} <= first
    assert {">you", ">^ you", ">>knowledge"} <= first
    assert ">you need" not in first
    assert {"<we", "<~NN", ">knowledge"} <= second
    assert {"<you", "<<we"} <= third
    assert "<<~NN" not in third


def asking(*weights: tuple[str, int]) -> Asking:
    return Asking(0.5, 0.01, dict(weights))


def test_scores_by_hand() -> None:
    score = asking(("we", -300), ("are", 100), ("need", 200))
    sentences = [said("we/PRP are/VBP"), said("need/VBP")]
    telling, asked = score(sentences, [S.COMPANY, S.REQUIRED], lambda _: USUAL)
    assert telling == pytest.approx(0.5 + 0.01 * (-300 + 100) / 2**0.5)
    assert asked == pytest.approx(0.5 + 0.01 * 200)


def test_a_neighbour_counts_within_the_section_only() -> None:
    score = asking(("we", -300), ("need", 200))
    sentences = [said("we/PRP"), said("you/PRP"), said("need/VBP")]
    idle, plain, sure = 0.5 - 3.0, 0.5, 0.5 + 2.0
    found = score(sentences, [S.COMPANY, S.COMPANY, S.DUTIES], lambda _: USUAL)
    assert found == pytest.approx((idle + OF_THE_NEXT * 3.0, plain - OF_THE_NEXT * 3.0, sure))


def test_somewhere_every_posting_asks() -> None:
    score = asking(("we", -300), ("need", 900))
    sentences = [said("need/VBP"), said("we/PRP"), said("you/PRP")]
    title, idle, likeliest = score(sentences, [S.TITLE, S.COMPANY, S.DUTIES], lambda _: USUAL)
    assert likeliest == pytest.approx(ENOUGH)  # the title is no sentence
    assert likeliest - idle == pytest.approx(3.0)
    assert title > ENOUGH


def test_no_sentence_no_score() -> None:
    assert asking()([], [], lambda _: 0) == ()


def test_the_shipped_score_tells_asking_from_telling() -> None:
    sentences = [
        said(
            "We/PRP are/VBP a/DT leading/VBG company/NN and/CC our/PRP$ offices/NNS are/VBP in/IN Leeds/NNP"
        ),
        said("You/PRP have/VBP a/DT degree/NN in/IN physics/NN and/CC experience/NN with/IN lasers/NNS"),
    ]
    telling, asked = load_asking()(sentences, [S.COMPANY, S.REQUIRED], load_background().frequency)
    assert telling < 0 < asked
