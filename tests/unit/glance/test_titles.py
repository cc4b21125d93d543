"""Which titles a reader takes for the one they want."""

from __future__ import annotations

import pytest

from gapcheck.document import Document
from gapcheck.glance.clock import follow
from gapcheck.glance.settings import DEFAULTS
from gapcheck.glance.titles import SeenTitle, find_seen_title, same_title
from tests.unit.glance.pages import glance_at, plain, scene_of

SAME = [
    ("Staff Nurse", "Staff Nurse"),
    ("Staff Nurse", "Senior Nurse"),
    ("Registered Nurse", "RN, Registered Nurse"),
    ("Senior Mechanical Design Engineer", "Mechanical Engineer"),
    ("Software Engineer", "Software Developer"),
    ("Data Engineer (m/f/d) - Remote", "Lead Data Engineer | Python"),
    ("Marketing Manager", "Manager of Marketing"),
    ("Head of Nursing", "Director of Nursing"),
    ("Payroll Clerks", "Payroll Clerk"),
    ("Teacher", "Maths Teacher"),
    ("Warehouse Shift Supervisor", "Warehouse Lead"),
    ("Team Leader", "Team Lead"),
]
NOT_SAME = [
    ("Registered Nurse", "Nurse"),
    ("Data Engineer", "Sales Engineer"),
    ("Warehouse Shift Team Leader", "Infrastructure Team Lead"),
    ("Purchase Ledger Clerk", "Finance Manager"),
    ("Communications Manager", "Restaurant Manager"),
    ("Software Engineer", "Software"),
    ("Data Engineer", "Data entry | Engineer"),
    ("Skills", "Skills"),
    ("Data Engineer", ""),
]


@pytest.mark.parametrize(("target", "other"), SAME)
def test_same_titles(target: str, other: str) -> None:
    assert same_title(target, other)


@pytest.mark.parametrize(("target", "other"), NOT_SAME)
def test_other_titles(target: str, other: str) -> None:
    assert not same_title(target, other)


def seen(document: Document, target: str) -> SeenTitle | None:
    return find_seen_title(target, follow(scene_of(document), DEFAULTS), document.text, same_title)


RESUME = plain(
    "Ann Lee\n\nSummary\nRegistered nurse with nine years on wards.\n\n"
    "Experience\nWard Manager, Alpha Hospital\n2015 - 2019\n\nCarer, Beta Home\n2012 - 2015\n"
)


def test_the_title_in_a_summary_is_seen() -> None:
    found = seen(RESUME, "Registered Nurse")
    assert found is not None
    assert found.text.startswith("Registered nurse")
    assert not found.close


def test_the_first_sight_counts() -> None:
    found = seen(RESUME, "Ward Manager")
    assert found is not None
    assert found.text == "Ward Manager"
    assert found.at > 1


def test_a_head_noun_without_its_modifier_is_close() -> None:
    found = seen(RESUME, "Retail Manager")
    assert found is not None
    assert found.close
    assert found.text == "Ward Manager"


CLOSE = [
    ("Mobility Consultant", "HR Consulting"),
    ("Special Education Teacher", "Teacher"),
    ("Senior Mechanical Design Engineer", "Engineering Manager/Senior Mechanical Designer"),
    ("Human Resources Specialist", "Human Resources Coordinator"),
]
FAR = [("Mechanical Design Engineer", "Director of Engineering"), ("Mobility Consultant", "Baker")]


@pytest.mark.parametrize(("target", "headline", "close"), [(*pair, pair in CLOSE) for pair in (*CLOSE, *FAR)])
def test_close_titles(target: str, headline: str, close: bool) -> None:
    document = plain(f"Ann Lee\n{headline}\n\nExperience\nBaker, Alpha\n2015 - 2019\n")
    found = seen(document, target)
    assert (found is not None and found.close and found.text == headline) is close


def test_the_title_of_a_job_long_past_is_close_at_best() -> None:
    jobs = ["Cook, Alpha\n2018 - 2022\n", "Cook, Beta\n2015 - 2018\n", "Ward Manager, Gamma\n2010 - 2015\n"]
    for order, close in ((jobs, True), (jobs[::-1], False)):
        document = plain("Ann Lee\n\nExperience\n" + "\n".join(order))
        report = glance_at(document, "Ward Manager").report
        assert report.title.text == "Ward Manager"
        assert (report.title.seen_at is None) is close


def test_nothing_of_it_is_nothing() -> None:
    assert seen(RESUME, "Bricklayer") is None
    assert seen(RESUME, "Skills") is None


def test_the_caller_may_know_more_titles() -> None:
    gaze = follow(scene_of(RESUME), DEFAULTS)
    found = find_seen_title("Bricklayer", gaze, RESUME.text, lambda _, other: other == "Ward Manager")
    assert found == SeenTitle(found.at if found else 0, "Ward Manager", close=False)


def test_words_on_both_sides_of_a_gap_are_no_title() -> None:
    document = plain("Ann Lee\n\nExperience\nData clerk. Engineer of bread, Alpha\n2015 - 2019\n")
    found = seen(document, "Data Engineer")
    assert found is None or found.close
