"""Where the eye goes on page 1, and in which order: first the fields that are read, then what is scanned.

The fields and their order follow Ladders 2012 (vendor): name, current title, employer and dates, the previous
job's, education. The scan runs down the left edge (F-pattern, Nielsen Norman Group 2006), column by column.
Page 2 is not reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapcheck.document import Role
from gapcheck.glance.model import Kind, Stop
from gapcheck.glance.scene import FIRST_PAGE, Scene
from gapcheck.glance.settings import Settings
from gapcheck.segment.model import Entry, ResumePart, ResumeSection, Span

SCAN = "scan"
"""The block of everything that is scanned."""
_WORD = re.compile(r"\S+")
_CONTACT = re.compile(r"@|https?:|www\.|linkedin\.|github\.|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}", re.IGNORECASE)
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
    for number, job in enumerate(resume.jobs[:2]):
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
    newest = scene.resume.jobs[0].first_line if scene.resume.jobs else len(scene.document.lines)
    for part in scene.resume.parts:
        if part.section is ResumeSection.SUMMARY and part.first_line < newest:
            first = min(part.last_line, part.first_line + (part.heading_line is not None))
            line = scene.document.lines[first]
            yield _field(scene, Kind.SUMMARY, "summary", Span(line.start, line.end), settings.line_words)
            return


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
    """What the eye takes in down the left edge of page 1, line by line, whether read before or not.

    Headings, bold words and lists of skills in full; of other lines the first words. Contact details are
    passed over: they are not what the reader is looking for.
    """
    document = scene.document
    headings = {part.heading_line for part in scene.resume.parts}
    skills = _skill_lines(scene.resume.parts)
    for index, line in enumerate(document.lines):
        text = document.line_text(line)
        if line.page != FIRST_PAGE or line.role in (Role.HEADER, Role.FOOTER) or _CONTACT.search(text):
            continue
        words = words_between(document.text, line.start, line.end)
        if index in headings and index not in skills:
            yield Stop(Kind.HEADING, index, SCAN, words[: settings.line_words])
        elif index in skills:
            yield Stop(Kind.SKILLS, index, SCAN, words)
        else:
            edge = (
                word
                for place, word in enumerate(words)
                if place < settings.edge_words or word[0] in scene.bold
            )
            yield Stop(Kind.EDGE, index, SCAN, tuple(edge))


def _skill_lines(parts: Iterable[ResumePart]) -> set[int]:
    """Lines of skills; a line that is heading and list at once ("Skills: Python, SQL") among them."""
    return {
        index
        for part in parts
        if part.section is ResumeSection.SKILLS
        for index in range(part.first_line, part.last_line + 1)
        if index != part.heading_line or part.first_line == part.last_line
    }


def words_between(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
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
