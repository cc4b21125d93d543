"""Values of the matching stage."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report import Status

Run = tuple[int, int]
"""First and last token (inclusive) of a stretch of the resume."""


@dataclass(frozen=True, slots=True)
class Match:
    """How the resume shows one keyword; `evidence` are (start, end) offsets in text order.

    `misspelt` says that the evidence is the keyword with a typing error in it.
    """

    status: Status
    evidence: tuple[tuple[int, int], ...] = ()
    misspelt: bool = False
