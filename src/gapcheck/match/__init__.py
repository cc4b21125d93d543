"""Matching: how a resume shows each keyword of a posting, with the passages that prove it.

Only the resume's tokens and the lexicon are needed, no language model.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.lexicon import LexiconEntry
from gapcheck.match.denied import is_denied
from gapcheck.match.derived import derived_runs
from gapcheck.match.index import MOST_EVIDENCE, ResumeIndex, index_resume
from gapcheck.match.literal import alias_runs, implying_runs, literal_runs, said_by_posting
from gapcheck.match.model import Match, Run
from gapcheck.match.order import ends_in_clause, reordered_runs
from gapcheck.match.persons import is_somebody_else
from gapcheck.match.typos import misspelt_runs
from gapcheck.report import Kind, Status

__all__ = ["MOST_EVIDENCE", "Match", "ResumeIndex", "index_resume", "match"]


def match(keyword: ExtractedKeyword, resume: ResumeIndex) -> Match:
    """The best way in which the resume shows the keyword; what it says it lacks does not count."""
    entry = resume.lexicon.entry(keyword.lexicon) if keyword.lexicon is not None else None
    for status, runs in _layers(keyword, entry, resume):
        true = [run for run in runs if _is_true(keyword, run, resume)]
        if true:
            return Match(status, resume.offsets(true))
    typos = {run for form in said_by_posting(keyword) for run in misspelt_runs(form, resume)}
    if typos:
        return Match(Status.ALIAS, resume.offsets(sorted(typos)), misspelt=True)
    return Match(Status.MISSING)


def _is_true(keyword: ExtractedKeyword, run: Run, resume: ResumeIndex) -> bool:
    """Whether what stands there is said of the person themselves, as something they have or do."""
    return not is_denied(run, resume) and not is_somebody_else(keyword, run, resume)


def _layers(
    keyword: ExtractedKeyword, entry: LexiconEntry | None, resume: ResumeIndex
) -> Iterator[tuple[Status, list[Run]]]:
    """What shows the keyword, best first."""
    exact, inflected = literal_runs(keyword, entry, resume)
    yield Status.EXACT, exact
    yield Status.INFLECTED, [run for run in inflected if not ends_in_clause(run, resume)]
    yield Status.ALIAS, [run for run in alias_runs(keyword, entry, resume) if not ends_in_clause(run, resume)]
    forms = dict.fromkeys((keyword.term, *said_by_posting(keyword)))
    named = keyword.kind in (Kind.DEGREE, Kind.CERTIFICATION)  # a name has its words in its order
    phrases = forms if named else dict.fromkeys((*forms, *keyword.wordings))
    yield Status.ALIAS, sorted({run for form in phrases for run in reordered_runs(form, resume)})
    yield Status.ALIAS, sorted({run for form in forms for run in derived_runs(form, keyword.kind, resume)})
    # A higher degree says the lower one; any other implication is an expert's guess.
    implied = Status.ALIAS if keyword.kind is Kind.DEGREE else Status.RELATED
    yield implied, implying_runs(keyword, resume)
