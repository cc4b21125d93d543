"""How often resumes show a keyword without saying it."""

from __future__ import annotations

import math

import pytest

from gapcheck.match.often import SUPPOSED, USUAL, Often, from_text, load_often, to_text

OFTEN = Often({"teamwork": (30, 15), "weld": (30, 0)})


def test_what_was_often_found_counts_for_and_what_never_was_against() -> None:
    share = (15 + SUPPOSED * USUAL) / (30 + SUPPOSED)
    usual = math.log(USUAL / (1 - USUAL))
    assert OFTEN.odds(["teamwork"]) == pytest.approx(math.log(share / (1 - share)) - usual)
    assert OFTEN.odds(["welding"]) < 0


def test_what_nobody_read_for_is_as_usual() -> None:
    assert OFTEN.odds(["zymurgy"]) == 0
    assert OFTEN.odds([]) == 0


def test_the_first_form_that_was_read_for_counts() -> None:
    assert OFTEN.odds(["zymurgy", "Welding", "teamwork"]) == OFTEN.odds(["weld"])


def test_few_judgements_tell_less_than_many() -> None:
    few, many = Often({"sales": (3, 3)}), Often({"sales": (30, 30)})
    assert 0 < few.odds(["sales"]) < many.odds(["sales"])


def test_counts_are_read_as_they_were_written() -> None:
    assert from_text(to_text(OFTEN)) == OFTEN


def test_the_shipped_counts_are_possible() -> None:
    counts = load_often().counts
    assert len(counts) > 1000
    assert all(0 <= shown <= judged for judged, shown in counts.values())
