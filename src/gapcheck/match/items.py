"""Words that are an item of a list by themselves: "Python, Go, Rust", "filing, patience, reservations"."""

from __future__ import annotations

import re

from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run

LONGEST_ITEM = 4
"""Words in the longest neighbour in a list; what is longer is a clause."""

_SEPARATOR = re.compile(r"[,;|•·●▪]")


def is_list_item(run: Run, resume: ResumeIndex) -> bool:
    """Whether a run is all that stands between two separators of a line, beside another short item."""
    text = resume.document.text
    start, end = resume.tokens[run[0]].start, resume.tokens[run[1]].end
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end:].partition("\n")[0]
    left, right = _SEPARATOR.split(before), _SEPARATOR.split(after)
    if left[-1].strip() or right[0].strip():
        return False
    neighbours = [item.split() for item in (*left[-2:-1], *right[1:2])]
    return any(neighbours) and all(len(words) <= LONGEST_ITEM for words in neighbours)
