from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.report import Documents, Glimpse, NotReached, Report, ResumeMention, SeenWord
from gapcheck.reporters.html import render
from gapcheck.reporters.html.gather import look_at_page
from gapcheck.reporters.html.lights import Sight, lit_words, unreached
from gapcheck.reporters.html.paper import paper_lines
from gapcheck.reporters.html.picture import page_picture
from tests.unit.reporters.sample import POSTING, RESUME, sample_report
from tests.unit.reporters_html.pages import Page, page_report, paged, plain, seen_words, text_report


def _documents(report: Report) -> Documents:
    assert report.documents is not None
    return report.documents


def test_words_are_lit_as_they_are_seen() -> None:
    report = page_report()
    documents = _documents(report)
    assert report.ten_second is not None
    lit = lit_words(documents.seen, report.ten_second, report.keywords)
    by_text = {documents.resume.text[word.start : word.end]: word.sight for word in lit}
    assert by_text["Oakhollow"] is Sight.READ
    assert by_text["handover"] is Sight.SCAN
    assert by_text["EHR"] is Sight.HIT  # a keyword
    assert by_text["(RN),"] is Sight.HIT  # part of the title that is recognised
    assert [word.start for word in lit] == sorted(word.start for word in lit)


def test_a_keyword_on_page_1_that_is_not_reached_is_framed_and_one_on_page_2_is_not() -> None:
    report = page_report()
    assert report.ten_second is not None
    resume = _documents(report).resume
    lines = tuple(
        replace(line, page=2) if "Cerner" in resume.line_text(line) else line for line in resume.lines
    )
    turned = replace(resume, lines=lines)
    found = unreached(turned, report.ten_second, report.keywords)
    assert [turned.text[place.start : place.end] for place in found] == ["wound care"]
    assert [place.term for place in found] == ["wound care"]


def test_places_that_overlap_are_framed_once() -> None:
    report = page_report()
    assert report.ten_second is not None
    first = report.keywords[0]
    at = RESUME.index("wound care")
    mentions = tuple(ResumeMention("", start, at + 10, 1, 8, "experience", None) for start in (at, at + 6))
    glance = replace(report.ten_second, not_reached=(NotReached(first.term, "page_1"),))
    found = unreached(paged(RESUME), glance, [replace(first, resume=mentions)])
    assert [(place.start, place.end) for place in found] == [(at, at + 10)]


def test_the_picture_carries_lights_stamps_and_frames() -> None:
    page = Page(render(page_report()))
    (image,) = page.all("img")
    assert image["src"] == "data:image/png;base64,iVBORw=="
    assert (image["width"], image["height"]) == ("1000", "1300")
    assert "timeline" in image["alt"]
    (overlay,) = page.all("svg", "overlay")
    assert overlay["viewbox"] == "0 0 612.0 792.0"
    assert overlay["aria-hidden"] == "true"
    holes = [it for it in page.all("rect", "w") if it["class"] == "w"]
    lights = [it for kind in ("read", "scan", "hit") for it in page.all("rect", kind)]
    assert len(holes) == len(lights) > 30
    assert len(page.all("g", "missed")) >= 1
    assert "0.8 s" in page.text


def test_a_light_reaches_to_the_next_word_of_its_line_only() -> None:
    report = page_report()
    assert report.ten_second is not None
    lit = lit_words(_documents(report).seen, report.ten_second, report.keywords)
    picture = page_picture(paged(RESUME), report.ten_second, lit, ())
    assert picture is not None
    name = picture.spots[0].lights
    assert name[0].x + name[0].width == pytest.approx(name[1].x)
    assert name[1].x + name[1].width == pytest.approx(50 + 5 * len("Maren Oakhollow") + 1.2)


def test_a_stamp_stands_at_the_left_of_its_row_and_covers_nothing_lit() -> None:
    report = page_report()
    assert report.ten_second is not None
    document = paged(RESUME)
    lit = lit_words(seen_words(report, document), report.ten_second, report.keywords)
    picture = page_picture(document, report.ten_second, lit, ())
    assert picture is not None
    stamped = {spot.glimpse: spot for spot in picture.spots if spot.stamped}
    assert stamped[0].label == "0.8 s"
    assert stamped[2].label == "4.8 s"  # the job as a whole, until its dates are seen
    for spot in stamped.values():
        for light in (light for other in picture.spots for light in other.lights):
            if light.y < spot.y < light.y + light.height:
                assert not spot.x - 30 < light.x < spot.x - 1


def test_stamps_that_would_lie_on_each_other_are_left_out() -> None:
    report = page_report()
    assert report.ten_second is not None
    close = tuple(
        replace(glimpse, box=(50.0, 40.0, 90.0, 50.0), kind="name") for glimpse in report.ten_second.timeline
    )
    picture = page_picture(paged(RESUME), replace(report.ten_second, timeline=close), (), ())
    assert picture is not None
    assert [spot.stamped for spot in picture.spots].count(True) == 1


def test_without_words_the_box_of_the_glimpse_is_lit() -> None:
    report = page_report()
    assert report.ten_second is not None
    picture = page_picture(paged(RESUME), report.ten_second, (), ())
    assert picture is not None
    assert len(picture.spots) == len(report.ten_second.timeline)
    assert {light.sight for spot in picture.spots for light in spot.lights} == {Sight.READ, Sight.SCAN}


def test_a_glimpse_without_place_or_on_another_page_lights_nothing() -> None:
    report = page_report()
    assert report.ten_second is not None
    nowhere = Glimpse(0.5, "x", 1, 1, None, "name")
    behind = Glimpse(0.9, "x", 2, 1, (1.0, 1.0, 2.0, 2.0), "name")
    picture = page_picture(paged(RESUME), replace(report.ten_second, timeline=(nowhere, behind)), (), ())
    assert picture is not None
    assert picture.spots == ()


def test_part_of_a_word_lights_the_word_and_a_word_without_box_nothing() -> None:
    report = page_report()
    assert report.ten_second is not None
    document = paged(RESUME)
    lit = lit_words((SeenWord(1, 4, 0.3, 0),), report.ten_second, ())
    picture = page_picture(document, report.ten_second, lit, ())
    assert picture is not None
    assert picture.spots[0].lights[0].width == pytest.approx(5 * len("Maren") + 2.4)
    bare = replace(document, words=())
    picture = page_picture(bare, report.ten_second, lit, ())
    assert picture is not None
    assert picture.spots[0].lights[0].x == pytest.approx(56.7 - 1.2)  # the glimpse's own box


def test_formats_without_a_page_are_rebuilt() -> None:
    page = Page(render(text_report()))
    assert page.all("img") == []
    assert len(page.all("div", "paper")) == 1
    assert "Staff Nurse (RN), Medical Ward" in page.text
    assert {"read", "scan", "hit"} <= {name for mark in page.all("mark") for name in mark["class"].split()}
    assert page.all("span", "missed")
    assert len([mark for mark in page.all("mark") if mark.get("id") == "g0"]) == 1


def test_a_picture_that_cannot_be_drawn_is_rebuilt_from_lines() -> None:
    report = page_report()
    documents = _documents(report)
    broken = replace(documents.resume, page_picture=lambda: None)
    page = Page(render(replace(report, documents=replace(documents, resume=broken))))
    assert page.all("img") == []
    assert len(page.all("div", "paper")) == 1


def test_paper_keeps_sizes_boldness_and_paragraphs() -> None:
    report = text_report()
    assert report.ten_second is not None
    resume = _documents(report).resume
    lines = list(resume.lines)
    lines[0] = replace(lines[0], size=22.4, bold=True)
    lines[1] = replace(lines[1], size=90.0)
    made = paper_lines(replace(resume, lines=tuple(lines)), report.ten_second, (), ())
    assert [line.size for line in made[:2]] == [22, 30]
    assert all(run.bold for run in made[0].runs)
    assert made[0].opens is False
    assert any(line.opens for line in made)
    assert "".join(run.text for line in made for run in line.runs) == resume.text.replace("\n", "")


def test_the_rows_of_the_timeline_are_a_list_with_seconds() -> None:
    page = Page(render(page_report()))
    rows = [row for row in page.all("li") if "data-end" in row]
    assert [row["data-end"] for row in rows[:3]] == ["0.8", "2.3", "4.8"]
    pointed = [link["data-g"] for link in page.all("a") if "data-g" in link]
    assert pointed == [str(number) for number in range(len(pointed))]


def test_order_only_is_said() -> None:
    report = text_report()
    assert report.ten_second is not None
    page = Page(render(replace(report, ten_second=replace(report.ten_second, layout="order-only"))))
    assert "only the order of the lines is known" in page.text


def test_a_look_without_keywords_recognises_and_misses_nothing() -> None:
    report = page_report()
    assert report.ten_second is not None
    glance = replace(report.ten_second, title=replace(report.ten_second.title, seen_at=None), not_reached=())
    document = paged(RESUME)
    view = look_at_page(document, glance, glance, seen_words(report, document))
    assert view.picture is not None
    assert view.picture.missed == ()
    assert Sight.HIT not in {light.sight for spot in view.picture.spots for light in spot.lights}


def test_posting_is_never_drawn() -> None:
    report = page_report()

    def drawn() -> None:
        raise AssertionError("the posting was drawn")

    posting = replace(plain(POSTING), page_picture=drawn)
    assert "<img" in render(replace(report, documents=replace(_documents(report), posting=posting)))


def test_the_resume_is_drawn_only_for_the_page() -> None:
    report = sample_report()

    def drawn() -> None:
        raise AssertionError("the resume was drawn")

    resume = replace(paged(RESUME), page_picture=drawn)
    carrying = replace(report, documents=Documents(resume, plain(POSTING)))
    assert "In ten seconds" in carrying._repr_html_()
    assert carrying.to_dict() == report.to_dict()
