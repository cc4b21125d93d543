from __future__ import annotations

from dataclasses import replace

from gapcheck.reporters.notebook import MOST_GAPS, render
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.sample import bare_report, sample_report
from tests.unit.reporters_html.pages import Page, page_report


def test_a_notebook_shows_verdict_gaps_and_coverage() -> None:
    text = page_report()._repr_html_()
    page = Page(text)
    assert page.open == []
    assert "In ten seconds: borderline" in page.text
    assert "Telemetry monitoring through the night" in page.text  # the posting's line
    assert "(4 of 7 shown)" in page.text
    assert page.all("script") == page.all("img") == []
    assert len(text) < 10_000


def test_long_lists_are_cut_and_counted() -> None:
    keywords = sample_report().keywords
    many = tuple(replace(keywords[0], term=f"term {number}") for number in range(MOST_GAPS + 3))
    assert "and 3 more" in render(replace(sample_report(), keywords=many, groups=()))


def test_empty_and_full_reports_are_told_apart() -> None:
    assert "nothing to compare" in render(bare_report())
    shown = tuple(keyword for keyword in sample_report().keywords if keyword.status.shown)
    assert "shows every word" in render(replace(sample_report(), keywords=shown))


def test_hostile_text_stays_text() -> None:
    page = Page(render(hostile_report()))
    assert page.open == []
    assert page.all("script") == []


def test_html_by_method_is_the_page() -> None:
    from gapcheck.reporters.html import render as render_page

    assert page_report().to_html() == render_page(page_report())
