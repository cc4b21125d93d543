"""What a finding about a keyword is called, and the one line of advice that goes with it."""

from __future__ import annotations

from collections.abc import Collection

from gapcheck.report import Kind, Status, Strength
from gapcheck.segment.model import ResumeSection

_WITHOUT_NAMES = frozenset({Kind.DEGREE, Kind.EXPERIENCE})
_MISSING_CODES = frozenset({"GAP001", "GAP002"})
_SHOWN_IN_USE = frozenset({ResumeSection.EXPERIENCE, ResumeSection.PROJECTS, ResumeSection.EDUCATION})


def code_of(
    status: Status,
    strength: Strength,
    sections: Collection[ResumeSection],
    *,
    group_satisfied: bool,
    kind: Kind,
) -> str | None:
    """The GAP code of a keyword, None where nothing is to be done.

    `sections` are the resume sections the evidence stands in. An alternative whose group another one satisfies
    is no gap, and a degree needs no other name: every reader knows what a BSc is, and can add up years.
    """
    if status is Status.MISSING:
        if group_satisfied:
            return None
        return "GAP001" if strength is Strength.REQUIRED else "GAP002"
    if status is Status.ALIAS:
        return None if kind in _WITHOUT_NAMES else "GAP003"
    if status is Status.RELATED:
        return "GAP004"
    if ResumeSection.SKILLS in sections and _SHOWN_IN_USE.isdisjoint(sections):
        return "GAP005"
    return None


def advice_for(
    code: str | None,
    term: str,
    wording: str,
    evidence: str | None,
    *,
    misspelt: bool = False,
    kind: Kind = Kind.SKILL,
) -> str | None:
    """One line of advice in plain words.

    `wording` is how the posting says it, `evidence` how the resume does, `misspelt` with a typing error in it.
    """
    if misspelt:
        return (
            f"“{evidence}” looks like a typing error for “{wording}”: correct it, a search would not find it."
        )
    if kind is Kind.EXPERIENCE and code in _MISSING_CODES:
        return f"Words do not make up for years; if you have {term}, let the dates of your jobs show them."
    match code:
        case "GAP001":
            return f"If it is true of you, say “{wording}” where you did it, best in your newest job."
        case "GAP002":
            return f"Worth a mention if you have it: “{wording}”."
        case "GAP003":
            return f"You say “{evidence}”, the posting says “{wording}”: write both once."
        case "GAP004":
            return f"“{evidence}” implies it for an expert; name “{wording}” itself."
        case "GAP005":
            return f"Say in which job you used {term}."
    return None
