"""What a resume proves of a phrase by itself: a degree or a clearance that it names."""

from __future__ import annotations

from gapcheck.ledger.conditions import find_clearance
from gapcheck.ledger.degree_words import find_degree_words
from gapcheck.ledger.facts import ResumeFacts
from gapcheck.ledger.judgement import judge_need
from gapcheck.ledger.model import Need
from gapcheck.report import Evidence, RequirementStatus, RequirementType


def prove(phrase: str, facts: ResumeFacts) -> tuple[Evidence, ...]:
    """Where the resume shows what the phrase names: a finished degree of its level or above, a clearance that
    includes it; nothing where it does not, or where it names nothing. The field of a degree is not looked at."""
    verdicts = [judge_need(need, facts) for need in _named(phrase)]
    if any(verdict.status is not RequirementStatus.MET for verdict in verdicts):
        return ()
    return tuple(piece for verdict in verdicts for piece in verdict.evidence)


def _named(phrase: str) -> list[Need]:
    level = min((word.level for word in find_degree_words(phrase)), default=None)
    if level is None:
        return list(find_clearance(phrase, 0, demanded=False))
    return [Need(RequirementType.DEGREE, 0, len(phrase), phrase, level=level)]
