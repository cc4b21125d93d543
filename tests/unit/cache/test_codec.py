"""Dataclasses as JSON and back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

import pytest

from gapcheck.cache.codec import codec_of


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Size(IntEnum):
    SMALL = 1
    LARGE = 2


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: float
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    points: tuple[Point, ...]
    span: tuple[int, Point]
    size: Size
    closed: bool = True
    notes: tuple[str, ...] = ()
    length: int = field(init=False, default=3)


SHAPE = Shape("bow \ud800 é", (Point(1, 0.1, Colour.RED), Point(-2, 1e300)), (4, Point(0, 0.0)), Size.LARGE)


def test_a_value_survives() -> None:
    codec = codec_of(Shape)
    raw = json.loads(json.dumps(codec.dump(SHAPE)))
    assert raw == [
        "bow \ud800 é",
        [[1, 0.1, "red"], [-2, 1e300, None]],
        [4, [0, 0.0, None]],
        2,
        True,
        [],
    ]
    loaded = codec.load(raw)
    assert loaded == SHAPE
    assert isinstance(loaded.size, Size)
    assert isinstance(loaded.points[0].colour, Colour)


def test_the_schema_spells_out_every_field() -> None:
    assert codec_of(Point).schema == "Point(x:int,y:float,colour:Colour(red,blue)|None)"
    assert codec_of(Shape).schema == (
        f"Shape(name:str,points:tuple[{codec_of(Point).schema},...],span:tuple[int,{codec_of(Point).schema}],"
        "size:Size(1,2),closed:bool,notes:tuple[str,...])"
    )


@pytest.mark.parametrize("raw", [None, 3, [], [1], [1, 2.0, "green"], {"x": 1}, [1, 2.0, []]])
def test_what_was_not_written_so_is_refused(raw: object) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        codec_of(Point).load(raw)


@pytest.mark.parametrize("kind", [dict[str, int], list[int], int | str, object])
def test_other_types_are_refused(kind: object) -> None:
    with pytest.raises(TypeError, match="no way to write"):
        codec_of(kind)
