"""Which fields of a record are taken for text, title, id and employer."""

from __future__ import annotations

import pytest

from gapcheck.batch.fields import Fields, NoTextFieldError, id_of, posting_of

LONG = "We look for somebody who can cook for sixty guests, plan menus, order stock and keep the kitchen clean daily."
FOUND = Fields()


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"text": "a", "description": "b"}, "a"),
        ({"Job Description": "a"}, "a"),
        ({"job_description": "a", "summary": "b"}, "a"),
        ({"text": "", "body": "a"}, "a"),
        ({"advert_no_1": LONG, "x": "y"}, LONG),
        ({"description": ["cook", "clean"]}, "- cook\n- clean"),
        ({"description": {"name": "a"}}, "a"),
        ({"text": None}, ""),
    ],
)
def test_the_text_is_found(record: dict[str, object], text: str) -> None:
    assert posting_of(record, FOUND).description == text


@pytest.mark.parametrize("record", [{}, {"a": 1}, {"remark": "too short to be a posting"}])
def test_a_record_without_text_is_refused_with_its_fields(record: dict[str, object]) -> None:
    with pytest.raises(NoTextFieldError, match=next(iter(record), "none")):
        posting_of(record, FOUND)


def test_what_the_user_says_goes_first() -> None:
    record = {"text": "a", "job": {"ad": "b", "name": "Cook"}, "more": "c", "key": 7}
    fields = Fields(("job.ad", "more"), "job.name", "key")
    posting = posting_of(record, fields)
    assert (posting.description, posting.title, id_of(record, fields)) == ("b\n\nc", "Cook", "7")


def test_a_field_that_the_user_names_must_be_there() -> None:
    with pytest.raises(NoTextFieldError):
        posting_of({"text": "a"}, Fields(("ad",)))
    assert posting_of({"ad": ""}, Fields(("ad",))).description == ""


def test_title_id_and_employer_are_found() -> None:
    record = {"Position Title": "Cook\n", "JobID": 12, "company_name": "Inn", "text": "x", "name": "other"}
    posting = posting_of(record, FOUND)
    assert (posting.title, posting.employer, id_of(record, FOUND)) == ("Cook", "Inn", "12")


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ({}, None),
        ({"id": 0}, "0"),
        ({"id": True}, None),
        ({"id": " a\nb "}, "a b"),
        ({"id": "\ud800"}, "\\ud800"),
    ],
)
def test_ids(record: dict[str, object], name: str | None) -> None:
    assert id_of(record, FOUND) == name


def test_parts_beside_the_description_are_kept_with_their_headings() -> None:
    record = {"description": "a", "Minimum Qualifications": "b", "skills": ["c", "d"]}
    sections = posting_of(record, FOUND).sections
    assert sections == (("Minimum qualifications", "b"), ("Skills", "- c\n- d"))


def test_a_whole_text_holds_its_parts_already() -> None:
    assert posting_of({"text": "a", "responsibilities": "b"}, FOUND).sections == ()
