"""What is said over all postings: how well each fits, and the table at the end."""

from __future__ import annotations

from gapcheck.report import Report


def fit_of(report: Report) -> float:
    """How well a resume fits a posting, 0..1; what ranking sorts by."""
    return report.coverage.overall or 0.0
