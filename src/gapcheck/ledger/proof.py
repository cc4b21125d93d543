"""What a resume proves of a phrase by itself: a degree or a clearance that it names."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.ledger.conditions import find_clearance
from gapcheck.ledger.degrees import find_degrees
from gapcheck.ledger.facts import ResumeFacts
from gapcheck.ledger.judgement import judge_need
from gapcheck.ledger.model import Need
from gapcheck.report import Evidence, RequirementStatus


def prove(phrase: str, facts: ResumeFacts) -> tuple[Evidence, ...]:
    """Where the resume shows all that the phrase names; nothing where it does not, or where it names nothing."""
    verdicts = [judge_need(need, facts) for need in _named(phrase)]
    if any(verdict.status is not RequirementStatus.MET for verdict in verdicts):
        return ()
    return tuple(piece for verdict in verdicts for piece in verdict.evidence)


def _named(phrase: str) -> Iterator[Need]:
    yield from find_degrees(phrase, 0)
    yield from find_clearance(phrase, 0, demanded=False)
