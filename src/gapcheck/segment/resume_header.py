"""The head of a resume: the person's name and the line that says what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.document import Document
from gapcheck.segment.model import ResumePart, ResumeSection, Span
from gapcheck.segment.resume_headings import section_of_resume_heading
from gapcheck.segment.resume_lines import LineFacts, trimmed
from gapcheck.segment.title_words import FIELDS
from gapcheck.segment.titles import split_title

NAME_LINES = 40
"""Lines of page 1 among which the name is looked for: a sidebar may come before it in reading order."""
NAME_LINES_UNSIZED = 6
"""The same where font sizes are unknown and only the order of the lines speaks."""
NAME_WORDS = 5
"""Words in the longest name."""
HEADLINE_DISTANCE = 3
"""Lines below the name within which the headline stands."""
HEADLINE_WORDS = 16
"""Words in the longest headline; more is a summary."""

_CONTACT = re.compile(
    r"@|https?:|www\.|\.com\b|\.org\b"
    r"|linkedin(?!\s(?:ads|recruiter|learning|sales|marketing)\b)|github(?!\sactions\b)|\+?\(?\d[\d\s().-]{6,}\d|\b\d{5}\b"
    r"|\b(?:phone|tel|mobile|e-?mail|address)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"\b(?:resum[eé]|résumé|curriculum|vitae|cv|template|sample|page)\b", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*")
_PLACE = re.compile(r",\s*[A-Z]{2}\b|^\s*[A-Z][\w .'-]{2,20},\s*[A-Z][\w .]{2,20}\s*$")
"""A town with its state or country: "Leeds, UK", "Toledo, Ohio"."""
_PARTICLES = frozenset(
    {"de", "da", "di", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "dos", "del", "of", "y"}
)
_CREDENTIALS = re.compile(
    r",?\s+\(?(?:RN|BSN|MSN|MBA|PhD|Ph\.D\.?|MD|M\.D\.|CPA|PMP|LPN|CNA|PE|P\.E\.|JD|MS|MA|MSc|BSc|DNP|FNP|NP|CFA"
    r"|SHRM-\w+|PHR|(?:he|she|they)/\w+)\b.*$"
)


def find_name(document: Document, facts: Sequence[LineFacts]) -> Span | None:
    """Offsets of the person's name: of the lines that can be one the largest, the first among equals."""
    first_page = [item for item in facts if item.line.page == 1][:NAME_LINES]
    sized = any(item.line.size for item in first_page)
    best: tuple[float, Span, LineFacts] | None = None
    for item in first_page if sized else first_page[:NAME_LINES_UNSIZED]:
        if section_of_resume_heading(item.text) and best is not None and not sized:
            break
        span = _name_in(item, document.text)
        if span is not None and (best is None or (item.line.size or 0.0) > best[0]):
            best = (item.line.size or 0.0, span, item)
    if best is None or (sized and not _stands_out_as_name(best[2], facts)):
        return None
    return _with_second_line(best[1], best[2], facts, document.text)


def _stands_out_as_name(item: LineFacts, facts: Sequence[LineFacts]) -> bool:
    """Whether a line is on top of the text, or larger than what follows it."""
    following = [
        other.line.size or 0.0 for other in facts if other.index > item.index and other.line.page == 1
    ]
    return item.index == 0 or (item.line.size or 0.0) > sorted(following or [0.0])[len(following) // 2]


def _name_in(item: LineFacts, text: str) -> Span | None:
    """The part of a line that can be a name: its first piece without credentials."""
    if item.bullet or not item.pieces or section_of_resume_heading(item.text):
        return None
    first = _across_gaps(item, text)
    if first.start > item.line.start + 1 or _CONTACT.search(text, first.start, first.end):
        return None
    credentials = _CREDENTIALS.search(text, first.start, first.end)
    span = trimmed(text, first.start, credentials.start() if credentials else first.end)
    return span if _is_name(text[span.start : span.end]) else None


def _across_gaps(item: LineFacts, text: str) -> Span:
    """The first piece with those that nothing but white space divides from it: names are set wide."""
    first, last = item.pieces[0], item.pieces[0]
    for piece in item.pieces[1:]:
        if text[last.end : piece.start].strip() or not _is_name(text[first.start : piece.end]):
            break
        last = piece
    return Span(first.start, last.end)


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= NAME_WORDS or any(char.isdigit() for char in text) or split_title(text).head:
        return False
    if not all(_NAME_WORD.fullmatch(word) for word in words) or _NOT_A_NAME.search(text):
        return False
    if all(word.casefold() in FIELDS for word in words):
        return False
    return all(word[0].isupper() or word.casefold() in _PARTICLES for word in words)


def _with_second_line(span: Span, item: LineFacts, facts: Sequence[LineFacts], text: str) -> Span:
    """A name set on two lines ("JORDAN" over "REYES") is one name."""
    following = facts[item.index + 1] if item.index + 1 < len(facts) else None
    if following is None or item.words != 1 or following.words != 1 or following.look != item.look:
        return span
    second = _name_in(following, text) if item.line.size else None
    return Span(span.start, second.end) if second else span


def find_headline(
    document: Document, facts: Sequence[LineFacts], parts: Sequence[ResumePart], name: Span | None
) -> Span | None:
    """Offsets of the line by the name that says what the person is; without a name, of the first line."""
    if name is None:
        first = facts[0] if facts else None
        texts = document.text
        said = first and any(_is_headline(first, texts, parts, strict=strict) for strict in (True, False))
        return _whole(first) if first and said else None
    row = document.line_index(name.start)
    rest = _rest_of_name_line(facts[row], name, document.text)
    if rest is not None:
        return rest
    last = document.line_index(max(name.start, name.end - 1))
    below = facts[last + 1 : last + 1 + HEADLINE_DISTANCE]
    above = facts[max(0, row - 1) : row]
    titled = (item for item in (*below, *above) if _is_headline(item, document.text, parts, strict=True))
    plain = (item for item in below[:1] if _is_headline(item, document.text, parts, strict=False))
    found = next(titled, None) or next(plain, None)
    return _whole(found) if found else None


def _rest_of_name_line(item: LineFacts, name: Span, text: str) -> Span | None:
    """A title that shares the line with the name ("Jane Smith - Product Designer")."""
    for piece in item.pieces:
        words = text[piece.start : piece.end]
        if piece.start >= name.end and split_title(words).head and not words.isupper():
            return piece
    return None


def _is_headline(item: LineFacts, text: str, parts: Sequence[ResumePart], *, strict: bool) -> bool:
    """Whether a line of the header says what the person is; `strict` wants a job title in it."""
    header = any(
        part.section is ResumeSection.HEADER and part.first_line <= item.index <= part.last_line
        for part in parts
    )
    if not header or item.words > HEADLINE_WORDS or item.ranges or _CONTACT.search(item.text):
        return False
    if section_of_resume_heading(item.text):
        return False
    if strict:
        return any(split_title(text[piece.start : piece.end]).head for piece in item.pieces)
    return not any(map(str.isdigit, item.text)) and not _PLACE.search(item.text)


def _whole(item: LineFacts) -> Span:
    return Span(item.line.start, item.line.end)
