"""A judgement before it becomes a line of the report."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report import Evidence, RequirementStatus


@dataclass(frozen=True, slots=True)
class Verdict:
    """Status, what the resume has (None: nothing), the evidence for it, and the arithmetic or one line of
    advice.
    """

    status: RequirementStatus
    have: str | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None


def evidence_at(text: str, start: int, end: int) -> Evidence:
    """A passage of the resume as evidence."""
    return Evidence(text[start:end], start, end)
