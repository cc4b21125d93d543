"""The judged resumes: most teach the network of matching, the others what its answers are worth."""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from gapcheck.match.often import Often, odds
from gapcheck.words import key
from recipe import annotations
from recipe.annotations import JudgedKeyword, JudgedResume
from recipe.lexicon import entry_of
from recipe.paths import JUDGED_RESUMES, data_folder, resumes_folder

Odds = npt.NDArray[np.float32]

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


def counted(resumes: Iterable[JudgedResume]) -> Often:
    """How often the resumes show each keyword that was looked for; those that were picked tell nothing of others."""
    counts: dict[str, tuple[int, int]] = {}
    for keyword in (keyword for resume in resumes for keyword in resume.keywords if not keyword.unsure):
        judged, shown = counts.get(name := key(forms(keyword)[0]), (0, 0))
        counts[name] = (judged + 1, shown + keyword.shown)
    return Often(counts)


def besides(resume: JudgedResume, often: Often) -> Odds:
    """How often other resumes than this, which is counted, show each of its keywords: log odds."""

    def others(keyword: JudgedKeyword) -> float:
        if keyword.unsure:
            return often.odds(forms(keyword))
        judged, shown = often.counts[key(forms(keyword)[0])]
        return odds(judged - 1, shown - keyword.shown)

    return _array(map(others, resume.keywords))


def in_others(resume: JudgedResume, often: Often) -> Odds:
    """How often the counted resumes show each keyword of another: log odds."""
    return _array(often.odds(forms(keyword)) for keyword in resume.keywords)


def _array(numbers: Iterable[float]) -> Odds:
    return np.fromiter(numbers, dtype=np.float32)
