"""What lies close in meaning and still proves nothing."""

from __future__ import annotations

from gapcheck.background import load_background
from gapcheck.extract.roles import is_role
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.match.order import content_roots
from gapcheck.words import PARTICIPLES, root

MANY_WORDS = 3
"""Words from which on a phrase is not said by a single one of them."""

TELLING = 50
"""Background postings, of 3,500, in fewer than which a word stands that by itself may say what two words say: "rhythm"
for cardiac rhythms, never "events" for event characteristics. Of such on labelled cases half were right, of others a
fifth."""


def is_slight(term: str, run: Run, resume: ResumeIndex) -> bool:
    """Whether a run that lies close to a keyword is too little of it, or not what is asked for."""
    return _is_scrap(term, run, resume) or _is_one_of_them(term, run, resume)


def _is_scrap(term: str, run: Run, resume: ResumeIndex) -> bool:
    """Whether a run is one word that says too little: "pump" of "hydraulic gear pumps", "selling" of "Instagram
    selling" (all seven such on labelled cases were wrong), "PR" of "PR agency", a number, or a common word."""
    if run[0] != run[1]:
        return False
    word, words = resume.tokens[run[0]], content_roots(term)
    if word.lower.isdigit():
        return True
    part = root(word.stem) in words and (
        len(words) >= MANY_WORDS or word.lower.endswith(PARTICIPLES) or _is_abbreviation(word.lower, term)
    )
    return part or load_background().frequency(word.lower) >= TELLING


def _is_abbreviation(word: str, term: str) -> bool:
    """Whether a term, not itself in capitals, writes this word of it in capitals."""
    return not term.isupper() and word.upper() in term.split()


def _is_one_of_them(term: str, run: Run, resume: ResumeIndex) -> bool:
    """Whether a run names no people where several are spoken of: a "staff nurse" has not "student nurses"."""
    return _are_people(term.split()[-1].lower()) and not any(
        _are_people(token.lower) for token in resume.tokens[run[0] : run[1] + 1]
    )


def _are_people(word: str) -> bool:
    return word.endswith("s") and is_role(word)
