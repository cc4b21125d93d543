"""Coverage, groups counted once, implied keywords in part."""

from __future__ import annotations

import pytest

from gapcheck.coverage import RELATED_PART, find_satisfied_groups, measure_coverage
from gapcheck.report import Keyword, Kind, Origin, Status, Strength


def keyword(
    term: str, weight: float, status: Status, strength: Strength = Strength.REQUIRED, group: str | None = None
) -> Keyword:
    return Keyword(
        term, Kind.TOOL, strength, weight, 1, 1.0, group, (Origin.LEXICON,), status, None, (), (), None
    )


def test_weighted_share_by_strength() -> None:
    keywords = [
        keyword("a", 0.5, Status.EXACT),
        keyword("b", 0.3, Status.MISSING),
        keyword("c", 0.2, Status.ALIAS, Strength.PREFERRED),
    ]
    coverage = measure_coverage(keywords)
    assert coverage.overall == pytest.approx(0.7)
    assert coverage.required == pytest.approx(0.5 / 0.8)
    assert coverage.preferred == pytest.approx(1.0)


def test_none_where_the_posting_gave_none() -> None:
    coverage = measure_coverage([keyword("a", 1.0, Status.MISSING, Strength.MENTIONED)])
    assert (coverage.overall, coverage.required, coverage.preferred) == (0.0, None, None)
    assert measure_coverage([]).overall is None


def test_related_counts_in_part() -> None:
    assert measure_coverage([keyword("a", 1.0, Status.RELATED)]).overall == RELATED_PART


def test_a_group_is_one_demand() -> None:
    keywords = [
        keyword("React", 0.25, Status.INFLECTED, group="G1"),
        keyword("Vue", 0.25, Status.MISSING, group="G1"),
        keyword("SQL", 0.5, Status.MISSING),
    ]
    assert measure_coverage(keywords).overall == pytest.approx(0.25 / 0.75)
    (group,) = find_satisfied_groups(keywords)
    assert group.any_of == ("React", "Vue")
    assert group.satisfied


def test_groups_in_the_order_of_their_numbers() -> None:
    keywords = [keyword(str(n), 0.1, Status.MISSING, group=f"G{n}") for n in (10, 9, 1)]
    assert [group.id for group in find_satisfied_groups(keywords)] == ["G1", "G9", "G10"]
    assert not any(group.satisfied for group in find_satisfied_groups(keywords))
