"""Words of a resume that say nothing: the end of a range of dates, and what a template left to fill in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.words import Token

_IDLE = re.compile(
    r"\d{2}\s*(?:[-–—]|to|till|until|through)\s*(?P<now>present)\b"
    r"|\b(?P<name>company) (?P<noun>name)\b|\b(?P<city>city) ?, ?(?P<state>state)\b",
    re.IGNORECASE,
)


def idle_starts(text: str) -> frozenset[int]:
    """Where words begin that say nothing: the "Present" of a range of dates, and what a template left to fill in."""
    names = ("now", "name", "noun", "city", "state")
    return frozenset(found.start(name) for found in _IDLE.finditer(text) for name in names if found[name])


def without(tokens: Sequence[Token], idle: frozenset[int]) -> list[Token]:
    """The tokens but for those that begin at `idle`; what stands behind one does not go on with what stands before."""
    kept: list[Token] = []
    parted = False
    for token in tokens:
        if token.start in idle:
            parted = True
            continue
        kept.append(replace(token, joined=False) if parted else token)
        parted = False
    return kept
