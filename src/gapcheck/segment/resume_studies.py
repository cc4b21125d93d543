"""Courses of study: degree, school and dates, in any order and on any number of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gapcheck.segment.model import Entry, ResumePart, ResumeSection, Span
from gapcheck.segment.resume_lines import LineFacts, any_of

DEGREE = any_of(
    r"""
    bachelors?|masters?|associates?|doctor(?:ate|al)?|diploma|ph\.?\s?d|d\.?phil|m\.?\s?phil|mba|m\.b\.a|ged|g\.e\.d
    |b\.?\s?(?:sc?|a|tech|eng|e|com|ed|f\.?a|b\.?a|n|arch|mus)|m\.?\s?(?:sc?|a|tech|eng|ed|f\.?a|s\.?w|p\.?h|arch)
    |a\.?\s?a\.?\s?s?|j\.?\s?d|m\.?\s?d|ll\.?\s?[bm]|bsn|msn|dnp|adn|a-?levels?|gcses?|hnd|hnc|btec|nvq|pgce|pgdip
    |foundation degree|certificate|major|minor|honou?rs degree|licentiate|high school|secondary school
    |graduate studies|coursework|program(?:me)?
    """,
    r"\b{}(?![\w&])\.?",
)
_SHORT_FORM = re.compile(r"[A-Za-z](?:\.?\s?[A-Za-z]){0,3}\.?")
SCHOOL = re.compile(
    r"\b(?:university|universit\w+|college|institute|school|academy|polytechnic|conservator\w+|faculty|seminary|lyc[eé]e|tech"
    r"|bootcamp|campus|assembly)\b|\bUC\b",
    re.IGNORECASE,
)


_SCHOOL_DEGREE = re.compile(
    r"high school (?:diploma|graduate|equivalen)|school (?:diploma|certificate)", re.IGNORECASE
)


@dataclass(slots=True)
class _Open:
    """The course being put together."""

    first_line: int
    last_line: int
    degree: Span | None = None
    school: Span | None = None
    dates: Span | None = None
    spare: list[Span] = field(default_factory=list)

    def closed(self) -> Entry:
        school = self.school or (self.spare[0] if self.spare else None)
        return Entry(self.first_line, self.last_line, self.degree, school, self.dates)


def find_studies(facts: Sequence[LineFacts], parts: Sequence[ResumePart], text: str) -> tuple[Entry, ...]:
    """Courses of all parts about education, in the order of the document."""
    studies: list[Entry] = []
    for part in parts:
        if part.section is ResumeSection.EDUCATION:
            studies.extend(_studies_in(_content(part, facts), text))
    return tuple(studies)


def _content(part: ResumePart, facts: Sequence[LineFacts]) -> list[LineFacts]:
    lines = list(facts[part.first_line : part.last_line + 1])
    if part.heading_line is None or (lines and lines[0].words > 3):
        return lines
    return lines[1:]


def _studies_in(lines: Iterable[LineFacts], text: str) -> list[Entry]:
    """A new course begins with a line that brings a degree, school or date the open course already has."""
    courses: list[_Open] = []
    for item in lines:
        found = _found_in(item, text)
        current = courses[-1] if courses else None
        if current is None or (not item.bullet and _repeats(current, found)):
            current = _Open(item.index, item.index)
            courses.append(current)
        current.last_line = item.index
        if not item.bullet or not (current.degree or current.school):
            _fill(current, found)
    return [course.closed() for course in courses if course.degree or course.school or course.dates]


def _found_in(item: LineFacts, text: str) -> _Open:
    found = _Open(item.index, item.index)
    if not (item.prose and item.words > 25):
        for piece in item.pieces:
            _sort_in(found, piece, text)
        found.dates = item.date_span
    return found


def _sort_in(found: _Open, piece: Span, text: str) -> None:
    words = text[piece.start : piece.end]
    degree = _is_degree(words)
    if SCHOOL.search(words) and not (degree and found.school) and not _only_degree(words):
        found.school = found.school or piece
    elif degree:
        found.degree = found.degree or piece
    elif (
        words[:1].isupper()
        and len(words) > 2
        and not words.casefold().startswith(("gpa", "overall", "expected"))
    ):
        found.spare.append(piece)


def _is_degree(words: str) -> bool:
    """Whether a piece names a degree; short forms ("MA", "BE") only with a capital, unlike "as" and "be"."""
    for match in DEGREE.finditer(words):
        short = (
            _SHORT_FORM.fullmatch(match.group()) and len(match.group().replace(".", "").replace(" ", "")) <= 3
        )
        if not short or match.group()[0].isupper():
            return True
    return False


def _only_degree(words: str) -> bool:
    """Whether a school word is part of a degree: "High School Diploma"."""
    return bool(
        re.search(
            r"high school (?:diploma|graduate|equivalen)|school (?:diploma|certificate)", words, re.IGNORECASE
        )
    )


def _repeats(current: _Open, found: _Open) -> bool:
    return bool(
        (current.degree and found.degree)
        or (current.school and found.school)
        or (current.dates and found.dates and (current.degree or current.school or current.spare))
    )


def _fill(current: _Open, found: _Open) -> None:
    current.degree = current.degree or found.degree
    current.school = current.school or found.school
    current.dates = current.dates or found.dates
    current.spare.extend(found.spare)
