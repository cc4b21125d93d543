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


@pytest.mark.parametrize(
    ("text", "said", "term", "against"),
    [
        (
            "Have a valid background check",
            "background check",
            "background checks",
            "a matter of hiring, not a skill",
        ),
        ("Keep a safe place", "safe", "SAFe", "an ordinary word here"),
        ("Plan in SAFE", "SAFE", "SAFe", None),
        ("Plan in lean teams", "lean", "Lean", None),
    ],
)
def test_what_speaks_against_a_sense_that_nothing_proves(
    text: str, said: str, term: str, against: str | None
) -> None:
    entry = LexiconEntry(term, Kind.KNOWLEDGE, "general", ambiguous=(said,))
    start = text.index(said)
    end = start + len(said)
    origins = frozenset({Origin.MODEL})
    found = Candidate(start, end, said, said, Kind.SKILL, origins, PostingSection.REQUIRED, None, 0.9)
    setting = set_in(text, 0, len(text), read_passage(text, 0, ()), {})
    assert _why_doubted(found, entry, setting) == against


@pytest.mark.parametrize(
    ("text", "bodily"),
    [
        ("Prolonged periods of sitting at a desk.", True),
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
