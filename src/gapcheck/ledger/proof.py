"""What a resume proves of a phrase by itself: a degree or a clearance that it names."""

from __future__ import annotations

import re

from gapcheck.ledger.conditions import find_clearance
from gapcheck.ledger.degree_words import find_degree_words
from gapcheck.ledger.degrees import find_degrees
from gapcheck.ledger.facts import ResumeFacts
from gapcheck.ledger.judgement import judge_need
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Level, Need
from gapcheck.report import Evidence, RequirementStatus, RequirementType

_EDUCATION: tuple[tuple[Level, Lazy], ...] = (
    (Level.MASTER, Lazy(r"\b(?:post-?)?graduate[ -](?:level )?(?:education|study|studies)\b", re.IGNORECASE)),
    (Level.BACHELOR, Lazy(r"\bundergraduate (?:level )?(?:education|study|studies)\b", re.IGNORECASE)),
    (
        Level.ASSOCIATE,
        Lazy(
            r"\b(?:above|beyond|past) (?:the )?high school\b|\b(?:college|post-?secondary)(?: level)? education\b",
            re.IGNORECASE,
        ),
    ),
)
"""Educations that name no degree, and the level of degree that is one."""


def prove(phrase: str, facts: ResumeFacts, *, subject: bool = True) -> tuple[Evidence, ...]:
    """Where the resume shows what the phrase names: a finished degree of its level or above, a clearance that includes
    it; nothing where it does not, or where it names nothing.

    A subject that a title implies ("LL.B.") has to fit, one that stands beside it ("degree in law") where `subject`
    says so. A vocational award ("NVQ Level 2") is shown by its name alone: a degree is above it, but another thing.
    """
    verdicts = [judge_need(need, facts) for need in _named(phrase, subject=subject)]
    if any(verdict.status is not RequirementStatus.MET for verdict in verdicts):
        return ()
    return tuple(piece for verdict in verdicts for piece in verdict.evidence)


def _named(phrase: str, *, subject: bool) -> list[Need]:
    words = list(find_degree_words(phrase))
    if not words:
        return _education(phrase) or list(find_clearance(phrase, 0, demanded=False))
    if any(word.vocational for word in words):
        return []
    if subject and (needs := list(find_degrees(phrase, 0))):
        return needs
    lowest = min(words, key=lambda word: word.level)
    fields = (lowest.field,) if lowest.field else ()
    return [_degree(phrase, lowest.level, fields)]


def _education(phrase: str) -> list[Need]:
    return [_degree(phrase, level) for level, pattern in _EDUCATION if pattern.search(phrase)]


def _degree(phrase: str, level: Level, fields: tuple[str, ...] = ()) -> Need:
    return Need(RequirementType.DEGREE, 0, len(phrase), phrase, level=level, fields=fields)
