from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gapcheck.date_points import full_year
from gapcheck.dates import DateRange, Month, find_ranges, months_covered

TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
AS_OF = date(2026, 6, 15)


def spelled(found: DateRange) -> str:
    start = str(found.start.year) if found.start_year_only else str(found.start)
    end = "today" if found.end is None else str(found.end.year) if found.end_year_only else str(found.end)
    flags = [name for name in ("expected", "ambiguous") if getattr(found, name)]
    return " ".join([start if found.point else f"{start}..{end}", *flags])


@pytest.mark.parametrize("row", TABLE["dates"], ids=lambda row: row["text"])
def test_finds_each_way_to_write_a_date(row: dict[str, Any]) -> None:
    assert [spelled(found) for found in find_ranges(row["text"])] == row["ranges"]


@pytest.mark.parametrize("text", TABLE["no_dates"])
def test_numbers_that_are_no_dates(text: str) -> None:
    assert find_ranges(text) == ()


def test_bare_years_only_on_request() -> None:
    (found,) = find_ranges("BSc Chemistry, 2016", bare_years=True)
    assert (found.start, found.end, found.point) == (Month(2016, 1), Month(2016, 12), True)
    assert find_ranges("BSc Chemistry, 2016") == ()


def test_offsets_name_the_range() -> None:
    text = "Analyst | Acme | Mar 2019 –\nPresent | Leeds"
    (found,) = find_ranges(text)
    assert text[found.text_start : found.text_end] == "Mar 2019 –\nPresent"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Jan 2020 - Dec 2020", 12),
        ("May 2020", 0),
        ("Jan 2026 - Present", 6),
        ("Jan 2026 - Dec 2030", 6),
        ("Jan 2027 - Dec 2030", 0),
        ("2015 - 2017", 24),
        ("2015 - 2017; 2017 - 2019", 48),
        ("2018 - 2018", 6),
        ("2015 - June 2017", 24),
        ("Jan 2015 - Dec 2016; Jun 2016 - Dec 2017", 36),
        ("Jan 2015 - Dec 2015; Jan 2017 - Dec 2017", 24),
        ("2026 - present", 0),
        ("Summer 2018", 3),
        ("", 0),
    ],
)
def test_months_covered(text: str, months: int) -> None:
    assert months_covered(find_ranges(text), AS_OF) == months


@pytest.mark.parametrize(("digits", "year"), [("09", 2009), ("49", 2049), ("50", 1950), ("1987", 1987)])
def test_two_digit_years(digits: str, year: int) -> None:
    assert full_year(digits) == year


@pytest.mark.parametrize("text", ["31/31/2019", "00/12/2019", "Jan 2090 - Jan 2190", "1950 - 2040"])
def test_impossible_dates_are_left_out(text: str) -> None:
    assert all(found.point for found in find_ranges(text))


def test_months_are_ordered_and_print_as_iso() -> None:
    assert Month(2019, 12) < Month(2020, 1)
    assert str(Month(2019, 3)) == "2019-03"
