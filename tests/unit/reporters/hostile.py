"""A report whose every text tries to break out of the format it is shown in."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from gapcheck.report import Report
from tests.unit.reporters.sample import sample_report

HOSTILE = (
    "=1+1\x1b[31m[bold red]x[/]\x07\x9b2J\u202eevil\u2066\u200b\r\nnext\t<script>alert(1)</script> `code` "
    "[a](http://b.example) | ![i](j) &lt; *b* _e_ ~~s~~ $m$ https://c.example www.d.example \ud800\U000e0041"
)

_FREE_TEXT = frozenset(
    {"term", "text", "advice", "change", "message", "fix", "need", "have", "note", "source"}
)
"""Fields that hold text of the documents or are made from it."""


def hostile_report() -> Report:
    """The sample report with hostile text in every field of free text."""
    report = _replaced(sample_report(), "")
    assert isinstance(report, Report)
    titles = replace(report.posting, title=HOSTILE)
    return replace(
        report, posting=titles, confidence=replace(report.confidence, level="low", reasons=(HOSTILE,))
    )


def _replaced(value: Any, name: str) -> Any:
    if isinstance(value, str) and not isinstance(value, StrEnum) and name in _FREE_TEXT:
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(_replaced(item, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{item.name: _replaced(getattr(value, item.name), item.name) for item in fields(value)}
        )
    return value
