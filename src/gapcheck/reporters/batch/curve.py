"""The curve of what a few more words unlock, as figures for a small drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gapcheck.batch.summary import Cover

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 14, 26, 30
"""Units of the drawing, and its margins."""

MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Point:
    """One step of the curve: its number, place, and value."""

    number: int
    x: float
    y: float
    reached: int
    term: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A staircase from the postings met now to those met with every term; `ticks` are (y, value) of the grid."""

    points: tuple[Point, ...]
    line: str
    area: str
    ticks: tuple[tuple[float, int], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def draw_curve(cover: Cover) -> Curve | None:
    """The drawing; None where there is no step to draw."""
    if not cover.steps:
        return None
    values = [("now", cover.start), *((step.term, step.reached) for step in cover.steps[:MOST_STEPS])]
    step = _grid_step(values[-1][1])
    top = step * math.ceil(values[-1][1] / step)
    room = (WIDTH - LEFT - RIGHT) / len(values)

    def height(value: int) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top, 1)

    points = tuple(
        Point(number, round(LEFT + room * (number + 0.5), 1), height(reached), reached, term)
        for number, (term, reached) in enumerate(values)
    )
    stairs = [f"M{LEFT} {points[0].y}"]
    for number, point in enumerate(points):
        stairs.append(f"V{point.y} H{round(LEFT + room * (number + 1), 1)}")
    line = " ".join(stairs)
    base = HEIGHT - BOTTOM
    ticks = tuple((height(value), value) for value in range(0, top + 1, step))
    return Curve(points, line, f"{line} V{base} H{LEFT} Z", ticks)


def _grid_step(most: int) -> int:
    """Distance of the grid's lines: 1, 2 or 5 times a power of ten, so that there are three to six of them."""
    power: int = 10 ** max(0, int(math.log10(max(1, most / 4))))
    steps = (power, 2 * power, 5 * power, 10 * power)
    return next(step for step in steps if most / step <= 5)
