"""Page 1 as a picture, and the shapes that are laid over it."""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gapcheck.document import Box, Document
from gapcheck.report import TenSecond
from gapcheck.reporters.clean import clean
from gapcheck.reporters.html.lights import FIRST_PAGE, LitWord, Sight, Unreached
from gapcheck.reporters.timeline import SCANNED, SECONDS, timeline_rows

_PAD = 1.2
"""Points by which a light is larger than its word."""
_CLOSE = 11.0
"""Points between two stamps below which the later one is left out."""
_STAMP_ROOM = 30.0
"""Points a stamp takes on the left of what it belongs to."""
_LINE = 5.0
"""Points between the middles of two lights up to which they stand on one line."""
_NEAR = 24.0
"""Points between two words of a line up to which the light goes through."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle on the page, in points, and the second at which it is lit (or known to be missed)."""

    x: float
    y: float
    width: float
    height: float
    at: float = 0.0
    sight: Sight = Sight.READ


@dataclass(frozen=True, slots=True)
class Spot:
    """Everything one glimpse lights. `stamped` says that its second is always written beside it."""

    glimpse: int
    label: str
    x: float
    y: float
    lights: tuple[Shape, ...]
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """A keyword that stands on the page and is not seen."""

    term: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """The picture of page 1 as a data URI, its size in pixels and in points, and what is laid over it."""

    uri: str
    pixels: tuple[int, int]
    size: tuple[float, float]
    spots: tuple[Spot, ...]
    missed: tuple[Missed, ...]


def page_picture(
    document: Document, glance: TenSecond, lit: Sequence[LitWord], missed: Sequence[Unreached]
) -> PagePicture | None:
    """The picture of a document that has one, drawn now; None for formats without a page."""
    picture = document.page_picture() if document.page_picture is not None else None
    if picture is None or not document.page_sizes:
        return None
    boxes = {word.start: word.box for word in document.words if word.box}
    return PagePicture(
        uri=f"data:image/png;base64,{b64encode(picture.png).decode('ascii')}",
        pixels=(picture.width, picture.height),
        size=document.page_sizes[0],
        spots=_stamped(_spots(document, glance, lit, boxes), glance),
        missed=tuple(_missed(document, missed, boxes)),
    )


def _spots(
    document: Document, glance: TenSecond, lit: Sequence[LitWord], boxes: Mapping[int, Box]
) -> Iterator[Spot]:
    """One spot a glimpse, in the order of time; the glimpse's box where its words have none."""
    by_glimpse: dict[int, list[LitWord]] = {}
    for word in lit:
        by_glimpse.setdefault(word.glimpse, []).append(word)
    for number, glimpse in enumerate(glance.timeline):
        lights = tuple(_lights(document, by_glimpse.get(number, []), boxes))
        if not lights and glimpse.box and glimpse.page == FIRST_PAGE:
            sight = Sight.SCAN if glimpse.kind in SCANNED else Sight.READ
            lights = (_shape(Box(*glimpse.box), glimpse.at, sight),)
        if lights:
            label = f"{glimpse.at:.1f} s"
            yield Spot(number, label, lights[0].x, lights[0].y + lights[0].height / 2, lights)


def _lights(document: Document, words: Sequence[LitWord], boxes: Mapping[int, Box]) -> Iterator[Shape]:
    """One light a word; it reaches to the next where that follows on the same line."""
    for index, word in enumerate(words):
        box = boxes.get(word.start) or _box_around(document, word.start, word.end)
        if box is None:
            continue
        after = words[index + 1] if index + 1 < len(words) else None
        next_box = boxes.get(after.start) if after and after.start <= word.end + 1 else None
        if next_box and abs(next_box.y0 - box.y0) < 2 and 0 <= next_box.x0 - box.x1 < _NEAR:
            box = Box(box.x0, box.y0, next_box.x0 - 2 * _PAD, box.y1)
        yield _shape(box, word.at, word.sight)


def _shape(box: Box, at: float = 0.0, sight: Sight = Sight.READ) -> Shape:
    return Shape(
        round(box.x0 - _PAD, 1),
        round(box.y0 - _PAD, 1),
        round(max(box.x1 - box.x0, 0) + 2 * _PAD, 1),
        round(max(box.y1 - box.y0, 0) + 2 * _PAD, 1),
        at,
        sight,
    )


def _stamped(spots: Iterable[Spot], glance: TenSecond) -> tuple[Spot, ...]:
    """The spots, those that begin a row of the timeline with a stamp where there is room for it."""
    result = {spot.glimpse: spot for spot in spots}
    lights = [light for spot in result.values() for light in spot.lights]
    placed: list[Spot] = []
    for row in timeline_rows(glance.timeline):
        if row.first not in result:
            continue
        members = [
            result[number] for number in range(row.first, row.first + len(row.glimpses)) if number in result
        ]
        spot = _at_the_left(result[row.first], members)
        if not any(_is_near(spot, other) for other in placed) and not any(
            _is_under(it, spot) for it in lights
        ):
            result[row.first] = replace(spot, label=f"{row.end:.1f} s", stamped=True)
            placed.append(spot)
    return tuple(result.values())


def _at_the_left(spot: Spot, row: Iterable[Spot]) -> Spot:
    """The spot with its stamp moved to the left of everything its row lights on the same line."""
    beside = (other.x for other in row if abs(other.y - spot.y) < _LINE)
    return replace(spot, x=min(beside, default=spot.x))


def _is_near(spot: Spot, other: Spot) -> bool:
    return abs(spot.y - other.y) < _CLOSE and abs(spot.x - other.x) < _STAMP_ROOM


def _is_under(light: Shape, spot: Spot) -> bool:
    """Whether a light would be covered by the stamp on the left of a spot."""
    in_line = light.y < spot.y < light.y + light.height
    return in_line and light.x < spot.x - 1 and light.x + light.width > spot.x - _STAMP_ROOM


def _missed(document: Document, places: Sequence[Unreached], boxes: Mapping[int, Box]) -> Iterator[Missed]:
    """A shape a line for each keyword that is not reached."""
    starts = sorted(boxes)
    for place in places:
        found = _words_within(starts, place)
        lines = groupby(found, key=document.line_index)
        around = [_around([boxes[start] for start in line]) for _, line in lines]
        shapes = tuple(_shape(box, SECONDS) for box in around)
        if shapes:
            yield Missed(clean(place.term), shapes)


def _words_within(starts: Sequence[int], place: Unreached) -> Sequence[int]:
    """Starts of the words a place touches; the first may begin before it."""
    first = bisect_left(starts, place.start + 1) - 1
    return starts[max(0, first) : bisect_left(starts, place.end)]


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _box_around(document: Document, start: int, end: int) -> Box | None:
    """Box of the words that a stretch which is no word of its own lies in."""
    boxes = [word.box for word in document.words if word.box and word.start < end and word.end > start]
    return _around(boxes) if boxes else None
