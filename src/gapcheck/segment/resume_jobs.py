"""Jobs: where each begins, which lines are its head, and what stands there.

A job is found by its dates. How many head lines stand above the date line is learned from the first job of a
part and holds for the others, so that "title, employer, dates" and "dates, title, employer" both come out
right. Jobs without dates are found by titles that look like the titles of the jobs with dates, or, where no
job has dates, by titles alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.segment.model import Entry, ResumePart, ResumeSection, Span
from gapcheck.segment.resume_lines import LineFacts
from gapcheck.segment.resume_titles import find_employer, find_job_title

MOST_ABOVE = 3
"""Head lines of a job above its date line, at most."""
MOST_BELOW = 2
"""Head lines of a job below its date line, at most."""
INDENT = 5.0
"""Points by which the body of a job is set in from its head."""
LONGEST_HEAD = 16
"""Words in the longest head line, dates aside."""
MOST_DATE_WORDS = 5
"""Words a range of dates takes: "September 2019 - December 2021"."""


def find_jobs(facts: Sequence[LineFacts], parts: Sequence[ResumePart], text: str) -> tuple[Entry, ...]:
    """Jobs of all parts about experience, in the order of the document."""
    jobs: list[Entry] = []
    for part in parts:
        if part.section is ResumeSection.EXPERIENCE:
            jobs.extend(jobs_in(_content(part, facts, text), text))
    return tuple(jobs)


def find_unheaded_jobs(facts: Sequence[LineFacts], part: ResumePart, text: str) -> tuple[Entry, ...]:
    """Jobs in a part that is not headed as experience: only those that have a range of dates and a title."""
    found = jobs_in(_content(part, facts, text), text)
    ranged = {item.index for item in facts if any(not found_range.point for found_range in item.ranges)}
    return tuple(
        entry
        for entry in found
        if entry.title and any(entry.first_line <= line <= entry.last_line for line in ranged)
    )


def jobs_in(lines: Sequence[LineFacts], text: str) -> list[Entry]:
    """Jobs among the lines of one part, its heading left out."""
    anchors = [position for position, item in enumerate(lines) if _is_date_line(item)]
    heads = _heads(lines, anchors, text) if anchors else []
    if not heads:
        heads = [[position] for position in _bare_titles(lines, text, look=None)]
    else:
        looks = [lines[row].look for head in heads for row in head if find_job_title([lines[row]], text)]
        taken = {row for head in heads for row in head}
        more = _bare_titles(lines, text, look=max(looks, key=looks.count)) if looks else []
        heads += [
            [position] for position in more if not taken.intersection(range(position - 1, position + 2))
        ]
    return _entries(lines, sorted(heads), text)


def _content(part: ResumePart, facts: Sequence[LineFacts], text: str) -> list[LineFacts]:
    """Lines of a part without its heading; of a heading that shares its line, what follows it."""
    lines = list(facts[part.first_line : part.last_line + 1])
    if part.heading_line is None or not lines:
        return lines
    first = lines[0]
    rest = first.pieces[1:]
    if not (rest or first.ranges) or len(text[first.line.start : first.line.end].split()) <= 2:
        return lines[1:]
    return [replace(first, pieces=rest), *lines[1:]]


def _is_date_line(item: LineFacts) -> bool:
    """Whether a line dates a job: a range, or a single date at an end of a short line, not in a sentence."""
    span = item.date_span
    if span is None or item.bullet:
        return False
    if item.words > LONGEST_HEAD + MOST_DATE_WORDS:
        return span.start <= item.line.start + 1 and not all(found.point for found in item.ranges)
    at_end = span.end >= item.line.end - 1 or span.start <= item.line.start + 1
    if all(found.point for found in item.ranges):
        return at_end and item.words <= LONGEST_HEAD // 2 + 2
    return at_end or not item.prose or (item.text[:1].isalnum() and "(" in item.text)


def _is_head_line(item: LineFacts, anchor: LineFacts) -> bool:
    """Whether a line beside a date line can belong to the head of the same job."""
    if item.bullet or item.prose or item.words > LONGEST_HEAD or item.text.rstrip().endswith((".", ":")):
        return False
    same_column = item.line.page == anchor.line.page and item.line.column == anchor.line.column
    return item.x0 - anchor.x0 <= INDENT or not same_column or item.words <= 4


def _heads(lines: Sequence[LineFacts], anchors: Sequence[int], text: str) -> list[list[int]]:
    """Positions of the head lines of each job, the date line among them."""
    heads: list[list[int]] = []
    usual = MOST_ABOVE
    floor = -1
    for number, anchor in enumerate(anchors):
        above = _above(lines, anchor, floor, usual)
        if number == 0:
            usual = len(above)
        ceiling = anchors[number + 1] if number + 1 < len(anchors) else len(lines)
        below = _below(lines, anchor, ceiling, usual if number + 1 < len(anchors) else 0)
        if not find_job_title([lines[row] for row in (*above, anchor, *below)], text):
            below = below or _bulleted_title(lines, anchor, ceiling, text)
        heads.append([*above, anchor, *below])
        floor = heads[-1][-1]
    return heads


def _above(lines: Sequence[LineFacts], anchor: int, floor: int, most: int) -> list[int]:
    rows: list[int] = []
    row = anchor - 1
    while row > floor and len(rows) < most and _is_head_line(lines[row], lines[anchor]):
        rows.insert(0, row)
        row -= 1
    return rows


def _below(lines: Sequence[LineFacts], anchor: int, ceiling: int, leave: int) -> list[int]:
    """Head lines below a date line; where the next job follows at once, its own head lines are left to it."""
    rows: list[int] = []
    row = anchor + 1
    while row < ceiling and len(rows) < MOST_BELOW and _is_head_line(lines[row], lines[anchor]):
        rows.append(row)
        row += 1
    reaches_next = ceiling - anchor - 1 <= len(rows) + leave
    return rows[: max(0, ceiling - anchor - 1 - leave)] if reaches_next else rows


def _bulleted_title(lines: Sequence[LineFacts], anchor: int, ceiling: int, text: str) -> list[int]:
    """The first item below a line of nothing but dates, where the title is an item of the list."""
    row = anchor + 1
    if row < ceiling and lines[row].bullet and lines[row].words <= LONGEST_HEAD // 2:
        return [row] if find_job_title([lines[row]], text) else []
    return []


def _bare_titles(lines: Sequence[LineFacts], text: str, *, look: tuple[int, bool, bool] | None) -> list[int]:
    """Positions of title lines without dates: those of a given look, or all (the bold ones if some are)."""
    rows = [
        row
        for row, item in enumerate(lines)
        if not item.bullet
        and not item.prose
        and item.words <= LONGEST_HEAD // 2
        and find_job_title([item], text)
    ]
    if look is not None:
        return [row for row in rows if lines[row].look == look and (look[1] or look[2])]
    marked = [row for row in rows if lines[row].line.bold or lines[row].caps]
    return marked or rows


def _entries(lines: Sequence[LineFacts], heads: Sequence[Sequence[int]], text: str) -> list[Entry]:
    entries: list[Entry] = []
    for number, head in enumerate(heads):
        end = heads[number + 1][0] if number + 1 < len(heads) else len(lines)
        rows = [lines[row] for row in head]
        if len(rows) == 1 and not rows[0].ranges:
            rows += [
                item for item in lines[head[0] + 1 : min(end, head[0] + 2)] if _is_head_line(item, rows[0])
            ]
        title = find_job_title(rows, text)
        dates = next((item.date_span for item in rows if item.ranges), None)
        employer = find_employer(rows, title, text) or _banner(entries, lines, head)
        entries.append(Entry(rows[0].index, lines[end - 1].index, title, employer, dates))
    return entries


def _banner(entries: Sequence[Entry], lines: Sequence[LineFacts], head: Sequence[int]) -> Span | None:
    """The employer of the job above, when a job names none: several roles under one employer's name."""
    if not entries or head[0] == 0 or lines[head[0] - 1].index != entries[-1].last_line:
        return None
    return entries[-1].employer
