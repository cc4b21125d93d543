"""Noun phrases of a passage, from its words' tags: what a keyword can look like where nothing else knows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Penn Treebank tags of nouns."""

INSIDE = NOUNS | {"JJ", "JJR", "JJS", "VBG", "VBN", "HYPH", "CD", "FW", "AFX", "POS"}
"""Tags of words that stand inside a noun phrase; "and" and "of" end one, so that each part is a phrase of its own."""

HEADS = NOUNS | {"VBG", "FW"}
"""Tags that can end a phrase: nouns, and activities ("coaching")."""


def noun_phrases(
    tags: Sequence[str], joined: Sequence[bool], hyphened: Sequence[bool] = ()
) -> Iterator[tuple[int, int]]:
    """First and last word (inclusive) of each phrase; a word that is not `joined` to the one before starts anew.

    A word that is `hyphened` to the one before brings it along, whatever its tag: "on-time shipping".
    """
    start = 0
    while start < len(tags):
        if tags[start] not in INSIDE:
            start += 1
            continue
        end = start + 1
        while end < len(tags) and tags[end] in INSIDE and joined[end]:
            end += 1
        last = end - 1
        while last >= start and tags[last] not in HEADS:
            last -= 1
        if last >= start:
            yield whole_words(hyphened, start), last
        start = end


def whole_words(hyphened: Sequence[bool], first: int) -> int:
    """The first word of the hyphenated word that the word `first` belongs to."""
    while first < len(hyphened) and hyphened[first]:
        first -= 1
    return first
