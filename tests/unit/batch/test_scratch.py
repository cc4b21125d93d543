"""Names made unique, inputs done, and lines put in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from gapcheck.batch.inputs import File, Input
from gapcheck.batch.scratch import Scratch


@pytest.fixture
def scratch() -> Iterator[Scratch]:
    with closing(Scratch()) as notes:
        yield notes


def inputs(*names: str) -> list[Input]:
    return [Input(name, File(name)) for name in names]


def test_equal_names_are_numbered_in_their_order(scratch: Scratch) -> None:
    found = list(scratch.unique(inputs("a", "b", "a", "a~2", "a")))
    assert [item.source for item in found] == ["a", "b", "a~2", "a~2~2", "a~3"]
    assert [item.content for item in found] == [item.content for item in inputs("a", "b", "a", "a~2", "a")]


def test_what_is_done_is_left_out(scratch: Scratch) -> None:
    scratch.mark_done("b")
    scratch.mark_done("b")
    assert list(scratch.left(inputs("a", "b", "c"))) == inputs("a", "c")


def test_lines_come_by_their_keys_and_failed_ones_by_name(scratch: Scratch) -> None:
    for name, number, cover in (("c", -0.5, -0.1), ("a", -0.5, -0.2), ("b", -0.9, 0.0), ("d", -0.5, -0.2)):
        scratch.keep_line(name, (number, "", cover, name), name)
    scratch.keep_line("z", None, "z")
    scratch.keep_line("y", None, "y")
    assert list(scratch.sorted_lines()) == ["b", "a", "d", "c"]
    assert list(scratch.sorted_lines(2)) == ["b", "a"]
    assert list(scratch.failed_lines()) == ["y", "z"]
