"""Families of words that differ by derivation: "idempotent", "idempotency"."""

from __future__ import annotations

import re

from gapcheck.words import WHOLE

SHORTEST_STEM = 5
"""Letters two words must share before their endings to be of one family ("market", "marketing")."""

_ENDING = re.compile(
    r"(?:i?ations?|i[tz]ions?|ions?|ements?|ments?|an(?:ce|cy|ci|cies|t|tly)|en(?:ce|cy|ci|cies|t|tly)|i(?:ty|ti|ties)|ive(?:ly)?|ing|"
    r"ed|es|s|e|ly|i[sz](?:e|ed|es|ing|ation)|ful(?:ly)?|ous(?:ly)?|ship|ness|y)$"
)


def family(word: str) -> str:
    """What words of one family share: the word without its derivational ending."""
    if word in WHOLE:
        return word
    while (shorter := _ENDING.sub("", word)) != word and len(shorter) >= SHORTEST_STEM:
        word = shorter
    return word
