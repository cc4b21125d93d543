"""What many postings say together about one resume: frozen values, made by `gapcheck.batch.tally`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.batch.model import FailedRow
from gapcheck.report import Kind, Verdict

THRESHOLD = 0.6
"""Coverage at which a posting counts as met: interviews level off at 50-60 % of the requirements met
(TalentWorks, 6,000 applications, vendor data)."""

LEVELS = (0.5, 0.6, 0.7, 0.8)
"""Coverages at which postings are counted."""


class Sort(StrEnum):
    """What the table is sorted by; ties by coverage, then by id."""

    FIT = "fit"
    COVERAGE = "coverage"
    REQUIRED = "required"
    TITLE = "title"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How to sum up; `resume` names the resume for people.

    Postings below `min_coverage` (0..1) are left out of the table, not of the figures. `threshold` (0..1) is
    the coverage that postings are to be lifted over. `top` rows of the table are enough (0: all of them); where
    nobody wants more, thousands of rows need not be made.
    """

    resume: str = "resume"
    sort: Sort = Sort.FIT
    min_coverage: float = 0.0
    threshold: float = THRESHOLD
    top: int = 0


@dataclass(frozen=True, slots=True)
class RankedPosting:
    """One row of the table.

    `missing` are the heaviest demands that the resume does not show, alternatives joined by "or"; `missing_count`
    says how many there are. `hurdles` are the required things that words cannot fix and that the resume is short
    of or does not show. `group` is the number of the posting's group, None where it is in none.
    """

    rank: int
    id: str
    source: str
    title: str | None
    fit: float
    overall: float | None
    required: float | None
    preferred: float | None
    verdict: Verdict
    missing: tuple[str, ...]
    missing_count: int
    hurdles: tuple[str, ...]
    group: int | None


@dataclass(frozen=True, slots=True)
class Level:
    """How many postings are covered by `share` (0..1) and more.

    Of these, `seen` are recognised in ten seconds, `unhindered` have no required thing short or not shown that
    words cannot fix.
    """

    share: float
    postings: int
    seen: int
    unhindered: int


@dataclass(frozen=True, slots=True)
class RecurringGap:
    """A term that the resume lacks in several postings.

    `postings` ask for it and see it neither shown nor made up for by an alternative, `required`, `preferred` and
    `mentioned` of them so strongly. `weight` is what it would add to the mean coverage of all postings (0..1);
    `lifts` is how many postings it alone would lift over the threshold.
    """

    term: str
    kind: Kind
    postings: int
    required: int
    preferred: int
    mentioned: int
    weight: float
    lifts: int


@dataclass(frozen=True, slots=True)
class CoverStep:
    """One more term: how many postings it lifts over the threshold, and how many are over it then."""

    term: str
    kind: Kind
    lifted: int
    reached: int


@dataclass(frozen=True, slots=True)
class Cover:
    """The few terms that lift most postings over `threshold`, one after another; `start` are over it already."""

    threshold: float
    start: int
    steps: tuple[CoverStep, ...]


@dataclass(frozen=True, slots=True)
class UnmetType:
    """A sort of requirement that words cannot fix, and in how many postings it is not met.

    `required` of the `postings` demand it; the resume is `short` of it, does not show it, or it is unclear. A
    posting counts once in each. `needs` are the commonest wordings with the number of postings, most first.
    """

    type: str
    postings: int
    required: int
    short: int
    not_shown: int
    unclear: int
    needs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PostingGroup:
    """Postings that ask for similar things, numbered from 1 by falling fit.

    `titles` are the words commonest in their titles, `terms` the keywords that set them apart. `fit` and
    `coverage` are means over them; `met` of them are over the threshold.
    """

    number: int
    titles: tuple[str, ...]
    terms: tuple[str, ...]
    postings: int
    fit: float
    coverage: float | None
    met: int


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """Everything a batch report shows.

    `postings` were judged, `left_out` of them are not in the table for `min_coverage`; `ranked` are the table's rows,
    or the first of them where no more were wanted; `failed` could not be judged. `verdicts` counts postings by yes,
    borderline and no. `version` is the program's.
    """

    version: str
    resume: str
    sort: Sort
    threshold: float
    min_coverage: float
    postings: int
    left_out: int
    verdicts: tuple[tuple[Verdict, int], ...]
    ranked: tuple[RankedPosting, ...]
    levels: tuple[Level, ...]
    gaps: tuple[RecurringGap, ...]
    cover: Cover
    unmet: tuple[UnmetType, ...]
    groups: tuple[PostingGroup, ...]
    failed: tuple[FailedRow, ...]

    @property
    def rows(self) -> int:
        """Number of rows of the whole table."""
        return self.postings - self.left_out
