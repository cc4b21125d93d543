"""What segmentation finds: the parts of a posting and of a resume, as offsets into the document's text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PostingSection(StrEnum):
    """What a passage of a posting is about. Only the first five can hold keywords."""

    TITLE = "title"
    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    OTHER = "other"
    COMPANY = "company"
    BENEFITS = "benefits"
    LEGAL = "legal"
    APPLICATION = "application"
    HEADING = "heading"


class ResumeSection(StrEnum):
    """What a part of a resume is about."""

    HEADER = "header"
    SUMMARY = "summary"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    PROJECTS = "projects"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """Character offsets of a passage: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or list item of a posting; passages are in text order and do not overlap."""

    start: int
    end: int
    section: PostingSection


@dataclass(frozen=True, slots=True)
class SegmentedPosting:
    """A posting in passages. `title` is the job title as the posting states it, cleaned of level and place."""

    title: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ResumePart:
    """Consecutive lines `first_line..last_line` (inclusive, indexes into `Document.lines`) of one section.

    `heading_line` is the line that names the section, None for the header on top or where no heading stands.
    """

    section: ResumeSection
    first_line: int
    last_line: int
    heading_line: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One job or one course of study: its lines, and where title, employer (or school) and dates stand.

    For an entry of education, `title` is the degree and `employer` the school. `dates` is the text of the date
    range; the dates module parses it.
    """

    first_line: int
    last_line: int
    title: Span | None = None
    employer: Span | None = None
    dates: Span | None = None


@dataclass(frozen=True, slots=True)
class SegmentedResume:
    """A resume in parts. `jobs` and `studies` are in the order of the document."""

    name: Span | None
    headline: Span | None
    parts: tuple[ResumePart, ...]
    jobs: tuple[Entry, ...]
    studies: tuple[Entry, ...]

    def section_of_line(self, line: int) -> ResumeSection:
        """Section a line (index into `Document.lines`) belongs to."""
        for part in self.parts:
            if part.first_line <= line <= part.last_line:
                return part.section
        return ResumeSection.OTHER
