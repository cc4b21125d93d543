"""A passage as tokens with their tags: what proposals are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gapcheck.extract.model import TaggedWord
from gapcheck.words import Token, has_capitals, tokenize

Stretch = tuple[int, int]
"""First and last token (inclusive) of some words of a passage."""


@dataclass(frozen=True, slots=True)
class Said:
    """A passage as tokens with their tags ("" where the language model has none).

    `capitals` are the tokens with two capitals, `joined` those that go on with the phrase of the token before: a dash
    between blanks or a slash parts them. `hyphened` are those that a hyphen alone parts from the token before.
    `begins` and `goes_on` are the language model's chances of a keyword's first and further words, 0..1.
    """

    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    capitals: tuple[bool, ...]
    joined: tuple[bool, ...]
    hyphened: tuple[bool, ...]
    begins: tuple[float, ...]
    goes_on: tuple[float, ...]

    def stems(self, first: int, last: int) -> tuple[str, ...]:
        """Stems of the tokens first..last (inclusive)."""
        return tuple(token.stem for token in self.tokens[first : last + 1])


def read_passage(text: str, start: int, words: Sequence[TaggedWord]) -> Said:
    """Tokens of a passage that begins at offset `start` of the document, each with the tag of the word it begins."""
    tokens = tuple(_rejoined(text, start, tokenize(text, start)))
    of_token = []
    at = 0
    for token in tokens:
        while at + 1 < len(words) and words[at + 1].start + start <= token.start:
            at += 1
        of_token.append(words[at] if words else _UNTAGGED)
    words_said = [text[token.start - start : token.end - start] for token in tokens]
    capitals = tuple(map(has_capitals, words_said))
    gaps = ("", *(text[left.end - start : right.start - start] for left, right in pairwise(tokens)))
    joined = tuple(
        token.joined and not _PARTING.search(gap) for token, gap in zip(tokens, gaps, strict=False)
    )
    hyphened = tuple(gap in _HYPHENS for gap in gaps[: len(tokens)])
    return Said(
        tokens,
        tuple(word.tag for word in of_token),
        capitals,
        joined,
        hyphened,
        tuple(word.begins for word in of_token),
        tuple(word.goes_on for word in of_token),
    )


_UNTAGGED = TaggedWord(0, "")


def _rejoined(text: str, start: int, tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with those that go on behind a closing quotation mark joined: "“total patient” care"."""
    for number, token in enumerate(tokens):
        gap = text[tokens[number - 1].end - start : token.start - start] if number else ""
        yield replace(token, joined=True) if gap in _CLOSING else token


_CLOSING = frozenset(("” ", '" '))
_HYPHENS = frozenset("-‐‑")
_PARTING = re.compile(r"\s[-‐‑–]+\s|/")
