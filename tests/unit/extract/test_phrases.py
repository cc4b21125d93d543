"""Noun phrases from tags."""

from __future__ import annotations

from gapcheck.extract.phrases import noun_phrases


def phrases(tagged: str, breaks: tuple[int, ...] = ()) -> list[str]:
    pairs = [pair.split("/") for pair in tagged.split()]
    joined = [number not in breaks for number in range(len(pairs))]
    found = noun_phrases([tag for _, tag in pairs], joined)
    return [" ".join(word for word, _ in pairs[first : last + 1]) for first, last in found]


def test_nouns_with_what_modifies_them() -> None:
    assert phrases("manage/VB complex/JJ supply/NN chains/NNS well/RB") == ["complex supply chains"]


def test_and_and_of_part_phrases() -> None:
    assert phrases("analysis/NN of/IN data/NNS and/CC reports/NNS") == ["analysis", "data", "reports"]


def test_a_break_parts_phrases() -> None:
    assert phrases("Java/NNP Scripting/NN", breaks=(1,)) == ["Java", "Scripting"]


def test_an_activity_may_end_a_phrase_a_quality_may_not() -> None:
    assert phrases("career/NN coaching/VBG") == ["career coaching"]
    assert phrases("highly/RB confidential/JJ") == []
    assert phrases("team/NN oriented/VBN") == ["team"]


def test_a_hyphenated_word_comes_along_whole() -> None:
    tags, joined = ["IN", "NN", "NN"], [True, True, True]
    assert list(noun_phrases(tags, joined, [False, True, False])) == [(0, 2)]  # on-time shipping
    assert list(noun_phrases(tags, joined)) == [(1, 2)]
