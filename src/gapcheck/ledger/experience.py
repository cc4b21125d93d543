"""Years of experience: the arithmetic, shown, with no month counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from gapcheck.dates import DateRange, months_covered
from gapcheck.ledger.amounts import spell_months
from gapcheck.ledger.facts import ResumeFacts
from gapcheck.ledger.model import Need
from gapcheck.ledger.scope import part_shown, scope_parts, scope_shown
from gapcheck.ledger.verdict import Verdict, evidence_at
from gapcheck.ledger.wording import stems
from gapcheck.ledger.work_history import Job, Stated
from gapcheck.report import Evidence, RequirementStatus, RequirementType

# Jobs named in the arithmetic; a reader checks no more.
MOST_TERMS = 6

# Where only years are written the sum may be half a year off at either end.
YEAR_ONLY_SLACK = 6


def judge_years(need: Need, facts: ResumeFacts, *, akin: bool = True) -> Verdict:
    """Compare the months a need asks for with the jobs that mention its scope, or with all jobs.

    Where the resume is of other work (not `akin`), enough time in all jobs leaves relevant experience unclear.
    """
    verdict = _by_dates(need, facts)
    if akin or not asks_for_such_work(need) or verdict.status is not RequirementStatus.MET:
        return verdict
    note = f"{verdict.note or ''} {_OTHER_WORK}".strip()
    return Verdict(RequirementStatus.UNCLEAR, verdict.have, verdict.evidence, note)


def asks_for_such_work(need: Need) -> bool:
    """Whether it asks for years of nothing in particular, which means of work like the posting's."""
    return need.type is RequirementType.YEARS and bool(need.months) and need.scope is None


_OTHER_WORK = (
    "Your resume shows little of what they ask for, so a reader may not count it as relevant: say what of it was "
    "like this job."
)


def _by_dates(need: Need, facts: ResumeFacts) -> Verdict:
    jobs = facts.jobs if need.scope is None else facts.jobs_with(need.scope)
    dated = tuple(job for job in jobs if job.ranges)
    months = _months(dated, facts.as_of)
    stated = _stated(need, facts)
    if need.months is None:
        return _unmeasured(need, facts, jobs, months)
    if months >= need.months and (dated or need.months == 0):
        return Verdict(
            RequirementStatus.MET, spell_months(months), _evidence(facts, dated), _sum(need, dated, facts)
        )
    if stated is not None and stated.months >= need.months:
        note = "Your resume states it. " + (
            _sum(need, dated, facts) or "No dated job shows it: readers check the dates."
        )
        return Verdict(
            RequirementStatus.MET, f"{spell_months(stated.months)}, as stated", (_claim(facts, stated),), note
        )
    if not any(job.ranges for job in facts.jobs):
        return _undated(facts, stated)
    if not dated:
        return _scope_not_found(need, facts)
    return _too_few(need, facts, dated, months)


def _too_few(need: Need, facts: ResumeFacts, dated: tuple[Job, ...], months: int) -> Verdict:
    assert need.months is not None  # noqa: S101 - the caller has looked
    missing = need.months - months
    note = f"{_sum(need, dated, facts)} Short by {spell_months(missing)}."
    if facts.total_months >= need.months and need.scope is not None:
        note += (
            f" You have {spell_months(facts.total_months)} in all: where it was part of another "
            f"job, say so there."
        )
    blurred = any(item.start_year_only or item.end_year_only for job in dated for item in job.ranges)
    undated = any(not job.ranges for job in facts.jobs)
    if (blurred and missing <= YEAR_ONLY_SLACK) or undated:
        why = "Some jobs have no dates" if undated else "Only years are written"
        return Verdict(
            RequirementStatus.UNCLEAR,
            spell_months(months),
            _evidence(facts, dated),
            f"{note} {why}: write months.",
        )
    return Verdict(RequirementStatus.SHORT, spell_months(months), _evidence(facts, dated), note)


def _scope_not_found(need: Need, facts: ResumeFacts) -> Verdict:
    """Enough time worked, but no job names what is asked; or too little time at all."""
    assert need.months is not None  # noqa: S101 - the caller has looked
    total = facts.total_months
    if total >= need.months:
        note = (
            f"You show {spell_months(total)} in all, but no dated job names {need.scope}. If one was "
            f"about it, say so there."
        )
        status = RequirementStatus.UNCLEAR
        if not scope_shown(need.scope or "", stems(facts.text)):
            status = RequirementStatus.NOT_SHOWN
        return Verdict(status, f"{spell_months(total)} in all", (), note)
    note = f"All your dated jobs add up to {spell_months(total)}, and none names {need.scope}."
    return Verdict(RequirementStatus.SHORT, f"{spell_months(total)} in all", (), note)


def _undated(facts: ResumeFacts, stated: Stated | None) -> Verdict:
    if stated is not None:
        return Verdict(
            RequirementStatus.SHORT,
            f"{spell_months(stated.months)}, as stated",
            (_claim(facts, stated),),
            f"Your resume states {spell_months(stated.months)}; no dates to check. Give each job its months.",
        )
    advice = "No dates of jobs could be read. Give each job its start and end month."
    status = RequirementStatus.UNCLEAR if facts.jobs else RequirementStatus.NOT_SHOWN
    return Verdict(status, None, (), advice)


def _unmeasured(need: Need, facts: ResumeFacts, jobs: tuple[Job, ...], months: int) -> Verdict:
    """ "Several years", or experience without a figure: shown in a job or not."""
    have = spell_months(months) if months else None
    if need.scope is None or "year" in need.label:
        if not months:
            return Verdict(RequirementStatus.NOT_SHOWN, None, (), "Name the job where you did this.")
        note = f"The posting gives no number. {_sum(need, tuple(job for job in jobs if job.ranges), facts)}"
        return Verdict(RequirementStatus.UNCLEAR, have, _evidence(facts, jobs), note.strip())
    if jobs:
        return _listed(need.scope, facts, jobs, have)
    if scope_shown(need.scope, stems(facts.text)):
        return Verdict(
            RequirementStatus.UNCLEAR,
            None,
            (),
            f"Your resume names {need.scope}, but not in a job. Say where you did it.",
        )
    return Verdict(
        RequirementStatus.NOT_SHOWN,
        None,
        (),
        f"If you have worked in {need.scope}, name it in the job where you did.",
    )


def _listed(scope: str, facts: ResumeFacts, jobs: tuple[Job, ...], have: str | None) -> Verdict:
    """Of a list joined by "and" all must be shown, of one with "or" any."""
    missing = [part for part in scope_parts(scope) if not any(part_shown(part, job.stems) for job in jobs)]
    if missing and not re.search(r"\bor\b|/", scope):
        note = f"Your jobs show only part of it; not shown: {', '.join(missing)}."
        return Verdict(RequirementStatus.UNCLEAR, have, _evidence(facts, jobs), note)
    return Verdict(RequirementStatus.MET, have, _evidence(facts, jobs), None)


def _months(jobs: Iterable[Job], as_of: date) -> int:
    return months_covered((item for job in jobs for item in job.ranges), as_of)


def _stated(need: Need, facts: ResumeFacts) -> Stated | None:
    """The largest claim of the resume about this scope."""
    fitting = [
        claim
        for claim in facts.stated
        if need.scope is None or (claim.scope is not None and scope_shown(need.scope, stems(claim.scope)))
    ]
    return max(fitting, key=lambda claim: (claim.months, -claim.start), default=None)


def _claim(facts: ResumeFacts, stated: Stated) -> Evidence:
    return evidence_at(facts.text, stated.start, stated.end)


def _evidence(facts: ResumeFacts, jobs: Iterable[Job]) -> tuple[Evidence, ...]:
    shown = [job for job in jobs if job.title_end > job.title_start][:MOST_TERMS]
    return tuple(evidence_at(facts.text, job.title_start, job.title_end) for job in shown)


def _sum(need: Need, dated: tuple[Job, ...], facts: ResumeFacts) -> str:
    """ "3.2 years of nursing: 2019-03 to 2021-06 (2.3) + 2022-01 to 2022-11 (0.9)."""
    ranges = sorted({_key(item, facts.as_of): item for job in dated for item in job.ranges}.items())
    if not ranges:
        return ""
    total = months_covered((item for _, item in ranges), facts.as_of)
    terms = [_term(item, facts.as_of) for _, item in ranges[-MOST_TERMS:]]
    more = len(ranges) - len(terms)
    text = (f"{more} earlier + " if more else "") + " + ".join(terms)
    overlap = sum(months_covered((item,), facts.as_of) for _, item in ranges) > total
    of = f" of {need.scope}" if need.scope else ""
    guess = " (from dates alone, jobs not told apart)" if facts.guessed else ""
    return f"{spell_months(total)}{of}: {text}{', overlaps counted once' if overlap else ''}{guess}."


def _key(item: DateRange, as_of: date) -> tuple[int, int]:
    return item.interval(as_of)


def _term(item: DateRange, as_of: date) -> str:
    start = str(item.start.year) if item.start_year_only else str(item.start)
    end = "today" if item.end is None else str(item.end.year) if item.end_year_only else str(item.end)
    return f"{start} to {end} ({months_covered((item,), as_of) / 12:.1f})"
