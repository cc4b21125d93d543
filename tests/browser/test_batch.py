"""The page of a batch as a person meets it: sorted, filtered, followed, on a phone, on paper, and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gapcheck.batch.links import page_name
from gapcheck.reporters.batch import render_batch
from tests.browser.conftest import Opened
from tests.browser.test_page import CONTRAST
from tests.unit.batch.sample import hostile_summary, sample_summary

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def page_text() -> str:
    return render_batch(sample_summary(), "html", pages="batch_files")


def ranks(page: Page) -> list[int]:
    """Ranks of the rows that are seen, from top to bottom."""
    return [int(row.get_attribute("data-rank") or 0) for row in page.locator("[data-rank]:visible").all()]


def test_the_buttons_of_the_head_sort_both_ways(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    assert ranks(page) == list(range(1, 13))
    head = page.locator("th.c-missing")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.locator("th[aria-sort]").count() == 1
    assert ranks(page)[:3] == [1, 2, 3]
    assert ranks(page)[-1] == 12
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert ranks(page)[0] == 12


def test_shares_sort_the_most_first_and_titles_by_alphabet(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.get_by_role("button", name="Required").click()
    assert ranks(page)[:3] == [1, 2, 3]
    assert page.locator("th.c-required").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Posting").click()
    names = page.locator("tbody .c-name > :first-child").all_inner_texts()
    assert names == sorted(names, key=str.casefold)


def test_the_table_is_sorted_by_keyboard(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.get_by_role("button", name="In ten seconds").focus()
    page.keyboard.press("Enter")
    verdicts = page.locator("tbody .pill").all_inner_texts()
    assert verdicts == ["yes"] * 2 + ["borderline"] * 3 + ["no"] * 7
    page.keyboard.press("Space")
    assert page.locator("tbody .pill").first.inner_text() == "no"


def test_filters_hide_rows_and_say_how_many_are_left(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    count = page.locator("[data-count]")
    assert count.inner_text() == "12 postings"
    page.get_by_label("60 %+").check()
    assert ranks(page) == [1, 2, 3]
    assert count.inner_text() == "3 of 12 postings"
    page.get_by_label("borderline").check()
    assert ranks(page) == [3]
    page.get_by_label("any").check()
    page.locator("[name=least][value='0']").check()
    page.get_by_label("nothing in the way").check()
    assert ranks(page) == [1, 2, 3, 4, 9, 10, 11, 12]
    page.get_by_label("Find").fill("ledger SAGE")
    assert ranks(page) == [1, 3]


def test_a_kind_of_job_shows_its_postings(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.get_by_role("button", name="care assistant").click()
    assert ranks(page) == [9, 10, 11, 12]
    assert page.get_by_label("Kind of job").input_value() == "2"


def test_rows_lead_to_the_postings_own_pages(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    link = page.get_by_role("link", name="Purchase Ledger Clerk")
    assert link.get_attribute("href") == f"batch_files/{page_name('ledger-1')}"
    bare = open_page(render_batch(sample_summary(), "html")).page
    assert bare.locator("tbody a").count() == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(open_page: Open, page_text: str, width: int) -> None:
    page = open_page(page_text, viewport={"width": width, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("button", name="Required").is_visible()


def test_hostile_text_shows_as_text_and_breaks_nothing(open_page: Open) -> None:
    text = render_batch(hostile_summary(), "html", pages="<b>x_files")
    page = open_page(text, viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert "<script>alert('1')</script>" in page.locator("[data-ranked] tbody").inner_text()
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert not set("\u202e\u2066\u200b\x1b\x07") & set(page.locator("body").inner_text())
    links = [link.get_attribute("href") or "" for link in page.locator("tbody a").all()]
    assert all(link.startswith("%3Cb%3Ex_files/") for link in links)
    assert len(set(links)) == len(links) == 9


def test_without_scripts_the_table_is_whole(open_page: Open, page_text: str) -> None:
    page = open_page(page_text, java_script_enabled=False).page
    assert len(ranks(page)) == 12
    assert page.locator("[data-sieve]").is_hidden()
    assert page.locator(".only").first.is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_aa(open_page: Open, page_text: str, scheme: str) -> None:
    page = open_page(page_text, color_scheme=scheme, reduced_motion="reduce").page
    assert page.evaluate(CONTRAST) == []


def test_print_has_no_controls(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.emulate_media(media="print")
    for gone in (".sieve", ".parts", ".only", ".skip"):
        assert page.locator(gone).first.is_hidden()
    for kept in ("[data-ranked]", ".curve", ".recurring", ".kinds", "#legend"):
        assert page.locator(kept).first.is_visible()


def test_a_table_of_thousands_sorts_at_once(open_page: Open) -> None:
    summary = sample_summary()
    rows = tuple(
        replace(summary.ranked[number % 12], rank=number + 1, id=str(number)) for number in range(5000)
    )
    page = open_page(render_batch(replace(summary, ranked=rows), "html")).page
    took = page.evaluate(
        "() => { const start = performance.now(); document.querySelector('[data-sort=missing]').click();"
        " return performance.now() - start; }"
    )
    assert took < 2000
