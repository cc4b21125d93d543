"""What is named without being asked for, by where it stands."""

from __future__ import annotations

import pytest

from gapcheck.extract.model import Candidate
from gapcheck.extract.unasked import _heads_item
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
