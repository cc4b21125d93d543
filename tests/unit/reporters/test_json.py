from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.errors import GapcheckError
from gapcheck.report import Coverage
from gapcheck.reporters.json_report import render_error_line, render_json, render_json_line
from tests.unit.reporters.hostile import HOSTILE, hostile_report
from tests.unit.reporters.sample import bare_report, sample_report

CONTRACT = [
    "schema_version",
    "tool",
    "resume",
    "posting",
    "coverage",
    "confidence",
    "ten_second",
    "keywords",
    "groups",
    "requirements",
    "reading",
]


def test_keys_are_in_the_order_of_the_contract() -> None:
    assert list(json.loads(render_json(sample_report()))) == CONTRACT


def test_nothing_is_lost() -> None:
    rounded = replace(sample_report(), coverage=Coverage(0.515, 0.477, 0.0))
    values = json.loads(render_json(rounded))
    for glimpse in values["ten_second"]["timeline"]:
        glimpse.pop("box")
    expected = rounded.to_dict()
    for glimpse in expected["ten_second"]["timeline"]:
        glimpse.pop("box")
    assert values == expected


def test_fractions_are_rounded() -> None:
    report = sample_report()
    keyword = replace(
        report.keywords[1],
        weight=1 / 3,
        idf=10 / 3,
        resume=(replace(report.keywords[1].resume[0], seen_at=7 / 3),),
    )
    values = json.loads(
        render_json(replace(report, keywords=(keyword,), coverage=Coverage(2 / 3, 2 / 3, None)))
    )
    assert values["keywords"][0]["weight"] == 0.3333
    assert values["keywords"][0]["idf"] == 3.333
    assert values["keywords"][0]["resume"][0]["seen_at"] == 2.33
    assert values["coverage"] == {"overall": 0.667, "required": 0.667, "preferred": None}
    assert values["ten_second"]["timeline"][0]["box"] == [56.7, 54.2, 133.2, 66.2]


def test_one_object_with_a_final_line_break_and_readable_letters() -> None:
    text = render_json(sample_report())
    assert text.endswith("}\n")
    assert "“BLS”" in text


def test_a_batch_line_is_one_line_with_the_same_values() -> None:
    line = render_json_line(sample_report())
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(render_json(sample_report()))


def test_rank_only_where_asked_for() -> None:
    assert "rank" not in json.loads(render_json_line(bare_report()))
    assert json.loads(render_json_line(bare_report(), rank=3))["rank"] == 3


def test_a_failure_is_one_line() -> None:
    line = render_error_line(
        "a.pdf", GapcheckError("a.pdf", "it is encrypted", "Give --password", code="encrypted")
    )
    assert json.loads(line) == {
        "schema_version": "1.0",
        "source": "a.pdf",
        "error": {"code": "encrypted", "message": "it is encrypted. Give --password"},
    }
    assert line.count("\n") == 1


def test_hostile_text_is_escaped_and_unchanged() -> None:
    for text in (render_json(hostile_report()), render_json_line(hostile_report())):
        assert all(character == "\n" or character.isprintable() for character in text)
        assert json.loads(text)["keywords"][0]["term"] == HOSTILE
        text.encode("utf-8")


@given(st.text(st.characters(), max_size=40))
def test_any_text_comes_back(text: str) -> None:
    assume_whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") == text
    report = replace(sample_report(), resume=replace(sample_report().resume, source=text))
    rendered = render_json_line(report)
    rendered.encode("utf-8")
    if assume_whole:
        assert json.loads(rendered)["resume"]["source"] == text


def test_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        render_json(replace(sample_report(), coverage=Coverage(float("nan"), None, None)))
