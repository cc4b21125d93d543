"""Where a resume speaks of interests and hobbies."""

from __future__ import annotations

import re

from gapcheck.document import Document
from gapcheck.segment.resume_headings import section_of_resume_heading

_HEADING = re.compile(
    r"\W*(?:(?:personal |other |my )?(?:interests|hobbies)(?: (?:and|&) (?:interests|hobbies|activities))?"
    r"|pastimes|fun facts?|(?:beyond|outside|off) (?:of )?work|off (?:the clock|duty)"
    r"|(?:in my )?(?:spare|free) time|leisure(?: activities)?)\W*",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"(?:{_HEADING.pattern})[:–—]\s*\S", re.IGNORECASE)


def find_leisure(document: Document) -> tuple[tuple[int, int], ...]:
    """Start and end of the passages under headings for interests, and of the lines that begin with one."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for line in document.lines:
        text = document.text[line.start : line.end]
        if _HEADING.fullmatch(text):
            opened = line.end if opened is None else opened
        elif opened is not None and section_of_resume_heading(text) is not None:
            found.append((opened, line.start))
            opened = None
        elif opened is None and _WITHIN.match(text):
            found.append((line.start, line.end))
    if opened is not None:
        found.append((opened, len(document.text)))
    return tuple(found)
