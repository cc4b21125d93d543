"""Alternatives: "a degree or six years' experience", "BS and 5 years or MS and 3 years"."""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Need
from gapcheck.report import RequirementType

# More text than this between two needs, and an "or" in it joins something else.
LONGEST_JOINT = 48

_OR = Lazy(r"\bor\b|and/or|(?<=\w)/$|^\s?/\s?$", re.IGNORECASE)
_AND = Lazy(r"\band\b|\bwith\b|\bplus\b|&|\+|^[\s,]*$", re.IGNORECASE)
_ENDS = Lazy(
    r"[;\n]|\.\s|\bor\s(?:higher|above|equivalent\)?|more|greater|related|similar|better)\W*$", re.IGNORECASE
)

_JOINABLE = frozenset(
    {
        RequirementType.YEARS,
        RequirementType.DEGREE,
        RequirementType.CERTIFICATE,
        RequirementType.LICENCE,
        RequirementType.LANGUAGE,
    }
)


def group_alternatives(text: str, needs: list[Need]) -> list[Need]:
    """Needs of one passage with `group` (the offset of its first need) and `branch` where an "or" joins
    them.
    """
    result: list[Need] = []
    chain: list[tuple[Need, str]] = []
    for need in needs:
        joint = _joint(text, chain[-1][0], need) if chain else None
        if chain and joint is None:
            result += _branches(chain)
            chain = []
        chain.append((need, joint or ""))
    return result + _branches(chain)


def _joint(text: str, left: Need, right: Need) -> str | None:
    between = text[left.end : right.start]
    if left.type not in _JOINABLE or right.type not in _JOINABLE:
        return None
    if len(between) > LONGEST_JOINT or re.search(r"[;\n•]|\.\s", between):
        return None
    if _OR.search(between):
        return "or"
    if between.strip() == "," and left.type is right.type:
        return ","
    return "and" if _AND.search(between) else None


def _branches(chain: list[tuple[Need, str]]) -> list[Need]:
    joints = [joint for _, joint in chain]
    if "or" not in joints:
        return [need for need, _ in chain]
    group, branch, result = chain[0][0].start, 0, []
    for index, (need, joint) in enumerate(chain):
        # "X, Y or Z": a comma before an "or" with no "and" between is an "or" as well.
        listed = (
            joint == ","
            and "or" in joints[index:]
            and "and" not in joints[index : joints.index("or", index) + 1]
        )
        branch += joint == "or" or listed
        result.append(replace(need, group=group, branch=branch))
    return result
