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
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Clearance, Fluency
from gapcheck.ledger.resume_degrees import Degree, find_resume_degrees
from gapcheck.ledger.scope import scope_shown
from gapcheck.ledger.wording import resume_lines
from gapcheck.ledger.work_history import Job, Stated, find_jobs, find_stated
from gapcheck.segment.model import ResumeSection, SegmentedResume


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
    jobs, guessed = find_jobs(resume, segmented)
    return ResumeFacts(
        resume.text,
        as_of,
        jobs,
        guessed,
        tuple(find_stated(resume)),
        find_resume_degrees(resume, segmented, as_of),
        tuple(_credentials(resume)),
        tuple(_languages(resume, segmented)),
        tuple(_clearances(resume)),
    )


_UNTIL = Lazy(
    r"(?:exp(?:ires?|iry|iration|\.)?|valid\s(?:until|through|thru|to|till)|renew(?:s"
    r"|al)?)\b\W{0,3}(?:date\W{0,3}|on\s)?",
    re.IGNORECASE,
)
_PENDING = Lazy(
    r"\b(?:in progress|pending|studying|pursuing|working towards?|preparing|scheduled|expected"
    r"|eligible for|candidate|part[- ]qualified"
    r"|finalist|student member|provisional|lapsed|inactive|former(?:ly)?)\b",
    re.IGNORECASE,
)


def _credentials(resume: Document) -> Iterator[Shown]:
    for _, line, text in resume_lines(resume):
        for held in find_credentials(text):
            after = text[held.end :]
            expiry = _UNTIL.search(after)
            dates = find_ranges(after[expiry.end() : expiry.end() + 40], bare_years=True) if expiry else ()
            pending = _PENDING.search(text[max(0, held.start - 40) : held.end + 40]) is not None
            until = dates[0] if dates else None
            yield Shown(
                held.name, line.start + held.start, line.start + held.end, until=until, pending=pending
            )


def _clearances(resume: Document) -> Iterator[Shown]:
    for _, line, text in resume_lines(resume):
        for need in find_clearance(text, line.start, demanded=False):
            yield Shown(need.label, need.start, need.end, clearance=need.clearance, pending=need.obtainable)


def _languages(resume: Document, segmented: SegmentedResume) -> Iterator[Shown]:
    for index, line, text in resume_lines(resume):
        listed = segmented.section_of_line(index) is ResumeSection.LANGUAGES
        listed = listed or re.match(r"\W*languages?\s?(?:skills\s?)?[:–-]", text, re.IGNORECASE) is not None
        for spoken in find_spoken(text, listed=listed):
            yield Shown(
                spoken.name, line.start + spoken.start, line.start + spoken.end, fluency=spoken.fluency
            )
