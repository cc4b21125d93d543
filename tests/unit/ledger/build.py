"""Documents and segmented values made by hand for the tests of the ledger."""

from __future__ import annotations

import re
from datetime import date

from gapcheck.document import Document, Format, Line
from gapcheck.ledger import judge
from gapcheck.report import Requirement
from gapcheck.segment.model import (
    Entry,
    Passage,
    PostingSection,
    ResumePart,
    ResumeSection,
    SegmentedPosting,
    SegmentedResume,
)

AS_OF = date(2026, 6, 15)

_SECTIONS = {
    "SUMMARY": ResumeSection.SUMMARY,
    "EXPERIENCE": ResumeSection.EXPERIENCE,
    "EDUCATION": ResumeSection.EDUCATION,
    "LANGUAGES": ResumeSection.LANGUAGES,
    "CERTIFICATES": ResumeSection.CERTIFICATES,
    "SKILLS": ResumeSection.SKILLS,
}


def document(text: str) -> Document:
    lines = tuple(Line(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text))
    return Document("made by hand", Format.TEXT, "0" * 64, text, lines)


def passages(text: str, section: PostingSection = PostingSection.REQUIRED) -> tuple[Passage, ...]:
    return tuple(Passage(match.start(), match.end(), section) for match in re.finditer(r"[^\n]+", text))


def segmented(resume: Document, *, entries: bool = True) -> SegmentedResume:
    """Parts by headings in capitals; in experience and education a line that starts with "*" opens an entry."""
    parts: list[ResumePart] = []
    jobs: list[Entry] = []
    studies: list[Entry] = []
    heading, section = 0, ResumeSection.HEADER
    for index, line in enumerate(resume.lines):
        text = resume.line_text(line)
        if text in _SECTIONS:
            parts.append(ResumePart(section, heading, max(heading, index - 1)))
            heading, section = index, _SECTIONS[text]
        elif entries and section in (ResumeSection.EXPERIENCE, ResumeSection.EDUCATION):
            found = jobs if section is ResumeSection.EXPERIENCE else studies
            if text.startswith("*"):
                found.append(Entry(index, index))
            elif found:
                found[-1] = Entry(found[-1].first_line, index)
    parts.append(ResumePart(section, heading, len(resume.lines) - 1))
    return SegmentedResume(None, None, tuple(parts), tuple(jobs), tuple(studies))


def ledger(posting: str, resume: str, *, entries: bool = True) -> tuple[Requirement, ...]:
    """Judge a posting of requirements, one a line, by a resume."""
    asked, shown = document(posting), document(resume)
    return judge(
        asked,
        SegmentedPosting(None, passages(posting)),
        shown,
        segmented(shown, entries=entries),
        as_of=AS_OF,
    )


def only(posting: str, resume: str, *, entries: bool = True) -> Requirement:
    """The single line of the ledger."""
    (line,) = ledger(posting, resume, entries=entries)
    return line
