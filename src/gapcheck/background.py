"""In how many background postings a term stands: counted when the model was built, shipped as plain numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from gapcheck.counting import counted_words
from gapcheck.resources import stats_folder


@dataclass(frozen=True, slots=True)
class Background:
    """Document frequencies of terms in `documents` background postings, by lower-cased tokens joined by blanks."""

    documents: int
    frequencies: Mapping[str, int]

    def frequency(self, term: str) -> int:
        """In how many background postings a term stands; 0 when in too few to be counted."""
        return self.frequencies.get(normal_form(term), 0)

    def idf(self, forms: Sequence[str]) -> float:
        """Inverse document frequency of a keyword by the commonest of its forms: ln((1 + n) / (1 + df)) + 1."""
        df = max((self.frequency(form) for form in forms), default=0)
        return math.log((1 + self.documents) / (1 + df)) + 1


@lru_cache(maxsize=65536)
def normal_form(term: str) -> str:
    """The form under which the background counts a term."""
    return " ".join(counted_words(term))


@cache
def load_background() -> Background:
    """The shipped document frequencies, read once a process."""
    total, *rows = (stats_folder() / "background.txt").read_text(encoding="utf-8").splitlines()
    frequencies: dict[str, int] = {}
    for row in rows:
        count, *terms = row.split("\t")
        frequencies.update(dict.fromkeys(terms, int(count)))
    return Background(int(total), frequencies)
