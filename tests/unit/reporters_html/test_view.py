from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.document import Document
from gapcheck.pipeline import view
from gapcheck.readers import read, read_text
from gapcheck.report import ReadingFinding, ResumeView
from gapcheck.reporters import VIEW_REPORTERS, View, render_view
from gapcheck.reporters.parsed import MOST_LOST, parse_plainly
from tests.unit.reporters.hostile import HOSTILE
from tests.unit.reporters_html.pages import PEOPLE, Page, paged

RESUME = "Maren Oakhollow\nStaff Nurse\n\nStaff Nurse, Saint Aldwin Infirmary, 2021 - present\nWound care"


def _parsed(document: Document, text: str | None) -> Document:
    return replace(document, parser_text=text)


def test_a_view_needs_no_posting_and_no_model() -> None:
    seen = view(read_text(RESUME, "cv.txt"))
    assert seen.ten_second.timeline[0].text == "Maren Oakhollow"
    assert [word.at for word in seen.seen] == sorted(word.at for word in seen.seen)
    assert seen.ten_second.suggestions == ()
    assert {word.glimpse for word in seen.seen} == set(range(len(seen.ten_second.timeline)))


@pytest.mark.parametrize("form", sorted(VIEW_REPORTERS))
def test_each_form_shows_what_is_seen_and_what_is_parsed(form: str) -> None:
    text = render_view(view(_parsed(paged(RESUME), "Maren Oakhollow\n\n\n\nNurse")), form)
    assert text == render_view(view(_parsed(paged(RESUME), "Maren Oakhollow\n\n\n\nNurse")), form)
    assert text.endswith("\n")
    plain = Page(text).text if form == "html" else " ".join(text.split())
    assert "What a parser reads" in plain
    assert "On the page, but a parser loses" in plain
    assert "Infirmary" in plain


@pytest.mark.parametrize("form", sorted(VIEW_REPORTERS))
def test_a_file_no_parser_reads_is_said(form: str) -> None:
    text = render_view(view(_parsed(paged(RESUME), None)), form)
    assert "lain text extraction" in text or "plain extraction fails" in text


def test_text_is_read_the_same_by_a_parser() -> None:
    parsed = parse_plainly(read_text(RESUME))
    assert parsed.lines is not None
    assert parsed.lines[0] == "Maren Oakhollow"
    assert parsed.lost == ()
    assert "This format has no page" in render_view(view(read_text(RESUME)), "html")


def test_lost_words_are_named_once_and_counted() -> None:
    words = " ".join(f"word{number}" for number in range(MOST_LOST + 5))
    parsed = parse_plainly(_parsed(paged(f"{words}\nword1"), ""))
    assert len(parsed.lost) == MOST_LOST
    assert parsed.lost_count == MOST_LOST + 5
    for form in VIEW_REPORTERS:
        assert "and 5 more" in render_view(view(_parsed(paged(words), "")), form)


def test_the_html_view_is_whole_and_speaks_of_no_posting() -> None:
    page = Page(render_view(view(paged(RESUME)), "html"))
    assert page.open == []
    assert "recognised" not in page.text.lower()
    assert len(page.all("img")) == 1
    assert [tag for tag, _ in page.elements if tag == "h1"] == ["h1"]


def _hostile() -> ResumeView:
    seen = view(_parsed(paged(HOSTILE.replace("\r\n", " ")), HOSTILE))
    return replace(seen, reading=(ReadingFinding("READ005", "resume", HOSTILE, HOSTILE),))


def test_hostile_text_steers_nothing() -> None:
    for unicode in (True, False):
        text = render_view(_hostile(), "terminal", View(unicode=unicode))
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(text)
        assert unicode or text.isascii()
    page = Page(render_view(_hostile(), "html"))
    assert len(page.all("script")) == 1


def test_width_and_colour_reach_the_terminal_view() -> None:
    seen = view(read_text(RESUME))
    assert max(map(len, render_view(seen, "terminal", View(width=50)).splitlines())) <= 50
    assert "\x1b[" in render_view(seen, "terminal", View(color=True))
    with pytest.raises(KeyError):
        render_view(seen, "csv")


def test_a_two_page_resume_makes_a_small_page() -> None:
    text = render_view(view(read(PEOPLE / "software-engineer" / "resume.pdf")), "html")
    assert 50_000 < len(text.encode()) < 2_000_000
