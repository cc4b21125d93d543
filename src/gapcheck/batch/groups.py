"""Groups of postings that ask for similar things, to see which kind of job fits best.

The postings' keywords as a tf-idf matrix (scikit-learn), its strongest 40 directions (latent semantic analysis,
Deerwester et al. 1990), and k-means on the unit sphere; of several numbers of groups the one whose silhouette
(Rousseeuw 1987) is best. Large runs are learned from a sample, so that time and memory stay bounded.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gapcheck.batch.columns import Columns, Floats, Ints
from gapcheck.batch.cover import over
from gapcheck.batch.group_names import distinctive_terms, title_words
from gapcheck.batch.summary import PostingGroup

FEWEST_POSTINGS = 8
"""Postings below which there is nothing to group: a person sees them at once."""

SAMPLE = 1200
"""Postings the groups are learned from."""

SILHOUETTE_SAMPLE = 800
"""Postings the number of groups is judged on: a silhouette compares each with each."""

MOST_TERMS = 4000
"""Terms the groups are learned from: what few postings ask for groups none."""

DIRECTIONS = 40
"""Dimensions kept; beyond some dozens, postings' few keywords only add noise."""

MOST_GROUPS = 10
"""Groups a person can overlook."""

SMALLEST_GROUP = 2
"""Postings in the smallest group that is shown."""

SEED = 20260101
"""One seed, so that the same postings give the same groups."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups, best first, and the number of each posting's group (0 for none)."""

    groups: tuple[PostingGroup, ...] = ()
    numbers: tuple[int, ...] = ()

    def number_of(self, posting: int) -> int | None:
        """Number of a posting's group."""
        return (self.numbers[posting] or None) if self.numbers else None


def group_postings(columns: Columns, threshold: float) -> Grouping:
    """Group the postings; none where there are too few of them or their keywords say too little."""
    if len(columns) < FEWEST_POSTINGS:
        return Grouping()
    matrix = _matrix(columns)
    if matrix is None:
        return Grouping()
    labels = _labels(matrix)
    return _describe(columns, labels, matrix, threshold)


def _matrix(columns: Columns) -> Any:
    """Sparse tf-idf matrix of postings by terms that at least two postings ask for, rows of length 1."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfTransformer

    ones = np.ones(len(columns.term), dtype=np.float32)
    shape = (len(columns), len(columns.names))
    counts = csr_matrix((ones, (columns.posting, columns.term)), shape=shape)
    counts.data.fill(1.0)
    common = np.flatnonzero(np.asarray(counts.sum(axis=0)).ravel() >= 2)
    if len(common) < 3:
        return None
    kept = counts[:, common]
    weighed = TfidfTransformer(sublinear_tf=True).fit_transform(kept)
    return csr_matrix((weighed.data, common[weighed.indices], weighed.indptr), shape=shape)


def _labels(matrix: Any) -> Ints:
    """Group of each posting, from 0; one thread, so that sums are made in one order."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1):
        learned = np.unique(np.linspace(0, matrix.shape[0] - 1, SAMPLE).astype(int))
        matrix = matrix[:, _commonest(matrix[learned])]
        reduce = _reducer(matrix[learned])
        points = reduce(matrix[learned])
        model = _best_model(points)
        chunks = (matrix[start : start + SAMPLE] for start in range(0, matrix.shape[0], SAMPLE))
        return np.concatenate([model.predict(reduce(chunk)) for chunk in chunks]).astype(np.int32)


def _commonest(sample: Any) -> Ints:
    """Columns of the terms that most postings of the sample ask for, in their order."""
    asked = np.bincount(sample.indices, minlength=sample.shape[1])
    often = np.argsort(-asked, kind="stable")[:MOST_TERMS]
    return np.sort(often[asked[often] > 0]).astype(np.int32)


def _reducer(sample: Any) -> Any:
    """A function from rows of the matrix to points of length 1 along the sample's strongest directions."""
    from sklearn.preprocessing import normalize
    from sklearn.utils.extmath import randomized_svd

    wanted = max(1, min(DIRECTIONS, sample.shape[0] - 1, len(np.unique(sample.indices)) - 1))
    _, _, directions = randomized_svd(sample, wanted, n_iter=4, random_state=SEED)
    axes = np.ascontiguousarray(directions.T)
    return lambda rows: np.round(normalize(rows @ axes), 6)


def _best_model(points: Floats) -> Any:
    """The k-means model with the best silhouette; of nearly equal ones that with fewer groups.

    At most sqrt(n / 2) groups (Mardia et al. 1979): each pair of adverts from one employer is no kind of job.
    """
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score

    judged = np.unique(np.linspace(0, len(points) - 1, SILHOUETTE_SAMPLE).astype(int))
    most = min(MOST_GROUPS, int(math.sqrt(len(points) / 2)), len(np.unique(points, axis=0)))
    best, best_score = None, -2.0
    for k in range(1 if most < 2 else 2, most + 1):
        model = KMeans(k, n_init=4, random_state=SEED).fit(points)
        labels = model.labels_[judged]
        score = silhouette_score(points[judged], labels) if 1 < len(np.unique(labels)) < len(judged) else -1.0
        if best is None or score > best_score + 0.01:
            best, best_score = model, score
    return best


def _describe(columns: Columns, labels: Ints, matrix: Any, threshold: float) -> Grouping:
    found = [
        members
        for label in range(int(labels.max()) + 1)
        if len(members := np.flatnonzero(labels == label).astype(np.int32))
    ]
    shown = sorted(
        (members for members in found if len(members) >= SMALLEST_GROUP),
        key=lambda members: (-round(float(columns.fit[members].mean()), 9), int(members[0])),
    )
    numbers = np.zeros(len(columns), dtype=np.int32)
    for number, members in enumerate(shown, start=1):
        numbers[members] = number
    mean = np.asarray(matrix.mean(axis=0)).ravel()
    groups = tuple(
        _group(number, columns, members, distinctive_terms(matrix, members, mean, columns.names), threshold)
        for number, members in enumerate(shown, start=1)
    )
    return Grouping(groups, tuple(numbers.tolist()))


def _group(
    number: int, columns: Columns, members: Ints, terms: tuple[str, ...], threshold: float
) -> PostingGroup:
    covered = columns.overall[members]
    known = covered[~np.isnan(covered)]
    return PostingGroup(
        number=number,
        titles=title_words(_titles(columns, members)),
        terms=terms,
        postings=len(members),
        fit=float(columns.fit[members].mean()),
        coverage=float(known.mean()) if len(known) else None,
        met=int(over(np.nan_to_num(covered), threshold).sum()),
    )


def _titles(columns: Columns, members: Ints) -> Sequence[str]:
    return [title for number in members.tolist() if (title := columns.titles[number])]
