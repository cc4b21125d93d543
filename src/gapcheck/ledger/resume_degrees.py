"""Degrees a resume shows: level, what was studied, and whether they are finished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from gapcheck.dates import DateRange, Month, find_ranges
from gapcheck.document import Document
from gapcheck.ledger.degree_words import find_degree_words
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Level
from gapcheck.ledger.wording import LONGEST_LINE, resume_lines
from gapcheck.segment.model import ResumeSection, SegmentedResume

_UNFINISHED = Lazy(
    r"\b(?:in progress|ongoing|pursuing|candidate|expected|anticipated|projected|incomplete"
    r"|not completed|coursework (?:towards?|completed)"
    r"|some college|currently (?:enrolled|studying)|towards?|withdrew|unfinished|credits? (?:towards?"
    r"|completed)|studying)\b",
    re.IGNORECASE,
)

# A name, a headline and a summary carry degrees too ("Jane Roe, MBA"); a job's text tells of others' degrees.
_SPOKEN_OF = frozenset({ResumeSection.EXPERIENCE, ResumeSection.PROJECTS, ResumeSection.SKILLS})


# More than this is a table of contents, not one person's education.
MOST_ON_A_LINE = 6


@dataclass(frozen=True, slots=True)
class Degree:
    """One degree. `about` is the text that tells the field; `ready` the month it is or will be finished."""

    level: Level
    about: str
    start: int
    end: int
    finished: bool
    ready: str | None = None


def find_resume_degrees(resume: Document, segmented: SegmentedResume, as_of: date) -> tuple[Degree, ...]:
    """Degrees in text order, from the education entries, else from all text that is not about jobs."""
    return tuple(_degrees(resume, segmented, as_of))


def _degrees(resume: Document, segmented: SegmentedResume, as_of: date) -> Iterator[Degree]:
    known = {part.section for part in segmented.parts}
    has_education = ResumeSection.EDUCATION in known or bool(segmented.studies)
    for index, line, text in resume_lines(resume):
        section = segmented.section_of_line(index)
        entry = _entry(resume, segmented, index)
        studied = section is ResumeSection.EDUCATION or entry is not None
        if not studied and section in _SPOKEN_OF and has_education:
            continue
        found = list(islice(find_degree_words(text, lenient=studied), MOST_ON_A_LINE))
        if not found:
            continue
        finished, ready = _finished(entry or resume.text[line.start : _next_end(resume, index)], as_of)
        for word in found:
            if studied or text[word.start : word.end].lower() not in ("degree", "degrees"):
                start, end = line.start + word.start, line.start + word.end
                yield Degree(word.level, f"{entry or text} {word.field or ''}", start, end, finished, ready)


def _entry(resume: Document, segmented: SegmentedResume, index: int) -> str | None:
    """Text of the entry of education a line belongs to."""
    for entry in segmented.studies:
        if entry.first_line <= index <= entry.last_line:
            start = resume.lines[entry.first_line].start
            return resume.text[start : min(resume.lines[entry.last_line].end, start + LONGEST_LINE)]
    return None


def _next_end(resume: Document, index: int) -> int:
    """End of the line below: dates often stand there."""
    line = resume.lines[index]
    return min(resume.lines[min(index + 1, len(resume.lines) - 1)].end, line.start + LONGEST_LINE)


def _finished(region: str, as_of: date) -> tuple[bool, str | None]:
    """Whether a course is finished, and the month or year it is or will be."""
    last = _last(find_ranges(region, bare_years=True))
    today = as_of.year * 12 + as_of.month - 1
    later = last is not None and (last.end is None or last.expected or _month(last.end, last) > today)
    ready = (
        None if last is None or last.end is None else str(last.end.year if last.end_year_only else last.end)
    )
    return not later and _UNFINISHED.search(region) is None, ready


def _month(end: Month, item: DateRange) -> int:
    """The month a range ends; a bare year counts from its beginning, so that this year's degree is finished."""
    return end.year * 12 if item.end_year_only else end.index


def _last(ranges: tuple[DateRange, ...]) -> DateRange | None:
    return max(ranges, key=lambda item: (item.end is None, item.end.index if item.end else 0), default=None)
