from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from gapcheck import report as values
from gapcheck.errors import GapcheckError
from gapcheck.reporters.json_report import render_error_line, render_json, render_json_line
from gapcheck.reporters.schema import SCHEMAS, batch_schema, report_schema, schema_text
from tests.unit.reporters.hostile import hostile_report
from tests.unit.reporters.sample import bare_report, sample_report

REPORT = Draft202012Validator(report_schema())
BATCH = Draft202012Validator(batch_schema())


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_valid_and_stands_by_itself(name: str) -> None:
    schema = json.loads(schema_text(name))
    Draft202012Validator.check_schema(schema)
    assert schema == SCHEMAS[name]()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_unknown_schema() -> None:
    with pytest.raises(KeyError):
        schema_text("nonsense")


@pytest.mark.parametrize(
    "report", [sample_report(), bare_report(), hostile_report()], ids=["full", "bare", "hostile"]
)
def test_reports_are_valid(report: values.Report) -> None:
    REPORT.validate(json.loads(render_json(report)))
    BATCH.validate(json.loads(render_json_line(report)))
    BATCH.validate(json.loads(render_json_line(report, rank=1)))


def test_unknown_fields_are_allowed() -> None:
    report = json.loads(render_json(sample_report()))
    report["new"] = report["keywords"][0]["new"] = 1
    REPORT.validate(report)


BREAKAGES: tuple[tuple[tuple[str | int, ...], Any], ...] = (
    (("schema_version",), "2.0"),
    (("coverage", "overall"), 51.5),
    (("coverage", "required"), "0.5"),
    (("confidence", "level"), "medium"),
    (("resume", "sha256"), "abc"),
    (("resume", "format"), "rtf"),
    (("posting", "words"), -1),
    (("keywords",), None),
    (("keywords", 0, "status"), "partial"),
    (("keywords", 0, "strength"), "must"),
    (("keywords", 0, "kind"), "hobby"),
    (("keywords", 0, "weight"), 1.5),
    (("keywords", 0, "code"), "G1"),
    (("keywords", 0, "origin"), ["guess"]),
    (("keywords", 0, "posting", 0, "line"), 0),
    (("keywords", 1, "resume", 0, "page"), 0),
    (("keywords", 1, "resume", 0, "seen_at"), -1),
    (("ten_second", "verdict"), "maybe"),
    (("ten_second", "layout"), "guessed"),
    (("ten_second", "timeline", 0, "box"), [1, 2, 3]),
    (("ten_second", "not_reached", 0, "where"), "page_9"),
    (("ten_second", "suggestions", 0, "verdict_after"), "perhaps"),
    (("groups", 0, "satisfied"), "yes"),
    (("requirements", 0, "type"), "charm"),
    (("requirements", 0, "status"), "failed"),
    (("requirements", 0, "code"), "GAP001"),
    (("reading", 0, "document"), "letter"),
    (("reading", 0, "code"), "READ4"),
)


@pytest.mark.parametrize(
    ("path", "value"), BREAKAGES, ids=[".".join(map(str, path)) for path, _ in BREAKAGES]
)
def test_a_broken_value_fails(path: tuple[str | int, ...], value: Any) -> None:
    report = json.loads(render_json(sample_report()))
    target = report
    for step in path[:-1]:
        target = target[step]
    assert target[path[-1]] != value
    target[path[-1]] = value
    assert not REPORT.is_valid(report)
    assert not BATCH.is_valid(report)


def test_a_missing_field_fails_at_every_depth() -> None:
    report = json.loads(render_json(sample_report()))
    for owner in _objects(report):
        for name in list(owner):
            value = owner.pop(name)
            assert not REPORT.is_valid(report), name
            owner[name] = value


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a report; of a list's items the first stands for all."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _objects(item)
    elif isinstance(value, list) and value:
        yield from _objects(value[0])


def test_a_failure_is_valid_in_a_batch_only() -> None:
    line = json.loads(
        render_error_line("a.pdf", GapcheckError("a.pdf", "not there", "Check it", code="not_found"))
    )
    BATCH.validate(line)
    assert not REPORT.is_valid(line)


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"schema_version": "1.0", "source": "a", "error": "not there"},
        {"schema_version": "1.0", "error": {"code": "x", "message": "y"}},
        {"schema_version": "1.0", "source": "a", "error": {"code": "Not There", "message": "y"}},
        {"schema_version": "1.0", "source": "a", "error": {"code": "x"}},
    ],
)
def test_a_broken_failure_fails(line: dict[str, Any]) -> None:
    assert not BATCH.is_valid(line)


@pytest.mark.parametrize("rank", [0, -1, "1", 1.5, None])
def test_a_broken_rank_fails(rank: Any) -> None:
    line = {**json.loads(render_json_line(sample_report())), "rank": rank}
    assert not BATCH.is_valid(line)


def test_every_field_is_described() -> None:
    assert list(_undescribed(batch_schema(), "batch")) == []
    assert list(_undescribed({"properties": {"a": {"type": "string"}}}, "x")) == ["x.a"]


def _undescribed(schema: Any, path: str) -> Iterator[str]:
    if isinstance(schema, list):
        for item in schema:
            yield from _undescribed(item, path)
    if not isinstance(schema, dict):
        return
    for name, item in schema.get("properties", {}).items():
        if not item.get("description") and "$ref" not in item:
            yield f"{path}.{name}"
    for name, item in schema.items():
        yield from _undescribed(item, f"{path}.{name}")


NOT_PRINTED = {"documents"}
"""Fields of the report that are for display and no part of the JSON."""

OBJECTS = {
    "keyword": values.Keyword,
    "posting_mention": values.PostingMention,
    "resume_mention": values.ResumeMention,
    "group": values.Group,
    "requirement": values.Requirement,
    "evidence": values.Evidence,
    "ten_second": values.TenSecond,
    "glimpse": values.Glimpse,
    "not_reached": values.NotReached,
    "suggestion": values.Suggestion,
    "reading_finding": values.ReadingFinding,
}


@pytest.mark.parametrize(("name", "cls"), [*OBJECTS.items(), ("", values.Report)])
def test_schema_and_dataclasses_agree(name: str, cls: type) -> None:
    schema = report_schema()
    _agree(schema["$defs"][name] if name else schema, cls, schema)


def _agree(found: dict[str, Any], cls: type, schema: dict[str, Any]) -> None:
    """Same fields in the same order, all required; null and the words of an enum where the class has them."""
    names = [item.name for item in fields(cls) if item.name not in NOT_PRINTED]
    assert list(found["properties"]) == names
    assert found["required"] == names
    hints = get_type_hints(cls)
    for name, described in found["properties"].items():
        whole = _resolved(described, schema)
        assert _allows_null(whole, schema) is (get_origin(hints[name]) is UnionType), name
        for enum in (hint for hint in _all_types(hints[name]) if issubclass(hint, StrEnum)):
            words = whole.get("enum") or whole["items"]["enum"]
            assert words == [member.value for member in enum], name
        if whole.get("type") == "object":
            _agree(whole, hints[name], schema)


def _resolved(described: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in described:
        return dict(schema["$defs"][described["$ref"].removeprefix("#/$defs/")])
    return described


def _allows_null(described: dict[str, Any], schema: dict[str, Any]) -> bool:
    if "oneOf" in described:
        return any(_allows_null(_resolved(item, schema), schema) for item in described["oneOf"])
    return described["type"] == "null" or "null" in described["type"]


def _all_types(hint: Any) -> Iterator[type]:
    if get_args(hint):
        for item in get_args(hint):
            yield from _all_types(item)
    elif isinstance(hint, type):
        yield hint
