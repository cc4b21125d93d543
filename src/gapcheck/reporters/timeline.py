"""The timeline as a person tells it: one row a job, one for the scan at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gapcheck.report import Glimpse

SCANNED = frozenset({"heading", "skills", "edge"})
"""Kinds of glimpses that share the last row: the eye runs down the page and takes in beginnings."""

OF_A_JOB = frozenset({"title", "employer", "dates"})
"""Kinds of glimpses that make one row as long as none comes twice."""

SECONDS = 10.0
"""Length of the time axis."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the timeline: from which second, what it is and what is seen.

    `first` is the index of its first glimpse in the timeline; the others follow.
    """

    begin: float
    kind: str
    first: int
    glimpses: tuple[Glimpse, ...]

    @property
    def end(self) -> float:
        """Second at which the last of it is seen."""
        return self.glimpses[-1].at

    @property
    def texts(self) -> tuple[str, ...]:
        """What is seen, one text a glimpse."""
        return tuple(glimpse.text for glimpse in self.glimpses)


def timeline_rows(timeline: Iterable[Glimpse]) -> list[Row]:
    """Glimpses put together to what a person would call one thing."""
    rows: list[Row] = []
    kinds: set[str] = set()
    begin = 0.0
    for number, item in enumerate(timeline):
        kind = "scan" if item.kind in SCANNED else "job" if item.kind in OF_A_JOB else item.kind
        again = kind == "job" and item.kind in kinds
        if rows and rows[-1].kind == kind and kind in {"scan", "job"} and not again:
            rows[-1] = replace(rows[-1], glimpses=(*rows[-1].glimpses, item))
            kinds.add(item.kind)
        else:
            rows.append(Row(begin, kind, number, (item,)))
            kinds = {item.kind}
        begin = item.at
    return rows
