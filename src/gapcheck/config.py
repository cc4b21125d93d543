"""A configuration file: the constants of the ten-second reader, changed for one run.

[ten_second]
total_seconds = 7.4
reading_words_per_minute = 200
"""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from gapcheck.errors import GapcheckError
from gapcheck.glance import DEFAULTS, Settings

SECTION = "ten_second"


def read_settings(path: Path) -> Settings:
    """The reader's settings of a TOML file; what its `[ten_second]` table does not name keeps its default.

    Raises `GapcheckError` when the file cannot be read, and when it names an unknown setting or gives one a value
    that is no number above zero.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get(SECTION, {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unusable(path, f"cannot be read as TOML ({reason})") from error
    if not isinstance(table, dict):
        raise _unusable(path, f"[{SECTION}] is not a table")
    return replace(DEFAULTS, **{name: _checked(path, name, value) for name, value in table.items()})


def _checked(path: Path, name: str, value: Any) -> Any:
    known = {field.name: type(getattr(DEFAULTS, field.name)) for field in fields(Settings)}
    if name not in known:
        raise _unusable(path, f"there is no setting {name} in [{SECTION}]")
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
        raise _unusable(path, f"{SECTION}.{name} must be a number above zero")
    return known[name](value)


def _unusable(path: Path, reason: str) -> GapcheckError:
    names = ", ".join(field.name for field in fields(Settings))
    return GapcheckError(str(path), reason, f"Settings are: {names}", code="bad_config")
