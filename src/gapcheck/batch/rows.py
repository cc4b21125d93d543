"""From a report to the row that the batch keeps of it, and rows as plain values for the journal."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from gapcheck.batch.model import FailedRow, PostingRow, TermRow, Unmet
from gapcheck.report import Kind, Report, RequirementStatus, Status, Strength


def row_of(report: Report, source: str, fit: float, *, details: bool = True) -> PostingRow:
    """What table and statistics need of a report; `source` is its input's name, unique in the run.

    `fit`, 0..1, is what ranking sorts by. Without `details`, terms and unmet requirements are left out.
    """
    unmet = tuple(
        Unmet(line.type.value, line.need, line.status.value, line.strength.value)
        for line in report.requirements
        if line.status is not RequirementStatus.MET
    )
    keywords = report.keywords if details else ()
    return PostingRow(
        source=source,
        id=source,
        title=report.posting.title,
        overall=report.coverage.overall,
        required=report.coverage.required,
        preferred=report.coverage.preferred,
        verdict=report.ten_second.verdict.value if report.ten_second else "",
        fit=fit,
        terms=tuple(TermRow(k.term, k.kind, k.strength, k.weight, k.status, k.group) for k in keywords),
        unmet=unmet if details else (),
        met=not unmet,
    )


def to_values(row: PostingRow | FailedRow) -> dict[str, Any]:
    """The row as plain values that JSON can say without loss; inner rows as lists of their values."""
    values = _values(row)
    if isinstance(row, PostingRow):
        values["terms"] = [list(_values(term).values()) for term in row.terms]
        values["unmet"] = [list(_values(unmet).values()) for unmet in row.unmet]
    return values


def from_values(values: dict[str, Any]) -> PostingRow | FailedRow:
    """The row that `to_values` was given. Raises KeyError, TypeError or ValueError for values of another kind."""
    if "code" in values:
        return FailedRow(**values)
    terms = (TermRow(*term) for term in values["terms"])
    typed = tuple(
        replace(term, kind=Kind(term.kind), strength=Strength(term.strength), status=Status(term.status))
        for term in terms
    )
    return PostingRow(**{**values, "terms": typed, "unmet": tuple(Unmet(*item) for item in values["unmet"])})


def _values(row: PostingRow | FailedRow | TermRow | Unmet) -> dict[str, Any]:
    """Field by field; `dataclasses.asdict` copies everything below as well, ten times as slow."""
    return {field.name: getattr(row, field.name) for field in fields(row)}
