"""Words in a derived form: "idempotent" for "idempotency", "segmented" for "segmentation", "Bookkeeper"."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.match.agents import doing_of
from gapcheck.match.everyday import EVERYDAY
from gapcheck.match.families import SHORTEST_STEM, family
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.match.persons import after_what_is_done
from gapcheck.report import Kind
from gapcheck.words import PARTICIPLES, phrase_tokens, root

_FAMILY = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT})

_OTHERS = ("ants", "ers", "ors", "ists", "al", "als")
"""Endings of people in the plural ("consultants" shows no consulting), and of adjectives that say of what sort a thing
is ("commercial clients" shows no commercialization)."""


def derived_runs(form: str, kind: Kind, resume: ResumeIndex) -> Iterator[Run]:
    """Single words of the resume that are of one family with a single-word keyword for an activity or quality."""
    words = phrase_tokens(form)
    if kind not in _FAMILY or len(words) != 1 or not form.isalpha():
        return
    wanted = family(root(words[0].stem))
    if len(wanted) < SHORTEST_STEM:
        return
    for position in resume.families.get(wanted, ()):
        said = resume.tokens[position]
        noun = said.stem == words[0].stem and not said.lower.endswith(PARTICIPLES)
        if not noun and not said.lower.endswith(_OTHERS):
            yield position, position


_ABILITIES = frozenset("skill skills ability abilities aptitude".split())
_DISPOSITIONS = _ABILITIES | frozenset("thinking mindset spirit attitude manner".split())


def disposition_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Single words that show skill in what they name: "analyzed" and "analysis" show analytical skills.

    A "critical" case shows no critical thinking, and "it" no IT skills.
    """
    words = phrase_tokens(form)
    if len(words) != 2 or words[1].lower not in _DISPOSITIONS or words[0].lower in EVERYDAY:
        return
    for position in resume.roots.get(root(words[0].stem), ()):
        if words[1].lower in _ABILITIES or resume.tokens[position].lower != words[0].lower:
            yield position, position


def agent_runs(form: str, kind: Kind, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that name the person after the activity: "Graphic Designer" for "graphic design", "Bookkeeper".

    One word by itself must be a job title: printers and scanners are no people.
    """
    words = [token for token in phrase_tokens(form) if token.stem not in FUNCTION_WORDS]
    if kind not in _FAMILY or not words:
        return
    before = [root(word.stem) for word in words[:-1]]
    for last in resume.agents.get(root(words[-1].stem), ()):
        first = last - len(before)
        said = [root(token.stem) for token in resume.tokens[max(0, first) : last]]
        if said == before and (before or last in resume.titled) and not after_what_is_done(first, resume):
            yield first, last


def doing_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Single verbs that say what a person called by a single word does: "precepted" for "preceptor"."""
    words = phrase_tokens(form)
    doing = doing_of(words[0]) if len(words) == 1 else None
    for position in resume.roots.get(doing, ()) if doing is not None else ():
        if resume.tokens[position].lower.endswith(PARTICIPLES):
            yield position, position


def is_inflected(run: Run, form: str, resume: ResumeIndex) -> bool:
    """Whether a run is a phrase in the same order with nothing between, but for the endings of its words."""
    words = phrase_tokens(form)
    said = resume.tokens[run[0] : run[1] + 1]
    return len(said) == len(words) and all(
        root(one.stem) == root(other.stem) for one, other in zip(said, words, strict=True)
    )
