"""Which few terms would lift most postings over a threshold: greedy, one term after another.

Each step takes the term that lifts most postings at once; among equals the one that brings all postings together
closest to the threshold, then the alphabetically first. Shares are those of `gapcheck.coverage`: a satisfied any-of
group counts once, whole, and what is implied already counts half.
"""

from __future__ import annotations

import numpy as np

from gapcheck.batch.columns import KINDS, Columns, Flags, Floats, Ints, sums
from gapcheck.batch.summary import Cover, CoverStep
from gapcheck.report import Kind

MOST_STEPS = 20
"""Terms tried; further ones are no longer few."""

CLOSE = 1e-9
"""Shares closer than this are equal: sums of weights differ in the last bits by their order."""

NOT_WRITTEN = (Kind.TITLE, Kind.EXPERIENCE)
"""Kinds left out: nobody adds a job title or years they did not have."""


def over(share: Floats, threshold: float) -> Flags:
    """Which shares reach the threshold."""
    return share >= threshold - CLOSE


def shares(columns: Columns, unit_part: Floats) -> Floats:
    """Coverage of each posting when its demands are shown so far; 0 where it has none."""
    shown = sums(columns.unit_posting, columns.unit_weight * unit_part, len(columns))
    return np.divide(shown, columns.total, out=np.zeros(len(columns)), where=columns.total > 0)


class Lifts:
    """What each term would add, given what is shown so far.

    A term may stand in several demands of a posting, so gains are summed over the pairs of posting and term.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.unit_part = columns.unit_part.copy()
        code = columns.posting.astype(np.int64) * len(columns.names) + columns.term
        pairs, pair = np.unique(code, return_inverse=True)
        self._pair: Ints = pair.astype(np.int32)
        self._pairs = len(pairs)
        self._posting: Ints = (pairs // max(1, len(columns.names))).astype(np.int32)
        self._term: Ints = (pairs % max(1, len(columns.names))).astype(np.int32)

    @property
    def share(self) -> Floats:
        """Coverage of each posting."""
        return shares(self.columns, self.unit_part)

    def gains(self) -> Floats:
        """What each pair of posting and term would add to the posting's coverage."""
        columns = self.columns
        open_part = columns.unit_weight * (1 - self.unit_part)
        gain = open_part[columns.unit] / np.maximum(columns.total, CLOSE)[columns.posting]
        return sums(self._pair, gain, self._pairs)

    def by_term(self, threshold: float) -> tuple[Ints, Floats]:
        """Of each term: the postings it lifts over the threshold, and how much closer it brings those below."""
        share, gain = self.share[self._posting], self.gains()
        below = ~over(share, threshold)
        lifted = below & over(share + gain, threshold)
        closer = np.where(below, np.minimum(gain, threshold - share), 0)
        names = len(self.columns.names)
        counts = np.bincount(self._term[lifted], minlength=names).astype(np.int32)
        return counts, sums(self._term, closer, names)

    def mean_gain(self) -> Floats:
        """Of each term: what it would add to the mean coverage of all postings."""
        total = sums(self._term, self.gains(), len(self.columns.names))
        return total / max(1, len(self.columns))

    def show(self, term: int) -> None:
        """From now on the resume shows the term."""
        self.unit_part[self.columns.unit[self.columns.term == term]] = 1.0


def cover_postings(columns: Columns, threshold: float) -> Cover:
    """The curve; it ends where no term lifts a posting any more."""
    lifts = Lifts(columns)
    kinds = kind_of_terms(columns)
    usable = writable(kinds)
    reached = start = int(over(lifts.share, threshold).sum())
    steps: list[CoverStep] = []
    while len(steps) < MOST_STEPS and usable.any():
        counts, closer = lifts.by_term(threshold)
        term = _best(np.where(usable, counts, -1), closer)
        if closer[term] <= CLOSE or not usable[term]:
            break
        lifts.show(term)
        usable[term] = False
        now = int(over(lifts.share, threshold).sum())
        steps.append(CoverStep(columns.names[term], KINDS[kinds[term]], now - reached, now))
        reached = now
    while steps and steps[-1].lifted == 0:
        steps.pop()
    return Cover(threshold, start, tuple(steps))


def writable(kinds: Ints) -> Flags:
    """Which kinds a person can add to a resume."""
    return ~np.isin(kinds, [KINDS.index(kind) for kind in NOT_WRITTEN])


def _best(counts: Ints, closer: Floats) -> int:
    """Index of the term with most lifted postings, then with most brought closer; terms are in alphabetical order."""
    most = np.flatnonzero(counts == counts.max())
    rounded = np.round(closer[most], 9)
    return int(most[np.flatnonzero(rounded == rounded.max())[0]])


def kind_of_terms(columns: Columns) -> Ints:
    """The kind most postings see in each term, the first in the order of `Kind` among equals."""
    votes = np.zeros((len(columns.names), len(KINDS)), dtype=np.int32)
    np.add.at(votes, (columns.term, columns.kind), 1)
    return np.asarray(votes.argmax(axis=1), dtype=np.int32)
