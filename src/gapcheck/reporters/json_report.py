"""The JSON report: the contract other programs rely on, described by the published schema."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from gapcheck.errors import GapcheckError
from gapcheck.report import SCHEMA_VERSION, Report, to_plain
from gapcheck.reporters.clean import HARMFUL

if TYPE_CHECKING:
    from gapcheck.keyword_list import KeywordList

_DIGITS = {
    "weight": 4,
    "idf": 3,
    "overall": 3,
    "required": 3,
    "preferred": 3,
    "at": 2,
    "seen_at": 2,
    "box": 1,
}
"""Decimals of every fractional field by its name: more would be noise of the arithmetic."""

# json.dumps escapes C0 controls only, but a terminal takes U+009B for ESC [. The value stays the same.
_TO_ESCAPE = re.compile(f"[\x85\u2028\u2029{HARMFUL}]")


def render_json(report: Report) -> str:
    """The report as one JSON object, two blanks of indentation a level."""
    return (
        _harmless(json.dumps(_rounded(report.to_dict()), indent=2, ensure_ascii=False, allow_nan=False))
        + "\n"
    )


def render_keywords(found: KeywordList) -> str:
    """The keywords of a posting as one JSON object; `sentences` only where an explanation was asked for."""
    values = to_plain(found)
    if found.sentences is None:
        del values["sentences"]
    return _harmless(json.dumps(_rounded(values), indent=2, ensure_ascii=False, allow_nan=False)) + "\n"


def render_json_line(report: Report, rank: int | None = None) -> str:
    """The report as one line of a batch, with its `rank` (1 is the best) where ranking was asked for."""
    values = _rounded(report.to_dict())
    return _line(values if rank is None else {**values, "rank": rank})


def render_error_line(source: str, error: GapcheckError) -> str:
    """A failed input as one line of a batch; `source` is the input as the user named it."""
    message = f"{error.reason}. {error.remedy}"
    return _line(
        {
            "schema_version": SCHEMA_VERSION,
            "source": source,
            "error": {"code": error.code, "message": message},
        }
    )


def _line(values: dict[str, Any]) -> str:
    return _harmless(json.dumps(values, separators=(",", ":"), ensure_ascii=False, allow_nan=False)) + "\n"


def _rounded(value: Any, digits: int | None = None) -> Any:
    """The same values with every fraction rounded as its field demands."""
    if isinstance(value, dict):
        return {key: _rounded(item, _DIGITS.get(key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item, digits) for item in value]
    return round(value, digits) if isinstance(value, float) and digits is not None else value


def _harmless(text: str) -> str:
    """JSON with JSON escapes for what `json.dumps` lets through."""
    return _TO_ESCAPE.sub(lambda match: json.dumps(match.group())[1:-1], text)
