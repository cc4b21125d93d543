"""From columns to the summary: every part of it is a function of the same columns."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from gapcheck import __version__
from gapcheck.batch.columns import Columns, is_hurdle
from gapcheck.batch.cover import cover_postings, over
from gapcheck.batch.gaps import find_gaps
from gapcheck.batch.groups import Grouping, group_postings
from gapcheck.batch.model import FailedRow
from gapcheck.batch.summary import LEVELS, BatchSummary, Level, RankedPosting, Sort, SummaryOptions
from gapcheck.batch.unmet import count_unmet
from gapcheck.report import Verdict

MISSING_SHOWN = 5
"""Heaviest missing demands kept for a row of the table."""

VERDICTS = tuple(Verdict)


def sum_up(columns: Columns, failed: tuple[FailedRow, ...], options: SummaryOptions) -> BatchSummary:
    """Everything a batch report shows."""
    grouping = group_postings(columns, options.threshold)
    order = _order(columns, options)
    seen = np.bincount(columns.verdicts, minlength=len(VERDICTS)).tolist()
    return BatchSummary(
        version=__version__,
        resume=options.resume,
        sort=options.sort,
        threshold=options.threshold,
        min_coverage=options.min_coverage,
        postings=len(columns),
        left_out=len(columns) - len(order),
        verdicts=tuple(zip(VERDICTS, seen, strict=True)),
        ranked=_rank(columns, order[: options.top or None], grouping),
        levels=tuple(_level(columns, share) for share in LEVELS),
        gaps=find_gaps(columns, options.threshold),
        cover=cover_postings(columns, options.threshold),
        unmet=count_unmet(columns),
        groups=grouping.groups,
        failed=failed,
    )


def _level(columns: Columns, share: float) -> Level:
    met = over(np.nan_to_num(columns.overall), share)
    seen = met & (columns.verdicts == VERDICTS.index(Verdict.YES))
    return Level(share, int(met.sum()), int(seen.sum()), int((met & ~columns.hindered).sum()))


def _order(columns: Columns, options: SummaryOptions) -> list[int]:
    """Numbers of the postings that are in the table, the first row's first."""
    kept = np.flatnonzero(over(np.nan_to_num(columns.overall), options.min_coverage)).tolist()
    return sorted(kept, key=lambda number: _sort_key(columns, number, options.sort))


def _rank(columns: Columns, order: Sequence[int], grouping: Grouping) -> tuple[RankedPosting, ...]:
    wants = _Wants(columns)
    return tuple(
        _row(columns, number, rank, wants, grouping.number_of(number))
        for rank, number in enumerate(order, start=1)
    )


def _row(columns: Columns, number: int, rank: int, wants: _Wants, group: int | None) -> RankedPosting:
    missing = wants.missing(number)
    return RankedPosting(
        rank=rank,
        id=columns.ids[number],
        source=columns.sources[number],
        title=columns.titles[number],
        fit=float(columns.fit[number]),
        overall=_share(columns.overall[number]),
        required=_share(columns.required[number]),
        preferred=_share(columns.preferred[number]),
        verdict=VERDICTS[columns.verdicts[number]],
        missing=missing[:MISSING_SHOWN],
        missing_count=len(missing),
        hurdles=wants.hurdles(number),
        group=group,
    )


def _sort_key(columns: Columns, number: int, sort: Sort) -> tuple[float, str, float, int]:
    """Falling figures, rising texts; then coverage and the place by id, so that no two are equal."""
    overall = _figure(columns.overall[number])
    figures = {
        Sort.FIT: _figure(columns.fit[number]),
        Sort.COVERAGE: overall,
        Sort.REQUIRED: _figure(columns.required[number]),
    }
    title = (columns.titles[number] or "").casefold() if sort is Sort.TITLE else ""
    return -figures.get(sort, 0.0), title, 0.0 if sort is Sort.SOURCE else -overall, number


def _figure(value: float) -> float:
    """A share for comparing; what the posting gives nothing for comes last."""
    return -1.0 if math.isnan(value) else round(float(value), 9)


def _share(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


class _Wants:
    """What one posting after the other wants and the resume does not show."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        numbers = np.arange(len(columns) + 1)
        self._ends = np.searchsorted(columns.posting, numbers)
        self._need_ends = np.searchsorted(columns.need_posting, numbers)

    def missing(self, posting: int) -> tuple[str, ...]:
        """Missing demands by falling weight; alternatives are joined by "or"."""
        columns = self._columns
        here = slice(self._ends[posting], self._ends[posting + 1])
        demands: dict[int, list[str]] = {}
        weights: dict[int, float] = {}
        gap = columns.gap[here]
        for unit, term, weight in zip(
            columns.unit[here][gap].tolist(),
            columns.term[here][gap].tolist(),
            columns.weight[here][gap].tolist(),
            strict=True,
        ):
            demands.setdefault(unit, []).append(columns.names[term])
            weights[unit] = max(weight, weights.get(unit, 0.0))
        named = {unit: " or ".join(terms) for unit, terms in demands.items()}
        order: Sequence[int] = sorted(named, key=lambda unit: (-round(weights[unit], 9), named[unit]))
        return tuple(named[unit] for unit in order)

    def hurdles(self, posting: int) -> tuple[str, ...]:
        """Required things that words cannot fix, as the posting needs them, each once."""
        here = slice(self._need_ends[posting], self._need_ends[posting + 1])
        needs = (self._columns.needs[number] for number in self._columns.need[here].tolist())
        return tuple(dict.fromkeys(need.need for need in needs if is_hurdle(need)))
