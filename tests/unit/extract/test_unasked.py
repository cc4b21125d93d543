"""What is named without being asked for, by where it stands."""

from __future__ import annotations

import pytest

from gapcheck.extract.model import Candidate
from gapcheck.extract.said import read_passage
from gapcheck.extract.unasked import _heads_item, _why_doubted, set_in
from gapcheck.lexicon import LexiconEntry
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import PostingSection


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Quick start: able to begin", True),
        ("- Quick start : able to begin", True),
        ("A quick start: able to begin", False),
        ("Quick start, able to begin", False),
    ],
)
def test_a_label_before_a_colon_heads_its_item(text: str, heads: bool) -> None:
    start = text.lower().index("quick")
    end = start + len("quick start")
    label = Candidate(
        start,
        end,
        text[start:end],
        text[start:end],
        Kind.SKILL,
        frozenset({Origin.PHRASE}),
        PostingSection.REQUIRED,
        None,
        0.5,
    )
    assert _heads_item(label, text[:start], text) is heads


def test_a_matter_of_hiring_whose_sense_nothing_proves() -> None:
    text = "Have a valid background check"
    entry = LexiconEntry("background checks", Kind.SKILL, "hr", ambiguous=("background check",))
    start = text.index("background")
    said = text[start:]
    found = Candidate(
        start,
        len(text),
        said,
        said,
        Kind.SKILL,
        frozenset({Origin.MODEL}),
        PostingSection.REQUIRED,
        None,
        0.9,
    )
    setting = set_in(text, 0, len(text), read_passage(text, 0, ()), {})
    assert _why_doubted(found, entry, setting) == "a matter of hiring, not a skill"


@pytest.mark.parametrize(
    ("text", "bodily"),
    [
        ("Physical demands include standing for eight hours", True),
        ("Walking, lifting and other limited physical activities", True),
        ("Deliver sessions on healthy eating and physical activity", False),
    ],
)
def test_what_the_body_must_do_is_not_what_is_taught_about_it(text: str, bodily: bool) -> None:
    assert set_in(text, 0, len(text), read_passage(text, 0, ()), {}).bodily is bodily


@pytest.mark.parametrize(
    ("text", "long", "lists"),
    [
        ("On the Ear, nose and throat ward", "ear, Nose and Throat", ["Ear, nose and throat"]),
        ("Nose or throat", "Ear, Nose and Throat", []),
        ("Use the Electronic Health Record", "Electronic Health Record", []),
    ],
)
def test_what_an_explained_abbreviation_stands_for_is_one_thing(
    text: str, long: str, lists: list[str]
) -> None:
    spans = set_in(f"** {text}", 3, 3 + len(text), read_passage(text, 3, ()), {"X": long, "Xs": long}).lists
    assert [f"** {text}"[span.start : span.end] for span in spans] == lists
