"""The terms that a resume lacks in several postings."""

from __future__ import annotations

import numpy as np

from gapcheck.batch.columns import KINDS, STRENGTHS, Columns, Ints
from gapcheck.batch.cover import Lifts, kind_of_terms, writable
from gapcheck.batch.summary import RecurringGap
from gapcheck.report import Strength

MOST_GAPS = 50
"""Gaps kept; the rest recur in few postings or weigh little."""

FEWEST = 2
"""Postings in which a gap must stand to recur."""


def find_gaps(columns: Columns, threshold: float) -> tuple[RecurringGap, ...]:
    """By falling weight, then by name; in a run of one posting there is nothing that recurs."""
    asked = _count(columns, columns.gap)
    lifts = Lifts(columns)
    weight, (lifted, _) = lifts.mean_gain(), lifts.by_term(threshold)
    by_strength = {
        strength: _count(columns, columns.gap & (columns.strength == number))
        for number, strength in enumerate(STRENGTHS)
    }
    kinds = kind_of_terms(columns)
    order = sorted(
        np.flatnonzero((asked >= FEWEST) & writable(kinds)).tolist(),
        key=lambda term: (-round(float(weight[term]), 9), term),
    )
    return tuple(
        RecurringGap(
            columns.names[term],
            KINDS[kinds[term]],
            int(asked[term]),
            int(by_strength[Strength.REQUIRED][term]),
            int(by_strength[Strength.PREFERRED][term]),
            int(by_strength[Strength.MENTIONED][term]),
            float(weight[term]),
            int(lifted[term]),
        )
        for term in order[:MOST_GAPS]
    )


def _count(columns: Columns, wanted: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Ints:
    """In how many postings each term has such an entry."""
    code = columns.posting[wanted].astype(np.int64) * len(columns.names) + columns.term[wanted]
    terms = np.unique(code) % max(1, len(columns.names))
    return np.bincount(terms, minlength=len(columns.names)).astype(np.int32)
