"""How often a resume of the field shows a keyword without saying it: counts of what readers found.

Nearly every resume shows communication in some words, hardly any shows welding in others than its own. Counted over
resumes and keywords of real postings that were read when the model was built (see the model card).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from gapcheck.resources import stats_folder
from gapcheck.words import key

FILE_NAME = "often.txt"

USUAL = 0.07
"""The share of all judged keywords that are shown."""

SUPPOSED = 10
"""Judgements of the usual outcome that are supposed beside those of a keyword; half or twice as many do as well."""


@dataclass(frozen=True, slots=True)
class Often:
    """Comparison key of a keyword → how many resumes were read for it, and how many of them show it."""

    counts: Mapping[str, tuple[int, int]]

    def odds(self, forms: Iterable[str]) -> float:
        """The odds by the first of these forms that was read for; 0 for what nobody has read for."""
        counts = (self.counts.get(key(form)) for form in forms)
        return odds(*next(filter(None, counts), (0, 0)))


def odds(judged: int, shown: int) -> float:
    """Log odds that a resume shows a keyword that so many were read for and so many of them show, against the usual."""
    return _log_odds((shown + SUPPOSED * USUAL) / (judged + SUPPOSED)) - _log_odds(USUAL)


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def to_text(often: Often) -> str:
    """The counts as lines of key, judged and shown, in the order of the keys."""
    return "".join(f"{name}\t{judged}\t{shown}\n" for name, (judged, shown) in sorted(often.counts.items()))


def from_text(text: str) -> Often:
    """Counts as `to_text` writes them."""
    rows = (line.split("\t") for line in text.splitlines())
    return Often({name: (int(judged), int(shown)) for name, judged, shown in rows})


@cache
def load_often() -> Often:
    """The shipped counts, read once a process."""
    return from_text((stats_folder() / FILE_NAME).read_text(encoding="utf-8"))
