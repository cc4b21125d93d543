from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.report import PostingMention
from gapcheck.reporters.quote import Quote, quote

TEXT = "First line\n- Care of wounds and wound care, on nights and at weekends, in all kinds of weather\nLast"


def mention(text: str, document: str = TEXT) -> PostingMention:
    start = document.index(text)
    return PostingMention(text, start, start + len(text), 1, "required")


def joined(said: Quote) -> str:
    return said.before + said.hit + said.after


def test_whole_line_where_there_is_room() -> None:
    said = quote(mention("wound care"), TEXT, 200)
    assert said.hit == "wound care"
    assert joined(said) == "Care of wounds and wound care, on nights and at weekends, in all kinds of weather"


def test_cut_at_words_on_both_sides() -> None:
    assert quote(mention("wound care"), TEXT, 46) == Quote(
        "…wounds and ", "wound care", ", on nights and at…"
    )


def test_a_keyword_over_two_lines_is_quoted_on_one() -> None:
    text = "the month-end\nclose of all books"
    assert joined(quote(mention("month-end\nclose", text), text, 80)) == "the month-end close of all books"


def test_without_text_the_keyword_alone() -> None:
    assert quote(mention("wound care"), None, 80) == Quote("", "wound care", "")


def test_another_text_is_not_quoted() -> None:
    assert quote(mention("wound care"), "some other posting", 80) == Quote("", "wound care", "")


def test_no_blank_is_invented_within_a_word() -> None:
    text = "the rewounding of"
    assert joined(quote(mention("wound", text), text, 80)) == "the rewounding of"


def test_ascii_quotes() -> None:
    text = "œuvre “a”, wound care…"
    assert joined(quote(mention("wound care", text), text, 80, unicode=False)) == 'oeuvre "a", wound care...'


@pytest.mark.parametrize("unicode", [True, False])
@given(
    before=st.text(st.characters(codec="utf-8"), max_size=60),
    after=st.text(st.characters(codec="utf-8"), max_size=60),
    room=st.integers(0, 80),
)
def test_a_quote_keeps_to_its_room(unicode: bool, before: str, after: str, room: int) -> None:
    text = f"{before} wound care {after}"
    start = len(before) + 1
    found = PostingMention("wound care", start, start + 10, 1, "required")
    said = quote(found, text, room, unicode=unicode)
    assert said.hit == "wound care"
    assert len(joined(said)) <= max(room, len("wound care") + 8)
