"""Initials that say a phrase: "IQC" for "internal quality control", "CIN plans" for "child in need plans"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from gapcheck.background import load_background
from gapcheck.fillers import FUNCTION_WORDS, STATES
from gapcheck.match.everyday import EVERYDAY
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.words import Token, phrase_tokens

SHORTEST_INITIALS = 3
"""Letters from which on initials say a phrase, capitals or not: two are shared by too many phrases."""

SHORTEST_SPELT_OUT = 4
"""Letters from which on any words with these initials are taken for what an abbreviation stands for."""

_TWO_LETTERS = STATES | frozenset(
    """in uk us eu nz sa un pc tv am pm ad cv mr dr st hq ft ex re vs el le en et ha ah oh ie eg ed jr sr ii iv vi xi
    ph mm cm km kg lb oz hr yr""".split()
)
"""Two letters that stand for a state, a word or a thing of every day, whatever the posting asks for."""

_AND = frozenset({"and", "or"})
"""Words that leave no letter in an abbreviation: "PACE" stands for no "plan and coordinate events"."""

COMMON = 60
"""Background postings, of 3,500, in which a word stands; initials of one phrase stand in fewer."""

_WORDS = _TWO_LETTERS | EVERYDAY | FUNCTION_WORDS


def initials(phrase: str) -> str:
    """First letters of the words that say something."""
    return _letters([token for token in phrase_tokens(phrase) if token.stem not in FUNCTION_WORDS])


def begins_with(letters: str, phrase: str) -> bool:
    """Whether the words of a phrase begin with these letters, with or without its small words."""
    return initials(phrase).startswith(letters) or _letters(phrase_tokens(phrase)).startswith(letters)


def _letters(words: Sequence[Token]) -> str:
    return "".join(word.lower[0] for word in words)


def initials_runs(form: str, resume: ResumeIndex, own: Collection[str] = ()) -> Iterator[Run]:
    """Where the resume says a phrase by its initials, or spells out an abbreviation.

    `own` are keys of abbreviations that are known to stand for it; what stands for another term does not count.
    """
    words = phrase_tokens(form)
    if len(words) >= SHORTEST_INITIALS:
        without_and = [word for word in words if word.lower not in _AND]
        for letters in sorted({initials(form), _letters(without_and)}):
            if len(letters) >= SHORTEST_INITIALS:
                yield from ((position, position) for position in _said_by_letters(letters, resume, own))
        yield from _begun_with_initials(words, resume)
    elif len(words) == 2:
        yield from _numbered(words, resume)
    else:
        yield from spelt_out_runs(form, resume)


def spelt_out_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Where the resume spells an abbreviation out, whatever it stands for."""
    if form.isalpha() and form.isupper() and len(form) >= SHORTEST_SPELT_OUT:
        yield from _spelt_out(form.lower(), resume)


def _numbered(words: Sequence[Token], resume: ResumeIndex) -> Iterator[Run]:
    """ "S278" for "Section 278"."""
    if words[-1].lower.isdigit():
        yield from resume.runs.get(words[0].lower[0] + words[-1].lower, ())


def _said_by_letters(letters: str, resume: ResumeIndex, own: Collection[str] = ()) -> Iterator[int]:
    """Positions of some letters, in singular or plural, that are no word and no term. Their case says nothing: a resume
    in capitals is the same resume."""
    for said in (letters, letters + "s"):
        if said in _WORDS or (letters not in own and _means_something(said, resume)):
            return
        yield from resume.words.get(said, ())


def _means_something(said: str, resume: ResumeIndex) -> bool:
    """Whether letters are a term, or a word of many postings: "off" stands for no Oracle Federal Financials."""
    return resume.lexicon.knows(said) or load_background().frequency(said) >= COMMON


def _begun_with_initials(words: Sequence[Token], resume: ResumeIndex) -> Iterator[Run]:
    """The first words by their initials, the others in full: "CIN plans" for "child in need plans"."""
    for size in range(2, len(words)):
        if words[size].stem in FUNCTION_WORDS:
            continue
        first = words[:size]
        content = [word for word in first if word.stem not in FUNCTION_WORDS]
        rest = [word.stem for word in words[size:]]
        joined = "".join("&" if word.lower == "and" else word.lower[0] for word in first)
        for letters in sorted({joined, _letters(first), _letters(content)}):
            for at in _said_by_letters(letters, resume):
                if [token.stem for token in resume.tokens[at + 1 : at + 1 + len(rest)]] == rest:
                    yield at, at + len(rest)


def _spelt_out(letters: str, resume: ResumeIndex) -> Iterator[Run]:
    tokens = resume.tokens
    for first in range(len(tokens) - len(letters) + 1):
        run = tokens[first : first + len(letters)]
        if all(t.lower[0] == letter for t, letter in zip(run, letters, strict=True)) and all(
            token.joined for token in run[1:]
        ):
            yield first, first + len(letters) - 1
