"""Lines of a text whose line breaks got lost."""

import math

import pytest

from gapcheck.segment.lost_breaks import (
    LEAST,
    LEAST_AMONG_OTHERS,
    LostBreaks,
    break_features,
    load_lost_breaks,
    may_begin,
    tokens_of,
)
from gapcheck.segment.model import Span

BEES = LostBreaks(-2.0, {">feed": 5.0, "<hives": 1.0, "=aAaa": 0.5})


def lines(text: str, breaks: LostBreaks, *known: str) -> list[str]:
    found = breaks.split(text, Span(0, len(text)), set(known).__contains__)
    return [text[line.start : line.end] for line in found]


def test_features_are_the_words_around_and_how_they_are_written() -> None:
    words = tokens_of("clean 12 hives Feed bees")
    assert words == ["clean", "12", "hives", "Feed", "bees"]
    assert break_features(words, 3) == ("<hives", ">feed", ">>bees", "<-ves", ">-eed", "=aAaa", "<=0a")
    assert break_features(["QA", "Keep"], 1)[-3:] == (">-eep", "=AAAa$", "<=^AA")


def test_score_is_the_logistic_function_of_intercept_and_weights() -> None:
    words = tokens_of("clean hives Feed bees")
    assert BEES.score(break_features(words, 2)) == pytest.approx(1 / (1 + math.exp(-4.5)))
    assert BEES.score(("unknown",)) == pytest.approx(1 / (1 + math.exp(2)))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("hives Feed", True),
        ("hives) Feed", True),
        ("duties: Feed", True),
        ("hives 12", True),
        ("hives, Feed", False),
        ("hives feed", False),
    ],
)
def test_a_line_may_begin_with_a_capital_that_no_stop_or_comma_precedes(text: str, begins: bool) -> None:
    words = tokens_of(text)
    assert may_begin(words, len(words) - 1) is begins


def test_the_lines_are_parted_where_one_is_likely_to_begin() -> None:
    assert lines("Clean hives Feed bees Sell honey", BEES) == ["Clean hives", "Feed bees Sell honey"]
    assert lines("Clean hives", BEES) == ["Clean hives"]


def test_a_known_name_of_three_words_stays_whole() -> None:
    assert lines("Old Hives Feed Co pays", BEES, "hives feed co") == ["Old Hives", "Feed Co pays"]
    assert lines("Old Hives Feed Co pays", BEES, "Hives Feed Co") == ["Old Hives Feed Co pays"]
    assert lines("Old Hives Feed Co pays", BEES, "Old Hives Feed") == ["Old Hives Feed Co pays"]


def test_among_other_lines_less_is_enough() -> None:
    breaks = LostBreaks(0.3, {">feed": 5.0, ">sell": 5.0, ">plant": 0.0})
    doubtful = breaks.score(break_features(["hives", "Plant"], 1))
    assert LEAST_AMONG_OTHERS < doubtful < LEAST
    assert lines("clean hives Plant trees", breaks) == ["clean hives Plant trees"]
    several = ["clean hives", "Feed bees", "Sell honey", "Plant trees"]
    assert lines(" ".join(several), breaks) == several


def test_a_known_name_stays_whole() -> None:
    assert lines("Honey Feed for bees", BEES) == ["Honey", "Feed for bees"]
    assert lines("Honey Feed for bees", BEES, "Honey Feed") == ["Honey Feed for bees"]


@pytest.mark.parametrize(
    "expected",
    [
        ["Prepare monthly accounts", "Reconcile supplier statements", "Maintain the asset register"],
        ["Good knowledge of purchase ledgers", "Experience in a similar role", "Full driving licence"],
        ["Answer the telephone", "Welcome visitors to the office", "Maintain stocks of paper"],
    ],
)
def test_shipped_weights_find_the_lines_of_a_list(expected: list[str]) -> None:
    assert lines(" ".join(expected), load_lost_breaks()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You will report to the Head of Finance and work closely with the Sales Director in London.",
        "Experience with Python, Java or SQL Server and a good knowledge of Microsoft Azure is needed",
    ],
)
def test_shipped_weights_leave_names_within_a_sentence_alone(text: str) -> None:
    assert lines(text, load_lost_breaks(), "SQL Server") == [text]
