"""The same text in other clothes: letter case, composition of letters, line wrapping."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

WRAPPED_AT = 78
"""Column at which the sample resumes are wrapped, where they are."""

_LIST_MARK = re.compile(r"\s*(?:[-*•+]\s+)?")


def unwrap(text: str) -> str:
    """The text with each paragraph and each list item on one line."""
    lines: list[str] = []
    above = ""
    for row in text.splitlines():
        hangs = row.startswith("  ") and bool(above.strip())
        was_full = len(above) + 1 + len(row.split(" ", 1)[0]) > WRAPPED_AT
        if hangs or (row and above and was_full and len(above) <= WRAPPED_AT and row[0] not in "-="):
            lines[-1] = f"{lines[-1]} {row.strip()}"
        else:
            lines.append(row)
        above = row
    return "\n".join(lines) + "\n"


def wrap(text: str, width: int) -> str:
    """The text with every line broken at `width` columns, list items hanging; no word is broken."""
    return "\n".join(_wrapped(line, width) for line in text.splitlines()) + "\n"


def _wrapped(line: str, width: int) -> str:
    mark = _LIST_MARK.match(line)
    hang = " " * len(mark.group()) if mark else ""
    rows = textwrap.wrap(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return "\n".join(rows)


COMPOSITION: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "NFC": lambda text: unicodedata.normalize("NFC", text),
        "NFD": lambda text: unicodedata.normalize("NFD", text),
    }
)

CASE: Mapping[str, Callable[[str], str]] = MappingProxyType({"upper": str.upper, "lower": str.lower})

WRAPPING: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "40 columns": lambda text: wrap(text, 40),
        "72 columns": lambda text: wrap(text, 72),
        "200 columns": lambda text: wrap(text, 200),
    }
)
