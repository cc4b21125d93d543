"""What is scored: the product itself, and trivial ways that any figure has to be read against."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

from tests.evaluation.cases import Case
from tests.evaluation.scoring import Analyse, Outcome

from gapcheck import Analyzer
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.readers import read, read_text
from gapcheck.words import tokenize

AS_OF = date(2026, 1, 1)


@cache
def _analyzer() -> Analyzer:
    return Analyzer(as_of=AS_OF)


@cache
def _checked(resume: Path, posting: Path, *, joined: bool) -> Outcome:
    """What gapcheck reports; the same files are not checked twice, however often they are scored."""
    job = read_text(" ".join(read(posting).text.split()), "posting") if joined else posting
    report = _analyzer().check(resume, job).to_dict()
    return Outcome(report["keywords"], report["ten_second"]["verdict"])


def product(case: Case, resume: str) -> Outcome:
    """What gapcheck reports."""
    return _checked(case.resumes[resume], case.posting, joined=False)


def without_breaks(case: Case, resume: str) -> Outcome:
    """What it reports when the posting comes without line breaks, as some job boards pass it on."""
    return _checked(case.resumes[resume], case.posting, joined=True)


def nothing(_case: Case, _resume: str) -> Outcome:
    """No keyword at all."""
    return Outcome(())


def everything(case: Case, resume: str) -> Outcome:
    """Every word of three letters and more that is no function word, in the order of the text."""
    return _words(case, resume, most=None)


def frequent(case: Case, resume: str) -> Outcome:
    """The forty most frequent words."""
    return _words(case, resume, most=40)


def _words(case: Case, resume: str, most: int | None) -> Outcome:
    counts = Counter(
        token.lower
        for token in tokenize(read(case.posting).text)
        if len(token.lower) > 2 and token.stem not in FUNCTION_WORDS
    )
    shown = {token.stem for token in tokenize(read(case.resumes[resume]).text)}
    return Outcome(
        [
            {
                "term": word,
                "status": "exact" if tokenize(word)[0].stem in shown else "missing",
                "strength": None,
                "posting": [],
            }
            for word, _ in counts.most_common(most)
        ]
    )


ANALYSERS: dict[str, Analyse] = {
    "gapcheck": product,
    "gapcheck, line breaks lost": without_breaks,
    "every word": everything,
    "40 most frequent words": frequent,
    "nothing": nothing,
}
