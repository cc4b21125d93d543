"""Headings of postings."""

from __future__ import annotations

import pytest

from gapcheck.segment.headings import (
    has_one_value,
    is_overview,
    looks_like_heading,
    own_words,
    section_of_heading,
)
from gapcheck.segment.model import PostingSection as S


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Responsibilities", S.DUTIES),
        ("Key Responsibilities:", S.DUTIES),
        ("What you'll do", S.DUTIES),
        ("What you’ll be doing", S.DUTIES),
        ("The role", S.DUTIES),
        ("Job Summary", S.DUTIES),
        ("Requirements", S.REQUIRED),
        ("Minimum qualifications", S.REQUIRED),
        ("What you'll bring", S.REQUIRED),
        ("The person we need", S.REQUIRED),
        ("You'll need", S.REQUIRED),
        ("Our ideal colleague", S.REQUIRED),
        ("Applicants should have", S.REQUIRED),
        ("Useful but not essential", S.PREFERRED),
        ("Helpful to have", S.PREFERRED),
        ("What the job involves", S.DUTIES),
        ("Want to apply?", S.APPLICATION),
        ("Who you are", S.REQUIRED),
        ("About you", S.REQUIRED),
        ("Person specification", S.REQUIRED),
        ("** Essential **", S.REQUIRED),
        ("Preferred qualifications", S.PREFERRED),
        ("Nice to have", S.PREFERRED),
        ("Bonus points if you", S.PREFERRED),
        ("Desirable criteria", S.PREFERRED),
        ("Nice if you have it", S.PREFERRED),
        ("Additional Considerations", S.PREFERRED),
        ("Quality ranking factors", S.PREFERRED),
        ("What will set you apart", S.PREFERRED),
        ("What would make you stand out", S.PREFERRED),
        ("What would delight us", S.PREFERRED),
        ("To apply, you will need", S.REQUIRED),
        ("To apply", S.APPLICATION),
        ("NICE", None),
        ("Nice:", S.PREFERRED),
        ("Benefits", S.BENEFITS),
        ("What we offer", S.BENEFITS),
        ("Perks & benefits", S.BENEFITS),
        ("Salary", S.BENEFITS),
        ("Our culture", S.BENEFITS),
        ("Cell culture", None),
        ("Why you'll love working here", S.BENEFITS),
        ("How we’ll look after you", S.BENEFITS),
        ("Additional skills that would help", S.PREFERRED),
        ("Not essential but great", S.PREFERRED),
        ("Ready to apply?", S.APPLICATION),
        ("What's the job?", S.DUTIES),
        ("What's the opportunity?", S.DUTIES),
        # as the applicant would ask
        ("What will I be doing?", S.DUTIES),
        ("What will my day look like?", S.DUTIES),
        ("What do I need?", S.REQUIRED),
        ("What are we looking for?", S.REQUIRED),
        ("Who are you?", S.REQUIRED),
        ("What would be nice?", S.PREFERRED),
        ("What do I get?", S.BENEFITS),
        ("What's in it for me?", S.BENEFITS),
        ("How much will I earn?", S.BENEFITS),
        ("When do I start?", S.APPLICATION),
        ("Who will I work with?", S.COMPANY),
        ("How will you spend your time?", S.DUTIES),
        ("What does good look like?", S.REQUIRED),
        # as the employer would say
        ("The job in a nutshell", S.DUTIES),
        ("What you’ll actually do", S.DUTIES),
        ("Person spec", S.REQUIRED),
        ("Behaviours", S.REQUIRED),
        ("We’ll give you", S.BENEFITS),
        ("What’s on the table", S.BENEFITS),
        ("What you’ll be up to", S.DUTIES),
        ("What we’d expect", S.REQUIRED),
        ("Personal qualities", S.REQUIRED),
        ("Tickets required", S.REQUIRED),
        ("Tickets an advantage", S.PREFERRED),
        ("Dept", S.COMPANY),
        ("You should", S.REQUIRED),
        ("This is you", S.REQUIRED),
        ("Non-negotiables", S.REQUIRED),
        ("You are a great fit if you", S.REQUIRED),
        ("You are a great fit for people with ideas", None),
        ("We'd love to see", S.PREFERRED),
        ("You might also have", S.PREFERRED),
        ("Not needed", S.LEGAL),
        ("What you don’t need", S.LEGAL),
        ("About us", S.COMPANY),
        ("About Harrowgate Infirmary", S.COMPANY),
        ("Who we are", S.COMPANY),
        ("Our mission", S.COMPANY),
        ("Equal Opportunity Employer", S.LEGAL),
        ("Physical demands", S.LEGAL),
        ("Physical and Mental Demands", S.LEGAL),
        ("Physical Demands/Environment Factors", S.LEGAL),
        ("More About Us", S.COMPANY),
        ("How to apply", S.APPLICATION),
        ("Next steps", S.APPLICATION),
        ("Wound care on our wards and in the homes of patients", None),
        ("Active state-issued special education teaching license in Texas", None),
        ("", None),
    ],
)
def test_section(text: str, section: S | None) -> None:
    assert section_of_heading(text) is section


@pytest.mark.parametrize(
    ("text", "formatted", "expected"),
    [
        ("Responsibilities", False, True),
        ("what you bring:", False, True),
        ("Strong skills in Excel", False, False),
        ("We are a small team.", False, False),
        ("Some formatted words", True, True),
        ("a very long line that goes on and on without end here", True, False),
        ("", False, False),
    ],
)
def test_looks_like_heading(text: str, formatted: bool, expected: bool) -> None:
    assert looks_like_heading(text, formatted=formatted) is expected


def test_overview() -> None:
    assert is_overview("Job Summary")
    assert not is_overview("Responsibilities")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        # put as a question or a condition
        ("What you will do", True),
        ("Who we are", True),
        ("What would delight us", True),
        ("Working for our organisation", True),
        ("Nice if you have it", True),
        ("This is you", True),
        ("You won’t like this job if", True),
        ("Must", True),
        ("Must haves", True),
        ("Must have a car", False),
        ("We cook what you like", False),
        # a question to the applicant that names what is asked for
        ("Do you have analytical writing skills?", False),
        ("Are you a qualified tree surgeon?", False),
        ("Do you have what it takes?", True),
        # made of heading words alone
        ("Main duties of the job", True),
        ("Preferred but not required", True),
        ("Experience of kitchens and bars", False),
        # the next line goes on with it
        ("Knowledge Of", False),
        ("What we are part of", True),
        ("What’s in it for you", True),
        ("A day in the life", True),
        ("Clinical experience on a ward", False),
    ],
)
def test_what_looks_like_a_heading_without_capitals(text: str, heading: bool) -> None:
    assert looks_like_heading(text, formatted=False) is heading


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Key skills", 0),
        ("Do you have key skills?", 0),
        ("Hydraulics experience", 1),
        ("PE or EIT license", 2),
    ],
)
def test_own_words(text: str, own: int) -> None:
    assert own_words(text) == own


@pytest.mark.parametrize(
    ("label", "one"),
    [
        ("Hours", True),
        ("Contract type:", True),
        ("💷 Pay", True),
        ("Benefits", False),
        ("Hours of fun", False),
    ],
)
def test_what_says_one_thing_on_its_line(label: str, one: bool) -> None:
    assert has_one_value(label) is one
