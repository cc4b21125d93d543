"""Rows made by hand."""

from __future__ import annotations

from gapcheck.batch.model import FailedRow, PostingRow, TermRow, Unmet
from gapcheck.report import Kind, Status, Strength


def posting_row(name: str, overall: float | None = 0.5) -> PostingRow:
    """A row of a posting that asks for two things."""
    return PostingRow(
        source=name,
        id=name,
        title=f"Cook – {name}",
        overall=overall,
        required=None,
        preferred=0.1 + 0.2,
        verdict="no",
        fit=overall or 0.0,
        terms=(
            TermRow("HACCP", Kind.CERTIFICATION, Strength.REQUIRED, 1 / 3, Status.MISSING, "g1"),
            TermRow("baking", Kind.SKILL, Strength.MENTIONED, 2 / 3, Status.RELATED, None),
        ),
        unmet=(Unmet("years", "3 years", "short", "required"),),
        met=False,
    )


def failed_row(name: str) -> FailedRow:
    """A row of a posting without text."""
    return FailedRow(name, name, "empty", "there is no text in it. Check that this is the right file")
