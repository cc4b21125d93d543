"""The judged resumes: most teach the network of matching, the others what its answers are worth."""

from collections.abc import Iterator

from recipe import annotations
from recipe.annotations import JudgedKeyword, JudgedResume
from recipe.lexicon import entry_of
from recipe.paths import JUDGED_RESUMES, data_folder, resumes_folder

LEFT_OUT = 6
"""One resume of so many is not learned from by `recipe.entailment`, so that it is new to the network."""


def judged_resumes(*, learned: bool) -> Iterator[JudgedResume]:
    """The judged resumes that the network learns from, or those that it does not."""
    return annotations.read_shown(
        JUDGED_RESUMES, data_folder(), resumes_folder(), lambda number: bool(number % LEFT_OUT) is learned
    )


def forms(keyword: JudgedKeyword) -> tuple[str, ...]:
    """How a perfect extraction would name it: the posting's words, and the lexicon's term for them."""
    entry = entry_of([keyword.text])
    return tuple(dict.fromkeys((entry.term, keyword.text) if entry else (keyword.text,)))
