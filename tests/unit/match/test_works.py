"""The work that a job's name stands for."""

from __future__ import annotations

import pytest

from gapcheck.match.works import works_of
from tests.unit.small_lexicon import small_lexicon


@pytest.mark.parametrize(
    ("title", "works"),
    [
        ("project manager", ["project management"]),
        ("Python developer", ["Python development", "Python"]),
        ("wound care nurse", ["wound care nursing", "wound care"]),
        ("physiotherapy clerk", []),  # one word that is no tool says too little
        ("wound dressing clerk", []),
        ("manager", []),
    ],
)
def test_works(title: str, works: list[str]) -> None:
    assert list(works_of(title, small_lexicon())) == works
