"""The curve keeps what it says: a resume that shows one more of its terms covers so many more postings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.batch.arrange import merge_key
from gapcheck.batch.cover import CLOSE
from gapcheck.batch.model import PostingRow, TermRow
from gapcheck.batch.summary import SummaryOptions
from gapcheck.coverage import measure_coverage
from gapcheck.report import Kind, Status, Strength
from tests.unit.batch.rows import keyword, summed

WORDS = ("SQL", "Excel", "audit", "payroll", "Sage", "front end", "front-end", "accounting", "accounts")


@st.composite
def terms(draw: st.DrawFn) -> tuple[TermRow, ...]:
    """Keywords of one posting, each name once (as the laws say), some of them alternatives."""
    chosen = draw(st.lists(st.sampled_from(WORDS), unique_by=merge_key, max_size=7))
    return tuple(
        TermRow(
            word,
            Kind.SKILL,
            draw(st.sampled_from(Strength)),
            draw(st.integers(1, 9)) / 10,
            draw(st.sampled_from((Status.EXACT, Status.RELATED, Status.MISSING))),
            draw(st.sampled_from((None, None, "g1", "g2"))),
        )
        for word in chosen
    )


postings = st.lists(terms(), min_size=1, max_size=7)


def covered(rows: list[tuple[TermRow, ...]], threshold: float) -> int:
    """Postings at the threshold and more, by the product's own measure."""
    shares = [measure_coverage([keyword(item) for item in row]).overall for row in rows]
    return sum(share is not None and share >= threshold - CLOSE for share in shares)


def with_term(rows: list[tuple[TermRow, ...]], term: str) -> list[tuple[TermRow, ...]]:
    """The postings as a resume that says the term as well meets them."""
    name = merge_key(term)
    return [
        tuple(replace(item, status=Status.EXACT) if merge_key(item.term) == name else item for item in row)
        for row in rows
    ]


def as_rows(rows: list[tuple[TermRow, ...]]) -> list[PostingRow]:
    return [
        PostingRow(
            f"{number}.txt", str(number), None, measure_coverage([keyword(t) for t in row]).overall,
            None, None, "no", 0.0, row, (), True,
        )
        for number, row in enumerate(rows)
    ]  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(postings, st.sampled_from((0.3, 0.5, 0.6, 0.8)))
def test_adding_the_terms_of_the_curve_lifts_what_it_says(
    rows: list[tuple[TermRow, ...]], threshold: float
) -> None:
    cover = summed(as_rows(rows), SummaryOptions(threshold=threshold)).cover
    before = covered(rows, threshold)
    assert cover.start == before
    for step in cover.steps:
        rows = with_term(rows, step.term)
        now = covered(rows, threshold)
        assert (step.lifted, step.reached) == (now - before, now)
        before = now


@settings(deadline=None, max_examples=100)
@given(postings, st.sampled_from((0.5, 0.6)))
def test_the_first_term_is_as_good_as_any_and_gaps_lift_what_they_say(
    rows: list[tuple[TermRow, ...]], threshold: float
) -> None:
    summary = summed(as_rows(rows), SummaryOptions(threshold=threshold))
    before = covered(rows, threshold)
    best = max((covered(with_term(rows, word), threshold) - before for word in WORDS), default=0)
    if best:
        assert summary.cover.steps[0].lifted == best
    for gap in summary.gaps:
        assert gap.lifts == covered(with_term(rows, gap.term), threshold) - before
