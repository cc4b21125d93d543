"""From the words of a posting to what a person would write on a resume: the phrase without its trimmings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from gapcheck.fillers import EMPTY_COMPOUNDS, FUNCTION_WORDS, LEADING, TRAILING
from gapcheck.words import Token

LONGEST_KEYWORD = 5
"""Tokens in the longest keyword; what is longer is a clause, which nobody puts on a resume."""


def shorten(
    tokens: Sequence[Token],
    tail: Collection[str] = TRAILING,
    head: Collection[str] = LEADING,
    hyphened: Sequence[bool] = (),
) -> Sequence[Token]:
    """The tokens without filler at either end, cut at the first break; may be empty.

    "strong knowledge of NoSQL databases" gives "NoSQL databases", "communication skills" gives "communication";
    `tail` are the stems taken off the end, `head` those off the front. Of a hyphenated word ("on-time shipping";
    `hyphened` tells which tokens go on with the one before) nothing is taken off the front unless all of it is filler.
    """
    first, last = 0, len(tokens)
    while first < last:
        after = _word_end(first, hyphened)
        if not _is_filler([token.stem for token in tokens[first:after]], head):
            break
        first = min(after, last)
    while last > first and tokens[last - 1].stem in tail:
        last -= 1
    kept = tokens[first:last]
    for position, token in enumerate(kept):
        if position and not token.joined:
            return kept[:position]
    return kept


def _word_end(first: int, hyphened: Sequence[bool]) -> int:
    """The token after the hyphenated word that begins at `first`."""
    after = first + 1
    while after < len(hyphened) and hyphened[after]:
        after += 1
    return after


def _is_filler(stems: Sequence[str], head: Collection[str]) -> bool:
    if "-".join(stems) in EMPTY_COMPOUNDS:
        return True
    return all(stem in head or stem.strip("+").isdigit() for stem in stems)


_LOST_POSSESSIVE = "s"
"""What is left where an apostrophe got lost: "the client s team"."""


def well_formed(tokens: Sequence[Token]) -> bool:
    """Whether shortened tokens can be a keyword: one to five of them, not a clause, not a bare letter or number."""
    if not 0 < len(tokens) <= LONGEST_KEYWORD:
        return False
    inner = [token.stem for token in tokens]
    if _LOST_POSSESSIVE in inner:
        return False
    if sum(stem in FUNCTION_WORDS for stem in inner) > 1:
        return False
    return any(len(stem) > 1 and not stem.isdigit() for stem in inner)
