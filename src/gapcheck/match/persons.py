"""Titles and certificates that belong to somebody else: "recruits occupational therapists", "reports to the CFO"."""

from __future__ import annotations

import re

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.report import Kind

_PERSON = re.compile(r"\w{3}(?:ist|er|or|ant|ian|nurse|chef|clerk|lead|head)s?$")
"""Last words of titles, and of certificates that are also what their holders are called ("occupational therapist")."""

_FOR_OTHERS = frozenset(
    """to with for by under recruit recruits recruited recruiting hire hires hired hiring supervise supervised
    supervising assist assists assisted assisting support supports supported supporting help helped helping train
    trained training manage managed managing lead led leading place placed placing between among""".split()
)
_BETWEEN = frozenset("the a an our their his her other all several many new local and or".split())


def is_somebody_else(keyword: ExtractedKeyword, run: Run, resume: ResumeIndex) -> bool:
    """Whether a title or certificate is said of other people: in the plural, owned, or after what is done with them.

    What the posting itself says in the plural ("support early career teachers") is no title but work with them.
    """
    first, last = run
    word = resume.tokens[last].lower
    if keyword.kind not in (Kind.TITLE, Kind.CERTIFICATION) or not _PERSON.search(word.removesuffix("'s")):
        return False
    forms = [keyword.term, *(mention.text for mention in keyword.mentions)]
    if any(form.lower().endswith("s") for form in forms):
        return False
    return word.endswith("s") or after_what_is_done(first, resume)


def after_what_is_done(first: int, resume: ResumeIndex) -> bool:
    """Whether what is said before a person is what others do with them ("reports to the")."""
    sentence = resume.sentence_of(first)
    before = first - 1
    while before in sentence and resume.tokens[before].lower in _BETWEEN:
        before -= 1
    return before in sentence and resume.tokens[before].lower in _FOR_OTHERS
