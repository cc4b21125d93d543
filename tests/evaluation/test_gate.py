"""The gate: the product reaches its floors, and the gate would tell if it did not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.evaluation.analysers import everything, frequent, nothing, product, without_breaks
from tests.evaluation.cases import OWN, Case, Label, Wording, fingerprint, read_cases
from tests.evaluation.evaluate import Floors, falls_short, raised, read_floors, table, total
from tests.evaluation.scoring import Analyse, Outcome, figures, score

CASES = read_cases(OWN)
FLOORS = read_floors()


@pytest.fixture(scope="module")
def reached() -> dict[str, float | None]:
    return total(score(CASES, product))


def test_no_figure_falls_short_of_its_floor(reached: dict[str, float | None]) -> None:
    assert falls_short(reached, FLOORS) == ()


def test_a_posting_without_line_breaks_is_read_nearly_as_well() -> None:
    some = CASES[::2]
    whole, joined = (
        {name: value or 0.0 for name, value in total(score(some, way)).items()}
        for way in (product, without_breaks)
    )
    assert joined["kw_precision"] > whole["kw_precision"] - 0.02
    assert joined["kw_recall"] > whole["kw_recall"] - 0.03
    assert joined["strength_accuracy"] > whole["strength_accuracy"] - 0.15


def test_the_floors_belong_to_these_cases() -> None:
    assert fingerprint(OWN) == FLOORS.cases


def test_every_figure_has_a_floor(reached: dict[str, float | None]) -> None:
    assert set(reached) == set(FLOORS.figures)


def test_cases_cover_many_fields() -> None:
    assert len({case.field for case in CASES}) >= 12


def spoilt(change: str) -> Analyse:
    """The product made worse in one way."""

    def analyse(case: Case, resume: str) -> Outcome:
        outcome = product(case, resume)
        keywords = [dict(keyword) for keyword in outcome.keywords]
        if change == "half of the keywords lost":
            keywords = keywords[::2]
        elif change == "filler added":
            words = ("team", "environment", "salary", "opportunity")
            keywords[:0] = [
                {"term": w, "status": "missing", "strength": "required", "posting": []} for w in words
            ]
        elif change == "everything missing":
            keywords = [{**keyword, "status": "missing"} for keyword in keywords]
        elif change == "everything shown":
            keywords = [{**keyword, "status": "exact"} for keyword in keywords]
        elif change == "all required":
            keywords = [{**keyword, "strength": "required"} for keyword in keywords]
        return Outcome(keywords, "yes" if change == "always yes" else outcome.verdict)

    return analyse


@pytest.mark.parametrize(
    ("change", "figure"),
    [
        ("half of the keywords lost", "kw_recall"),
        ("filler added", "gap_precision"),
        ("everything missing", "false_alarm"),
        ("everything shown", "gap_recall"),
        ("all required", "strength_accuracy"),
        ("always yes", "ten_second"),
    ],
)
def test_a_known_bad_analyser_fails(change: str, figure: str) -> None:
    some = CASES[::4]
    floors = Floors("some", {k: v for k, v in total(score(some, product)).items() if v is not None})
    found = falls_short(total(score(some, spoilt(change))), floors)
    assert any(short.startswith(figure) for short in found), found


@pytest.mark.parametrize("way", [nothing, everything, frequent])
def test_trivial_ways_fail(way: Analyse) -> None:
    assert falls_short(total(score(CASES, way)), FLOORS)


LABELS = (
    Label("q1", "Xero", (Wording.of("Xero"),), "required", 3, None, {"r1": "absent"}),
    Label("q2", "payroll", (Wording.of("payroll"),), "preferred", 2, None, {"r1": "variant"}),
    Label("q3", "SAP", (Wording.of("SAP"),), "duty", 2, "A", {"r1": "absent"}),
    Label("q4", "Oracle", (Wording.of("Oracle"),), "duty", 2, "A", {"r1": "exact"}),
)
CASE = Case("c", "books", Path(), {"r1": Path()}, LABELS, (Wording.of("free parking"),), {"r1": "no"})


def keyword(term: str, status: str, strength: str = "required") -> dict[str, object]:
    return {"term": term, "status": status, "strength": strength, "posting": []}


def test_the_figures_by_hand() -> None:
    said = Outcome(
        [
            keyword("Xero", "missing"),
            keyword("payroll", "missing", "preferred"),
            keyword("SAP", "missing", "mentioned"),
            keyword("free parking", "missing"),
        ],
        "borderline",
    )
    found = total(score([CASE], lambda *_: said))
    assert found["kw_precision"] == 3 / 4
    assert found["kw_recall"] == 3 / 4
    assert found["must_recall"] == 1
    assert found["noise_rate"] == 1 / 4
    assert found["gap_precision"] == 1 / 4  # payroll is shown, SAP's group is met, parking is nothing
    assert found["gap_recall"] == 1
    assert found["false_alarm"] == 1 / 2  # payroll; Oracle was not reported
    assert found["status_accuracy"] == 2 / 3
    assert found["strength_accuracy"] == 1
    assert found["ten_second"] == 0


def test_a_fragment_does_not_name_a_label_and_one_word_more_does() -> None:
    assert Wording.of("data").names(Wording.of("data engineering")) == 0
    assert Wording.of("Apache Airflow").names(Wording.of("Airflow")) == 0.5
    assert Wording.of("managing budgets").names(Wording.of("manage budget")) == 1


def test_what_was_not_counted_has_no_figure() -> None:
    assert set(figures(Counter()).values()) == {None}


def test_floors_rise_and_never_sink() -> None:
    floors = Floors("x", {"kw_recall": 0.7, "false_alarm": 0.1})
    assert raised({"kw_recall": 0.8, "false_alarm": 0.05}, floors, "x").figures["kw_recall"] == 0.8
    assert raised({"kw_recall": 0.698, "false_alarm": 0.103}, floors, "x").figures == floors.figures
    with pytest.raises(ValueError, match="never lowered: kw_recall"):
        raised({"kw_recall": 0.6, "false_alarm": 0.05}, floors, "x")
    with pytest.raises(ValueError, match="false_alarm"):
        raised({"kw_recall": 0.8, "false_alarm": 0.2}, floors, "x")
    assert raised({"kw_recall": 0.6}, replace(floors, cases="old"), "new").cases == "new"


def test_the_table_has_a_column_for_each_figure() -> None:
    shown = table([("one", {"kw_recall": 0.5, "noise_rate": None})])
    assert shown.splitlines() == [
        f"{'':32}{'kw_rec':>11}{'noise_rate':>11}",
        f"{'one':32}{'0.500':>11}{'-':>11}",
    ]


def test_one_verdict_is_no_difference_and_two_are() -> None:
    floors = Floors("x", {"ten_second": 20 / 48})
    assert falls_short({"ten_second": 19 / 48}, floors) == ()
    assert falls_short({"ten_second": 18 / 48}, floors)
