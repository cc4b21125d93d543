from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from gapcheck.batch.fit import (
    DOUBT,
    USUAL_COVERAGE,
    Nearness,
    fit_of,
    measure_fit,
    measure_nearness,
    prepare_fit,
)
from gapcheck.pipeline import analyse_resume
from gapcheck.readers import read_text
from gapcheck.report import Keyword, Kind, Status, Strength
from tests.unit.reporters.sample import sample_report

NURSE = """Maren Oakhollow
Staff Nurse

Experience
Staff Nurse, Calder Hospital, 2019 - present
- wound care, cannulation, medication administration, safeguarding
- triage and patient assessment
"""

COOK = """Tom Bellweather
Head Chef

Experience
Chef de Partie, The Alder, 2018 - present
- menu planning, food hygiene, stock control, catering for weddings
"""


def keyword(term: str, weight: float, kind: Kind = Kind.SKILL) -> Keyword:
    return Keyword(
        term, kind, Strength.REQUIRED, weight, 1, 1.0, None, (), Status.MISSING, None, (), (), None
    )


WARD = (keyword("wound care", 0.4), keyword("patient assessment", 0.3), keyword("venepuncture", 0.3))
KITCHEN = (keyword("food hygiene", 0.5), keyword("menu planning", 0.3), keyword("catering", 0.2))


def nearness(
    resume: str, keywords: tuple[Keyword, ...], title: str | None, coverage: float | None
) -> Nearness:
    return measure_nearness(
        prepare_fit(analyse_resume(read_text(resume, "resume"))), keywords, title, coverage
    )


def test_a_resume_is_nearest_to_its_own_kind_of_job_in_every_part() -> None:
    own, other = nearness(NURSE, WARD, "Staff Nurse", 0.0), nearness(NURSE, KITCHEN, "Sous Chef", 0.0)
    assert own.topic > other.topic
    assert own.title > other.title
    assert own.field > other.field
    assert fit_of(own) > fit_of(other)
    assert fit_of(nearness(COOK, KITCHEN, "Sous Chef", 0.0)) > fit_of(
        nearness(COOK, WARD, "Staff Nurse", 0.0)
    )


def test_other_words_for_the_same_work_are_near_without_being_shown() -> None:
    phlebotomy = (keyword("venepuncture", 1.0),)
    welding = (keyword("welding", 1.0),)
    assert nearness(NURSE, phlebotomy, None, 0.0).topic > nearness(NURSE, welding, None, 0.0).topic + 0.1


def test_coverage_of_few_keywords_is_drawn_to_the_usual() -> None:
    few, many = nearness(NURSE, WARD[:1], None, 1.0), nearness(NURSE, WARD * 10, None, 1.0)
    assert few.coverage == pytest.approx((1 + USUAL_COVERAGE * DOUBT) / (1 + DOUBT))
    assert many.coverage == pytest.approx((30 + USUAL_COVERAGE * DOUBT) / (30 + DOUBT))
    assert nearness(NURSE, (), None, None).coverage == pytest.approx(USUAL_COVERAGE)


def test_fit_rises_with_every_part_and_stays_between_nothing_and_one() -> None:
    least = Nearness(0.0, 0.0, 0.0, 0.0)
    for part in ("topic", "title", "field", "coverage"):
        assert fit_of(replace(least, **{part: 0.5})) > fit_of(least)
    assert 0 < fit_of(Nearness(-1.0, 0.0, 0.0, 0.0)) < fit_of(Nearness(1.0, 1.0, 1.0, 1.0)) <= 1


def test_coverage_decides_within_a_field() -> None:
    near, nearer = Nearness(0.6, 0.5, 0.7, 0.5), Nearness(0.7, 0.6, 0.8, 0.1)
    assert fit_of(near) > fit_of(nearer)


def test_nothing_known_is_no_error() -> None:
    odd = nearness("Zzxq\n", (keyword("qqzzx", 1.0),), "Xqzz", 0.0)
    assert (odd.topic, odd.title, odd.field) == (0.0, 0.0, 0.0)


def test_fields_that_belong_to_everybody_make_nothing_near() -> None:
    soft = (keyword("communication", 1.0, Kind.SOFT), keyword("teamwork", 1.0, Kind.SOFT))
    assert nearness(NURSE, soft, None, 0.0).field == 0.0


def test_fit_of_a_report() -> None:
    profile = prepare_fit(analyse_resume(read_text(NURSE, "resume")))
    report = sample_report()
    assert 0 < measure_fit(profile, report) < 1
    assert measure_fit(profile, report) == measure_fit(profile, replace(report, documents=None))


def test_fit_needs_neither_spacy_nor_scikit_learn() -> None:
    code = (
        "import sys; from tests.unit.batch.test_fit import *; nearness(NURSE, WARD, 'Nurse', 0.1);"
        "assert not {'spacy', 'sklearn', 'scipy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
