"""What a resume proves of a phrase by itself: a degree or a clearance that it names."""

from __future__ import annotations

from gapcheck.ledger.conditions import find_clearance
from gapcheck.ledger.degree_words import find_degree_words
from gapcheck.ledger.facts import ResumeFacts
from gapcheck.ledger.judgement import judge_need
from gapcheck.ledger.verdict import evidence_at
from gapcheck.report import Evidence, RequirementStatus


def prove(phrase: str, facts: ResumeFacts) -> tuple[Evidence, ...]:
    """Where the resume shows what the phrase names: a finished degree of its level or above, a clearance that
    includes it; nothing where it does not, or where it names nothing. The field of a degree is not looked at."""
    asked = min((word.level for word in find_degree_words(phrase)), default=None)
    if asked is not None:
        held = [degree for degree in facts.degrees if degree.finished and degree.level >= asked]
        best = max(held, key=lambda degree: (degree.level, -degree.start), default=None)
        return () if best is None else (evidence_at(facts.text, best.start, best.end),)
    verdicts = [judge_need(need, facts) for need in find_clearance(phrase, 0, demanded=False)]
    if any(verdict.status is not RequirementStatus.MET for verdict in verdicts):
        return ()
    return tuple(piece for verdict in verdicts for piece in verdict.evidence)
