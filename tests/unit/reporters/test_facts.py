from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.report import Strength
from gapcheck.reporters.facts import (
    counts,
    file_name,
    find_gaps,
    first_seen,
    percent,
    plainly_shown,
    spared,
    why,
    with_code,
)
from tests.unit.reporters.sample import bare_report, sample_report

KEYWORDS = {keyword.term: keyword for keyword in sample_report().keywords}


def test_gaps_by_weight_with_alternatives_together() -> None:
    assert [gap.terms for gap in find_gaps(sample_report())] == [
        ("telemetry monitoring",),
        ("ACLS",),
        ("arrhythmia recognition",),
        ("Bachelor of Science in Nursing",),
        ("Polish", "Spanish"),
        ("quality improvement",),
        ("supervising student nurses",),
    ]


def test_every_keyword_is_told_once() -> None:
    report = sample_report()
    told = [term for gap in find_gaps(report) for term in gap.terms]
    told += [k.term for code in ("GAP003", "GAP004", "GAP005") for k in with_code(report, code)]
    told += [k.term for k in (*plainly_shown(report), *spared(report))]
    assert sorted(told) == sorted(KEYWORDS)


def test_first_seen_prefers_what_is_seen() -> None:
    wound = KEYWORDS["wound care"]
    assert first_seen(wound) == wound.resume[0]
    later = replace(
        wound, resume=(replace(wound.resume[0], seen_at=None), replace(wound.resume[1], seen_at=3.0))
    )
    assert first_seen(later) == later.resume[1]
    assert first_seen(KEYWORDS["ACLS"]) is None


@pytest.mark.parametrize(
    ("tf", "idf", "reasons"),
    [
        (1, 1.0, ("in most postings",)),
        (2, 3.0, ("twice", "in 1 of 7 postings")),
        (3, 5.0, ("3 times", "in 1 of 50 postings")),
        (1, 7.5, ("in 1 of 700 postings",)),
        (1, 9.0, ("rare in postings",)),
        (1, 900.0, ("rare in postings",)),
    ],
)
def test_why(tf: int, idf: float, reasons: tuple[str, ...]) -> None:
    assert why(tf, idf) == reasons


@pytest.mark.parametrize(
    ("share", "shown"), [(0.0, 0), (0.0001, 1), (0.494, 49), (0.5, 50), (0.9999, 99), (1.0, 100)]
)
def test_percent_is_full_or_nothing_only_when_it_is(share: float, shown: int) -> None:
    assert percent(share) == shown


def test_counts_take_a_group_once() -> None:
    assert counts(sample_report(), tuple(Strength)) == (7, 15)
    assert counts(sample_report(), (Strength.REQUIRED,)) == (4, 7)
    assert counts(sample_report(), (Strength.PREFERRED,)) == (0, 3)
    assert counts(bare_report(), tuple(Strength)) == (0, 0)


@pytest.mark.parametrize(
    ("source", "name"), [("/a/b/cv.pdf", "cv.pdf"), ("-", "standard input"), ("cv.pdf", "cv.pdf"), ("/", "/")]
)
def test_file_name(source: str, name: str) -> None:
    assert file_name(source) == name
