"""A posting's passages read together: how long it is, and how often it says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from gapcheck.extract.said import Said


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of a posting beyond one passage.

    `lowered` is the document's text in small letters, `words` the number of tokens in the passages that can hold
    keywords (1 or more), `stems` how often each stem stands among them.
    """

    lowered: str
    words: int
    stems: Mapping[str, int]


def read_together(text: str, passages: Collection[Said]) -> Whole:
    """What the passages of the document `text` come to."""
    stems = Counter(token.stem for said in passages for token in said.tokens)
    return Whole(text.lower(), max(1, stems.total()), stems)
