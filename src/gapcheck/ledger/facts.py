"""What a resume shows for the ledger: dated jobs, stated years, degrees, credentials, languages,
clearances.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

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


@dataclass(frozen=True)  # no slots: each fact is looked for when a need first asks for it
class ResumeFacts:
    """Everything in a resume that a need can be judged by."""

    resume: Document
    segmented: SegmentedResume
    as_of: date

    @property
    def text(self) -> str:
        """The resume's text."""
        return self.resume.text

    @cached_property
    def _jobs(self) -> tuple[tuple[Job, ...], bool]:
        return find_jobs(self.resume, self.segmented)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Jobs, dated where the resume dates them."""
        return self._jobs[0]

    @property
    def guessed(self) -> bool:
        """Whether jobs were found by dates alone."""
        return self._jobs[1]

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """Years of experience that the resume claims in words."""
        return tuple(find_stated(self.resume))

    @cached_property
    def degrees(self) -> tuple[Degree, ...]:
        """Degrees, finished or not."""
        return find_resume_degrees(self.resume, self.segmented, self.as_of)

    @cached_property
    def credentials(self) -> tuple[Shown, ...]:
        """Certificates, licences and registrations."""
        return tuple(_credentials(self.resume))

    @cached_property
    def languages(self) -> tuple[Shown, ...]:
        """Languages spoken."""
        return tuple(_languages(self.resume, self.segmented))

    @cached_property
    def clearances(self) -> tuple[Shown, ...]:
        """Security clearances."""
        return tuple(_clearances(self.resume))

    @property
    def total_months(self) -> int:
        """Months worked in all, overlaps counted once."""
        return months_covered((item for job in self.jobs for item in job.ranges), self.as_of)

    def jobs_with(self, scope: str) -> tuple[Job, ...]:
        """Jobs whose title or text mentions a scope."""
        return tuple(job for job in self.jobs if scope_shown(scope, job.stems))


def find_facts(resume: Document, segmented: SegmentedResume, as_of: date) -> ResumeFacts:
    """What needs of any posting are judged by; each kind of fact is looked for once, when it is first wanted."""
    return ResumeFacts(resume, segmented, as_of)


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
