from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.readers import read_text
from gapcheck.report import Status
from gapcheck.reporters.clean import harmless
from gapcheck.reporters.html import render
from gapcheck.reporters.html.marks import Place, linked_keywords, text_lines
from gapcheck.reporters.html.sentences import WORDINGS, statuses
from tests.unit.reporters_html.pages import Page, page_report

TEXT = "Kafka and event streaming (Kafka)\n\nSQL, Kafka"


def test_a_line_is_cut_where_keywords_begin_and_end() -> None:
    (first, _) = text_lines(read_text(TEXT), [Place(0, 5, 0), Place(10, 32, 1), Place(27, 32, 0)])
    assert [(piece.text, piece.keywords, piece.first) for piece in first.pieces] == [
        ("Kafka", (0,), True),
        (" and ", (), False),
        ("event streaming (", (1,), True),
        ("Kafka", (0, 1), False),  # the shorter mention speaks for the piece
        (")", (), False),
    ]


def test_lines_count_from_one_and_know_paragraphs() -> None:
    lines = text_lines(read_text(TEXT), [])
    assert [line.number for line in lines] == [1, 2]
    assert [line.opens for line in lines] == [False, True]


def test_a_mention_over_a_line_end_is_marked_on_both_lines() -> None:
    document = read_text("wound\ncare")
    lines = text_lines(document, [Place(0, 10, 3)])
    assert [piece.keywords for line in lines for piece in line.pieces] == [(3,), (3,)]
    assert linked_keywords(lines) == {3}


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12), st.integers(0, 4)), max_size=12))
def test_pieces_make_up_the_text_and_every_place_is_marked(spans: list[tuple[int, int, int]]) -> None:
    document = read_text(TEXT)
    size = len(document.text)
    places = [Place(min(start, size - 1), min(start + length, size), key) for start, length, key in spans]
    lines = text_lines(document, places)
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in lines) == document.text
    marked = {key for line in lines for piece in line.pieces for key in piece.keywords}
    assert marked == {place.keyword for place in places if document.text[place.start : place.end].strip("\n")}


def test_marks_of_both_texts_point_at_each_other() -> None:
    report = page_report()
    page = Page(render(report))
    marks = page.all("a", "kw")
    by_key = {key: number for number, keyword in enumerate(report.keywords) for key in [keyword.term]}
    ehr = str(by_key["electronic health records"])
    places = [mark for mark in marks if ehr in mark["data-k"].split()]
    assert {mark["href"] for mark in places} == {f"#r{ehr}", f"#p{ehr}"}
    missing = str(by_key["ACLS"])
    assert [mark["href"] for mark in marks if mark["data-k"] == missing] == [f"#k{missing}"]
    assert all("alias" in mark["class"].split() for mark in places)


def test_every_status_has_its_own_cue_besides_colour() -> None:
    style = re.sub(r"\s+", " ", render(page_report()))
    cues = {name: re.search(rf"\.{name} {{ --tone: [^;]+; --under-style: (\w+)", style) for name in WORDINGS}
    found = [match.group(1) for match in cues.values() if match]
    assert found == [
        "wavy",
        "dotted",
        "dashed",
        "double",
        "solid",
        "solid",
    ]  # what is not needed is thin and bare


def test_filters_name_the_statuses_there_are_with_their_numbers() -> None:
    report = page_report()
    page = Page(render(report))
    shown = [radio["id"].removeprefix("show-") for radio in page.all("input") if radio["type"] == "radio"]
    assert shown == ["all", "missing", "related", "alias", "inflected", "exact", "spared"]
    names = statuses(report)
    assert names.count("spared") == 2  # Epic and Meditech, for Cerner is there
    assert len(page.all("a", "chip")) == len(report.keywords)
    fewer = replace(report, keywords=tuple(k for k in report.keywords if k.status is Status.EXACT))
    assert [radio["id"] for radio in Page(render(fewer)).all("input") if radio["type"] == "radio"] == [
        "show-all",
        "show-exact",
    ]


def test_harmless_keeps_blanks_at_the_ends() -> None:
    assert harmless(" a\tb\u202e\x07 ") == " a b "
