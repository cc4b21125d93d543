from __future__ import annotations

from dataclasses import replace

from gapcheck.batch.model import PostingRow
from gapcheck.batch.summary import Cover, SummaryOptions
from gapcheck.report import Kind
from tests.unit.batch.rows import row, summed


def curve(rows: list[PostingRow], threshold: float = 0.6) -> Cover:
    return summed(rows, SummaryOptions(threshold=threshold)).cover


def steps(cover: Cover) -> list[tuple[str, int, int]]:
    return [(step.term, step.lifted, step.reached) for step in cover.steps]


def test_the_term_that_lifts_most_postings_comes_first() -> None:
    rows = [
        row("a", ["+!5 SQL", "-!5 Terraform"]),
        row("b", ["+!5 SQL", "-!5 Terraform"]),
        row("c", ["+!5 SQL", "-!5 Docker"]),
        row("d", ["+!6 SQL", "-!4 Docker"]),
    ]
    cover = curve(rows)
    assert cover.start == 1
    assert steps(cover) == [("Terraform", 2, 3), ("Docker", 1, 4)]


def test_a_posting_that_needs_two_terms_is_lifted_by_the_second() -> None:
    rows = [row("a", ["-!5 audit", "-!4 budget", "+!1 SQL"])]
    assert steps(curve(rows)) == [("audit", 1, 1)]
    assert steps(curve(rows, 0.7)) == [("audit", 0, 0), ("budget", 1, 1)]


def test_one_alternative_meets_the_whole_group_and_the_others_add_nothing() -> None:
    rows = [row("a", ["-!6 React @1", "-!2 Vue @1", "+!4 CSS"]), row("b", ["-!6 Vue", "+!4 CSS"])]
    assert steps(curve(rows)) == [("Vue", 2, 2)]


def test_what_is_implied_counts_half_already() -> None:
    rows = [row("a", ["~!4 cloud", "-!4 audit", "+!2 SQL"])]
    cover = curve(rows, 0.5)
    assert cover.start == 0
    assert steps(cover) == [("audit", 1, 1)]
    assert steps(curve(rows, 0.55)) == [("audit", 1, 1)]
    assert curve([row("a", ["~!6 cloud", "-!2 audit", "+!2 SQL"])], 0.5).start == 1


def test_a_term_said_in_two_demands_adds_both() -> None:
    rows = [row("a", ["-!3 front end", "-!3 front-end @1", "+!4 SQL"])]
    assert steps(curve(rows, 1.0)) == [("front end", 1, 1)]


def test_a_job_title_is_nothing_to_add() -> None:
    made = row("a", ["-!9 Head Chef", "+!1 SQL"])
    title = replace(made, terms=(replace(made.terms[0], kind=Kind.TITLE), made.terms[1]))
    assert steps(curve([title])) == []


def test_what_lifts_nothing_in_the_end_is_left_out() -> None:
    rows = [row("a", ["-!1 one", "-!1 two", *(f"-!1 word {number}" for number in range(40))])]
    assert curve(rows, 0.9) == Cover(0.9, 0, ())


def test_equal_terms_come_in_alphabetical_order() -> None:
    rows = [row("a", ["-!5 beta", "-!5 alpha"])]
    assert steps(curve(rows, 0.5)) == [("alpha", 1, 1)]
