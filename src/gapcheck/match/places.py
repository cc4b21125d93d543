"""A passage of the posting that stands in the resume as it is, so that its words mean there what they mean here.

No resume holds more than a phrase of a posting in this way, unless the posting was pasted in; then nothing of it is
denied or doubtful, whatever its words say ("no experience with Go needed").
"""

from __future__ import annotations

import re

from gapcheck.extract.model import ExtractedKeyword

Surroundings = tuple[tuple[str, ...], tuple[str, ...]]
"""The words before and after a passage, lower-cased."""

WORDS = 3
"""Words on either side that must be the same."""

WIDTH = 60
"""Characters on either side in which these words are looked for."""

_WORD = re.compile(r"\w+")


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """The words around a passage."""
    before = _WORD.findall(text[max(0, start - WIDTH) : start].casefold())
    after = _WORD.findall(text[end : end + WIDTH].casefold())
    return tuple(before[-WORDS:]), tuple(after[:WORDS])


def places_of(keyword: ExtractedKeyword, posting: str | None) -> frozenset[Surroundings]:
    """Where the posting says the keyword, as far as its words around it tell."""
    if posting is None:
        return frozenset()
    return frozenset(surroundings(posting, mention.start, mention.end) for mention in keyword.mentions)
