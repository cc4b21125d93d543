"""What the terminal and Markdown reports say alike: findings to list, why each counts, how much is shown."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath

from gapcheck.report import Keyword, Report, RequirementStatus, ResumeMention, Strength, Verdict

VERDICTS = {
    Verdict.YES: "yes, a reader sees that you fit",
    Verdict.BORDERLINE: "borderline, a reader sees part of the fit",
    Verdict.NO: "no, a reader does not see that you fit",
}

REQUIREMENT_ORDER = {
    RequirementStatus.SHORT: 0,
    RequirementStatus.NOT_SHOWN: 1,
    RequirementStatus.UNCLEAR: 2,
    RequirementStatus.MET: 3,
}
"""What stands in the way comes first, what is met last."""

RAREST = 1000
"""Above one posting in this many the background (some thousand postings) gives no reliable figure."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One row of the missing list: a keyword, or the alternatives of which any one is enough.

    `keyword` is the heaviest of them and speaks for the row.
    """

    keyword: Keyword
    terms: tuple[str, ...]


def file_name(source: str) -> str:
    """A document's name for people, without its folders."""
    return "standard input" if source == "-" else PurePath(source).name or source


def find_gaps(report: Report) -> tuple[Gap, ...]:
    """The missing list in the report's order; the missing members of an unmet any-of group make one row."""
    missing = report.missing()
    rows: list[Gap] = []
    seen: set[str] = set()
    for keyword in missing:
        if keyword.group is None:
            rows.append(Gap(keyword, (keyword.term,)))
        elif keyword.group not in seen:
            seen.add(keyword.group)
            rows.append(Gap(keyword, tuple(item.term for item in missing if item.group == keyword.group)))
    return tuple(rows)


def with_code(report: Report, code: str) -> tuple[Keyword, ...]:
    """Keywords that carry a finding, most important first."""
    return tuple(keyword for keyword in report.keywords if keyword.code == code)


def plainly_shown(report: Report) -> tuple[Keyword, ...]:
    """Keywords the resume shows and about which nothing is to be said."""
    return tuple(keyword for keyword in report.keywords if keyword.status.shown and keyword.code is None)


def spared(report: Report) -> tuple[Keyword, ...]:
    """Missing alternatives that another one makes up for."""
    gaps = set(report.missing())
    return tuple(k for k in report.keywords if k.status.value == "missing" and k not in gaps)


def first_seen(keyword: Keyword) -> ResumeMention | None:
    """The resume's mention that a reader sees first, the first in the text where none is seen."""
    return min(
        keyword.resume,
        key=lambda mention: (math.inf if mention.seen_at is None else mention.seen_at, mention.start),
        default=None,
    )


def their_words(keyword: Keyword) -> str:
    """How the posting says a keyword that the resume says otherwise; `term` is the common name of both."""
    said = keyword.posting[0].text if keyword.code == "GAP003" and keyword.posting else keyword.term
    return said.lower() if said.isupper() and len(said) > LONGEST_ACRONYM else said


LONGEST_ACRONYM = 6
"""Letters up to which capitals are kept: "GAAP" is a name, "ACCOUNTS PAYABLE" is shouting."""


def why(tf: int, idf: float) -> tuple[str, ...]:
    """Why a keyword counts, in words: how often the posting says it and how rare it is in other postings.

    exp(idf - 1) is (1 + n) / (1 + df): about one background posting in that many says the word.
    """
    reasons = ["twice" if tf == 2 else f"{tf} times"] if tf > 1 else []
    one_in = math.exp(min(idf, 20) - 1)
    if one_in > RAREST:
        reasons.append("rare in postings")
    elif one_in >= 2:
        reasons.append(f"in 1 of {_round_to_words(one_in)} postings")
    else:
        reasons.append("in most postings")
    return tuple(reasons)


def _round_to_words(number: float) -> int:
    """A figure as a person would say it: one leading digit from 20 on."""
    step = 1 if number < 20 else 10 ** (len(str(int(number))) - 1)
    return round(number / step) * step


def percent(share: float) -> int:
    """Share in percent; 100 only for all and 0 only for nothing, however close."""
    if 0 < share < 1:
        return min(99, max(1, round(share * 100)))
    return round(share * 100)


def counts(report: Report, strengths: Collection[Strength]) -> tuple[int, int]:
    """How many of the posting's demands the resume shows, and how many there are; a group is one demand."""
    demands: dict[str, bool] = {}
    for number, keyword in enumerate(report.keywords):
        if keyword.strength in strengths:
            name = f"group {keyword.group}" if keyword.group is not None else f"keyword {number}"
            demands[name] = demands.get(name, False) or keyword.status.shown
    return sum(demands.values()), len(demands)
