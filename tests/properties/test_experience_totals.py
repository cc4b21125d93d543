"""Totals of experience are unions of time: order, splitting and overlaps change nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.dates import DateRange, Month, months_covered

AS_OF = date(2026, 6, 15)

months = st.builds(Month, st.integers(1960, 2026), st.integers(1, 12))


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    first, last = sorted((draw(months), draw(months)))
    return DateRange(first, draw(st.sampled_from([last, last, last, None])), 0, 0)


def counted_one_by_one(items: list[DateRange]) -> int:
    """The slow way: a set of months."""
    covered = {index for item in items for index in range(*item.interval(AS_OF))}
    return len(covered)


def month_at(index: int) -> Month:
    return Month(index // 12, index % 12 + 1)


@given(st.lists(ranges(), max_size=12))
def test_total_is_the_union(items: list[DateRange]) -> None:
    assert months_covered(items, AS_OF) == counted_one_by_one(items)


@given(
    st.lists(ranges(), max_size=8).flatmap(lambda items: st.tuples(st.just(items), st.permutations(items)))
)
def test_order_does_not_matter(pair: tuple[list[DateRange], list[DateRange]]) -> None:
    items, shuffled = pair
    assert months_covered(items, AS_OF) == months_covered(shuffled, AS_OF)


@given(st.lists(ranges(), min_size=1, max_size=8), st.integers(0, 7), st.integers(0, 1000))
def test_splitting_an_entry_does_not_matter(items: list[DateRange], which: int, where: int) -> None:
    item = items[which % len(items)]
    first, end = item.interval(AS_OF)
    if end - first < 2:
        return
    cut = first + 1 + where % (end - first - 1)
    split = [DateRange(item.start, month_at(cut - 1), 0, 0), DateRange(month_at(cut), item.end, 0, 0)]
    rest = [other for other in items if other is not item]
    assert months_covered(rest + split, AS_OF) == months_covered(items, AS_OF)


@given(st.lists(ranges(), max_size=8), ranges())
def test_one_more_entry_adds_at_most_its_own_months(items: list[DateRange], added: DateRange) -> None:
    before, after = months_covered(items, AS_OF), months_covered([*items, added], AS_OF)
    assert before <= after <= before + months_covered([added], AS_OF)


@given(st.lists(ranges(), max_size=8))
def test_repeating_entries_adds_nothing(items: list[DateRange]) -> None:
    assert months_covered(items + items, AS_OF) == months_covered(items, AS_OF)
