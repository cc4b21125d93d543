"""English that nobody names because the whole resume is written in it."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.report import Kind

STRETCH = 10
"""Words in a row that are looked at together."""

LEAST_FUNCTION_WORDS = 3
"""Function words that make such a stretch running English; lists of nouns hold one or two."""


def english_runs(keyword: ExtractedKeyword, resume: ResumeIndex) -> Iterator[Run]:
    """The first stretch of running English, for English asked for as a language."""
    if keyword.kind is not Kind.LANGUAGE or "English" not in (keyword.term, keyword.lexicon):
        return
    for block in resume.blocks:
        for first in block[: 1 - STRETCH]:
            stretch = resume.tokens[first : first + STRETCH]
            if sum(token.stem in FUNCTION_WORDS for token in stretch) >= LEAST_FUNCTION_WORDS:
                yield first, first + STRETCH - 1
                return
