"""Small changes of a resume made on a copy, so that the reader can be run again on the changed page.

A change of the text moves everything behind it: offsets of lines, words, parts, entries and mentions, and the
boxes of what stands below it on the page. What no longer fits on page 1 goes to page 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gapcheck.document import Box, Document, Line
from gapcheck.glance.scene import KeywordView, Scene, word_starts
from gapcheck.same import Same
from gapcheck.segment.model import Entry, ResumePart, ResumeSection, SegmentedResume, Span

FOOT = 18.0
"""Points at the foot of a page that hold no text."""
LETTER_WIDTH = 0.5
"""Width of an average letter in font sizes."""
LEADING = 1.25
"""Height of a line in font sizes."""
DEFAULT_SIZE = 10.0
"""Font size, in points, of text whose size is unknown."""
JOIN = " | "
"""What separates things on a headline."""


@dataclass(frozen=True, slots=True)
class _Shift:
    """How offsets and line numbers change: `text[start:end]` gave way to `grow` characters, lines to
    lines."""

    start: int
    end: int
    grow: int
    line: int
    lines: int

    def offset(self, old: int) -> int:
        """New offset of a character that was at `old`; what was taken out collapses to one point."""
        if old < self.start or (old == self.start and self.lines == 0):
            return old
        return max(self.start, old - (self.end - self.start)) + self.grow if old >= self.end else self.start

    def row(self, old: int) -> int:
        """New index of a line; a line that was taken out gives the one before it."""
        if old < self.line:
            return old
        return old + self.lines if old + self.lines >= self.line else max(0, self.line - 1)

    def span(self, old: Span | None) -> Span | None:
        """New offsets of a span, None when nothing of it is left."""
        if old is None:
            return None
        new = Span(self.offset(old.start), self.offset(old.end))
        return new if new.end > new.start else None


def add_to_headline(scene: Scene, phrases: Sequence[str]) -> tuple[Scene, tuple[Span, ...]]:
    """Write phrases on the line under the name, behind what stands there; without such a line, make one.

    Returns the changed scene and the offsets of each phrase in it.
    """
    headline, name = scene.resume.headline, scene.resume.name
    written = JOIN.join(phrases)
    if headline is not None:
        start = headline.end + len(JOIN)
        changed = _append(scene, headline.end, JOIN + written)
        whole = Span(headline.start, start + len(written))
    else:
        row = 0 if name is None else scene.document.line_index(max(name.start, name.end - 1)) + 1
        start = scene.document.lines[row - 1].end + 1 if row else 0
        changed = _new_line(scene, row, written)
        whole = Span(start, start + len(written))
    return _with_headline(changed, whole), _spans(start, phrases)


def _spans(start: int, phrases: Sequence[str]) -> tuple[Span, ...]:
    spans = []
    for phrase in phrases:
        spans.append(Span(start, start + len(phrase)))
        start += len(phrase) + len(JOIN)
    return tuple(spans)


def drop_lines(scene: Scene, first: int, last: int) -> Scene:
    """Take lines `first..last` out; what stands below them on the page moves up."""
    document, shift = _without_lines(Same(scene.document), first, last)
    return _changed(scene, shift, document)


@lru_cache(maxsize=64)
def _without_lines(same: Same[Document], first: int, last: int) -> tuple[Document, _Shift]:
    lines = same.value.lines
    start = lines[first].start
    end = lines[last + 1].start if last + 1 < len(lines) else lines[last].end
    shift = _Shift(start, end, 0, first, -(last - first + 1))
    upper, lower = lines[first].box, lines[last].box
    rise = lower.y1 - upper.y0 if upper and lower else 0.0
    kept = [
        _shifted(line, shift, lines[last], -rise)
        for index, line in enumerate(lines)
        if not first <= index <= last
    ]
    return _rewritten(same.value, shift, "", _on_pages(same.value, kept)), shift


def mention_at(scene: Scene, term: str, span: Span) -> Scene:
    """Note that a span shows a keyword the reader has in mind."""
    keywords = tuple(
        replace(item, mentions=((span.start, span.end), *item.mentions)) if item.term == term else item
        for item in scene.keywords
    )
    starts = word_starts(scene.document.text, span.start, span.end)
    return replace(scene, keywords=keywords, in_mind=scene.in_mind.union(starts))


def _with_headline(scene: Scene, span: Span) -> Scene:
    return replace(scene, resume=replace(scene.resume, headline=span))


def _append(scene: Scene, at: int, text: str) -> Scene:
    """Write text into a line, behind the word that ends at `at`."""
    row = scene.document.line_index(at)
    shift = _Shift(at, at, len(text), row, 0)
    return _changed(
        scene, shift, _rewritten(scene.document, shift, text, _longer(Same(scene.document), shift))
    )


@lru_cache(maxsize=256)
def _longer(same: Same[Document], shift: _Shift) -> tuple[Line, ...]:
    """The lines with that of the shift so much longer: where they stand depends on the length alone."""
    lines = [_shifted(line, shift, line, 0.0) for line in same.value.lines]
    old = same.value.lines[shift.line]
    lines[shift.line] = replace(old, end=old.end + shift.grow, box=_wider(old, shift.grow))
    return _on_pages(same.value, lines)


def _new_line(scene: Scene, row: int, text: str) -> Scene:
    """Put a line of text before line `row`, in the look of ordinary text."""
    lines = scene.document.lines
    last = row == len(lines)
    at = len(scene.document.text) if last else lines[row].start
    shift = _Shift(at, at, len(text) + 1, row, 1)
    written = "\n" + text if last else text + "\n"
    return _changed(
        scene, shift, _rewritten(scene.document, shift, written, _spread(Same(scene.document), shift))
    )


@lru_cache(maxsize=256)
def _spread(same: Same[Document], shift: _Shift) -> tuple[Line, ...]:
    """The lines with a new one, as long as the shift has it; see `_longer`."""
    lines, row, letters = same.value.lines, shift.line, shift.grow - 1
    near = lines[max(0, row - 1)]
    size = DEFAULT_SIZE if near.box else None
    height = LEADING * DEFAULT_SIZE if near.box else 0.0
    moved = [_shifted(line, shift, near, height) for line in lines]
    box = near.box and Box(near.box.x0, near.box.y1, near.box.x0, near.box.y1 + height)
    start = shift.start + (row == len(lines))
    new = Line(start, start + letters, near.page, near.block, near.column, box=box, size=size)
    new = replace(new, box=_wider(new, letters))
    return _on_pages(same.value, [*moved[:row], new, *moved[row:]])


def _shifted(line: Line, shift: _Shift, edge: Line, down: float) -> Line:
    """A line at its new offsets; one that stands below `edge` in its column is `down` points lower."""
    if line.end < shift.start:
        return line
    box = line.box
    if box and edge.box and line.page == edge.page and box.y0 >= edge.box.y1 - 1 and _same_column(line, edge):
        box = Box(box.x0, box.y0 + down, box.x1, box.y1 + down)
    start, end = shift.offset(line.start), shift.offset(line.end)
    return Line(start, end, line.page, line.block, line.column, line.role, box, line.size, line.bold)


def _same_column(line: Line, edge: Line) -> bool:
    return line.column == edge.column or 0 in (line.column, edge.column)


def _wider(line: Line, letters: int) -> Box | None:
    box = line.box
    return box and Box(box.x0, box.y0, box.x1 + letters * LETTER_WIDTH * (line.size or DEFAULT_SIZE), box.y1)


def _on_pages(document: Document, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that now stand below the foot of page 1 on page 2."""
    foot = document.page_sizes[0][1] - FOOT if document.page_sizes else float("inf")
    return tuple(replace(line, page=2) if _below(line, foot) else line for line in lines)


def _rewritten(old: Document, shift: _Shift, text: str, lines: tuple[Line, ...]) -> Document:
    """The document with `text` in the place of `shift.start..shift.end`, and `lines` at their new offsets.

    The copy leaves out what the reader does not need: words (but which are bold) and the parser's view, which
    is costly where it is worked out on demand.
    """
    return Document(
        source=old.source,
        format=old.format,
        sha256=old.sha256,
        text=old.text[: shift.start] + text + old.text[shift.end :],
        lines=lines,
        pages=old.pages,
        page_sizes=old.page_sizes,
    )


def _changed(scene: Scene, shift: _Shift, document: Document) -> Scene:
    """The scene with its changed document and everything else at its new offsets."""
    return Scene(
        document,
        _resume(Same(scene.resume), shift),
        tuple(_keyword(keyword, shift) for keyword in scene.keywords),
        scene.titles,
        frozenset(map(shift.offset, scene.bold)),
        frozenset(map(shift.offset, scene.in_mind)),
    )


def _below(line: Line, foot: float) -> bool:
    return line.page == 1 and line.box is not None and line.box.y1 > foot


def _keyword(keyword: KeywordView, shift: _Shift) -> KeywordView:
    if not keyword.mentions:
        return keyword
    kept = (shift.span(Span(*mention)) for mention in keyword.mentions)
    return replace(keyword, mentions=tuple((span.start, span.end) for span in kept if span))


@lru_cache(maxsize=256)
def _resume(same: Same[SegmentedResume], shift: _Shift) -> SegmentedResume:
    resume = same.value
    return SegmentedResume(
        name=shift.span(resume.name),
        headline=shift.span(resume.headline),
        parts=_parts(resume.parts, shift),
        jobs=tuple(_entry(entry, shift) for entry in resume.jobs),
        studies=tuple(_entry(entry, shift) for entry in resume.studies),
    )


def _parts(parts: Sequence[ResumePart], shift: _Shift) -> tuple[ResumePart, ...]:
    """Parts with their new lines; a new line belongs to the part above it, on top to a header of its own."""
    moved = []
    for part in parts:
        heading = None if part.heading_line is None else shift.row(part.heading_line)
        moved.append(ResumePart(part.section, shift.row(part.first_line), shift.row(part.last_line), heading))
    if shift.lines > 0 and shift.line == 0:
        return (ResumePart(ResumeSection.HEADER, 0, shift.lines - 1), *moved)
    return tuple(
        replace(part, last_line=shift.line) if shift.lines > 0 and part.last_line == shift.line - 1 else part
        for part in moved
    )


def _entry(entry: Entry, shift: _Shift) -> Entry:
    return Entry(
        shift.row(entry.first_line),
        shift.row(entry.last_line),
        shift.span(entry.title),
        shift.span(entry.employer),
        shift.span(entry.dates),
    )
