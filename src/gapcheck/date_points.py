"""Points in time as people write them: "Jan 2019", "03/2018", "Summer 2018", "'09", "present".

Linear in the length of the text: each form is bounded and starts with something rare.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

# First and last month of a season. Winter is the academic winter term, so that it stays within its year.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (1, 3)}

# Two-digit years from here on are of the last century ('75 is 1975, '24 is 2024).
CENTURY_PIVOT = 50

DASH = r"[-‐‑‒–—―−]"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?:19[4-9]\d|20\d\d)"
_NAME = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# Not within a number, a price, a telephone number or a standard (9001:2015); but right after another date.
_BEFORE = r"(?<![\w$£€/])(?:(?<!\d[.,:‐-])|(?<=(?:19|20)\d\d[‐-])|(?<=/\d\d[‐-])|(?<=20\d\d-\d\d-))"
_AFTER = r"(?![/.,]?\d|[^\W_]|\s?%)"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; `month` is 1..12."""

    year: int
    month: int

    @property
    def index(self) -> int:
        """Months since the year 0, so that differences count months."""
        return self.year * 12 + self.month - 1

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written: the first and last month it can mean, and where it stands.

    `first` is None for "present" and for a month without a year (`month`), which takes the year of the other
    end.
    `weak` marks what is a date only beside another date (a bare year, '09, "Jan 09").
    """

    start: int
    end: int
    first: Month | None = None
    last: Month | None = None
    month: int | None = None
    present: bool = False
    weak: bool = False
    ambiguous: bool = False

    @property
    def year_only(self) -> bool:
        """Whether just a year is written."""
        return self.first is not None and self.last is not None and self.first != self.last and self.weak


@cache
def _pattern() -> re.Pattern[str]:
    """All ways to write a point; the order decides which reading of the same digits wins."""
    return re.compile(
        rf"""{_BEFORE}(?:
          (?:\d\d?(?:st|nd|rd|th)?[\s/-]{{1,2}}(?:of\s)?)?(?P<name>{_NAME})\b\.?
              (?:[\s,]{{1,2}}\d\d?(?:st|nd|rd|th)?,?\s{{1,2}}(?={_YEAR}))?
              [\s,./‐-]{{0,3}}(?:of\s)?(?:(?P<name_year>{_YEAR})|(?P<quote>['’‘`])?(?P<name_short>\d\d)){_AFTER}
        | (?P<glued>{_NAME})(?P<glued_year>{_YEAR}){_AFTER}
        | (?P<season>spring|summer|autumn|fall|winter)[\s,]{{1,2}}(?:(?:term|semester|of)\s)?
              (?P<season_year>{_YEAR}){_AFTER}
        | q(?P<quarter>[1-4])[\s,/-]{{1,2}}(?P<quarter_year>{_YEAR}){_AFTER}
        | (?P<iso>{_YEAR})[-./‐](?P<iso_month>0?[1-9]|1[0-2])(?:[-./‐](?:0[1-9]|[12]\d|3[01]))?{_AFTER}
        | (?P<one>\d\d?)[./-](?P<two>\d\d?)[./-](?P<day_year>{_YEAR}|\d\d){_AFTER}
        | (?P<number>0?[1-9]|1[0-2])\s?[./‐-]\s?(?P<number_year>{_YEAR}){_AFTER}
        | (?P<short>0?[1-9]|1[0-2])/['’]?(?P<short_year>\d\d){_AFTER}
        | (?P<year>{_YEAR})(?!\d|\s?%|[.,]\d|[^\W\d_])
        | ['’‘`](?P<quoted>\d\d)(?![\w'’])
        | (?P<alone>{_NAME})\b\.?
        | (?P<present>present(?:\s+day)?|now|current(?:ly)?|ongoing|today|date)\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def find_points(text: str) -> Iterator[Point]:
    """All points in time of a text, in order, the weak ones too."""
    for match in _pattern().finditer(text):
        point = _READ[match.lastgroup or ""](match)
        if point is not None:
            yield point


def full_year(digits: str) -> int:
    """The year that two or four digits mean."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= CENTURY_PIVOT else 2000)


def _point(
    match: re.Match[str], year: str, first: int, last: int = 0, *, weak: bool = False, ambiguous: bool = False
) -> Point:
    number = full_year(year)
    months = Month(number, first), Month(number, last or first)
    return Point(match.start(), match.end(), *months, weak=weak, ambiguous=ambiguous)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _named(match: re.Match[str]) -> Point:
    month = _month_number(match["name"])
    if match["name_year"]:
        return _point(match, match["name_year"], month)
    return _point(match, match["name_short"], month, weak=match["quote"] is None)


def _season(match: re.Match[str]) -> Point:
    return _point(match, match["season_year"], *SEASONS[match["season"].lower()])


def _quarter(match: re.Match[str]) -> Point:
    last = int(match["quarter"]) * 3
    return _point(match, match["quarter_year"], last - 2, last)


def _iso(match: re.Match[str]) -> Point:
    """2019-03; but 2009-11 may be 2009 to 2011, which is said and not guessed."""
    month = int(match["iso_month"])
    ambiguous = len(match[0]) == 7 and month > int(match["iso"][2:])
    return _point(match, match["iso"], month, ambiguous=ambiguous)


def _with_day(match: re.Match[str]) -> Point | None:
    """03/14/2019 or 14.03.2019; where both numbers can be the month, the American order is taken and said."""
    one, two = int(match["one"]), int(match["two"])
    if not (1 <= min(one, two) <= 12 and max(one, two) <= 31):
        return None
    day_first = one > 12 or (two <= 12 and "." in match[0])
    ambiguous = one <= 12 and two <= 12 and one != two and "." not in match[0]
    return _point(match, match["day_year"], two if day_first else one, ambiguous=ambiguous)


def _month_alone(match: re.Match[str]) -> Point:
    return Point(match.start(), match.end(), month=_month_number(match["alone"]), weak=True)


_READ: dict[str, Callable[[re.Match[str]], Point | None]] = {
    "name_year": _named,
    "name_short": _named,
    "glued_year": lambda match: _point(match, match["glued_year"], _month_number(match["glued"])),
    "season_year": _season,
    "quarter_year": _quarter,
    "iso_month": _iso,
    "day_year": _with_day,
    "number_year": lambda match: _point(match, match["number_year"], int(match["number"])),
    "short_year": lambda match: _point(match, match["short_year"], int(match["short"]), weak=True),
    "year": lambda match: _point(match, match["year"], 1, 12, weak=True),
    "quoted": lambda match: _point(match, match["quoted"], 1, 12, weak=True),
    "alone": _month_alone,
    "present": lambda match: Point(match.start(), match.end(), present=True),
}
