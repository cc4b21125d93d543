"""Suggestions: small, supported by the resume, and true when they are followed."""

from __future__ import annotations

import re

import pytest

from gapcheck.document import Document
from gapcheck.glance import DEFAULTS, look
from gapcheck.report import Suggestion, Verdict
from gapcheck.segment.resume import segment_resume
from tests.unit.glance.pages import glance_at, on_page, plain, views

BODY = (
    "\n\nExperience\nWard Manager, Alpha Hospital\n2015 - 2019\n"
    + "\n".join(f"- Looked after ward number {number} with care and skill" for number in range(30))
    + "\n\nPorter, Gamma Hospital\n2015\n- Moved beds\n\n"
    + "Staff Nurse, Beta Hospital\n2010 - 2015\n- Did wound care, triage and dialysis\n"
)
RESUME = plain("Ann Lee\nann@example.org" + BODY)
TERMS = ("wound care", "triage", "dialysis", "NMC", "COSHH")
WRITTEN = re.compile(r"“(.+?)”")


def suggestions(document: Document, target: str | None, *terms: str) -> tuple[Suggestion, ...]:
    return glance_at(document, target, *terms).report.suggestions


def test_title_and_keyword_of_an_early_job_are_put_forward() -> None:
    report = glance_at(RESUME, "Staff Nurse", *TERMS).report
    assert report.verdict is Verdict.NO
    assert report.suggestions
    assert all("under your name" in item.change for item in report.suggestions)
    assert any("“Staff Nurse”" in item.change for item in report.suggestions)


def test_a_suggestion_says_when_it_is_seen() -> None:
    assert all(
        re.search(r": seen at \d\.\d s\.$", item.change)
        for item in suggestions(RESUME, "Staff Nurse", *TERMS)
    )


def test_what_turns_the_verdict_to_yes_comes_first() -> None:
    verdicts = [item.verdict_after for item in suggestions(RESUME, "Staff Nurse", *TERMS)]
    assert verdicts[0] is Verdict.YES
    assert verdicts == sorted(verdicts, key=[Verdict.YES, Verdict.BORDERLINE, Verdict.NO].index)


def test_at_most_three() -> None:
    assert len(suggestions(RESUME, "Staff Nurse", *TERMS)) <= DEFAULTS.most_suggestions


def test_nothing_is_suggested_that_the_resume_does_not_show() -> None:
    assert suggestions(RESUME, "Bricklayer", "NMC", "COSHH", "mortar") == ()
    said = " ".join(item.change for item in suggestions(RESUME, "Bricklayer", "NMC", *TERMS))
    assert "Bricklayer" not in said
    assert "NMC" not in said


def test_a_yes_needs_no_suggestion() -> None:
    document = plain("Ann Lee\nStaff Nurse | wound care | triage" + BODY)
    report = glance_at(document, "Staff Nurse", *TERMS).report
    assert report.verdict is Verdict.YES
    assert report.suggestions == ()


def test_a_long_keyword_is_no_headline() -> None:
    document = plain(RESUME.text + "\n- Care of the elderly at home\n")
    said = suggestions(document, None, "care of the elderly at home")
    assert said == ()


@pytest.mark.parametrize("target", ["Staff Nurse", None])
def test_a_suggestion_that_is_followed_holds(target: str | None) -> None:
    for item in suggestions(RESUME, target, *TERMS):
        line = " | ".join(WRITTEN.findall(item.change))
        followed = plain(RESUME.text.replace("Ann Lee\n", f"Ann Lee\n{line}\n"))
        assert glance_at(followed, target, *TERMS).report.verdict is item.verdict_after


def test_a_suggestion_for_a_headline_that_is_followed_holds() -> None:
    document = plain("Ann Lee\nHospital worker" + BODY)
    found = suggestions(document, "Staff Nurse", *TERMS)
    assert found
    for item in found:
        line = " | ".join(WRITTEN.findall(item.change))
        followed = plain(document.text.replace("Hospital worker", f"Hospital worker | {line}"))
        assert glance_at(followed, "Staff Nurse", *TERMS).report.verdict is item.verdict_after


def test_without_a_name_the_first_line_is_named() -> None:
    document = plain("experience\nWard Manager, Alpha Hospital\n2015 - 2019\n" + BODY)
    found = suggestions(document, "Staff Nurse", *TERMS)
    assert found
    assert "on the first line" in found[0].change


def test_a_degree_is_no_headline() -> None:
    document = plain(RESUME.text + "\n- Took a degree\n")
    assert suggestions(document, None, "degree") == ()


def test_no_rank_is_made_up() -> None:
    found = suggestions(RESUME, "Senior Staff Nurse", *TERMS)
    assert any("“Staff Nurse”" in item.change for item in found)
    assert not any("Senior" in item.change for item in found)


def test_what_is_enough_by_itself_is_not_suggested_again_with_more() -> None:
    document = plain("Ann Lee\nStaff Nurse" + BODY)
    found = suggestions(document, "Staff Nurse", "triage", "dialysis")
    assert [item.change.split(" on ")[0] for item in found] == ["Put “triage”", "Put “dialysis”"]


LONG_SUMMARY = (
    "Nurse who likes people and "
    + "very " * 40
    + "much.\n"
    + "Kind and calm in all that has to be done here.\n"
)


def test_a_long_summary_is_moved_below_the_newest_job() -> None:
    experience = (
        "Experience\nWard Manager of a large surgical ward, Alpha Hospital Trust of the North\n2015 - 2019\n"
    )
    skills = f"\nSkills\n{'kindness, ' * 20}wound care, triage\n"
    document = plain("Ann Lee\n\nSummary\n" + LONG_SUMMARY + "\n" + experience + skills)
    report = glance_at(document, "Ward Manager", *TERMS).report
    assert report.verdict is not Verdict.YES
    assert Suggestion("Move the summary below your newest job.", Verdict.YES) in report.suggestions
    moved = plain("Ann Lee\n\n" + experience + skills + "\nSummary\n" + LONG_SUMMARY)
    assert glance_at(moved, "Ward Manager", *TERMS).report.verdict is Verdict.YES


def test_a_summary_on_page_two_is_left_alone() -> None:
    document = plain(
        "Ann Lee\n\nInterests\nChess\n\nSummary\nKind.\n\nExperience\nCook, Alpha\n2015\n- Did triage\n"
    )
    moved = on_page(document, 3, 2)
    assert not any("summary" in item.change for item in suggestions(moved, "Staff Nurse", "triage", "NMC"))


def test_a_summary_that_would_take_the_time_elsewhere_is_not_moved() -> None:
    """What is moved below is still on the page: its lines are held against the time that moving it gains."""
    experience = (
        "Experience\nWard Manager of a large surgical ward, Alpha Hospital Trust of the North\n2015 - 2019\n"
    )
    skills = f"\nSkills\n{'kindness, ' * 20}wound care, triage\n"
    summary = LONG_SUMMARY + "Kind and calm in all that has to be done here.\n" * 20
    document = plain("Ann Lee\n\nSummary\n" + summary + "\n" + experience + skills)
    assert not any("summary" in item.change for item in suggestions(document, "Ward Manager", *TERMS))


def test_the_words_to_write_are_the_callers() -> None:
    phrases = {"triage": "emergency triage", "dialysis": None}
    document = plain("Ann Lee\nStaff Nurse" + BODY)
    report = look(
        document,
        segment_resume(document),
        "Staff Nurse",
        views(document, "triage", "dialysis"),
        phrase_for=phrases.__getitem__,
    ).report
    assert [item.change.split(" on ")[0] for item in report.suggestions] == ["Put “emergency triage”"]
