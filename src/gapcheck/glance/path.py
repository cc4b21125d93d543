"""Where the eye goes on page 1, and in which order: first the fields that are read, then what is scanned.

The fields and their order follow Ladders 2012 (vendor): name, current title, employer and dates, the previous
job's, education. The scan goes over the page's structure, the skills, and down the left edge (F-pattern, Nielsen
Norman Group 2006), each column by column. Page 2 is not reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from gapcheck.document import Document, Role
from gapcheck.glance.model import Kind, Stop
from gapcheck.glance.scene import FIRST_PAGE, Scene
from gapcheck.glance.settings import Settings
from gapcheck.same import Same
from gapcheck.segment.model import Entry, ResumePart, ResumeSection, Span
from gapcheck.segment.resume_headings import section_of_resume_heading

Words = tuple[tuple[int, int], ...]
"""Offsets of words, in text order."""

READ_JOBS = 2
"""Jobs of which the fields are read: the current and the previous one (Ladders 2012, vendor)."""
SCAN = "scan"
"""The block of everything that is scanned."""
_WORD = re.compile(r"\S+")
_CONTACT = re.compile(r"@|https?:|www\.|linkedin\.|github\.|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}", re.IGNORECASE)
_MARGIN = frozenset({Role.HEADER, Role.FOOTER})
_LETTER = re.compile(r"[^\W_]")


def reading_path(scene: Scene, settings: Settings) -> tuple[Stop, ...]:
    """Fields of page 1 that are read, in the order in which the eye visits them."""
    stops = (stop for stop in _fields(scene, settings) if stop.words)
    return tuple(stop for stop in stops if scene.document.lines[stop.line].page == FIRST_PAGE)


def _fields(scene: Scene, settings: Settings) -> Iterator[Stop]:
    resume = scene.resume
    if resume.name is not None:
        yield _field(scene, Kind.NAME, "header", resume.name, settings.field_words)
    if resume.headline is not None:
        yield _field(scene, Kind.HEADLINE, "header", resume.headline, settings.line_words)
    yield from _summary(scene, settings)
    for number, job in enumerate(resume.jobs[:READ_JOBS]):
        yield from _job(scene, f"job {number}", job, settings)
    for study in resume.studies[:1]:
        yield from _study(scene, study, settings)


def _field(scene: Scene, kind: Kind, block: str, span: Span, most: int) -> Stop:
    """A stop at one field; of a long one its first `most` words, those in mind not counted."""
    words: list[tuple[int, int]] = []
    counted = 0
    for word in words_between(scene.document.text, *_whole_words(scene.document.text, span)):
        counted += word[0] not in scene.in_mind
        if counted > most:
            break
        words.append(word)
    return Stop(kind, scene.document.line_index(span.start), block, tuple(words))


def _whole_words(text: str, span: Span) -> tuple[int, int]:
    """The span with the brackets and commas that stand tight against its first and last word."""
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _summary(scene: Scene, settings: Settings) -> Iterator[Stop]:
    """The first line of a summary that stands above the newest job."""
    for index in _summary_lines(scene):
        line = scene.document.lines[index]
        yield _field(scene, Kind.SUMMARY, "summary", Span(line.start, line.end), settings.line_words)
        return


def _summary_lines(scene: Scene) -> Iterator[int]:
    """Lines of summaries above the newest job, but for contact details and headings that stand alone."""
    lines = scene.document.lines
    newest = scene.resume.jobs[0].first_line if scene.resume.jobs else len(lines)
    for part in scene.resume.parts:
        if part.section is not ResumeSection.SUMMARY or part.first_line >= newest:
            continue
        for index in range(part.first_line, part.last_line + 1):
            text = scene.document.line_text(lines[index])
            bare = index == part.heading_line and section_of_resume_heading(text, formatted=True)
            if not bare and not _is_contact(text):
                yield index


def _job(scene: Scene, block: str, job: Entry, settings: Settings) -> Iterator[Stop]:
    """Title, employer and dates; of a job of which neither title nor employer is recognised its first
    line."""
    line = scene.document.lines[job.first_line]
    if job.title is None and job.employer is None:
        yield _field(scene, Kind.TITLE, block, Span(line.start, line.end), settings.field_words)
    fields = ((Kind.TITLE, job.title), (Kind.EMPLOYER, job.employer), (Kind.DATES, job.dates))
    for kind, span in fields:
        if span is not None:
            yield _field(scene, kind, block, span, settings.field_words)


def _study(scene: Scene, study: Entry, settings: Settings) -> Iterator[Stop]:
    """Degree and school of the first course; its first line where neither is recognised."""
    line = scene.document.lines[study.first_line]
    spans = [span for span in (study.title, study.employer) if span is not None]
    for span in spans or [Span(line.start, line.end)]:
        yield _field(scene, Kind.EDUCATION, "education", span, settings.field_words)


def scanning_path(scene: Scene, settings: Settings) -> Iterator[Stop]:
    """What the eye takes in of page 1 besides the fields, whether read before or not.

    First the page's structure, headings and the titles of jobs, in full; then, its heading seen, the list of
    skills in full; then the left edge: the first words and the bold words of all other lines, those about jobs
    first. Eyes go from heading to heading and pass over what is below until one promises what they look for
    ("layer cake"), or run down the left edge (F-pattern): Nielsen Norman Group 2019, Text Scanning Patterns;
    Ladders 2018 (vendor) saw the same on resumes. Contact details are passed over: nobody looks for them.
    """
    lines = _lines_to_scan(Same(scene.document))
    headings = {part.heading_line for part in scene.resume.parts}
    skills = _skill_lines(scene.resume.parts)
    titles = _title_stops(scene, settings)
    for index in lines:
        if index in headings and index not in skills:
            yield Stop(Kind.HEADING, index, SCAN, _words_of(scene.document, index)[: settings.line_words])
        yield from titles.get(index, ())
    for index in lines:
        if index in skills:
            yield Stop(Kind.SKILLS, index, SCAN, _words_of(scene.document, index))
    jobs = _job_lines(scene.resume.parts)
    for index in sorted(lines, key=lambda index: index not in jobs):
        if index not in headings and index not in skills:
            words = _words_of(scene.document, index)
            yield Stop(Kind.EDGE, index, SCAN, tuple(_edge(words, scene, settings)))


@lru_cache(maxsize=64)
def _lines_to_scan(document: Same[Document]) -> tuple[int, ...]:
    lines = enumerate(document.value.lines)
    on_page = [(index, line) for index, line in lines if line.page == FIRST_PAGE and line.role not in _MARGIN]
    return tuple(index for index, line in on_page if not _is_contact(document.value.line_text(line)))


@lru_cache(maxsize=4096)
def _is_contact(text: str) -> bool:
    """Whether a line holds details of contact; remembered, for a resume is looked at again and again."""
    return _CONTACT.search(text) is not None


def _words_of(document: Document, index: int) -> Words:
    """Words of a line; asked for only where the eye gets to before time is out."""
    return _words_of_line(Same(document), index)


@lru_cache(maxsize=4096)
def _words_of_line(document: Same[Document], index: int) -> Words:
    line = document.value.lines[index]
    return words_between(document.value.text, line.start, line.end)


def _title_stops(scene: Scene, settings: Settings) -> Mapping[int, Sequence[Stop]]:
    """Titles of jobs by the line they stand on."""
    stops: dict[int, list[Stop]] = {}
    for job in scene.resume.jobs:
        if job.title is not None:
            stop = _field(scene, Kind.TITLE, SCAN, job.title, settings.field_words)
            stops.setdefault(stop.line, []).append(stop)
    return stops


def _edge(words: Words, scene: Scene, settings: Settings) -> Iterator[tuple[int, int]]:
    for place, word in enumerate(words):
        if place < settings.edge_words or word[0] in scene.bold:
            yield word


def _skill_lines(parts: Iterable[ResumePart]) -> set[int]:
    """Lines of skills; a line that is heading and list at once ("Skills: Python, SQL") among them."""
    return {
        index
        for part in parts
        if part.section is ResumeSection.SKILLS
        for index in range(part.first_line, part.last_line + 1)
        if index != part.heading_line or part.first_line == part.last_line
    }


def _job_lines(parts: Iterable[ResumePart]) -> set[int]:
    return {
        index
        for part in parts
        if part.section is ResumeSection.EXPERIENCE
        for index in range(part.first_line, part.last_line + 1)
    }


def words_between(text: str, start: int, end: int) -> Words:
    """Offsets of the words of `text[start:end]`; a mark that stands alone ("&", "-") belongs to the word
    before."""
    words: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word.isalnum() or _LETTER.search(word):
            words.append(match.span())
        elif words:
            words[-1] = (words[-1][0], match.end())
    return tuple(words)
