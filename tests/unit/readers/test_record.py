"""A posting that came as a record: title first, HTML read as HTML, text as text."""

from __future__ import annotations

import pytest

from gapcheck.document import Document, Format, Role
from gapcheck.errors import ReadError
from gapcheck.readers import record
from gapcheck.readers.jobposting import JobPosting
from gapcheck.readers.record import read_record


def read(description: str, title: str | None = None, sections: tuple[tuple[str, str], ...] = ()) -> Document:
    return read_record(JobPosting(title, "Inn Ltd", description, sections), "jobs.csv#1")


def texts(document: Document) -> list[str]:
    return [document.line_text(line) for line in document.lines]


def test_the_title_stands_first_as_a_heading() -> None:
    document = read("We look for a cook.\n\nYou bake.", "Head\n Cook")
    assert texts(document) == ["Head Cook", "We look for a cook.", "You bake."]
    assert [line.role for line in document.lines] == [Role.HEADING, Role.BODY, Role.BODY]
    assert [line.block for line in document.lines] == [0, 1, 2]
    assert (document.source, document.format, document.employer) == ("jobs.csv#1", Format.TEXT, "Inn Ltd")


def test_a_title_that_the_text_begins_with_is_not_said_twice() -> None:
    assert texts(read("HEAD COOK:\n\nYou bake.", "Head cook")) == ["HEAD COOK:", "You bake."]


@pytest.mark.parametrize(
    "description",
    [
        "<p>You <b>bake</b>.</p><ul><li>bread</li></ul>",
        "&lt;p&gt;You bake.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;bread&lt;/li&gt;&lt;/ul&gt;",
        "You bake.<br/>- Bread",
    ],
)
def test_tags_are_read_as_html(description: str) -> None:
    document = read(description, "Cook")
    assert [text.lower() for text in texts(document)] == ["cook", "you bake.", "bread"]
    assert document.format is Format.HTML
    assert document.lines[2].role is Role.LIST_ITEM


@pytest.mark.parametrize("text", ["Load < 3 t and > 1 t", "C++ <T> & R&D", "2 <3 years"])
def test_signs_are_no_tags(text: str) -> None:
    assert texts(read(text)) == [text]


def test_parts_have_their_headings() -> None:
    document = read("We look for a cook.", None, (("Skills", "- bread\n- soup"),))
    assert texts(document) == ["We look for a cook.", "Skills:", "bread", "soup"]
    assert texts(read("", None, (("Skills", "bread"),))) == ["Skills:", "bread"]


def test_equal_parts_have_an_equal_hash() -> None:
    assert read("a b", "c").sha256 == read("a b", "c").sha256
    assert len({read("a b", "c").sha256, read("a b").sha256, read("a c", "c").sha256}) == 3


@pytest.mark.parametrize("description", ["", " \n ", "<p></p>"])
def test_without_text_there_is_nothing(description: str) -> None:
    with pytest.raises(ReadError, match="no text") as caught:
        read(description, "Cook")
    assert caught.value.code == "empty"


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "MAX_TEXT_BYTES", 10)
    with pytest.raises(ReadError, match="too large"):
        read("We look for a cook.")


def test_what_utf8_cannot_say_is_read_all_the_same() -> None:
    assert read("soup \ud800 bread").text == "soup bread"
