from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import pytest

from gapcheck.batch.arrange import Arrays, arrange
from gapcheck.batch.columns import KINDS, STATUSES, STRENGTHS
from gapcheck.batch.model import FailedRow, PostingRow
from gapcheck.batch.summary import Level, Sort, SummaryOptions, UnmetType
from gapcheck.batch.tally import pack
from gapcheck.report import Kind, Status, Strength, Verdict
from tests.unit.batch.rows import DEGREE, TRAVEL, WELSH, YEARS, row, summed

ROWS = (
    row("a", ["+!3 SQL", "-!1 Excel"], fit=0.9, verdict="yes", unmet=[DEGREE, WELSH]),
    row("b", ["-!2 SQL", "+?1 Excel", "-.1 audit"], fit=0.4, unmet=[DEGREE, YEARS, TRAVEL]),
    row("c", ["+!1 SQL", "+!1 payroll", "-.2 audit"], fit=0.7, verdict="borderline", title="Payroll Clerk"),
    row("d", ["~!1 Excel", "-?1 SQL @1", "+?3 Oracle @1"], fit=0.4, title=None),
)
FAILED = FailedRow("scan.pdf", "scan.pdf", "no_text", "scan.pdf: no text")


def test_the_table_is_sorted_by_fit_then_coverage_then_id() -> None:
    ranked = summed(ROWS).ranked
    assert [(item.rank, item.id) for item in ranked] == [(1, "a"), (2, "c"), (3, "d"), (4, "b")]
    assert [item.overall for item in ranked] == [0.75, 0.5, 0.875, 0.25]


@pytest.mark.parametrize(
    ("sort", "ids"),
    [(Sort.COVERAGE, "dacb"), (Sort.REQUIRED, "cadb"), (Sort.TITLE, "dabc"), (Sort.SOURCE, "abcd")],
)
def test_other_orders(sort: Sort, ids: str) -> None:
    ranked = summed(ROWS, SummaryOptions(sort=sort)).ranked
    assert "".join(item.id for item in ranked) == ids


def test_a_posting_lacks_its_missing_demands_heaviest_first_without_satisfied_alternatives() -> None:
    extra = row("e", ["-!1 React @1", "-!2 Vue @1", "-!3 CSS", "~!5 HTML", "-.9 Go @2", "+.1 Rust @2"])
    rows = {item.id: item for item in summed([*ROWS, extra]).ranked}
    assert rows["b"].missing == ("SQL", "audit")
    assert rows["d"].missing == ()
    assert rows["e"].missing == ("CSS", "React or Vue")
    assert rows["e"].missing_count == 2


def test_only_required_things_short_or_not_shown_stand_in_the_way() -> None:
    rows = {item.id: item for item in summed(ROWS).ranked}
    assert rows["a"].hurdles == ("a bachelor's degree",)
    assert rows["b"].hurdles == ("a bachelor's degree", "5 years of accounting")
    assert rows["c"].hurdles == ()


def test_levels_count_postings_and_those_without_hurdle() -> None:
    half, sixty, seventy, eighty = summed(ROWS).levels
    assert half == Level(0.5, 3, 1, 2)
    assert sixty == Level(0.6, 2, 1, 1)
    assert seventy == Level(0.7, 2, 1, 1)
    assert eighty == Level(0.8, 1, 0, 1)


def test_a_posting_below_the_least_coverage_is_left_out_of_the_table_only() -> None:
    whole, part = summed(ROWS), summed(ROWS, SummaryOptions(min_coverage=0.5))
    assert [item.id for item in part.ranked] == ["a", "c", "d"]
    assert [item.rank for item in part.ranked] == [1, 2, 3]
    assert part.left_out == 1
    assert (part.postings, part.levels, part.gaps, part.cover) == (
        whole.postings, whole.levels, whole.gaps, whole.cover,
    )  # fmt: skip


def test_no_more_rows_are_made_than_are_wanted() -> None:
    whole, part = summed(ROWS), summed(ROWS, SummaryOptions(top=2))
    assert part == replace(whole, ranked=whole.ranked[:2])
    assert part.rows == whole.rows == 4


def test_gaps_count_postings_and_strengths_and_what_they_cost() -> None:
    extra = row("e", ["-?1 Sql", "+!1 Excel"])
    gaps = {gap.term: gap for gap in summed([*ROWS, extra]).gaps}
    assert list(gaps) == ["SQL", "audit"]
    sql, audit = gaps["SQL"], gaps["audit"]
    assert (sql.postings, sql.required, sql.preferred, sql.mentioned) == (2, 1, 1, 0)
    assert (audit.postings, audit.required, audit.preferred, audit.mentioned) == (2, 0, 0, 2)
    assert sql.weight == pytest.approx((2 / 4 + 1 / 2) / 5)
    assert audit.weight == pytest.approx((1 / 4 + 2 / 4) / 5)
    assert sql.lifts == 2
    assert audit.lifts == 1


def test_what_a_satisfied_alternative_makes_up_for_is_no_gap() -> None:
    rows = [row(name, ["-!1 React @1", "+!1 Vue @1", "-!1 CSS"]) for name in "ab"]
    assert [gap.term for gap in summed(rows).gaps] == ["CSS"]


def test_unmet_requirements_count_a_posting_once_each() -> None:
    again = replace(DEGREE, need="a degree in law", status="unclear")
    extra = row("e", ["+!1 SQL"], unmet=[DEGREE, again])
    unmet = summed([*ROWS, extra]).unmet
    assert [item.type for item in unmet] == ["degree", "language", "other", "years"]
    assert unmet[0] == UnmetType(
        "degree", 3, 3, 0, 3, 1, (("a bachelor's degree", 3), ("a degree in law", 1))
    )
    assert unmet[1] == UnmetType("language", 1, 0, 0, 1, 0, (("Welsh", 1),))


def test_failures_are_kept_apart() -> None:
    summary = summed([FAILED, *ROWS])
    assert summary.failed == (FAILED,)
    assert summary.postings == 4
    assert dict(summary.verdicts) == {Verdict.YES: 1, Verdict.BORDERLINE: 1, Verdict.NO: 2}


def test_nothing_at_all_gives_an_empty_summary() -> None:
    summary = summed([])
    assert (summary.postings, summary.ranked, summary.gaps, summary.unmet, summary.groups) == (
        0,
        (),
        (),
        (),
        (),
    )
    assert (summary.cover.start, summary.cover.steps) == (0, ())
    assert [level.postings for level in summary.levels] == [0, 0, 0, 0]


def test_a_posting_without_keywords_or_coverage_is_kept() -> None:
    summary = summed([row("a", []), row("b", ["-!1 SQL"])])
    assert [item.overall for item in summary.ranked] == [0.0, None]


def test_the_order_of_arrival_makes_no_difference() -> None:
    arrived: list[PostingRow | FailedRow] = [FAILED, FailedRow("b.txt", "b", "empty", "b.txt: empty")]
    for number in range(30):
        terms = (
            f"{'+-~'[number % 3]}!{1 + number % 4} term {number % 7}",
            f"-?{1 + number % 2} word {number % 5}",
        )
        title = ("Staff Nurse", "Night Cook", None)[number % 3]
        arrived.append(row(f"{number:02}", terms, fit=number % 6 / 6, title=title))
    first = summed(arrived)
    for seed in range(3):
        random.Random(seed).shuffle(arrived)  # noqa: S311
        assert summed(arrived) == first
    assert first.groups


def test_a_group_of_more_members_than_a_byte_counts() -> None:
    terms = [f"-!1 term {number} @{number}" for number in range(300)]
    (found,) = summed([row("a", terms)]).ranked
    assert found.missing_count == 300


def test_kind_strength_and_status_come_out_of_a_byte_as_they_went_in() -> None:
    wanted = list(product(Kind, Strength, Status))
    arrays = Arrays(ids=["a"], sources=["a"], titles=[None])
    arrays.figures.extend([0.0] * 4)
    arrays.verdicts.append(0)
    for number, mark in enumerate(wanted):
        arrays.terms.append(number)
        arrays.weights.append(1.0)
        arrays.marks.append(pack(*mark))
        arrays.groups.append(0)
    arrays.ends.append(len(wanted))
    arrays.need_ends.append(0)
    columns = arrange(arrays, [str(number) for number in range(len(wanted))], [])
    found = zip(columns.kind, columns.strength, columns.status, strict=True)
    assert sorted(
        (KINDS[kind], STRENGTHS[strength], STATUSES[status]) for kind, strength, status in found
    ) == (sorted(wanted))
