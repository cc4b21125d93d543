"""What the batch reports say alike: headings, the notes that explain them, and figures in words."""

from __future__ import annotations

from pathlib import PurePath

from gapcheck.batch.model import FailedRow
from gapcheck.batch.summary import (
    BatchSummary,
    Cover,
    Level,
    PostingGroup,
    RankedPosting,
    RecurringGap,
    Sort,
    UnmetType,
)
from gapcheck.report import Verdict
from gapcheck.reporters.facts import file_name, percent

RANKED = {
    Sort.FIT: "Postings, best fit first",
    Sort.COVERAGE: "Postings by coverage",
    Sort.REQUIRED: "Postings by coverage of what is required",
    Sort.TITLE: "Postings by title",
    Sort.SOURCE: "Postings by source",
}
LEVELS = "How many you cover"
LEVELS_NOTE = (
    "in a study by a vendor, interviews level off at 50 to 60 % of what is asked; 100 % is not the goal"
)
GAPS = "What you lack again and again"
GAPS_NOTE = (
    "words of several postings that your resume does not show, by what they cost in points of mean coverage"
)
COVER = "What a few more words would unlock"
COVER_NOTE = "if they are true of you, or worth learning; each builds on those before it"
UNMET = "What words can't fix"
UNMET_NOTE = "years, degrees, licences and more: in how many postings your resume does not show them"
GROUPS = "Kinds of jobs, best fit first"
GROUPS_NOTE = "postings that ask for similar things, with the words that set them apart"
RANKED_NOTE = "all and required: share of the posting's words you show; weightier words count more"
FAILED = "Could not be judged"

TYPES = {
    "years": "years of experience",
    "degree": "degree",
    "certificate": "certificate",
    "licence": "licence or registration",
    "language": "language",
    "clearance": "clearance",
    "authorization": "permission to work",
    "other": "other conditions",
}


def count(number: int, noun: str = "posting") -> str:
    """A number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def headline(summary: BatchSummary) -> str:
    """How many postings were judged, and how many could not be."""
    failed = f", {len(summary.failed):,} could not be judged" if summary.failed else ""
    return f"{count(summary.postings)}{failed}"


def name_of(row: RankedPosting) -> str:
    """What to call a posting: its title, else the name of what it came from."""
    return row.title or file_name(row.source)


def place_of(source: str) -> str:
    """Where a posting comes from, short: its file and the folder it stands in."""
    parts = PurePath(source).parts
    return "/".join(parts[-2:]) if len(parts) > 2 and "://" not in source else source


def share(value: float | None, none: str = "—") -> str:
    """A share in percent."""
    return none if value is None else f"{percent(value)} %"


def left_out(summary: BatchSummary) -> str:
    """What is not in the table because it covers too little; empty where all is."""
    if not summary.left_out:
        return ""
    return f"{count(summary.left_out)} under {percent(summary.min_coverage)} % left out"


def verdicts(summary: BatchSummary) -> str:
    """In how many postings a ten-second reader sees the fit."""
    counts = dict(summary.verdicts)
    return (
        f"In ten seconds a reader sees the fit for {counts.get(Verdict.YES, 0):,}, part of it for "
        f"{counts.get(Verdict.BORDERLINE, 0):,}, and does not see it for {counts.get(Verdict.NO, 0):,}."
    )


def level(row: Level) -> tuple[str, str]:
    """A level, and what is said about it."""
    label = f"{percent(row.share)} % and more"
    if not row.postings:
        return label, "none"
    clear, seen = (f"{number:,}" if number else "none" for number in (row.unhindered, row.seen))
    return label, f"{count(row.postings)}, {clear} without other hurdles, {seen} seen in ten seconds"


def levels(summary: BatchSummary) -> tuple[Level, ...]:
    """The levels up to the first that no posting reaches."""
    reached = sum(1 for row in summary.levels if row.postings)
    return summary.levels[: reached + 1]


def strengths(gap: RecurringGap) -> str:
    """How strongly the postings ask for a gap."""
    rows = ((gap.required, "required"), (gap.preferred, "preferred"), (gap.mentioned, "mentioned"))
    return ", ".join(f"{word} in {number:,}" for number, word in rows if number)


def cost(gap: RecurringGap) -> str:
    """What a gap costs, in percentage points of the mean coverage."""
    return f"{max(0.1, gap.weight * 100):.1f} points"


def lift(number: int, threshold: float) -> str:
    """What a word alone would do."""
    return f"alone lifts {count(number)} over {percent(threshold)} %" if number else ""


def step(lifted: int, threshold: float) -> str:
    """What one more word does: "14 more postings ≥ 60 %"."""
    if not lifted:
        return "none by itself"
    return f"{lifted:,} more {'posting' if lifted == 1 else 'postings'} ≥ {percent(threshold)} %"


def no_cover(cover: Cover) -> str:
    """What to say where no curve can be drawn."""
    return f"No few words would lift a further posting over {percent(cover.threshold)} %."


def unmet(row: UnmetType) -> str:
    """How a sort of requirement is not met, in words."""
    rows = ((row.short, "short"), (row.not_shown, "not shown"), (row.unclear, "unclear"))
    how = ", ".join(f"{word} in {number:,}" for number, word in rows if number)
    return (
        f"{count(row.postings)}, required in {row.required:,}: {how}"
        if row.required
        else f"{count(row.postings)}: {how}"
    )


def needs(row: UnmetType, most: int = 3) -> str:
    """The commonest wordings, with the number of postings where it is more than one."""
    return "; ".join(f"{need} ({number:,})" if number > 1 else need for need, number in row.needs[:most])


def failure(row: FailedRow) -> str:
    """Why an input could not be judged, without the name of the input."""
    return row.message.removeprefix(f"{row.source}: ")


def group_name(group: PostingGroup) -> str:
    """What to call a group."""
    return ", ".join(group.titles or group.terms[:1]) or "mixed"
