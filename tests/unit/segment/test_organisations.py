"""Names of organisations."""

from __future__ import annotations

import pytest

from gapcheck.segment.organisations import find_initials, find_organisations


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("reports for North Vale NHS Foundation Trust each month", ["North Vale NHS Foundation Trust"]),
        ("approved by the Department of Education", ["Department of Education"]),
        ("teach at Hollin Community College daily", ["Hollin Community College"]),
        ("High School diploma or Nursing School", []),
        ("database administration and trust", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_organisations(text)] == names


def test_initials() -> None:
    text = "North Vale NHS Foundation Trust cares. NVFT staff use SQL."
    assert find_initials(text) == {"NVFT"}
