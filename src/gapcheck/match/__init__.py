"""Matching: how a resume shows each keyword of a posting, with the passages that prove it.

The words themselves come first; what they do not show is looked for by meaning (`gapcheck.match.meaning`). Needed are
the resume's tokens, the lexicon and word vectors, no language model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.lexicon import Lexicon, LexiconEntry
from gapcheck.match.both import is_posting_word
from gapcheck.match.cores import kernel, language_in, unadorned
from gapcheck.match.denied import is_denied
from gapcheck.match.derived import agent_runs, derived_runs, disposition_runs, doing_runs, is_inflected
from gapcheck.match.expansions import expansions
from gapcheck.match.index import MOST_EVIDENCE, ResumeIndex, index_resume
from gapcheck.match.judgement import BY_MEANING, is_sought_by_meaning, load_model, names_job
from gapcheck.match.literal import (
    alias_runs,
    core_runs,
    implying_runs,
    known_front_runs,
    known_part_runs,
    literal_runs,
    qualified_runs,
    said_by_posting,
    says_another,
)
from gapcheck.match.model import Closeness, Match, Meaning, Run
from gapcheck.match.often import load_often
from gapcheck.match.order import ends_in_clause, reordered_runs, reworded_runs, telling_runs
from gapcheck.match.pastimes import is_pastime
from gapcheck.match.persons import is_somebody_else
from gapcheck.match.places import Surroundings, places_of, surroundings
from gapcheck.match.tongue import english_runs
from gapcheck.match.typos import misspelt_runs
from gapcheck.match.unfinished import is_unfinished
from gapcheck.match.works import works_of
from gapcheck.report import Kind, Status

__all__ = [
    "MOST_EVIDENCE",
    "Closeness",
    "Match",
    "Meaning",
    "ResumeIndex",
    "forms_of",
    "index_resume",
    "is_sought_by_meaning",
    "match",
    "match_words",
    "said_by_posting",
]


def match(keyword: ExtractedKeyword, resume: ResumeIndex, posting: str | None = None) -> Match:
    """The best way in which the resume shows the keyword: literally, in other words, or by what implies it.

    What the resume says it lacks, or says of other people, does not count. `posting` is the text that the keyword's
    mentions stand in, if at hand: what the resume repeats of it needs no proof.
    """
    said = match_words(keyword, resume, posting)
    if said is not None and said.status is not Status.RELATED:
        return said
    # What implies a keyword may stand beside what says it: "wards" beside "looked after patients after surgery".
    return _match_meaning(keyword, resume) or said or Match(Status.MISSING)


def _match_meaning(keyword: ExtractedKeyword, resume: ResumeIndex) -> Match | None:
    """A match by closeness in meaning, None where the resume says nothing close enough."""
    if not is_sought_by_meaning(keyword):
        return None
    forms = forms_of(keyword)
    close = resume.meaning.closeness(forms)
    if close is None:
        return None
    often = load_often().odds(forms)
    status = load_model().judge(close, known=keyword.lexicon is not None, often=often)
    if status is Status.MISSING:
        return None
    return Match(status, resume.offsets([close.run]))


def match_words(keyword: ExtractedKeyword, resume: ResumeIndex, posting: str | None = None) -> Match | None:
    """A match by the words themselves, `MISSING` where the resume denies them, None where it has none."""
    entry = resume.lexicon.entry(keyword.lexicon) if keyword.lexicon is not None else None
    repeated = _Repeated(resume, places_of(keyword, posting))
    denied = False
    by_number = keyword.kind is Kind.EXPERIENCE
    reworded = _years_layers(keyword, resume) if by_number else _reworded_layers(keyword, entry, resume)
    for status, runs in chain(_literal_layers(keyword, entry, resume, repeated), reworded):
        true = [run for run in runs if repeated(run) or _is_true(keyword, run, resume)]
        if true:
            return _worded(status, true, keyword.term, resume, posting)
        denied = denied or bool(runs)
    # "11 years" is no typing error for "10 years".
    spelt = () if by_number else said_by_posting(keyword)
    typos = {run for form in spelt for run in misspelt_runs(form, resume)}
    if typos:
        return Match(Status.ALIAS, resume.offsets(sorted(typos)), misspelt=True)
    return Match(Status.MISSING, denied=True) if denied else None


def _worded(status: Status, runs: list[Run], term: str, resume: ResumeIndex, posting: str | None) -> Match:
    """A match, exact where the other words are words of the posting as well."""
    evidence = resume.offsets(runs)
    if status is Status.ALIAS:
        text = resume.document.text
        same = tuple(
            (start, end) for start, end in evidence if is_posting_word(text[start:end], term, posting)
        )
        if same:
            return Match(Status.EXACT, same)
    return Match(status, evidence)


@dataclass(frozen=True, slots=True)
class _Repeated:
    """Whether a run of the resume stands among the same words as the keyword does in the posting."""

    resume: ResumeIndex
    places: frozenset[Surroundings]

    def __call__(self, run: Run) -> bool:
        if not self.places:
            return False
        start, end = self.resume.tokens[run[0]].start, self.resume.tokens[run[1]].end
        return surroundings(self.resume.document.text, start, end) in self.places


def forms_of(keyword: ExtractedKeyword) -> tuple[str, ...]:
    """The canonical term and the posting's wordings."""
    return tuple(dict.fromkeys((keyword.term, *said_by_posting(keyword))))


def _is_true(keyword: ExtractedKeyword, run: Run, resume: ResumeIndex) -> bool:
    """Whether what stands there is said of the person themselves, as something they have or do."""
    return not (
        is_denied(run, resume)
        or is_somebody_else(keyword, run, resume)
        or is_pastime(keyword, run, resume)
        or is_unfinished(keyword, run, resume)
    )


def _literal_layers(
    keyword: ExtractedKeyword,
    entry: LexiconEntry | None,
    resume: ResumeIndex,
    repeated: Callable[[Run], bool],
) -> Iterator[tuple[Status, list[Run]]]:
    """What shows the keyword in its own words."""
    exact, inflected = literal_runs(keyword, entry, resume, repeated)
    yield Status.EXACT, exact
    yield Status.INFLECTED, [run for run in inflected if not ends_in_clause(run, resume)]


def _years_layers(keyword: ExtractedKeyword, resume: ResumeIndex) -> Iterator[tuple[Status, list[Run]]]:
    """What claims years of experience in other words; what else amounts to them the ledger works out."""
    yield Status.ALIAS, list(reordered_runs(keyword.term, resume, strict=True))


def _reworded_layers(
    keyword: ExtractedKeyword, entry: LexiconEntry | None, resume: ResumeIndex
) -> Iterator[tuple[Status, list[Run]]]:
    """What shows the keyword in other words, best first."""
    forms = forms_of(keyword)
    named = [run for run in alias_runs(keyword, entry, resume) if not ends_in_clause(run, resume)]
    if keyword.kind is Kind.CERTIFICATION:  # "CPR certified" is no other name of a CPR certification
        held = [run for run in named if any(is_inflected(run, form, resume) for form in forms)]
        yield Status.INFLECTED, held
    yield Status.ALIAS, named
    tight = keyword.kind is Kind.TITLE  # "Specialist, Birchbark Payroll" names an employer
    moved = {run: form for form in reversed(forms) for run in _reordered(form, keyword, resume, tight)}
    same = sorted(run for run, form in moved.items() if is_inflected(run, form, resume))
    yield Status.INFLECTED, same
    yield Status.ALIAS, sorted(moved)
    expanded = _expanded(keyword, resume.lexicon)
    yield Status.ALIAS, _all(expanded, lambda form: _reordered(form, keyword, resume, tight))
    if keyword.kind not in (Kind.DEGREE, Kind.CERTIFICATION):  # a name has its words in its order
        yield Status.ALIAS, _all(keyword.wordings, lambda form: _reordered(form, keyword, resume, True))
    # "Analyst" is of one family with "analytics", but no word for all of "data analysis".
    single = () if entry is not None and " " in entry.term else forms
    derived = {run: form for form in reversed(single) for run in derived_runs(form, keyword.kind, resume)}
    yield Status.INFLECTED, sorted(run for run, form in derived.items() if is_inflected(run, form, resume))
    yield Status.ALIAS, sorted(derived)
    yield Status.ALIAS, _all(forms, lambda form: agent_runs(form, keyword.kind, resume))
    yield from _core_layers(keyword, forms, resume)
    if keyword.kind in BY_MEANING:
        yield Status.ALIAS, _all((*forms, *expanded), lambda form: _reworded(form, keyword, resume, False))
        yield Status.ALIAS, _all(keyword.wordings, lambda form: _reworded(form, keyword, resume, True))
    if entry is not None:
        yield Status.ALIAS, _all(entry.shown_by, lambda phrase: telling_runs(phrase, resume))
    # A higher degree says the lower one; any other implication is an expert's guess.
    implied = Status.ALIAS if keyword.kind is Kind.DEGREE else Status.RELATED
    yield implied, implying_runs(keyword, resume)
    yield Status.RELATED, list(english_runs(keyword, resume))
    if keyword.kind in BY_MEANING:
        yield Status.RELATED, _all(forms, lambda form: disposition_runs(form, resume))
    if entry is not None:
        yield Status.RELATED, _all(entry.suggested_by, lambda phrase: telling_runs(phrase, resume))
    elif keyword.kind in BY_MEANING or keyword.kind is Kind.TOOL:
        yield Status.ALIAS, _all(forms, lambda form: known_part_runs(form, keyword.term, resume))
        yield Status.RELATED, _all(forms, lambda form: known_front_runs(form, resume))
        yield Status.RELATED, _all(forms, lambda form: qualified_runs(form, resume))
    if keyword.kind is Kind.TITLE or names_job(keyword.term):
        works = [work for form in forms for work in works_of(form, resume.lexicon)]
        yield Status.RELATED, _all(works, lambda work: core_runs(work, resume))
    if keyword.kind in BY_MEANING and entry is None:
        yield Status.RELATED, _all(forms, lambda form: doing_runs(form, resume))


def _reordered(form: str, keyword: ExtractedKeyword, resume: ResumeIndex, strict: bool) -> Iterator[Run]:
    """What says a form of a keyword in another order and is no other term."""
    found = reordered_runs(form, resume, strict=strict)
    return (run for run in found if not says_another(form, run, keyword, resume))


def _reworded(form: str, keyword: ExtractedKeyword, resume: ResumeIndex, strict: bool) -> Iterator[Run]:
    """What says a form of a keyword with words of the same sense and is no other term."""
    found = reworded_runs(form, resume, strict=strict)
    return (run for run in found if not says_another(form, run, keyword, resume))


def _expanded(keyword: ExtractedKeyword, lexicon: Lexicon) -> tuple[str, ...]:
    """The posting's wordings with abbreviations spelt out or made, where the lexicon does not know the whole."""
    if keyword.lexicon is not None:
        return ()
    return tuple(other for form in forms_of(keyword) for other in expansions(form, lexicon))


def _all(phrases: Iterable[str], find: Callable[[str], Iterable[Run]]) -> list[Run]:
    """What is found of any of the phrases, in text order."""
    return sorted({run for phrase in phrases for run in find(phrase)})


def _core_layers(
    keyword: ExtractedKeyword, forms: tuple[str, ...], resume: ResumeIndex
) -> Iterator[tuple[Status, list[Run]]]:
    """What shows the part of the keyword that says what it is about."""
    if keyword.kind in (Kind.DEGREE, Kind.CERTIFICATION, Kind.TITLE):  # names
        return
    spoken = keyword.kind is Kind.LANGUAGE
    cores = (language_in(form, keyword.term) if spoken else unadorned(form) for form in forms)
    bare = [core for core in cores if core is not None]
    yield Status.INFLECTED, _all(bare, lambda core: core_runs(core, resume))
    held = [core for form in (*forms, *bare) if (core := kernel(form)) is not None]
    if keyword.lexicon is not None:  # has its names: "power" is no name of power tools
        held = [core for core in held if " " in core]
    yield Status.ALIAS, _all(held, lambda core: core_runs(core, resume))
