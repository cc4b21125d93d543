from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from gapcheck.report import Confidence, TitleSeen
from gapcheck.reporters.clean import clean
from gapcheck.reporters.escape import escape
from gapcheck.reporters.markdown import render
from tests.unit.reporters.hostile import HOSTILE, hostile_report
from tests.unit.reporters.sample import POSTING, bare_report, sample_report, sample_ten_second

ENGINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    return [inner for token in ENGINE.parse(text) for inner in (token, *(token.children or ()))]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("C++ and C#, .NET, Node.js, R&D", r"C++ and C#, .NET, Node.js, R\&D"),
        ("a | b", r"a \| b"),
        ("`rm`", r"\`rm\`"),
        ("<b>", r"\<b\>"),
        ("[a](b)", r"\[a\](b)"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("3.9 years", "3.9 years"),
        ("2021 - 2022", "2021 - 2022"),
        ("===", r"\==="),
        ("https://a.example", r"https\://a.example"),
        ("www.a.example", r"www\.a.example"),
        ("snake_case *x* ~y~ \\ $z$", r"snake\_case \*x\* \~y\~ \\ \$z\$"),
        ("", ""),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
    | st.text("#-+*=>1.)`~|<&;[]()!_\\ a\n:/", max_size=40)
)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    line = clean(text)
    if not line:
        return
    for frame, kind in (("{}", "paragraph_open"), ("# {}", "heading_open"), ("- {}", "bullet_list_open")):
        parsed = ENGINE.parse(frame.format(escape(line)))
        assert parsed[0].type == kind
        shown = [inner for token in parsed for inner in token.children or ()]
        assert {token.type for token in shown} <= {"text", "text_special"}
        assert "".join(token.content for token in shown) == line


def test_hostile_text_makes_no_markup() -> None:
    text = render(hostile_report(), top=0, posting_text=HOSTILE)
    kinds = {token.type for token in tokens(text)}
    assert not kinds & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "em_open",
        "s_open",
        "fence",
    }
    assert all(character == "\n" or character.isprintable() for character in text)


def test_an_unescaped_text_would_be_noticed() -> None:
    kinds = {token.type for token in tokens(clean(HOSTILE))}
    assert {"html_inline", "link_open", "code_inline", "em_open"} <= kinds


def test_tables_are_whole() -> None:
    for report in (sample_report(), hostile_report()):
        parsed = tokens(render(report, top=0))
        rows = sum(token.type == "tr_open" for token in parsed)
        assert sum(token.type == "table_open" for token in parsed) == 5
        assert rows == 5 + 7 + 2 + 1 + 3 + 5
        assert not any(token.type == "paragraph_open" and token.content.startswith("|") for token in parsed)


def test_parts_without_content_are_left_out() -> None:
    text = render(bare_report())
    assert re.findall(r"^## .*", text, re.MULTILINE) == ["## Missing words", "## Coverage"]
    assert "No keywords were found" in text
    assert "**Low confidence.** The posting is very short." in text


def test_nothing_missing() -> None:
    report = sample_report()
    text = render(replace(report, keywords=tuple(k for k in report.keywords if k.status.shown)))
    assert "Your resume shows every word the posting asks for." in text


def test_top_limits_the_missing_list() -> None:
    assert "… and 4 more" in render(sample_report(), top=3)
    assert "more" not in render(replace(sample_report(), reading=()), top=0)


def test_quotes_the_line_with_the_word_in_bold() -> None:
    assert "line 17: Telemetry monitoring and **arrhythmia recognition** |" in render(
        sample_report(), posting_text=POSTING
    )


def test_ends_with_one_line_break() -> None:
    text = render(replace(sample_report(), confidence=Confidence("low", ())))
    assert text.endswith(")\n")
    assert not text.endswith("\n\n")
    assert "**Low confidence.**\n" in text


def test_no_title_and_no_timeline() -> None:
    glance = replace(sample_ten_second(), title=TitleSeen(None, None, None), timeline=(), not_reached=())
    text = render(replace(sample_report(), ten_second=glance))
    for part in ("- Title", "- Seen", "- Not reached"):
        assert part not in text
        assert part in render(sample_report())
