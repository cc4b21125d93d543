"""The parts of a resume: headings found by their words and their look, and the lines each of them rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document, Role
from gapcheck.segment.model import ResumePart, ResumeSection, Span
from gapcheck.segment.resume_headings import LONGEST_HEADING, section_of_resume_heading
from gapcheck.segment.resume_lines import LineFacts, body_size
from gapcheck.segment.titles import split_title

LARGER_BY = 0.9
"""Points by which a heading's font exceeds the body's to count as formatted."""
SAME_EDGE = 30.0
"""Points within which two left edges belong to one column."""

# Words that head a section in one resume and a list below a job in the next.
_BELOW_JOBS = frozenset(
    {
        ResumeSection.OTHER,
        ResumeSection.SKILLS,
        ResumeSection.PROJECTS,
        ResumeSection.SUMMARY,
        ResumeSection.CERTIFICATES,
    }
)
_INLINE_FROM_JOBS = frozenset({ResumeSection.EDUCATION, ResumeSection.LANGUAGES, ResumeSection.EXPERIENCE})


@dataclass(frozen=True, slots=True)
class _Heading:
    line: int
    section: ResumeSection
    inline: bool = False


def find_parts(document: Document, facts: Sequence[LineFacts]) -> tuple[ResumePart, ...]:
    """Parts in the order of the lines; together they hold every line. The first is the header on top."""
    if not facts:
        return ()
    headings = _headings(facts, body_size(document), document.text)
    parts = list(_parts_between(headings, len(facts)))
    parts = [piece for part in parts for piece in _split_below_heading(part, parts, facts)]
    return tuple(piece for part in parts for piece in _split_at_columns(part, parts, facts))


def _headings(facts: Sequence[LineFacts], body: float, text: str) -> list[_Heading]:
    alone = [_Heading(item.index, section) for item in facts if (section := _alone(item, body))]
    alone = _without_sublabels(alone, facts)
    known = {heading.line for heading in alone}
    looks = _looks_of_headings(alone, facts, body)
    others = [
        _Heading(item.index, ResumeSection.OTHER)
        for item in facts
        if item.index not in known and item.look in looks and _may_head(item, facts)
    ]
    found = sorted([*alone, *others], key=lambda heading: heading.line)
    return sorted([*found, *_inline_headings(facts, found, text)], key=lambda heading: heading.line)


def _alone(item: LineFacts, body: float) -> ResumeSection | None:
    """Section of a line that is a heading by itself."""
    if item.ranges or item.words > LONGEST_HEADING * 2:
        return None
    formatted = stands_out(item, body)
    if item.goes_on and not formatted:
        return None  # the last word of a sentence that runs over the line
    return section_of_resume_heading(item.text, formatted=formatted)


def stands_out(item: LineFacts, body: float) -> bool:
    """Whether a line looks like a heading: by style, size, boldness, capitals or a colon at its end."""
    line = item.line
    larger = line.size is not None and line.size >= body + LARGER_BY
    return line.role is Role.HEADING or larger or line.bold or item.caps or item.text.rstrip().endswith(":")


def _without_sublabels(headings: list[_Heading], facts: Sequence[LineFacts]) -> list[_Heading]:
    """Leave out labels below a job ("Achievements:") that do not look like the heading of the jobs."""
    kept: list[_Heading] = []
    for heading in headings:
        last = kept[-1] if kept else None
        below_jobs = last is not None and last.section is ResumeSection.EXPERIENCE
        if below_jobs and heading.section in _BELOW_JOBS and last is not None:
            ours, theirs = facts[heading.line], facts[last.line]
            colon = ours.text.rstrip().endswith(":") != theirs.text.rstrip().endswith(":")
            if ours.look != theirs.look or ours.bullet or colon:
                continue
        kept.append(heading)
    return kept


def _looks_of_headings(
    headings: list[_Heading], facts: Sequence[LineFacts], body: float
) -> set[tuple[int, bool, bool]]:
    """Looks that at least two known headings share and that set them apart from ordinary lines."""
    looks = [facts[heading.line].look for heading in headings if stands_out(facts[heading.line], body)]
    ordinary = {item.look for item in facts if item.prose}
    return {look for look in looks if looks.count(look) > 1 and look not in ordinary}


def _may_head(item: LineFacts, facts: Sequence[LineFacts]) -> bool:
    """Whether a line that looks like the headings may be one with words of its own ("Most proud of")."""
    near = facts[item.index + 1 : item.index + 3]
    dated = any(other.ranges for other in near) or bool(item.ranges)
    plain = item.words <= LONGEST_HEADING and not any(char.isdigit() or char in "@|," for char in item.text)
    return plain and item.index > 1 and not dated and not item.bullet and split_title(item.text).head is None


def _inline_headings(facts: Sequence[LineFacts], found: list[_Heading], text: str) -> Iterator[_Heading]:
    """Headings that share their line with what they head ("Skills: Python", or a label in the margin)."""
    sections = {heading.section for heading in found}
    lines = {heading.line: heading.section for heading in found}
    current = ResumeSection.HEADER
    for item in facts:
        current = lines.get(item.index, current)
        if item.index in lines or item.bullet or not item.pieces:
            continue
        section = _inline_section(item, item.pieces[0], text)
        if section and section not in sections and _may_interrupt(section, current, bool(found)):
            current = section
            yield _Heading(item.index, section, inline=True)


def _inline_section(item: LineFacts, first: Span, text: str) -> ResumeSection | None:
    """Section named by the first piece of a line, when a colon or a wide gap follows it."""
    after = text[first.end : item.line.end]
    colon = after.lstrip().startswith(":")
    gap = after[:2].strip() != "" and after[:1] == " " and after[1:2].isalnum()
    if not (colon or gap) or not after.strip(" :"):
        return None
    return section_of_resume_heading(text[first.start : first.end])


def _may_interrupt(section: ResumeSection, current: ResumeSection, has_headings: bool) -> bool:
    if current in (ResumeSection.EXPERIENCE, ResumeSection.PROJECTS):
        return section in _INLINE_FROM_JOBS or not has_headings
    return current is not ResumeSection.SKILLS or section in (
        ResumeSection.EDUCATION,
        ResumeSection.EXPERIENCE,
    )


def _parts_between(headings: list[_Heading], count: int) -> Iterator[ResumePart]:
    starts = [heading.line for heading in headings] + [count]
    if starts[0] > 0:
        yield ResumePart(ResumeSection.HEADER, 0, starts[0] - 1)
    for heading, following in zip(headings, starts[1:], strict=True):
        yield ResumePart(heading.section, heading.line, following - 1, heading.line)


def _split_below_heading(
    part: ResumePart, parts: Sequence[ResumePart], facts: Sequence[LineFacts]
) -> Iterator[ResumePart]:
    """Give lines of another column that follow a heading but stand above it to the section they stand under.

    Where labels stand left of what they label, a column is read to its end before the next begins: the heading
    below the labels then comes before the lines beside them.
    """
    end = part.first_line + 1
    while part.heading_line == part.first_line and end <= part.last_line:
        if not _stands_above(facts[end], facts[part.first_line]):
            break
        end += 1
    if end == part.first_line + 1:
        yield part
        return
    owner = _section_above(facts[part.first_line + 1], part, parts, facts)
    yield replace(part, last_line=part.first_line)
    yield ResumePart(owner, part.first_line + 1, end - 1)
    if end <= part.last_line:
        yield ResumePart(part.section, end, part.last_line)


def _stands_above(item: LineFacts, heading: LineFacts) -> bool:
    """Whether a line stands higher on the page than a heading, in another column."""
    upper, lower = item.line.box, heading.line.box
    if upper is None or lower is None or item.line.page != heading.line.page:
        return False
    return item.line.column != heading.line.column and upper.y1 <= lower.y0 + 1


def _section_above(
    item: LineFacts, part: ResumePart, parts: Sequence[ResumePart], facts: Sequence[LineFacts]
) -> ResumeSection:
    """Section of the last heading before `part` that does not stand below a line; the header where there is none."""
    owner = ResumeSection.HEADER
    for other in parts[: parts.index(part)]:
        heading = facts[other.first_line]
        if other.heading_line is not None and not _stands_above(item, heading):
            owner = other.section
    return owner


def _split_at_columns(
    part: ResumePart, parts: Sequence[ResumePart], facts: Sequence[LineFacts]
) -> Iterator[ResumePart]:
    """Cut a part where a new page begins in another column and give the rest to the section it continues."""
    for index in range(part.first_line + 1, part.last_line + 1):
        before, item = facts[index - 1], facts[index]
        if item.line.page == before.line.page or not item.line.box or part.heading_line is None:
            continue
        if abs(item.x0 - facts[part.heading_line].x0) <= SAME_EDGE:
            continue
        owner = _section_in_column(item.x0, index, parts, facts)
        if owner is not None and owner is not part.section:
            yield replace(part, last_line=index - 1)
            yield ResumePart(owner, index, part.last_line)
            return
    yield part


def _section_in_column(
    x0: float, index: int, parts: Sequence[ResumePart], facts: Sequence[LineFacts]
) -> ResumeSection | None:
    """Section of the last heading above `index` whose left edge is that of `x0`."""
    owner = None
    for part in parts:
        heading = part.heading_line
        if heading is not None and heading < index and abs(facts[heading].x0 - x0) <= SAME_EDGE:
            owner = part.section
    return owner
