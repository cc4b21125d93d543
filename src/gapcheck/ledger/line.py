"""The lines of the ledger: needs with their verdicts, alternatives weighed, as the report carries them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.ledger.facts import ResumeFacts
from gapcheck.ledger.judgement import judge_need
from gapcheck.ledger.model import Need
from gapcheck.ledger.verdict import Verdict
from gapcheck.report import Requirement, RequirementStatus

CODES = {
    RequirementStatus.SHORT: "REQ001",
    RequirementStatus.NOT_SHOWN: "REQ002",
    RequirementStatus.UNCLEAR: "REQ003",
    RequirementStatus.MET: "REQ004",
}


def judge_needs(
    text: str, needs: Sequence[Need], facts: ResumeFacts, *, akin: bool = True
) -> tuple[Requirement, ...]:
    """One line of the ledger for each need, in the same order; `text` is the posting's.

    `akin` says that the resume is of such work as the posting: only then are years of any work "relevant experience".
    """
    verdicts = [judge_need(need, facts, akin=akin) for need in needs]
    weighed = _weigh_alternatives(needs, verdicts)
    return tuple(_line(text, need, verdict) for need, verdict in zip(needs, weighed, strict=True))


def _weigh_alternatives(needs: Sequence[Need], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Where one branch of alternatives is met whole, what the others ask is not needed."""
    result = list(verdicts)
    for group in sorted({need.group for need in needs if need.group is not None}):
        members = [index for index, need in enumerate(needs) if need.group == group]
        branches = sorted({needs[index].branch for index in members})
        met = [branch for branch in branches if _branch_met(needs, verdicts, members, branch)]
        for index in members:
            if result[index].status is not RequirementStatus.MET:
                result[index] = _excused(needs, result[index], members, index, met)
    return result


def _branch_met(needs: Sequence[Need], verdicts: Sequence[Verdict], members: list[int], branch: int) -> bool:
    own = [index for index in members if needs[index].branch == branch]
    return all(verdicts[index].status is RequirementStatus.MET for index in own)


def _excused(
    needs: Sequence[Need], verdict: Verdict, members: list[int], index: int, met: list[int]
) -> Verdict:
    if met:
        chosen = " and ".join(needs[other].label for other in members if needs[other].branch == met[0])
        return replace(
            verdict, status=RequirementStatus.MET, note=f"Not needed: the alternative is met ({chosen})."
        )
    others = " or ".join(
        needs[other].label for other in members if needs[other].branch != needs[index].branch
    )
    note = f"{verdict.note or ''} Or instead: {others}.".strip() if others else verdict.note
    return replace(verdict, note=note)


def _line(text: str, need: Need, verdict: Verdict) -> Requirement:
    return Requirement(
        type=need.type,
        text=text[need.start : need.end],
        start=need.start,
        end=need.end,
        strength=need.strength,
        need=need.label,
        have=verdict.have,
        status=verdict.status,
        code=CODES[verdict.status],
        evidence=verdict.evidence,
        note=verdict.note,
    )
