import pickle
from dataclasses import replace
from functools import partial

import pytest

from gapcheck.document import Box, Document, Format, Line


def make(**fields: object) -> Document:
    lines = (Line(0, 5), Line(6, 11, box=Box(0, 0, 1, 1)))
    return Document("a.pdf", Format.PDF, "", "first\nother", lines, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("offset", "line"), [(0, 0), (4, 0), (5, 0), (6, 1), (99, 1)])
def test_line_index(offset: int, line: int) -> None:
    assert make().line_index(offset) == line


def test_derived_values() -> None:
    document = make()
    assert document.has_layout
    assert document.word_count == 2
    assert document.line_text(document.lines[1]) == "other"
    assert not replace(document, lines=document.lines[:1]).has_layout


def test_the_parser_text_may_be_given() -> None:
    assert make().parser_text is None
    assert make(parser_text="plain").parser_text == "plain"


def test_the_parser_text_is_computed_once_and_when_wanted() -> None:
    calls = []

    def slow() -> str:
        calls.append(1)
        return "parsed"

    document = make(parser_text=slow)
    assert not calls
    assert [document.parser_text, document.parser_text] == ["parsed", "parsed"]
    assert len(calls) == 1
    assert make(parser_text=lambda: None).parser_text is None


def test_documents_can_be_sent_to_other_processes() -> None:
    document = make(parser_text=partial(str, "parsed"))
    copy = pickle.loads(pickle.dumps(document))  # noqa: S301
    assert copy == document
    assert copy.parser_text == "parsed"
    assert copy.line_index(7) == 1
