"""A resume as passages of known words."""

from __future__ import annotations

import numpy as np

from gapcheck.match import index_resume
from gapcheck.match.passages import (
    LONGEST_PASSAGE,
    MOST_WORDS,
    UNKNOWN,
    content_words,
    read_keyword,
    read_passages,
)
from gapcheck.meaning import WordVectors
from gapcheck.readers import read_text
from tests.unit.small_lexicon import small_lexicon

WORDS = ("wound", "care", "wound care", "budget", "ward")
VECTORS = WordVectors(np.ones((len(WORDS), 4), np.int8), {word: at for at, word in enumerate(WORDS)})


def passages(text: str) -> list[list[str]]:
    """The known words of each passage."""
    index = index_resume(read_text(text, "resume"), small_lexicon())
    found = read_passages(index, VECTORS)
    assert len(found.words.rows) == len(found.words.phrases) == len(found.words.families) == len(found.tokens)
    parts = np.split(found.tokens, found.starts[1:]) if len(found.starts) else []
    return [[index.tokens[at].lower for at in part] for part in parts]


def test_commas_and_sentences_part_passages() -> None:
    text = "Budget of the ward, wound care. Care of wounds"
    assert passages(text) == [["budget", "ward"], ["wound", "care"], ["care", "wounds"]]


def test_a_list_without_its_commas_is_parted_at_known_phrases() -> None:
    assert passages("Budget budget wound care ward ward") == [
        ["budget", "budget"],
        ["wound", "care"],
        ["ward", "ward"],
    ]
    assert passages("Budget of the budget, wound care ward ward")[1] == ["wound", "care", "ward", "ward"]


def test_what_is_denied_is_no_passage() -> None:
    assert passages("No experience of wound care. Ward budget") == [["ward", "budget"]]


def test_a_long_sentence_is_several_passages() -> None:
    found = passages(" ".join(["wound"] * (LONGEST_PASSAGE + 1)))
    assert [len(part) for part in found] == [LONGEST_PASSAGE, 1]


def test_a_passage_without_a_known_word_is_left_out() -> None:
    assert passages("Zymurgy, ward") == [["ward"]]
    assert passages("Zymurgy") == []


def test_what_a_number_counts_in_a_compound_is_left_out() -> None:
    assert passages("Care on a 32-ward budget") == [["care", "budget"]]
    assert passages("Care on 32 ward budgets and ward-care") == [["care", "ward", "budgets", "ward", "care"]]


def test_a_word_has_its_own_row_and_that_of_its_phrase() -> None:
    index = index_resume(read_text("ward wound care", "resume"), small_lexicon())
    words = read_passages(index, VECTORS).words
    assert words.rows.tolist() == [4, 0, 1]
    assert words.phrases.tolist() == [4, 2, 2]


def test_a_keyword_keeps_its_unknown_words_and_its_first() -> None:
    assert read_keyword("budget of the zymurgy", VECTORS).rows.tolist() == [3, UNKNOWN]
    assert len(read_keyword(" ".join(["ward"] * 9), VECTORS).rows) == MOST_WORDS


def test_content_words_leave_out_function_words_only() -> None:
    assert [word.lower for word in content_words("care of the wound")] == ["care", "wound"]
    assert [word.lower for word in content_words("of the")] == ["of", "the"]
