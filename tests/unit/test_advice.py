"""Which code a keyword gets, and that every code has its line of advice."""

from __future__ import annotations

import pytest

from gapcheck.advice import advice_for, code_of
from gapcheck.codes import CODES
from gapcheck.report import Kind, Status, Strength
from gapcheck.segment.model import ResumeSection

SKILLS, JOB = ResumeSection.SKILLS, ResumeSection.EXPERIENCE


@pytest.mark.parametrize(
    ("status", "strength", "sections", "satisfied", "code"),
    [
        (Status.MISSING, Strength.REQUIRED, [], False, "GAP001"),
        (Status.MISSING, Strength.PREFERRED, [], False, "GAP002"),
        (Status.MISSING, Strength.MENTIONED, [], False, "GAP002"),
        (Status.MISSING, Strength.REQUIRED, [], True, None),
        (Status.ALIAS, Strength.REQUIRED, [JOB], False, "GAP003"),
        (Status.RELATED, Strength.REQUIRED, [JOB], False, "GAP004"),
        (Status.EXACT, Strength.REQUIRED, [SKILLS], False, "GAP005"),
        (Status.EXACT, Strength.REQUIRED, [SKILLS, JOB], False, None),
        (Status.INFLECTED, Strength.REQUIRED, [JOB], False, None),
    ],
)
def test_code(
    status: Status, strength: Strength, sections: list[ResumeSection], satisfied: bool, code: str | None
) -> None:
    assert code_of(status, strength, sections, group_satisfied=satisfied, kind=Kind.SKILL) == code


def test_a_degree_needs_no_other_name() -> None:
    def code(kind: Kind) -> str | None:
        return code_of(Status.ALIAS, Strength.REQUIRED, set(), group_satisfied=False, kind=kind)

    assert (code(Kind.DEGREE), code(Kind.CERTIFICATION)) == (None, "GAP003")


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("GAP")])
def test_every_gap_code_has_advice(code: str) -> None:
    line = advice_for(code, "term", "wording", "evidence")
    assert line
    assert "\n" not in line


def test_no_code_no_advice() -> None:
    assert advice_for(None, "term", "wording", None) is None


def test_a_typing_error_is_called_one() -> None:
    line = advice_for("GAP003", "Kubernetes", "Kubernetes", "Kuberntes", misspelt=True)
    assert (
        line
        == "“Kuberntes” looks like a typing error for “Kubernetes”: correct it, a search would not find it."
    )


def test_missing_years_are_no_matter_of_words() -> None:
    line = advice_for(
        "GAP001", "10 years of experience", "10+ years of experience", None, kind=Kind.EXPERIENCE
    )
    assert line is not None
    assert "dates" in line
    assert "say" not in line
