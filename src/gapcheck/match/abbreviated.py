"""Abbreviations and what they stand for: "portable appliance testing" for "PAT", "LOLER" the other way."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.lexicon import LexiconEntry, lists_on
from gapcheck.match.everyday import EVERYDAY
from gapcheck.match.index import ResumeIndex
from gapcheck.match.initials import SHORTEST_INITIALS, begins_with, initials
from gapcheck.match.model import Run
from gapcheck.words import has_capitals, key, tokenize


def abbreviation_runs(form: str, entry: LexiconEntry | None, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that spell an abbreviation out or abbreviate a phrase, as people of the field do.

    `entry` is what the posting means by it, if that is known: what it stands for besides does not count.
    """
    for other in resume.lexicon.other_names(form):
        if is_abbreviation(form):
            if not _is_known_otherwise(form, other, entry):
                yield from _spelt_out(other, resume)
        elif is_abbreviation(other) and _means_only(other, form, resume):
            yield from (run for run in resume.runs.get(key(other), ()) if _is_in_capitals(run, resume))


def own_initials(form: str, resume: ResumeIndex) -> set[str]:
    """The initials of a phrase where the lexicon has both for one term, though the posting does not prove it."""
    letters = initials(form)
    return {letters for entry in resume.lexicon.may_mean(form) if letters in map(str.lower, entry.forms)}


def meant_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that spell out what an abbreviation of several terms may mean: "statistical process control" for "SPC" where
    the posting itself does not tell."""
    letters = form.removesuffix("s")
    if len(letters) < SHORTEST_INITIALS or not letters.isupper():
        return
    said = letters.lower().replace("&", "")
    for entry in resume.lexicon.may_mean(form):
        if any(begins_with(said, other) for other in entry.forms if " " in other):
            yield from (run for run in resume.entries.get(entry.term, ()) if run[0] < run[1])


def is_abbreviation(name: str) -> bool:
    """Whether a name is written as an abbreviation: "LOLER", "IMechE", "GR&R"."""
    return has_capitals(name) and " " not in name


def _is_known_otherwise(form: str, other: str, entry: LexiconEntry | None) -> bool:
    """Whether the lexicon spells the abbreviation out differently: "CRM" in sales is no crew resource management."""
    if entry is None:
        return False
    said = form.lower().removesuffix("s")
    return any(" " in name and begins_with(said, name) and key(name) != key(other) for name in entry.forms)


def _means_only(short: str, form: str, resume: ResumeIndex) -> bool:
    """Whether an abbreviation is no everyday word and no other term's."""
    known = list(resume.lexicon.may_mean(short))
    return short.lower() not in EVERYDAY and (
        not known or any(key(form) == key(name) for entry in known for name in entry.forms)
    )


def _is_in_capitals(run: Run, resume: ResumeIndex) -> bool:
    start, end = resume.tokens[run[0]].start, resume.tokens[run[1]].end
    return has_capitals(resume.document.text[start:end])


def _spelt_out(name: str, resume: ResumeIndex) -> Iterator[Run]:
    yield from resume.runs.get(key(name), ())
    if ", " in name:
        yield from _as_list([token.stem for token in tokenize(name)], resume)


def _as_list(stems: list[str], resume: ResumeIndex) -> Iterator[Run]:
    """Runs of these stems with commas between: "noise, vibration and harshness"."""
    tokens = resume.tokens
    for first in range(len(tokens) - len(stems) + 1):
        last = first + len(stems) - 1
        if (
            tokens[first].stem == stems[0]
            and [token.stem for token in tokens[first : last + 1]] == stems
            and all(lists_on(tokens, at) for at in range(first + 1, last + 1))
        ):
            yield first, last
