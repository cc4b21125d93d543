"""Values of the matching stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from gapcheck.report import Status

Run = tuple[int, int]
"""First and last token (inclusive) of a stretch of the resume."""


@dataclass(frozen=True, slots=True)
class Match:
    """How the resume shows one keyword; `evidence` are (start, end) offsets in text order.

    `misspelt` says that the evidence is the keyword with a typing error in it, `denied` that the resume has the words
    and takes them back ("no experience with", "expired").
    """

    status: Status
    evidence: tuple[tuple[int, int], ...] = ()
    misspelt: bool = False
    denied: bool = False


class Closeness(NamedTuple):
    """Figures of one keyword, and the stretch that shows it if any does.

    `entailed` says how surely a passage shows it, as the network reads it (log odds). `phrase` is the best cosine of
    the whole phrase with a stretch, `together` the share of its words (by weight) that have something alike close
    together in one sentence: 0 to 1, a cosine may be below.
    """

    entailed: float
    phrase: float
    together: float
    run: Run


class Meaning(Protocol):
    """What a resume says, as far as it lies close to other words."""

    def closeness(self, forms: Sequence[str]) -> Closeness | None:
        """How close it comes to a keyword in one of these forms; None where none has a known word."""
