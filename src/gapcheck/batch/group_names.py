"""What to call a group of postings: the commonest words of their titles, and the keywords that set them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from gapcheck.batch.columns import Floats, Ints
from gapcheck.segment.titles import split_title

MOST_TITLES = 3
MOST_TERMS = 4

COMMON = 0.12
"""Share of the group's titles that must have a title or word for it to speak for the group."""


def title_words(titles: Sequence[str]) -> tuple[str, ...]:
    """The commonest kinds of job among the titles ("staff nurse", "physiotherapist"), most first.

    A kind is the head noun with the word before it; where the titles share no kind, the head nouns alone.
    """
    split = [title for title in map(split_title, titles) if title.head]
    kinds = Counter(" ".join((*title.modifiers[-1:], title.head or "")) for title in split)
    heads = Counter(title.head or "" for title in split)
    for counted in (kinds, heads):
        fewest = max(2, COMMON * len(split))
        named = sorted((name for name in counted if counted[name] >= fewest), key=lambda n: (-counted[n], n))
        if named:
            return tuple(named[:MOST_TITLES])
    return tuple(sorted(kinds, key=lambda name: (-kinds[name], name))[:1])


def distinctive_terms(matrix: Any, members: Ints, mean: Floats, names: Sequence[str]) -> tuple[str, ...]:
    """Terms whose mean tf-idf weight in the group exceeds most the `mean` over all postings."""
    inside = np.asarray(matrix[members].mean(axis=0)).ravel()
    excess = np.round(inside - mean, 7)
    count = min(MOST_TERMS * 3, len(excess))
    best = np.argpartition(-excess, count - 1)[:count]
    order = sorted((int(n) for n in best if excess[n] > 0), key=lambda n: (-excess[n], n))
    return tuple(names[number] for number in order[:MOST_TERMS])
