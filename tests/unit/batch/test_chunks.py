"""Chunks of inputs: their size follows the pace, and what comes back goes first."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.batch import chunks
from gapcheck.batch.chunks import Chunks, Pace
from gapcheck.batch.inputs import File, Given, Input


def inputs(count: int) -> list[Input]:
    return [Input(str(number), File(str(number))) for number in range(count)]


def test_all_inputs_come_in_their_order() -> None:
    made = Chunks(inputs(100))
    assert made.count_first(3) == 3
    found: list[Input] = []
    while made.are_left():
        chunk = made.take()
        assert chunk
        found.extend(chunk)
        made.learn(0.001)
    assert found == inputs(100)
    assert made.take() == ()


def test_no_more_is_read_than_needed() -> None:
    read: list[Input] = []

    def source() -> Iterator[Input]:
        for item in inputs(1000):
            read.append(item)
            yield item

    made = Chunks(source())
    assert made.count_first(2) == 2
    assert made.take()
    assert len(read) <= 3


def test_what_comes_back_goes_first() -> None:
    made = Chunks(inputs(4))
    first, second, *rest = inputs(4)
    made.put_back((first,), (), (second,))
    assert (made.take(), made.take()) == ((first,), (second,))
    assert rest


def test_a_chunk_of_large_inputs_is_small() -> None:
    made = Chunks([Input(str(number), Given(bytes(600_000), "")) for number in range(4)])
    for _ in range(100):
        made.learn(0.0001)
    assert [len(made.take()), len(made.take()), len(made.take())] == [2, 2, 0]


def test_the_pace_decides_within_bounds() -> None:
    pace = Pace(0.25)
    assert pace.inputs <= 2
    for _ in range(200):
        pace.learn(0.0)
    assert pace.inputs == chunks.MOST_INPUTS
    for _ in range(200):
        pace.learn(60.0)
    assert pace.inputs == 1
