"""The job title as a keyword: what a recruiter searches for first, and a reader looks for at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.extract.model import Candidate
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import PostingSection, SegmentedPosting
from gapcheck.segment.titles import split_title

_ALTERNATIVE = re.compile(r"\s*/\s*|\s+or\s+")
FEWEST_WORDS = 2
"""A bare "Manager" or "Engineer" tells nothing; a title needs a word that narrows it."""

MOST_WORDS = 4
"""Of a longer title the last words: "Virtual Elementary Special Education Teacher" is one kind of the latter."""


def title_candidates(text: str, posting: SegmentedPosting) -> Iterator[Candidate]:
    """The title without rank, place and contract, where the posting says it; alternatives ("A/B") one by one."""
    if posting.title is None:
        return
    for alternative in _ALTERNATIVE.split(posting.title):
        title = split_title(alternative)
        core = _without_rank(title.core, title.seniority) if title.head else ""
        words = core.split()
        said = r"\s+".join(map(re.escape, words))  # a title may run over a line end
        match = re.search(rf"\b{said}(?!\w)", text) if len(words) >= FEWEST_WORDS else None
        if match:
            yield Candidate(
                *match.span(),
                match.group(),
                " ".join(match.group().split()),
                Kind.TITLE,
                frozenset({Origin.PHRASE}),
                PostingSection.TITLE,
            )


def _without_rank(core: str, seniority: tuple[str, ...]) -> str:
    words = core.split()
    while words and words[0].lower().rstrip(".") in seniority:
        words.pop(0)
    while words and not any(letter.isalpha() for letter in words[-1]):
        words.pop()
    return " ".join(words[-MOST_WORDS:])
