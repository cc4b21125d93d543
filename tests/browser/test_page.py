"""The HTML report as a person meets it: looked at, clicked, played, tabbed through, on a phone and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from gapcheck.pipeline import view
from gapcheck.readers import read
from gapcheck.report import Documents, Report
from gapcheck.reporters.html import render, render_view
from tests.browser.conftest import Opened
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.sample import RESUME, sample_report
from tests.unit.reporters_html.pages import PEOPLE, hostile_documents, paged, plain, seen_words
from tests.unit.reporters_html.pages import page_report as sample_page_report

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., Opened]
NURSE = PEOPLE / "nurse" / "resume.pdf"

CONTRAST = """() => {
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const over = (top, under) => {
    const alpha = top.length > 3 ? top[3] : 1;
    return [0, 1, 2].map((i) => top[i] * alpha + under[i] * (1 - alpha));
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.backgroundImage !== "none") return null;
      if (style.backgroundColor.startsWith("color(")) {
        const [r, g, b, a] = parse(style.backgroundColor.slice(10));
        layers.push([r * 255, g * 255, b * 255, a === undefined ? 1 : a]);
      } else layers.push(parse(style.backgroundColor));
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const box = element.getBoundingClientRect();
    if (!walker.currentNode.data.trim() || !box.width || element.closest("svg, script, style, .vh, .skip")) continue;
    const under = behind(element);
    if (!under) continue;
    const style = getComputedStyle(element);
    const ink = over(parse(style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) poor.push([walker.currentNode.data.trim().slice(0, 40), ratio.toFixed(2)]);
  }
  return poor;
}"""


@pytest.fixture(scope="module")
def page_text() -> str:
    """The sample report's page, with a real picture."""
    report = sample_page_report()
    assert report.documents is not None
    drawn = read(NURSE).page_picture
    assert drawn is not None
    picture = drawn()
    resume = replace(report.documents.resume, page_picture=lambda: picture)
    return render(replace(report, documents=replace(report.documents, resume=resume)))


def _key(term: str) -> str:
    return str(next(key for key, keyword in enumerate(sample_report().keywords) if keyword.term == term))


def _on(page: Page) -> list[str]:
    """Where the chosen word is marked: the text of every place."""
    return page.locator("[data-pane] .kw.on").all_inner_texts()


def _is_in_view(page: Page, selector: str) -> bool:
    inside: bool = page.eval_on_selector(
        selector,
        "e => { const p = e.closest('[data-pane]').getBoundingClientRect(); const r = e.getBoundingClientRect();"
        " return r.top >= p.top - 1 && r.bottom <= p.bottom + 1; }",
    )
    return inside


def test_a_click_on_a_word_marks_its_places_in_both_texts_and_scrolls(
    open_page: Open, page_text: str
) -> None:
    page = open_page(page_text, viewport={"width": 1280, "height": 420}).page
    key = _key("electronic health records")
    page.locator(f"#p{key}").click()
    assert _on(page) == ["Electronic health records", "EHR"]
    assert page.locator("[data-said]").inner_text() == (
        "“electronic health records”: once in the posting, once in your resume."
    )
    page.wait_for_function(
        f"() => {{ const e = document.getElementById('r{key}'), p = e.closest('[data-pane]');"
        " return e.getBoundingClientRect().bottom <= p.getBoundingClientRect().bottom; }"
    )
    assert _is_in_view(page, f"#r{key}")
    page.locator(f"#p{_key('wound care')}").click()
    assert _on(page) == ["Wound care", "wound care", "wound care"]
    page.keyboard.press("Escape")
    assert _on(page) == []


def test_enter_on_a_word_does_the_same(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    key = _key("BLS")
    page.locator(f"#k{key}").focus()
    page.keyboard.press("Enter")
    assert _on(page) == ["BLS", "Basic life support", "BLS"]
    assert page.locator(f"#k{key}").get_attribute("aria-current") == "true"
    page.keyboard.press("Enter")  # again: let go
    assert _on(page) == []


def test_the_line_of_a_missing_word_leads_to_the_posting(open_page: Open, page_text: str) -> None:
    page = open_page(page_text, reduced_motion="reduce").page
    key = _key("telemetry monitoring")
    page.locator(f"#missing a[data-k='{key}']").click()
    assert _on(page) == ["Telemetry monitoring", "Telemetry monitoring"]
    assert _is_in_view(page, f"#p{key}")
    assert page.evaluate("document.querySelector('.panes').getBoundingClientRect().top < innerHeight")


def test_a_piece_of_two_words_gives_one_after_the_other(open_page: Open) -> None:
    report = sample_page_report()
    first = report.keywords[0]  # telemetry monitoring
    within = tuple(replace(it, start=it.start + len("Telemetry "), text="monitoring") for it in first.posting)
    keywords = (*report.keywords, replace(first, term="monitoring", posting=within))
    page = open_page(render(replace(report, keywords=keywords))).page
    shared = page.locator("[data-pane] .kw[data-k*=' ']")
    assert shared.first.inner_text() == "monitoring"
    keys = (shared.first.get_attribute("data-k") or "").split()
    assert keys == [str(len(keywords) - 1), "0"]
    for key in (*keys, keys[0]):
        shared.first.click()
        assert page.locator(f"#k{key}.on").count() == 1


def test_filters_leave_the_words_of_one_status(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    everything = page.locator(".chips > li:visible").count()
    assert everything == len(sample_report().keywords)
    page.locator("#show-all").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "show-missing"
    shown = page.locator(".chips > li:visible").count()
    assert 0 < shown < everything
    faded = page.locator("[data-pane] .kw.exact").first
    assert faded.evaluate("e => getComputedStyle(e).textDecorationColor") == "rgba(0, 0, 0, 0)"


def test_play_reveals_word_by_word_and_ends_as_it_began(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    lights = page.locator(".spot rect.w:not(.under)")
    later = page.locator(".spot rect.w.later:not(.under)")
    assert later.count() == 0
    page.clock.install()
    page.reload()
    page.get_by_role("button", name="Play the ten seconds").click()
    page.clock.run_for(1000)
    assert 0 < lights.count() - later.count() < 6
    page.clock.run_for(4000)
    halfway = later.count()
    assert 0 < halfway < lights.count() - 6
    assert page.locator(".timeline > li.now").count() == 1
    assert page.locator(".missed.later, .missed .later").count() > 0  # what is missed is told at the end
    assert page.get_by_role("button", name="Stop").is_visible()
    page.clock.run_for(6000)
    assert later.count() == 0
    assert page.locator("[data-clock]").inner_text() == "10.0 s"
    assert page.get_by_role("button", name="Play the ten seconds").is_visible()


def test_play_by_keyboard_and_stop(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.locator("[data-play]").focus()
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelectorAll('.timeline .now').length === 1")
    page.keyboard.press("Enter")
    assert page.locator("[data-clock]").inner_text() == "10.0 s"
    assert page.locator(".later").count() == 0


def test_the_second_can_be_chosen_by_arrow_keys(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.locator("[data-scrub]").focus()
    page.keyboard.press("Home")
    assert page.locator("[data-clock]").inner_text() == "0.0 s"
    assert page.locator(".spot rect.w:not(.later)").count() == 0
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert page.locator("[data-clock]").inner_text() == "1.0 s"
    assert page.locator(".spot rect.w:not(.later)").count() > 0


def test_reduced_motion_steps_by_whole_seconds_without_a_moving_mark(open_page: Open, page_text: str) -> None:
    page = open_page(page_text, reduced_motion="reduce").page
    page.clock.install()
    page.reload()
    page.locator("[data-play]").click()
    seen = set()
    for _ in range(12):
        seen.add(page.locator("[data-clock]").inner_text())
        assert page.locator(".gaze.on").count() == 0
        page.clock.run_for(1000)
    assert seen <= {f"{second}.0 s" for second in range(11)}
    assert page.locator("[data-clock]").inner_text() == "10.0 s"
    assert page.locator(".spot rect").first.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"


def test_an_entry_of_the_timeline_shows_its_second_on_the_picture(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    stamp = "#g10 .stamp"
    opacity = "e => getComputedStyle(e).opacity"
    assert page.eval_on_selector(stamp, opacity) == "0"
    page.locator(".timeline a[data-g='10']").focus()
    assert page.eval_on_selector(stamp, opacity) == "1"
    page.locator(".timeline a[data-g='10']").blur()
    assert page.eval_on_selector(stamp, opacity) == "0"
    page.locator("#g10 rect").first.hover()
    assert page.eval_on_selector(stamp, opacity) == "1"
    assert "on" in (page.locator(".timeline a[data-g='10']").get_attribute("class") or "")


def test_the_keyboard_goes_from_top_to_bottom(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    order: list[Any] = []
    for _ in range(120):
        page.keyboard.press("Tab")
        order.append(
            page.evaluate(
                "() => { const e = document.activeElement; if (e === document.body) return null;"
                " const f = getComputedStyle(e.matches('.filters input') ? e.nextElementSibling : e);"
                " return [e.className || e.tagName, (e.closest('section') || {}).id || '', f.outlineStyle]; }"
            )
        )
        if order[-1] is None:
            break
    stops = [stop for stop in order if stop]
    assert stops[0][0] == "skip"
    assert all(outline != "none" for _, _, outline in stops)
    sections = list(dict.fromkeys(section for _, section, _ in stops if section))
    assert sections == ["glance", "missing", "found", "texts"]
    assert [name for name, section, _ in stops if section == "glance"][:2] == ["BUTTON", "INPUT"]


def test_the_skip_link_leads_to_the_report(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(open_page: Open, page_text: str, width: int) -> None:
    page = open_page(page_text, viewport={"width": width, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_shows_as_text_and_breaks_nothing(open_page: Open) -> None:
    report = replace(hostile_report(), documents=hostile_documents())
    page = open_page(render(report), viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    text = page.locator("[data-pane=resume]").inner_text()
    assert "<script>alert(1)</script>" in text
    assert "</style></script><img src=x onerror=alert(1)>" in text
    assert "x" * 300 in text
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert not set("\u202e\u2066\u200b\x1b\x07") & set(page.locator("body").inner_text())


def test_right_to_left_text_keeps_to_its_line(open_page: Open) -> None:
    report = sample_page_report()
    assert report.documents is not None
    resume = plain("Maren Oakhollow\n\u202eשלום עולם\u202c nurse\nStaff Nurse")
    page = open_page(render(replace(report, documents=Documents(resume, report.documents.posting)))).page
    lines = page.locator("[data-pane=resume] li")
    assert lines.nth(1).evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert lines.nth(2).evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_without_scripts_everything_is_there_and_links_still_lead(open_page: Open, page_text: str) -> None:
    page = open_page(page_text, java_script_enabled=False).page
    assert page.locator("[data-player]").is_hidden()
    assert page.locator(".timeline > li").count() > 5
    assert page.locator("#missing .gaps > li").count() == 7
    key = _key("electronic health records")
    page.locator(f"#p{key}").click()
    assert page.url.endswith(f"#r{key}")
    page.locator("#show-missing").check(force=True)
    assert page.locator(".chips > li:visible").count() < len(sample_report().keywords)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("layout", ["page", "text"])
def test_contrast_is_aa(open_page: Open, page_text: str, scheme: str, layout: str) -> None:
    text = page_text if layout == "page" else render(_as_text())
    page = open_page(text, color_scheme=scheme, reduced_motion="reduce").page
    assert page.evaluate(CONTRAST) == []


def _as_text() -> Report:
    report = sample_page_report()
    assert report.documents is not None
    resume = plain(RESUME)
    return replace(
        report, documents=Documents(resume, report.documents.posting, seen_words(report, paged(RESUME)))
    )


def test_text_plays_too(open_page: Open) -> None:
    page = open_page(render(_as_text())).page
    page.locator("[data-scrub]").focus()
    page.keyboard.press("Home")
    assert page.locator(".paper mark:not(.later)").count() == 0
    page.keyboard.press("End")
    assert page.locator(".paper mark.later").count() == 0


def test_print_has_no_controls_and_fits_the_paper(open_page: Open, page_text: str) -> None:
    page = open_page(page_text).page
    page.emulate_media(media="print")
    for gone in (".player", ".parts", "#texts", ".skip"):
        assert page.locator(gone).first.is_hidden()
    for kept in (".sheet img", ".timeline", ".gaps", "#coverage", "#requirements", "#legend"):
        assert page.locator(kept).first.is_visible()


@pytest.mark.parametrize("person", ["nurse", "marketing-manager"])
def test_a_resume_alone_opens_cleanly(open_page: Open, person: str) -> None:
    text = render_view(view(read(PEOPLE / person / "resume.pdf")))
    page = open_page(text, viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CONTRAST) == []
    assert page.locator(".sheet img").evaluate("e => e.complete && e.naturalWidth") == 1200
    assert page.locator("#parsed li").count() > 20
