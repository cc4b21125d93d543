"""The look as a whole: the report's values."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from gapcheck.document import Document, Format
from gapcheck.glance import DEFAULTS, look
from gapcheck.report import Verdict
from gapcheck.segment.model import SegmentedResume
from gapcheck.segment.resume import segment_resume
from tests.unit.glance.pages import Row, glance_at, page, plain

PAGE = page(
    Row("Ann Lee", size=20),
    "Pastry Chef",
    Row("Experience", bold=True, size=12),
    "Chef, Alpha Hotel\t2015 - 2019",
    "• Baked for two hundred *Sourdough guests a day",
)


def test_the_timeline_says_what_is_seen_when_and_where() -> None:
    report = glance_at(PAGE, "Chef").report
    first, second, third = report.timeline[:3]
    assert (first.text, first.kind, first.page, first.line) == ("Ann Lee", "name", 1, 1)
    assert (second.text, second.kind) == ("Pastry Chef", "headline")
    assert (third.text, third.kind) == ("Chef", "title")
    assert first.box == (50.0, 40.0, 85.0, 60.0)
    assert [glimpse.at for glimpse in report.timeline] == sorted(glimpse.at for glimpse in report.timeline)


def test_words_passed_over_are_marked() -> None:
    texts = [glimpse.text for glimpse in glance_at(PAGE, "Chef").report.timeline]
    assert "Baked for two … Sourdough" in texts


def test_the_box_of_a_line_stands_in_for_those_of_its_words() -> None:
    without = replace(PAGE, words=())
    report = look(without, segment_resume(without), "Chef").report
    assert report.timeline[0].box == (50.0, 40.0, 85.0, 60.0)


@pytest.mark.parametrize(
    ("document", "layout"),
    [(PAGE, "known"), (plain("Ann Lee\nChef\n"), "order-only")],
    ids=["boxes", "text"],
)
def test_layout(document: Document, layout: str) -> None:
    assert glance_at(document, None).report.layout == layout


def test_sizes_without_boxes_are_a_known_layout() -> None:
    lines = tuple(replace(line, box=None) for line in PAGE.lines)
    words = tuple(replace(word, box=None) for word in PAGE.words)
    report = glance_at(replace(PAGE, format=Format.DOCX, lines=lines, words=words), "Chef").report
    assert report.layout == "known"
    assert all(glimpse.box is None for glimpse in report.timeline)


def test_seen_at_is_rounded_and_none_for_what_is_not_seen() -> None:
    glance = glance_at(PAGE, "Chef")
    assert glance.seen_at(0, 7) == round(0.25 + 2 * DEFAULTS.reading_pace, 1)
    start = PAGE.text.index("guests")
    assert glance.seen_at(start, start + 6) is None


def test_an_empty_document_gives_an_empty_look() -> None:
    empty = Document("x", Format.TEXT, "0", "", ())
    report = look(empty, SegmentedResume(None, None, (), (), ()), "Chef").report
    assert (report.verdict, report.words_seen, report.timeline, report.suggestions) == (Verdict.NO, 0, (), ())


def test_the_same_look_twice_is_the_same() -> None:
    assert glance_at(PAGE, "Chef", "Sourdough").report == glance_at(PAGE, "Chef", "Sourdough").report


def test_a_look_at_two_pages_is_quick() -> None:
    rows = [
        Row(f"• Baked bread and cake for many guests on day {number}", page=1 + number // 50)
        for number in range(100)
    ]
    document = page(Row("Ann Lee", size=20), Row("Experience", bold=True), "Cook, Alpha 2015 - 2019", *rows)
    resume = segment_resume(document)
    keywords = ("bread", "cake", "day", "guests", "pie")
    glance_at(document, "Chef", *keywords)
    before = time.process_time()
    look(document, resume, "Chef", ())
    assert time.process_time() - before < 0.1
