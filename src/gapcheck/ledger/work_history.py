"""The work history of a resume: jobs with their dates, and years it claims in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.dates import DateRange, find_ranges
from gapcheck.document import Document
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.wording import resume_lines, stems
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


def find_jobs(resume: Document, segmented: SegmentedResume) -> tuple[tuple[Job, ...], bool]:
    """The jobs in the order of the document, and whether they had to be guessed from dates alone."""
    jobs = tuple(_job(resume, entry) for entry in segmented.jobs)
    if any(job.ranges for job in jobs):
        return jobs, False
    guessed = tuple(_jobs_by_dates(resume, segmented))
    return (guessed, True) if guessed else (jobs, False)


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
    """Without entries, a line with a range of dates outside education opens a job that lasts to the next one."""
    opens: list[tuple[int, DateRange]] = []
    for index, _, text in resume_lines(resume):
        if segmented.section_of_line(index) in (ResumeSection.EDUCATION, ResumeSection.CERTIFICATES):
            continue
        ranges = [item for item in find_ranges(text) if not item.point]
        if ranges and not _about_study(resume, index):
            opens.append((index, ranges[0]))
    for position, (index, item) in enumerate(opens):
        last = opens[position + 1][0] - 1 if position + 1 < len(opens) else len(resume.lines) - 1
        first = max(index - 1, opens[position - 1][0] + 1 if position else 0)
        start, end = resume.lines[first].start, resume.lines[max(last, index)].end
        line = resume.lines[index]
        yield Job(start, end, line.start, line.end, (item,), stems(resume.text[start:end]))


_STUDY = Lazy(
    r"\b(?:universit\w+|college|school|degree|bachelor\w*|master(?:['’]?s| of)|b\.?sc|m\.?sc|mba|ph\.?d"
    r"|diploma|gpa)\b",
    re.IGNORECASE,
)


def _about_study(resume: Document, index: int) -> bool:
    return any(_STUDY.search(resume.line_text(line)) for line in resume.lines[max(0, index - 1) : index + 2])


_BESIDE_SKILL = Lazy(
    r"(?P<what>[A-Za-z][\w+#./& -]{0,38}?)\s?[(:–-]{1,2}\s?(?P<years>\d{1,2})\s?\+?\s?(?:years?"
    r"|yrs?)(?:\s(?:of\s)?(?:exp\w*))?\b",
    re.IGNORECASE,
)


def find_stated(resume: Document) -> Iterator[Stated]:
    """Statements of years, line by line; wrapped sentences are read with the line below."""
    reached = 0
    for index, line, text in resume_lines(resume):
        if not re.search(r"year|yr|month", text, re.IGNORECASE):
            continue
        following = resume.lines[index + 1 : index + 2]
        window = (
            resume.text[line.start : min(following[0].end, line.start + 2 * len(text))] if following else text
        )
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
