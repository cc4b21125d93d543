"""The job title as a posting states it: in its markup, on a labelled line, on the first line, or in a sentence."""

from __future__ import annotations

import re
from collections import Counter

from gapcheck.document import Document
from gapcheck.segment.headings import section_of_heading
from gapcheck.segment.model import Span
from gapcheck.segment.title_words import HEAD_NOUNS
from gapcheck.segment.titles import singular, split_title

FIRST_LINES = 6
"""Lines from the top among which a bare title line is looked for."""
LONGEST_TITLE = 12
"""Words in the longest title line, extras such as place and contract included."""
LONGEST_HEAD = 2
"""Rows of the longest title; what goes on for more is a paragraph."""
LONGEST_LEAD = 4
"""Words in the longest title that is taken off the front of a line of other things."""
LONGEST_START = 120
"""Characters at the start of a posting that may hold a title without a line of its own."""

_LABELLED = re.compile(
    r"\s*(?:job|position|role|vacancy|post|working)?\s*(?:title|position|role|vacancy)\s*[:\-–]\s*"
    r"(?P<title>\S.{1,100}?)(?=$|\s+(?:(?:Job|Contract|Start|Reports) )?\w+:|\s{3,}|[.!]\s)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that is labelled as the title; in an advert that has lost its line breaks the next label ends it."""

_IN_SENTENCE = re.compile(
    r"\b(?:looking for|seeking|hiring|recruiting|recruit|appoint|employ|need|join us as|work as|role of|position of|opportunity for|as)"
    r"\s+(?:an?|our next|the|our)\s+(?:new |experienced |skilled |talented |motivated |dedicated |enthusiastic |full[- ]time |part[- ]time |passionate )*"
    r"(?P<title>[A-Za-z][\w/&+#.\- ]{2,60}?)(?=\s+(?:to|who|with|for|in|at|on|is|are|will|based|you|and join|within|that|reporting)\b|[,.;:()]|$)"
)

_WANTED = re.compile(
    r"(?P<title>[A-Za-z][\w/&+# -]{2,60}?)\s+(?:wanted|needed|required|sought|vacancy)\b", re.IGNORECASE
)
_GLUED = re.compile(r"(?P<title>(?:[A-Z][a-z]+[ /&-]+){0,5}[A-Z][a-z]+)(?=[A-Z][a-z]|\s+[·|•]\s)")
"""A title in capitals up to the company's name that follows without a blank, as in pages copied from a job board."""
_LED = re.compile(r"(?P<title>(?:[A-Z][\w-]+\s){0,4}[A-Z][\w-]+),\s(?=[^.]{12,}\.)")
"""A title in capitals up to the comma behind which its sentence goes on: "Charge Nurse, Band 6, with Wharfe Care."."""


def find_title(document: Document) -> tuple[str | None, Span | None]:
    """The cleaned title and, where a line of its own states it, the offsets of that line."""
    span = _title_line(document)
    if document.title and split_title(document.title).head:
        return split_title(document.title).core, span
    if span is not None:
        line = _label_off(document.text[span.start : span.end])
        return split_title(_leading_title(line) or line).core, span
    return _title_at_start(document.text) or _title_in_sentence(document.text), None


def _label_off(text: str) -> str:
    match = _LABELLED.match(text)
    return match.group("title") if match else text


def _title_line(document: Document) -> Span | None:
    lines = [line for line in document.lines if document.line_text(line).strip()]
    for line in lines[: FIRST_LINES * 2]:
        match = _LABELLED.match(document.line_text(line))
        if match and len(match.group("title").split()) <= LONGEST_TITLE:
            return Span(line.start, line.start + match.end("title"))
    blocks = Counter((line.page, line.block) for line in lines)
    for position, line in enumerate(lines[:FIRST_LINES]):
        text = document.line_text(line)
        if blocks[line.page, line.block] > LONGEST_HEAD:
            continue  # a row of a paragraph
        if _is_title_line(text, first=position == 0):
            return Span(line.start, line.end)
    return None


def _is_title_line(text: str, *, first: bool) -> bool:
    plain = text.strip()
    if len(plain.split()) > LONGEST_TITLE or plain.endswith((".", "!", "?", ":")):
        return False
    title = split_title(plain)
    if first and title.head is not None:  # "User Experience Researcher" is no heading, whatever words it has
        return True
    if section_of_heading(plain):
        return False
    if title.head is None:
        return first and (_leading_title(plain) is not None or _ends_in_role(title.core))
    return len(title.core.split()) <= LONGEST_TITLE // 2


def _ends_in_role(core: str) -> bool:
    """Whether a phrase in capitals ends in a role, though a preposition stands before: "Out of Hours Staff Nurse"."""
    words = core.split()
    return (
        bool(words) and words[0][0].isupper() and words[-1][0].isupper() and words[-1].lower() in HEAD_NOUNS
    )


def _leading_title(line: str) -> str | None:
    """The title that a long line begins with, before what an agency adds: "Head Chef High Quality Hotel Live In".

    None for a line that is a title as a whole, or does not begin with one in capitals.
    """
    advertised = _ADVERTISED.match(line)
    if advertised is not None and split_title(advertised["title"]).head is not None:
        return advertised["title"]
    words = line.split()
    capitals = all(word[0].isupper() or word == _OF for word in words[:LONGEST_LEAD])
    if split_title(line).head is not None or not capitals:
        return None
    leads = (words[:count] for count in range(min(LONGEST_LEAD, len(words)), 1, -1))
    return next((" ".join(lead) for lead in leads if _is_whole_title(lead)), None)


_ADVERTISED = re.compile(
    r"(?:live[- ]in\s+)?(?P<title>\S.{2,60}?)\s+(?:jobs?|vacanc(?:y|ies)|positions?)\b(?=\s+(?:in\s)?[A-Z*]|\s*$)",
    re.IGNORECASE,
)
"""How agencies name an advert: "Live in Care Worker Jobs York"."""

_OF = "de"
"""What ties a kitchen's titles together: "Chef de Partie"."""


def _is_whole_title(words: list[str]) -> bool:
    """Whether words are a title up to its head noun, or to what follows that behind "de"."""
    end = words[-3] if words[-2:-1] == [_OF] and len(words) > 2 else words[-1]
    return split_title(" ".join(words)).head == singular(end.lower())


def _title_at_start(text: str) -> str | None:
    """The title a posting begins with where no line break ends it: "Cook wanted, two days a week.", "CookAcme · Leeds",
    "Charge Nurse, Band 6, with Wharfe Care."."""
    start = text[:LONGEST_START].lstrip()
    for match in (_WANTED.match(start), _GLUED.match(start), _LED.match(start)):
        title = split_title(match.group("title")) if match else None
        if title and title.head and len(title.core.split()) <= LONGEST_TITLE // 2:
            return title.core
    return None


def _title_in_sentence(text: str) -> str | None:
    for match in _IN_SENTENCE.finditer(text[:3000]):
        title = split_title(match.group("title"))
        if title.head and len(title.core.split()) <= 5:
            return title.core
    return None
