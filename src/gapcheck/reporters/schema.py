"""The published JSON Schema (2020-12) of the output: of one report, and of a line of a batch."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


def report_schema() -> dict[str, Any]:
    """Schema of the JSON report."""
    return _load("report")


def batch_schema() -> dict[str, Any]:
    """Schema of one line of a batch: a report with its rank if asked for, or what went wrong with an input.

    The report's schema is bundled, so that the file stands by itself.
    """
    schema = _load("batch")
    schema["$defs"] = {**schema["$defs"], "report": _load("report")}
    return schema


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = MappingProxyType(
    {"report": report_schema, "batch": batch_schema}
)


def schema_text(name: str = "report") -> str:
    """The schema `name` (a key of `SCHEMAS`) as text. Raises `KeyError` for another name."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


def _load(name: str) -> dict[str, Any]:
    return dict(json.loads(_text(name)))


@cache
def _text(name: str) -> str:
    return (files("gapcheck.reporters") / f"{name}.schema.json").read_text("utf-8")
