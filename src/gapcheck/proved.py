"""What the ledger proves, the keyword list does not call missing, nor shown what it finds short.

The ledger knows what a word list does not: that "B.S. Biology" is a bachelor's degree, that a higher degree includes
the lower one, which level of a clearance includes which. Licences and certificates are left to their names: what is as
good as one of them for a demand is still another word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.coverage import shown_part
from gapcheck.extract.model import ExtractedKeyword
from gapcheck.ledger import ResumeFacts, prove
from gapcheck.match import Match
from gapcheck.report import Kind, Requirement, RequirementStatus, RequirementType, Status
from gapcheck.weigh import WeighedKeyword

PROVABLE = {Kind.DEGREE: RequirementType.DEGREE, Kind.CERTIFICATION: RequirementType.CLEARANCE}
"""Kinds of keyword that the ledger knows about, and which of its lines may contradict the proof."""

AKIN = 0.45
"""Share of the posting's weight from which on a resume is of such work. Of 52 resumes with years
enough, readers took 14 of 20 above it for experienced in it, and none below."""


def with_proofs(
    keywords: Iterable[WeighedKeyword],
    matches: Iterable[Match],
    facts: ResumeFacts,
    requirements: Sequence[Requirement],
) -> list[Match]:
    """The matches, where a keyword that the words neither show nor deny takes what proves it in the ledger.

    A degree is the other way round as well: a word that looks like one ("MS" of "MS Office") shows none where no line
    that asks for it is met, and neither does one in another subject.
    """
    return [
        _settled(item.keyword, found, facts, requirements)
        for item, found in zip(keywords, matches, strict=True)
    ]


def _settled(
    keyword: ExtractedKeyword, found: Match, facts: ResumeFacts, requirements: Sequence[Requirement]
) -> Match:
    if found.status.shown:
        return _disproved(keyword, found, requirements)
    if keyword.kind is Kind.EXPERIENCE:
        return _worked(keyword, requirements)
    return found if found.denied else _proved(keyword, facts, requirements) or found


def is_akin(keywords: Iterable[WeighedKeyword], matches: Iterable[Match]) -> bool:
    """Whether the resume shows enough of what the posting asks for that years in its jobs are years for this one."""
    pairs = [
        (item.weight, found)
        for item, found in zip(keywords, matches, strict=True)
        if item.keyword.kind is not Kind.EXPERIENCE
    ]
    total = sum(weight for weight, _found in pairs)
    return sum(weight * shown_part(found.status) for weight, found in pairs) >= AKIN * total


def _worked(keyword: ExtractedKeyword, requirements: Iterable[Requirement]) -> Match:
    """What the ledger says of the years that the posting asks for first."""
    first = keyword.mentions[0]
    for line in requirements:
        if line.type is RequirementType.YEARS and first.overlaps(line.start, line.end):
            evidence = tuple((piece.start, piece.end) for piece in line.evidence)
            if line.status is RequirementStatus.MET and evidence:
                return Match(Status.ALIAS, evidence)
    return Match(Status.MISSING)


def _disproved(keyword: ExtractedKeyword, found: Match, requirements: Sequence[Requirement]) -> Match:
    if keyword.kind is not Kind.DEGREE or (found.status is Status.EXACT and not _has_subject(keyword)):
        return found
    lines = [
        line
        for line in requirements
        if line.type is RequirementType.DEGREE
        and any(m.overlaps(line.start, line.end) for m in keyword.mentions)
    ]
    met = any(line.status is RequirementStatus.MET for line in lines)
    return found if met or not lines else Match(Status.MISSING)


def _has_subject(keyword: ExtractedKeyword) -> bool:
    """Whether it names more than the lexicon's entry: "bachelor's degree in law" is not shown by one in history."""
    return keyword.lexicon is not None and keyword.term != keyword.lexicon


def _proved(
    keyword: ExtractedKeyword, facts: ResumeFacts, requirements: Sequence[Requirement]
) -> Match | None:
    line_type = PROVABLE.get(keyword.kind)
    if line_type is None:
        return None
    for mention in keyword.mentions:
        # Within what a line of the ledger asks for: "bachelor's degree" in marketing.
        lines = [
            line for line in requirements if line.type is line_type and mention.overlaps(line.start, line.end)
        ]
        if all(line.status is RequirementStatus.MET for line in lines):
            evidence = prove(mention.text, facts, subject=not lines)
            if evidence:
                return Match(Status.ALIAS, tuple((piece.start, piece.end) for piece in evidence))
    return None
