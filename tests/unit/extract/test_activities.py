"""Activities and roles by hand-made tags: what is found, and what a resume calls it."""

from __future__ import annotations

import pytest

from gapcheck.extract.activities import find_activities, find_inversions
from gapcheck.extract.model import TaggedWord
from gapcheck.extract.phrases import noun_phrases
from gapcheck.extract.roles import Asked, other_names, roles_asked_for, roles_in_title
from gapcheck.extract.said import Said, read_passage
from gapcheck.extract.work_nouns import singular


def tagged(text: str, tags: str) -> Said:
    words, at = [], 0
    for word, tag in zip(text.split(), tags.split(), strict=True):
        at = text.index(word, at)
        words.append(TaggedWord(at, tag))
        at += len(word)
    return read_passage(text, 0, words)


def activities(text: str, tags: str, *called: str) -> list[str | None]:
    said = tagged(text, tags)
    phrases = tuple(noun_phrases(said.tags, said.joined))
    return [found.name for found in find_activities(said, phrases, lambda name: name in called)]


def roles(text: str, tags: str) -> list[tuple[str, Asked]]:
    said = tagged(text, tags)
    found = roles_asked_for(said, tuple(noun_phrases(said.tags, said.joined)))
    return [(role.name, role.asked) for role in found]


@pytest.mark.parametrize(
    ("text", "tags", "name"),
    [
        ("Supervise a night porter", "VB DT NN NN", "night porter supervision"),
        ("Process refunds", "VB NNS", "refund processing"),
        ("Manage a time-table", "VB DT NN", "time-table management"),
        ("Producing VAT returns", "NN NN NNS", None),
        ("plan, book and manage the bookings", "VB VB CC VB DT NNS", "booking management"),
        ("respond to queries", "VB IN NNS", "query response"),
        ("preparation of samples", "NN IN NNS", "sample preparation"),
        ("Process payroll", "VB NN", "payroll processing"),
    ],
)
def test_a_doing_is_named_after_what_it_is_done_to(text: str, tags: str, name: str | None) -> None:
    assert name in activities(text, tags)


def test_a_vague_verb_makes_a_name_only_where_people_say_it() -> None:
    assert activities("Develop brochures", "VB NNS") == [None]
    assert activities("Develop brochures", "VB NNS", "brochure development") == ["brochure development"]


def test_a_longer_object_speaks_for_itself() -> None:
    assert activities("Translate museum visitor leaflets", "VB NN NN NNS") == [None]


def test_what_leaves_open_what_is_done_names_nothing() -> None:
    assert activities("Evaluate the effectiveness", "VB DT NN") == [None]
    assert activities("Process crates of apples", "VB NNS IN NNS") == [None]


def test_the_first_of_some_modifiers_is_no_object() -> None:
    assert activities("Process refunds, returns and sales", "VB NNS NNS CC NNS")[0] == "refund processing"
    assert activities("Process card, cash and voucher payments", "VB NN NN CC NN NNS") == [None]


@pytest.mark.parametrize("text", ["Process simulation", "Test automation", "Design verification"])
def test_a_name_of_work_is_no_verb_with_its_object(text: str) -> None:
    assert activities(text, "VB NN") == []


def test_what_belongs_to_the_applicant_is_no_work() -> None:
    assert activities("Manage your pension", "VB PRP$ NN") == []


def test_a_preposition_turned_round() -> None:
    said = tagged("safety for patients", "NN IN NNS")
    phrases = tuple(noun_phrases(said.tags, said.joined))
    assert [found.name for found in find_inversions(said, phrases)] == ["patient safety"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Retail Supervisor", ["retail supervision"]),
        ("Senior Kiln Technician", ["kiln technician"]),
        ("Gym Instructor / Personal Trainer", ["gym instruction", "personal training"]),
        ("Teacher Aide", ["teacher aide"]),
        ("Bank Midwife", ["midwife"]),
        ("Bank Teller", ["bank teller"]),
        ("Supervisory Kiln Technician", ["supervision", "kiln technician"]),
        ("SUPV LIBRARY TECHNICIAN", ["supervision", "library technician"]),
        ("Attorney Adviser", ["attorney adviser"]),
        ("Manager", []),
        ("Home Manager", ["home manager"]),
        ("Senior Officer", []),
    ],
)
def test_a_title_names_its_work(text: str, names: list[str]) -> None:
    said = read_passage(text, 0, ())
    assert [role.name for role in roles_in_title(said)] == names


@pytest.mark.parametrize(
    ("term", "names"),
    [
        ("Senior Receptionist", ("receptionist",)),
        ("Lab Instructors", ("lab instructor", "lab instruction")),
        ("instructor", ()),
        ("bank reconciliation", ()),
    ],
)
def test_a_role_has_other_names(term: str, names: tuple[str, ...]) -> None:
    assert other_names(term) == names


def test_roles_that_are_asked_for() -> None:
    assert roles("a registered dispensing optician", "DT VBN NN NN") == [
        ("dispensing optician", Asked.REGISTRATION)
    ]
    assert roles("two years as a ward clerk or theatre porter", "CD NNS IN DT NN NN CC NN NN") == [
        ("ward clerk", Asked.EXPERIENCE),
        ("theatre porter", Asked.EXPERIENCE),
    ]
    assert roles("ward clerk experience", "NN NN NN") == [("ward clerk", Asked.EXPERIENCE)]


def test_whom_one_works_under_is_not_asked_for() -> None:
    assert roles("supervision of registered dispensing opticians", "NN IN VBN NN NNS") == []
    assert roles("supporting the registered dispensing optician", "VBG DT VBN NN NN") == []
    assert roles("reports to a registered dispensing optician", "VBZ TO DT VBN NN NN") == []
    assert roles("the ward clerks work with porters", "DT NN NNS VBP IN NNS") == []
    assert roles("report to the ward clerk", "VB IN DT NN NN") == []


def test_the_singular_that_a_compound_begins_with() -> None:
    words = "invoices queries boxes analyses sales news business"
    assert [singular(word) for word in words.split()] == [
        "invoice", "query", "box", "analysis", "sales", "news", "business",
    ]  # fmt: skip
