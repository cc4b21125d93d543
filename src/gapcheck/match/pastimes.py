"""What stands under "Interests": rust on a vintage car is no Rust.

An item that is nothing but the term is believed all the same: nobody lists Prometheus by itself as a pastime.
"""

from __future__ import annotations

import re

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.report import Kind

_KINDS = frozenset({Kind.TOOL, Kind.SKILL, Kind.SOFT, Kind.KNOWLEDGE, Kind.TITLE})
"""Kinds whose words mean something else in private life; languages are spoken there too."""

_EDGE = re.compile(r"[^\w\s]|\n|^|$")


def is_pastime(keyword: ExtractedKeyword, run: Run, resume: ResumeIndex) -> bool:
    """Whether a run is part of what somebody does for pleasure."""
    if keyword.kind not in _KINDS:
        return False
    start, end = resume.tokens[run[0]].start, resume.tokens[run[1]].end
    return any(first <= start < last for first, last in resume.pastimes) and not _is_item(
        resume.document.text, start, end
    )


def _is_item(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    return _EDGE.fullmatch(before[-1:]) is not None and _EDGE.fullmatch(after[:1]) is not None
