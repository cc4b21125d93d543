"""Titles and certificates that belong to somebody else: "recruits occupational therapists", "reports to the CFO"."""

from __future__ import annotations

from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run

_FOR_OTHERS = frozenset(
    """to with for by under recruit recruits recruited recruiting hire hires hired hiring supervise supervised
    supervising assist assists assisted assisting support supports supported supporting help helped helping train
    trained training manage managed managing lead led leading place placed placing between among""".split()
)
_BETWEEN = frozenset("the a an our their his her other all several many new local and or".split())


def is_somebody_else(form: str, run: Run, resume: ResumeIndex) -> bool:
    """Whether a title or certificate is said of other people: in the plural, owned, or after what is done with them."""
    first, last = run
    word = resume.tokens[last].lower
    if word.endswith(("'s", "’s")):
        return True
    if word.endswith("s") and not form.lower().endswith("s") and not word.endswith("ss"):
        return True
    before = first - 1
    sentence = resume.sentence_of(first)
    while before in sentence and resume.tokens[before].lower in _BETWEEN:
        before -= 1
    return before in sentence and resume.tokens[before].lower in _FOR_OTHERS
