"""What a batch keeps of each posting: small frozen values that pass between processes and into the journal."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report import Kind, Status, Strength


@dataclass(frozen=True, slots=True)
class TermRow:
    """One keyword of one posting."""

    term: str
    kind: Kind
    strength: Strength
    weight: float
    status: Status
    group: str | None


@dataclass(frozen=True, slots=True)
class Unmet:
    """One requirement of the ledger that is not met; the values are those of `report.Requirement`."""

    type: str
    need: str
    status: str
    strength: str


@dataclass(frozen=True, slots=True)
class PostingRow:
    """What the table and the statistics need of one checked posting.

    `source` names the input for the user: a path, or ``file.jsonl#ID``. `id` is unique in the run and breaks ties.
    Coverages are shares, 0..1, None where the posting gave none; `verdict` is yes, borderline or no; `fit`, 0..1,
    is what ranking sorts by; `met` says that no requirement of the ledger is unmet.
    """

    source: str
    id: str
    title: str | None
    overall: float | None
    required: float | None
    preferred: float | None
    verdict: str
    fit: float
    terms: tuple[TermRow, ...]
    unmet: tuple[Unmet, ...]
    met: bool


@dataclass(frozen=True, slots=True)
class FailedRow:
    """An input that could not be judged: a stable code, and what is wrong and what to do."""

    source: str
    id: str
    code: str
    message: str
