"""Collect checked postings as they come, in columns that stay small, and sum them up at the end."""

from __future__ import annotations

import math

from gapcheck.batch.arrange import Arrays, arrange
from gapcheck.batch.columns import KINDS, STATUSES, STRENGTHS
from gapcheck.batch.model import FailedRow, PostingRow, Unmet
from gapcheck.batch.summary import BatchSummary, SummaryOptions
from gapcheck.report import Kind, Status, Strength, Verdict

_VERDICTS = {verdict.value: number for number, verdict in enumerate(Verdict)}
_KIND = {kind: number for number, kind in enumerate(KINDS)}
_STRENGTH = {strength: number for number, strength in enumerate(STRENGTHS)}
_STATUS = {status: number for number, status in enumerate(STATUSES)}


class Tally:
    """The rows of a run, without the rows: some half a kilobyte a posting beside its title and name.

    Rows may be added in any order; the summary is the same to the byte.
    """

    def __init__(self) -> None:
        self._arrays = Arrays()
        self._spellings: dict[str, int] = {}
        self._needs: dict[Unmet, int] = {}
        self._failed: list[FailedRow] = []

    def __len__(self) -> int:
        """Number of postings judged so far."""
        return len(self._arrays.ids)

    @property
    def failures(self) -> int:
        """Number of inputs that could not be judged."""
        return len(self._failed)

    def add(self, row: PostingRow | FailedRow) -> None:
        """Take in one finished input."""
        if isinstance(row, FailedRow):
            self._failed.append(row)
            return
        kept = self._arrays
        kept.ids.append(row.id)
        kept.sources.append(row.source)
        kept.titles.append(row.title)
        kept.figures.extend(
            (_number(row.overall), _number(row.required), _number(row.preferred), _number(row.fit))
        )
        kept.verdicts.append(_VERDICTS.get(row.verdict, _VERDICTS[Verdict.NO]))
        self._add_terms(row)
        for need in row.unmet:
            kept.needs.append(self._needs.setdefault(need, len(self._needs)))
        kept.need_ends.append(len(kept.needs))

    def _add_terms(self, row: PostingRow) -> None:
        kept = self._arrays
        groups: dict[str, int] = {}
        for item in row.terms:
            kept.terms.append(self._spellings.setdefault(item.term, len(self._spellings)))
            kept.weights.append(item.weight)
            kept.marks.append(pack(item.kind, item.strength, item.status))
            kept.groups.append(groups.setdefault(item.group, len(groups) + 1) if item.group else 0)
        kept.ends.append(len(kept.terms))

    def summary(self, options: SummaryOptions) -> BatchSummary:
        """Everything the postings taken in so far say together."""
        from gapcheck.batch.sum_up import sum_up

        columns = arrange(self._arrays, tuple(self._spellings), tuple(self._needs))
        failed = tuple(sorted(self._failed, key=lambda row: (row.source, row.id, row.code, row.message)))
        return sum_up(columns, failed, options)


def pack(kind: Kind, strength: Strength, status: Status) -> int:
    """Kind, strength and status of a keyword in one byte."""
    return (_KIND[kind] * len(STRENGTHS) + _STRENGTH[strength]) * len(STATUSES) + _STATUS[status]


def _number(value: float | None) -> float:
    return math.nan if value is None else value
