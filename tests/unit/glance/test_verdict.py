"""What makes the reader say yes, borderline or no."""

from __future__ import annotations

import pytest

from gapcheck.glance import look
from gapcheck.glance.scene import KeywordView, must_haves
from gapcheck.glance.settings import DEFAULTS
from gapcheck.report import MustHave, NotReached, Strength, Verdict
from gapcheck.segment.resume import segment_resume
from tests.unit.glance.pages import glance_at, on_page, plain, views

RESUME = plain(
    "Ann Lee\nStaff Nurse\n\nExperience\nStaff Nurse, Alpha Hospital\n2015 - 2019\n\n"
    "Skills\nwound care, triage, ECG\n\nInterests\nChess with friends on long winter evenings\n"
)
TEACHER = plain(RESUME.text.replace("Staff Nurse", "Teacher"))


@pytest.mark.parametrize(
    ("target", "terms", "verdict"),
    [
        ("Staff Nurse", ("wound care", "triage", "dialysis", "NMC", "COSHH"), Verdict.YES),
        ("Staff Nurse", ("wound care", "dialysis"), Verdict.YES),  # one of two is 50 %
        ("Staff Nurse", ("wound care", "dialysis", "NMC", "COSHH", "PPE"), Verdict.BORDERLINE),
        ("Staff Nurse", ("dialysis", "NMC"), Verdict.BORDERLINE),
        ("Bricklayer", ("wound care", "triage", "NMC", "COSHH", "PPE"), Verdict.BORDERLINE),
        ("Bricklayer", ("wound care", "dialysis", "NMC", "COSHH", "PPE"), Verdict.NO),
        ("Bricklayer", ("dialysis", "NMC"), Verdict.NO),
        (None, ("wound care", "triage", "NMC", "COSHH", "PPE"), Verdict.YES),
        (None, ("wound care", "dialysis", "NMC", "COSHH", "PPE"), Verdict.BORDERLINE),
        (None, ("dialysis",), Verdict.NO),
        (None, (), Verdict.NO),
        ("Staff Nurse", (), Verdict.YES),
        ("Bricklayer", (), Verdict.NO),
        ("Ward Nurse", (), Verdict.BORDERLINE),
    ],
)
def test_verdicts(target: str | None, terms: tuple[str, ...], verdict: Verdict) -> None:
    assert glance_at(RESUME, target, *terms).report.verdict is verdict


def test_half_a_title_and_one_keyword_are_borderline() -> None:
    terms = ("wound care", "dialysis", "NMC", "COSHH", "PPE")
    assert glance_at(TEACHER, "Special Education Teacher", *terms).report.verdict is Verdict.BORDERLINE
    assert glance_at(TEACHER, "Special Education Teacher", *terms[1:]).report.verdict is Verdict.NO


def test_a_close_title_is_named_but_not_seen() -> None:
    title = glance_at(TEACHER, "Special Education Teacher").report.title
    assert (title.target, title.seen_at, title.text) == ("Special Education Teacher", None, "Teacher")


def test_only_the_five_heaviest_count() -> None:
    report = glance_at(RESUME, "Staff Nurse", "a1", "a2", "a3", "a4", "a5", "wound care", "triage").report
    assert report.must_have == MustHave(0, 5)
    assert report.verdict is Verdict.BORDERLINE


def test_a_lighter_keyword_counts_where_fewer_are_required() -> None:
    required = KeywordView("NMC", 0.1, Strength.REQUIRED)
    others = views(RESUME, "triage", "wound care", strength=Strength.PREFERRED)
    report = look(RESUME, segment_resume(RESUME), "Staff Nurse", (required, *others)).report
    assert report.must_have == MustHave(2, 3)


def test_required_keywords_come_before_heavier_ones_and_soft_skills_last() -> None:
    keywords = [
        KeywordView("teamwork", 0.9, Strength.REQUIRED, minor=True),
        KeywordView("chess", 0.8, Strength.MENTIONED),
        KeywordView("b", 0.2, Strength.REQUIRED),
        KeywordView("a", 0.2, Strength.REQUIRED),
    ]
    assert [group[0].term for group in must_haves(keywords, DEFAULTS)] == ["a", "b", "chess", "teamwork"]


def test_of_equal_weights_the_one_the_posting_names_first_goes_first() -> None:
    keywords = [
        KeywordView(term, 0.2, Strength.REQUIRED, place=place)
        for place, term in ((9, "a"), (2, "c"), (5, "b"))
    ]
    assert [group[0].term for group in must_haves(keywords, DEFAULTS)] == ["c", "b", "a"]


def test_a_keyword_that_names_the_title_is_no_must_have() -> None:
    report = glance_at(RESUME, "Senior Staff Nurse", "Staff Nurse", "triage", "NMC", "COSHH").report
    assert report.must_have == MustHave(1, 3)


def test_alternatives_count_once() -> None:
    keywords = tuple(
        KeywordView(view.term, view.weight, view.strength, view.mentions, "g1")
        for view in views(RESUME, "triage", "ECG")
    )
    report = look(
        RESUME, segment_resume(RESUME), "Staff Nurse", (*keywords, *views(RESUME, "NMC", "COSHH"))
    ).report
    assert report.must_have == MustHave(1, 3)


def test_what_the_resume_shows_but_the_reader_misses() -> None:
    text = (
        RESUME.text + "\n" + "\n".join(f"Line {number} about other things entirely" for number in range(30))
    )
    document = plain(text + "\nOn the last line: dialysis\n")
    report = glance_at(document, "Staff Nurse", "dialysis", "triage", "NMC").report
    assert report.not_reached == (NotReached("dialysis", "page_1"),)
    moved = on_page(document, len(document.lines) - 1, 2)
    assert glance_at(moved, "Staff Nurse", "dialysis").report.not_reached == (
        NotReached("dialysis", "page_2"),
    )


def test_missed_keywords_are_listed_heaviest_first() -> None:
    document = on_page(RESUME, 6, 2)
    terms = [
        missed.term for missed in glance_at(document, "Cook", "triage", "ECG", "chess").report.not_reached
    ]
    assert terms == ["triage", "ECG", "chess"]
