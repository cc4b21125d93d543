"""Date ranges as people write them in resumes, and the months they cover.

Two points in time with a dash or "to" between them are a range. Nothing here knows what a range is about:
that is the caller's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from gapcheck.date_points import DASH, Month, Point, find_points, full_year

__all__ = ["DateRange", "Month", "find_ranges", "months_covered"]

# A range longer than this is two unrelated numbers, not a job or a course of study.
LONGEST_RANGE_YEARS = 60


@dataclass(frozen=True, slots=True)
class DateRange:
    """A stretch of time, both ends included; `end` None means until today.

    `text_start`/`text_end` are offsets into the text that was searched. Where only a year is written, `start`
    is its January, `end` its December, and `start_year_only`/`end_year_only` say so. `point` marks a single
    date (an award, a graduation), which covers no time. `expected` marks a date announced ("due May 2027").
    `ambiguous` says that the digits can be read in more than one way (03/04/2019, 2009-11).
    """

    start: Month
    end: Month | None
    text_start: int
    text_end: int
    start_year_only: bool = False
    end_year_only: bool = False
    point: bool = False
    expected: bool = False
    ambiguous: bool = False

    def interval(self, as_of: date) -> tuple[int, int]:
        """First month and the month after the last as `Month.index`; nothing after `as_of` counts.

        A bare year counts from its middle: "2015 to 2017" is two years, not one and not three, and "2015-17,
        2017-19" is four. Within one bare year six months are counted.
        """
        if self.point:
            return self.start.index, self.start.index
        today = Month(as_of.year, as_of.month).index + 1
        first = self.start.index + (6 if self.start_year_only else 0)
        last = today if self.end is None else self.end.index + 1 - (6 if self.end_year_only else 0)
        if last <= first and self.end is not None:
            first, last = self.start.index, self.start.index + min(6, self.end.index + 1 - self.start.index)
        return min(first, today), min(last, today)


@cache
def _joins() -> re.Pattern[str]:
    """What makes two points one range."""
    words = r"(?:up\s+)?(?:to|until|till?|through|thru)(?:\s+the)?"
    return re.compile(
        rf"\s{{0,3}}(?:{DASH}{{1,3}}|[~→/])\s{{0,3}}(?:(?:to|until)\s{{1,3}})?|,?\s{{1,3}}{words}\s{{1,3}}",
        re.IGNORECASE,
    )


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    """Words around a single point that tell what it is."""
    announced = r"expected|anticipated|projected|estimated|predicted"
    return {
        "between": re.compile(r"\bbetween\s{1,3}$", re.IGNORECASE),
        "and": re.compile(r"\s{1,3}(?:and|&)\s{1,3}", re.IGNORECASE),
        "since": re.compile(r"\b(?:since|starting|started(?:\sin)?)\s{1,3}$", re.IGNORECASE),
        "onwards": re.compile(rf"\s{{0,2}}{DASH}?\s{{0,2}}onwards?\b", re.IGNORECASE),
        "short_end": re.compile(rf"\s?(?:{DASH}|/)\s?['’]?(\d\d|(?<=/)20\d\d)(?![/.,‐-]?\d|[^\W_]|\s?%)"),
        "before": re.compile(rf"\b(?:{announced}|expecting|graduating|due)\b[^\n\d]{{0,30}}$", re.IGNORECASE),
        "after": re.compile(rf"[\s(,]{{0,3}}(?:{announced})\b", re.IGNORECASE),
    }


def find_ranges(text: str, *, bare_years: bool = False) -> tuple[DateRange, ...]:
    """All date ranges of a text in text order, with single dates as points.

    A year that stands alone ("2016") is reported, as a point, only with `bare_years`: in running text it is
    as often a product or a standard as a date.
    """
    found = _pair(text, list(find_points(text)), bare_years)
    return tuple(_announced(text, item) for item in found)


def months_covered(ranges: Iterable[DateRange], as_of: date) -> int:
    """Number of months that at least one of the ranges covers: overlaps count once, gaps stay gaps."""
    total = 0
    reached = 0
    for first, last in sorted(item.interval(as_of) for item in ranges):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total


def _pair(text: str, points: list[Point], bare_years: bool) -> Iterator[DateRange]:
    index = 0
    while index < len(points):
        point = points[index]
        index += 1
        found = _joined(text, point, points[index]) if index < len(points) else None
        if found is not None:
            index += 1
        else:
            found = _short_end(text, point) or _single(text, point, bare_years)
        if found is not None:
            yield found


def _joined(text: str, left: Point, right: Point) -> DateRange | None:
    """The range from one point to the next, if what stands between them joins them."""
    between = text[left.end : right.start]
    if left.present or len(between) > 16:
        return None
    if not _joins().fullmatch(between):
        cues = _cues()
        if not (
            cues["and"].fullmatch(between)
            and cues["between"].search(text, max(0, left.start - 12), left.start)
        ):
            return None
    if between.strip() == "/" and not (left.year_only and right.year_only):
        return None
    start = left.first or _borrowed(left, right)
    if start is None or not (right.present or right.last):
        return None
    return _range(left, start, right)


def _borrowed(left: Point, right: Point) -> Month | None:
    """The start of "May - August 2018", which takes the end's year ("Dec - Feb 2019": the year before it)."""
    if left.month is None or right.last is None or right.year_only:
        return None
    return Month(right.last.year - (left.month > right.last.month), left.month)


def _range(left: Point, start: Month, right: Point) -> DateRange | None:
    end = right.last
    if end is not None and not (start <= end and end.year - start.year <= LONGEST_RANGE_YEARS):
        return None
    return DateRange(
        start,
        end,
        left.start,
        right.end,
        start_year_only=left.year_only,
        end_year_only=right.year_only,
        ambiguous=left.ambiguous or right.ambiguous,
    )


def _short_end(text: str, point: Point) -> DateRange | None:
    """2015-17, 2015/16, 2015/2016: a year and the last two digits of another."""
    match = _cues()["short_end"].match(text, point.end) if point.year_only else None
    if match is None or point.first is None:
        return None
    year = full_year(match[1])
    if not 0 <= year - point.first.year <= LONGEST_RANGE_YEARS:
        return None
    return DateRange(
        point.first, Month(year, 12), point.start, match.end(), start_year_only=True, end_year_only=True
    )


def _single(text: str, point: Point, bare_years: bool) -> DateRange | None:
    """A point without a partner: open-ended after "since", a season's months, or just a date."""
    if point.first is None or point.last is None:
        return None
    cues = _cues()
    onwards = cues["onwards"].match(text, point.end)
    if onwards or cues["since"].search(text, max(0, point.start - 16), point.start):
        end = onwards.end() if onwards else point.end
        return DateRange(point.first, None, point.start, end, start_year_only=point.year_only)
    if point.weak and not (bare_years and point.year_only and point.end - point.start == 4):
        return None
    lasts = point.first != point.last and not point.year_only
    return DateRange(
        point.first,
        point.last,
        point.start,
        point.end,
        start_year_only=point.year_only,
        end_year_only=point.year_only,
        point=not lasts,
        ambiguous=point.ambiguous,
    )


def _announced(text: str, found: DateRange) -> DateRange:
    cues = _cues()
    before = cues["before"].search(text, max(0, found.text_start - 48), found.text_start)
    if before or cues["after"].match(text, found.text_end):
        return replace(found, expected=True)
    return found
