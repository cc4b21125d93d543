"""Certificates, degrees and languages that somebody does not have, or no longer or hardly: "expired 2013", "some"."""

from __future__ import annotations

import re

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.report import Kind

WIDTH = 60
"""Characters on either side, within the line and the sentence, in which a cue is looked for."""

_BEFORE = re.compile(
    r"\b(?:enrolled|enrolling|studying for|working to(?:wards?)?|preparing for|considered|considering|pursuing"
    r"|part (?:\w+ )?of|terms? of|(?:not|student|associate) (?:a )?member of|introduction to|refresher)\b[^.;]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[^.;]*?\b(?:expired|lapsed|booked|begun|in progress|pending|not yet|not started|not completed|unfinished"
    r"|incomplete|in training|candidate|had to stop)\b",
    re.IGNORECASE,
)
_HARDLY_BEFORE = re.compile(
    r"\b(?:some|little|basic|beginner'?s?|elementary|rusty|(?:semesters?|terms?|years?) of(?: \w+)?|learning|studying"
    r"|speaks|reading)\s*$",
    re.IGNORECASE,
)
_HARDLY_AFTER = re.compile(
    r"^\W*(?:is (?:limited|basic|rusty)|\((?:basic|beginner|elementary|a1|a2|limited)|[-–:,]?\s*(?:basic|beginner)\b)",
    re.IGNORECASE,
)


def is_unfinished(keyword: ExtractedKeyword, run: Run, resume: ResumeIndex) -> bool:
    """Whether the words around a run say that it is not, no longer or hardly there."""
    if keyword.kind not in (Kind.CERTIFICATION, Kind.DEGREE, Kind.LANGUAGE):
        return False
    text = resume.document.text
    start, end = resume.tokens[run[0]].start, resume.tokens[run[1]].end
    before = text[max(0, start - WIDTH) : start].rpartition("\n")[2]
    after = text[end : end + WIDTH].partition("\n")[0]
    if keyword.kind is Kind.LANGUAGE:
        return _HARDLY_BEFORE.search(before) is not None or _HARDLY_AFTER.match(after) is not None
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None
