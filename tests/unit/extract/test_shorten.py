"""From a posting's words to a keyword."""

from __future__ import annotations

import pytest

from gapcheck.extract.shorten import shorten, well_formed
from gapcheck.fillers import EMPTY_TAIL
from gapcheck.words import tokenize


def text_of(text: str) -> str:
    kept = shorten(tokenize(text))
    return text[kept[0].start : kept[-1].end] if kept else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("strong knowledge of NoSQL databases", "NoSQL databases"),
        ("communication skills", "communication"),
        ("5+ years of wound care experience", "wound care"),
        ("excellent", ""),
        ("wound care", "wound care"),
        ("SQL, Python", "SQL"),
        ("", ""),
    ],
)
def test_shorten(text: str, expected: str) -> None:
    assert text_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wound care", True),
        ("R&D", True),
        ("R", False),
        ("2019", False),
        ("", False),
        ("one two three four five", True),
        ("one two three four five six", False),
        ("point of sale", True),
        ("work with the team of experts", False),
        ("client s team", False),
    ],
)
def test_well_formed(text: str, expected: bool) -> None:
    assert well_formed(tokenize(text)) is expected


def test_a_shorter_tail_keeps_the_words_that_may_belong_to_the_keyword() -> None:
    def kept(text: str) -> str:
        return " ".join(token.lower for token in shorten(tokenize(text), EMPTY_TAIL))

    assert kept("manufacturing techniques") == "manufacturing techniques"
    assert kept("strong communication skills") == "communication"


@pytest.mark.parametrize(
    ("text", "hyphened", "expected"),
    [
        ("multiple-element arrangements", (False, True, False), "multiple-element arrangements"),
        ("multiple element arrangements", (False, False, False), "element arrangements"),
        ("high-quality reports", (False, True, False), "reports"),
        ("up-to-date records", (False, True, True, False), "records"),
        ("10-line switchboard", (False, True, False), "10-line switchboard"),
    ],
)
def test_of_a_hyphenated_word_nothing_is_left_out(
    text: str, hyphened: tuple[bool, ...], expected: str
) -> None:
    kept = shorten(tokenize(text), hyphened=hyphened)
    assert text[kept[0].start : kept[-1].end] == expected
