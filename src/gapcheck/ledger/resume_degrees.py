"""Degrees a resume shows: level, what was studied, and whether they are finished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gapcheck.dates import DateRange, find_ranges
from gapcheck.document import Document
from gapcheck.ledger.degree_words import find_degree_words
from gapcheck.ledger.model import Level
from gapcheck.segment.model import ResumeSection, SegmentedResume

_UNFINISHED = re.compile(
    r"\b(?:in progress|ongoing|pursuing|candidate|expected|anticipated|projected|incomplete"
    r"|not completed|coursework (?:towards?|completed)"
    r"|some college|currently (?:enrolled|studying)|towards?|withdrew|unfinished|credits? (?:towards?"
    r"|completed)|studying)\b",
    re.IGNORECASE,
)

# A name, a headline and a summary carry degrees too ("Jane Roe, MBA"); a job's text tells of others' degrees.
_SPOKEN_OF = frozenset({ResumeSection.EXPERIENCE, ResumeSection.PROJECTS, ResumeSection.SKILLS})


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
    for index, line in enumerate(resume.lines):
        section = segmented.section_of_line(index)
        region = _region(resume, segmented, index)
        studied = section is ResumeSection.EDUCATION or region is not None
        if not studied and section in _SPOKEN_OF and has_education:
            continue
        text = resume.line_text(line)
        for word in find_degree_words(text, lenient=studied):
            plain = text[word.start : word.end].lower() in ("degree", "degrees")
            if plain and not studied:
                continue
            first, last = region or (line.start, _next_end(resume, index))
            about = (
                f"{text} {word.field or ''}"
                if region is None
                else f"{resume.text[first:last]} {word.field or ''}"
            )
            yield _degree(
                resume.text[first:last],
                about,
                word.level,
                line.start + word.start,
                line.start + word.end,
                as_of,
            )


def _region(resume: Document, segmented: SegmentedResume, index: int) -> tuple[int, int] | None:
    for entry in segmented.studies:
        if entry.first_line <= index <= entry.last_line:
            return resume.lines[entry.first_line].start, resume.lines[entry.last_line].end
    return None


def _next_end(resume: Document, index: int) -> int:
    """End of the line below: dates often stand there."""
    return resume.lines[min(index + 1, len(resume.lines) - 1)].end


def _degree(region: str, about: str, level: Level, start: int, end: int, as_of: date) -> Degree:
    ranges = find_ranges(region, bare_years=True)
    last = _last(ranges)
    today = as_of.year * 12 + as_of.month - 1
    later = last is not None and (last.end is None or last.expected or _month(last) > today)
    finished = not later and _UNFINISHED.search(region) is None
    ready = (
        None if last is None or last.end is None else str(last.end.year if last.end_year_only else last.end)
    )
    return Degree(level, about, start, end, finished, ready)


def _month(item: DateRange) -> int:
    """The latest a range can end; a bare year counts as its beginning, so that this year's degree is
    finished.
    """
    assert item.end is not None  # noqa: S101 - callers ask for ended ranges only
    return item.end.year * 12 if item.end_year_only else item.end.index


def _last(ranges: tuple[DateRange, ...]) -> DateRange | None:
    return max(ranges, key=lambda item: (item.end is None, item.end.index if item.end else 0), default=None)
