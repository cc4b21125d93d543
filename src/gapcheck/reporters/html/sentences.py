"""What the page says in words: the verdict's reason, counts, and how a status is called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gapcheck.report import Keyword, Report, RequirementStatus, Status, Strength, TenSecond, Verdict
from gapcheck.reporters.facts import VERDICTS, find_gaps

SPARED = "spared"
"""Shown in place of `missing` where another alternative makes up for it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How a status is called: in a list of them, of one keyword, and in a sentence that explains it."""

    label: str
    of_one: str
    meaning: str


WORDINGS = {
    "missing": Wording("Missing", "missing", "In the posting, not in the resume."),
    "related": Wording("Only implied", "only implied", "An expert would infer it; the word is not there."),
    "alias": Wording(
        "Other words", "said in other words", "Said by another name. Recruiters search by word."
    ),
    "inflected": Wording("Other form", "in another form", "The same words in another form or order."),
    "exact": Wording("Same words", "in the same words", "Said as the posting says it."),
    SPARED: Wording(
        "Not needed", "not needed", "One of several alternatives, and the resume has another one."
    ),
}
"""Every status that is displayed, in the order of the page."""

REQUIREMENT_WORDS = {
    RequirementStatus.MET: "met",
    RequirementStatus.SHORT: "short",
    RequirementStatus.NOT_SHOWN: "not shown",
    RequirementStatus.UNCLEAR: "unclear",
}

CONVINCING = 2, 0.4
"""From how many, or which share, of the heaviest words a reader is convinced (the defaults of the reader)."""


def statuses(report: Report) -> tuple[str, ...]:
    """How each keyword is displayed: its status, or `spared`."""
    gaps = set(report.missing())
    return tuple(_status(keyword, gaps) for keyword in report.keywords)


def _status(keyword: Keyword, gaps: set[Keyword]) -> str:
    spared = keyword.status is Status.MISSING and keyword not in gaps
    return SPARED if spared else keyword.status.value


def reason(glance: TenSecond) -> str:
    """Why the verdict is what it is, in one sentence."""
    meaning = VERDICTS[glance.verdict].partition(", ")[2]
    title, title_is_good = _title(glance)
    must = glance.must_have
    if not must.total:
        return f"{meaning.capitalize()}: {title}."
    enough, share = CONVINCING
    words_are_good = must.seen >= enough or must.seen >= share * must.total
    only = "only " if must.seen and not words_are_good else ""
    count = "none" if must.seen == 0 else f"{only}{must.seen}"
    link = "and" if title_is_good == words_are_good else "but"
    return f"{meaning.capitalize()}: {title}, {link} {count} of the {must.total} words that weigh most."


def _title(glance: TenSecond) -> tuple[str, bool]:
    title = glance.title
    if title.target is None:
        return "the posting names no job title to look for", glance.verdict is Verdict.YES
    if title.seen_at is not None:
        return f"the title “{title.text or title.target}” at {title.seen_at:.1f} s", True
    if title.text:
        return f"a title that is close, “{title.text}”", False
    return f"no “{title.target}” among the titles", False


def count_missing(report: Report) -> tuple[int, int]:
    """Rows of the missing list, and how many of them are required."""
    gaps = find_gaps(report)
    return len(gaps), sum(gap.keyword.strength is Strength.REQUIRED for gap in gaps)


def count_requirements(report: Report) -> str:
    """The ledger in a few words, what stands in the way first."""
    counted = Counter(row.status for row in report.requirements)
    if not counted:
        return "none found"
    order = (
        RequirementStatus.SHORT,
        RequirementStatus.NOT_SHOWN,
        RequirementStatus.UNCLEAR,
        RequirementStatus.MET,
    )
    return ", ".join(f"{counted[status]} {REQUIREMENT_WORDS[status]}" for status in order if counted[status])
