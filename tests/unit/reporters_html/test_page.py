from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from gapcheck.report import Confidence, MustHave, Report, TitleSeen, Verdict
from gapcheck.reporters import REPORTERS
from gapcheck.reporters.html import render
from gapcheck.reporters.html.render import source
from gapcheck.reporters.html.security import source_hash
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.sample import bare_report, sample_report
from tests.unit.reporters_html.pages import Page, hostile_documents, page_report, text_report

REPORTS = {
    "page": page_report(),
    "text": text_report(),
    "without documents": sample_report(),
    "bare": bare_report(),
    "hostile": hostile_report(),
    "hostile documents": replace(hostile_report(), documents=hostile_documents()),
}


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


def test_every_element_is_closed_and_every_id_is_unique(report: Report) -> None:
    page = Page(render(report))
    assert page.open == []
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert max(ids.values()) == 1


def test_every_link_leads_to_a_place_on_the_page(report: Report) -> None:
    page = Page(render(report))
    ids = {attributes.get("id") for _, attributes in page.elements}
    links = [attributes["href"] for attributes in page.all("a")]
    assert all(link.startswith("#") for link in links)
    assert [link for link in links if link.removeprefix("#") not in ids] == []


def test_headings_go_down_one_level_at_a_time(report: Report) -> None:
    levels = [int(tag[1]) for tag, _ in Page(render(report)).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_and_language(report: Report) -> None:
    page = Page(render(report))
    assert page.all("html") == [{"lang": "en"}]
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.all(landmark)) == 1
    assert page.all("nav")[0]["aria-label"]
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert all(section["aria-labelledby"] in ids for section in page.all("section"))


def test_same_report_gives_the_same_bytes(report: Report) -> None:
    assert render(report) == render(report) == REPORTERS["html"](report)
    assert render(report).endswith("</html>\n")


def test_policy_lets_in_our_own_style_and_script_only(report: Report) -> None:
    text = render(report)
    (policy,) = [it["content"] for it in Page(text).all("meta") if "http-equiv" in it]
    assert policy.startswith("default-src 'none'; img-src data:; ")
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert styles == [source("style.css")]
    assert scripts == [source("script.js")]
    assert f"style-src '{source_hash(styles[0])}'" in policy
    assert f"script-src '{source_hash(scripts[0])}'" in policy
    assert "unsafe" not in policy


def test_the_policy_comes_before_everything_it_rules() -> None:
    text = render(page_report())
    assert text.index("Content-Security-Policy") < min(
        text.index("<style"), text.index("<script"), text.index("<img")
    )


def test_hash_is_that_of_the_specification() -> None:
    # CSP Level 3, 8.3: the example's script and its hash.
    assert source_hash("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


def test_nothing_is_loaded_and_nothing_acts_by_attribute(report: Report) -> None:
    page = Page(render(report))
    for _, attributes in page.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("style", "srcdoc", "action")
        ]
        assert attributes.get("src", "data:").startswith("data:")
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"iframe", "object", "embed", "base", "form", "link"}


def test_our_own_files_load_nothing() -> None:
    style, script = source("style.css"), source("script.js")
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search(r"innerHTML|fetch|XMLHttp|eval|import\(|setTimeout\(['\"]|https?:", script)
    assert "</" not in style + script


def test_hostile_text_stays_text() -> None:
    text = render(REPORTS["hostile documents"])
    page = Page(text)
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert "<script>alert(1)</script>" in page.text
    assert "</style></script><img src=x onerror=alert(1)>" in page.text
    assert [image for image in page.all("img") if not image["src"].startswith("data:image/png;base64,")] == []
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text
    )


def test_a_report_without_documents_shows_its_findings_without_links_to_texts() -> None:
    page = Page(render(sample_report()))
    assert not page.all("section", "stage")
    assert "telemetry monitoring" in page.text
    assert not [link for link in page.all("a") if "data-k" in link]


def test_a_bare_report_says_why_it_is_empty() -> None:
    text = Page(render(bare_report())).text
    assert "No keywords were found in the posting: nothing to compare." in text
    assert "Low confidence. The posting is very short." in text
    assert "the posting names none" in text


def test_low_confidence_without_reasons_is_a_hint() -> None:
    report = replace(sample_report(), confidence=Confidence("low", ()))
    assert "Take what follows as a hint only." in Page(render(report)).text


def test_the_page_never_speaks_of_a_score(report: Report) -> None:
    assert "score" not in Page(render(report)).text.lower()


def _with(verdict: Verdict, title: TitleSeen, must: MustHave) -> str:
    report = sample_report()
    assert report.ten_second is not None
    glance = replace(report.ten_second, verdict=verdict, title=title, must_have=must)
    return Page(render(replace(report, ten_second=glance))).text


@pytest.mark.parametrize(
    ("verdict", "title", "must", "sentence"),
    [
        (Verdict.YES, TitleSeen("Nurse", 0.8, "Staff Nurse"), MustHave(3, 5),
         "A reader sees that you fit: the title “Staff Nurse” at 0.8 s, and 3 of the 5 words that weigh most."),
        (Verdict.BORDERLINE, TitleSeen("Nurse", 0.8, None), MustHave(1, 5),
         "the title “Nurse” at 0.8 s, but only 1 of the 5 words that weigh most."),
        (Verdict.BORDERLINE, TitleSeen("Nurse", None, "Carer"), MustHave(2, 5),
         "a title that is close, “Carer”, but 2 of the 5 words that weigh most."),
        (Verdict.NO, TitleSeen("Nurse", None, None), MustHave(0, 5),
         "A reader does not see that you fit: no “Nurse” among the titles, and none of the 5 words"),
        (Verdict.NO, TitleSeen(None, None, None), MustHave(0, 5), "the posting names no job title to look for"),
        (Verdict.YES, TitleSeen("Nurse", 1.0, "Nurse"), MustHave(0, 0),
         "A reader sees that you fit: the title “Nurse” at 1.0 s."),
    ],
)  # fmt: skip
def test_the_reason_is_one_sentence(
    verdict: Verdict, title: TitleSeen, must: MustHave, sentence: str
) -> None:
    assert sentence in _with(verdict, title, must)


def test_coverage_and_requirements_are_labelled() -> None:
    page = Page(render(page_report()))
    assert "Required 48 % 4 of 7 shown" in page.text
    cells = [cell["data-label"] for cell in page.all("td")]
    assert cells[:3] == ["Judgement", "The posting asks", "You show"]
