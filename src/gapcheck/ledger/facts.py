"""What a resume shows for the ledger: dated jobs, stated years, degrees, credentials, languages,
clearances.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gapcheck.dates import DateRange, find_ranges, months_covered
from gapcheck.document import Document
from gapcheck.ledger.conditions import find_clearance
from gapcheck.ledger.credentials import find_credentials
from gapcheck.ledger.languages import find_spoken
from gapcheck.ledger.model import Clearance, Fluency
from gapcheck.ledger.resume_degrees import Degree, find_resume_degrees
from gapcheck.ledger.scope import scope_shown
from gapcheck.ledger.wording import stems
from gapcheck.ledger.years import find_years
from gapcheck.segment.model import Entry, ResumeSection, SegmentedResume


@dataclass(frozen=True, slots=True)
class Job:
    """A job of the resume: its text, its title's offsets, and when it was held (empty where no dates
    stand).
    """

    start: int
    end: int
    title_start: int
    title_end: int
    ranges: tuple[DateRange, ...]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stated:
    """Years the resume claims in words: "10+ years of nursing experience"."""

    months: int
    scope: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A credential, language or clearance the resume names; `until` is an expiry date where one stands."""

    name: str
    start: int
    end: int
    fluency: Fluency | None = None
    clearance: Clearance | None = None
    until: DateRange | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True)
class ResumeFacts:
    """Everything in a resume that a need can be judged by. `guessed` says that jobs were found by dates
    alone.
    """

    text: str
    as_of: date
    jobs: tuple[Job, ...]
    guessed: bool
    stated: tuple[Stated, ...]
    degrees: tuple[Degree, ...]
    credentials: tuple[Shown, ...]
    languages: tuple[Shown, ...]
    clearances: tuple[Shown, ...]

    @property
    def total_months(self) -> int:
        """Months worked in all, overlaps counted once."""
        return months_covered((item for job in self.jobs for item in job.ranges), self.as_of)

    def jobs_with(self, scope: str) -> tuple[Job, ...]:
        """Jobs whose title or text mentions a scope."""
        return tuple(job for job in self.jobs if scope_shown(scope, job.stems))


def find_facts(resume: Document, segmented: SegmentedResume, as_of: date) -> ResumeFacts:
    """Read a resume once; every need of every posting is judged by the result."""
    text = resume.text
    jobs = tuple(_job(resume, entry) for entry in segmented.jobs)
    guessed = not any(job.ranges for job in jobs)
    if guessed:
        jobs = tuple(_jobs_by_dates(resume, segmented)) or jobs
    return ResumeFacts(
        text,
        as_of,
        jobs,
        guessed and bool(jobs),
        tuple(_stated(resume)),
        find_resume_degrees(resume, segmented, as_of),
        tuple(_credentials(text)),
        tuple(_languages(resume, segmented)),
        tuple(
            Shown(need.label, need.start, need.end, clearance=need.clearance, pending=need.obtainable)
            for need in find_clearance(text, 0, demanded=False)
        ),
    )


def _job(resume: Document, entry: Entry) -> Job:
    start, end = resume.lines[entry.first_line].start, resume.lines[entry.last_line].end
    ranges: tuple[DateRange, ...] = ()
    if entry.dates is not None:
        found = find_ranges(resume.text[entry.dates.start : entry.dates.end], bare_years=True)
        ranges = tuple(item for item in found if not item.point)[:1]
    if not ranges:
        ranges = tuple(item for item in find_ranges(resume.text[start:end]) if not item.point)[:1]
    title = entry.title
    if title is None:
        first = resume.lines[entry.first_line]
        return Job(start, end, first.start, first.end, ranges, stems(resume.text[start:end]))
    return Job(start, end, title.start, title.end, ranges, stems(resume.text[start:end]))


def _jobs_by_dates(resume: Document, segmented: SegmentedResume) -> Iterator[Job]:
    """Without entries, each line with a range of dates outside education opens a job that lasts to the
    next.
    """
    opens: list[tuple[int, DateRange]] = []
    for index, line in enumerate(resume.lines):
        if segmented.section_of_line(index) in (ResumeSection.EDUCATION, ResumeSection.CERTIFICATES):
            continue
        ranges = [item for item in find_ranges(resume.line_text(line)) if not item.point]
        if ranges and not _about_study(resume, index):
            opens.append((index, ranges[0]))
    for position, (index, item) in enumerate(opens):
        last = opens[position + 1][0] - 1 if position + 1 < len(opens) else len(resume.lines) - 1
        first = max(index - 1, opens[position - 1][0] + 1 if position else 0)
        start, end = resume.lines[first].start, resume.lines[max(last, index)].end
        line = resume.lines[index]
        yield Job(start, end, line.start, line.end, (item,), stems(resume.text[start:end]))


_STUDY = re.compile(
    r"\b(?:universit\w+|college|school|degree|bachelor\w*|master(?:['’]?s| of)|b\.?sc|m\.?sc|mba|ph\.?d"
    r"|diploma|gpa)\b",
    re.IGNORECASE,
)


def _about_study(resume: Document, index: int) -> bool:
    return any(_STUDY.search(resume.line_text(line)) for line in resume.lines[max(0, index - 1) : index + 2])


_BESIDE_SKILL = re.compile(
    r"(?P<what>[A-Za-z][\w+#./& -]{0,38}?)\s?[(:–-]{1,2}\s?(?P<years>\d{1,2})\s?\+?\s?(?:years?"
    r"|yrs?)(?:\s(?:of\s)?(?:exp\w*))?\b",
    re.IGNORECASE,
)


def _stated(resume: Document) -> Iterator[Stated]:
    """Statements of years, line by line; wrapped sentences are read with the line below."""
    reached = 0
    for index, line in enumerate(resume.lines):
        text = resume.line_text(line)
        if not re.search(r"year|yr|month", text, re.IGNORECASE):
            continue
        following = resume.lines[index + 1 : index + 2]
        window = resume.text[line.start : following[0].end] if following else text
        found = list(find_years(window.replace("\n", " "), line.start, listed=True, own=True))
        for need in found:
            if need.months and reached <= need.start < line.end:
                reached = need.end
                yield Stated(need.months, need.scope, need.start, need.end)
        if not found and (match := _BESIDE_SKILL.search(text)):
            yield Stated(
                int(match["years"]) * 12,
                match["what"].strip(),
                line.start + match.start(),
                line.start + match.end(),
            )


_UNTIL = re.compile(
    r"(?:exp(?:ires?|iry|iration|\.)?|valid\s(?:until|through|thru|to|till)|renew(?:s"
    r"|al)?)\b\W{0,3}(?:date\W{0,3}|on\s)?",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:in progress|pending|studying|pursuing|working towards?|preparing|scheduled|expected"
    r"|eligible for|candidate|part[- ]qualified"
    r"|finalist|student member|provisional|lapsed|inactive|former(?:ly)?)\b",
    re.IGNORECASE,
)


def _credentials(text: str) -> Iterator[Shown]:
    for held in find_credentials(text):
        line_start = text.rfind("\n", 0, held.start) + 1
        line_end = text.find("\n", held.end)
        line_end = len(text) if line_end < 0 else line_end
        after = text[held.end : line_end]
        expiry = _UNTIL.search(after)
        dates = find_ranges(after[expiry.end() :], bare_years=True) if expiry else ()
        pending = (
            _PENDING.search(text[max(line_start, held.start - 40) : min(line_end, held.end + 40)]) is not None
        )
        yield Shown(held.name, held.start, held.end, until=dates[0] if dates else None, pending=pending)


def _languages(resume: Document, segmented: SegmentedResume) -> Iterator[Shown]:
    for index, line in enumerate(resume.lines):
        listed = segmented.section_of_line(index) is ResumeSection.LANGUAGES
        text = resume.line_text(line)
        listed = listed or re.match(r"\W*languages?\s?(?:skills\s?)?[:–-]", text, re.IGNORECASE) is not None
        for spoken in find_spoken(text, listed=listed):
            yield Shown(
                spoken.name, line.start + spoken.start, line.start + spoken.end, fluency=spoken.fluency
            )
