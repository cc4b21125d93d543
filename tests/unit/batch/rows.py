"""Checked postings for the tests, made by hand: a few words of invented adverts for invented people."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.batch.model import FailedRow, PostingRow, TermRow, Unmet
from gapcheck.batch.summary import BatchSummary, SummaryOptions
from gapcheck.batch.tally import Tally
from gapcheck.report import Keyword, Kind, Status, Strength

SIGNS = {"+": Status.EXACT, "~": Status.RELATED, "-": Status.MISSING}
STRENGTHS = {"!": Strength.REQUIRED, "?": Strength.PREFERRED, ".": Strength.MENTIONED}


OPTIONS = SummaryOptions()


def term(text: str) -> TermRow:
    """A keyword in short: "-!3 SQL @1" is missing, required, weighs 3 and belongs to group 1."""
    marks, name = text.split(" ", 1)
    name, _, group = name.partition(" @")
    return TermRow(
        name,
        Kind.SKILL,
        STRENGTHS[marks[1]],
        float(marks[2:]),
        SIGNS[marks[0]],
        f"g{group}" if group else None,
    )


def row(
    id: str,  # noqa: A002  the field's name
    terms: Sequence[str],
    *,
    title: str | None = "Clerk",
    fit: float = 0.5,
    verdict: str = "no",
    unmet: Sequence[Unmet] = (),
) -> PostingRow:
    """A posting with the coverage that its keywords give."""
    from gapcheck.coverage import measure_coverage

    made = tuple(term(text) for text in terms)
    covered = measure_coverage([keyword(item) for item in made])
    return PostingRow(
        f"jobs/{id}.txt", id, title, covered.overall, covered.required, covered.preferred, verdict, fit, made,
        tuple(unmet), not unmet,
    )  # fmt: skip


def keyword(item: TermRow) -> Keyword:
    """The keyword of a report that a row is made from."""
    return Keyword(
        item.term,
        item.kind,
        item.strength,
        item.weight,
        1,
        1.0,
        item.group,
        (),
        item.status,
        None,
        (),
        (),
        None,
    )


def summed(rows: Sequence[PostingRow | FailedRow], options: SummaryOptions = OPTIONS) -> BatchSummary:
    """The summary of some rows."""
    tally = Tally()
    for item in rows:
        tally.add(item)
    return tally.summary(options)


DEGREE = Unmet("degree", "a bachelor's degree", "not_shown", "required")
YEARS = Unmet("years", "5 years of accounting", "short", "required")
TRAVEL = Unmet("other", "travel", "unclear", "required")
WELSH = Unmet("language", "Welsh", "not_shown", "preferred")
