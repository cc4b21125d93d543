"""What a code means and what to do about it: the text behind `gapcheck explain`."""

from __future__ import annotations

import textwrap
from difflib import get_close_matches

from gapcheck.codes import CODES, Code
from gapcheck.errors import GapcheckError


def explain(code: str, *, width: int = 80) -> str:
    """One code in full; upper or lower case. Raises `GapcheckError` naming the closest codes if unknown."""
    name = code.strip().upper()
    if name not in CODES:
        raise GapcheckError(code, "no such code", _hint(name), code="unknown_code")
    return _in_full(CODES[name], min(width, 100))


def list_codes() -> str:
    """Every code with its title, one line each."""
    longest = max(len(row.code) for row in CODES.values())
    return "".join(f"{row.code:<{longest}}  {row.title}\n" for row in CODES.values())


def _in_full(row: Code, width: int) -> str:
    meaning = textwrap.fill(row.meaning, width, initial_indent="  ", subsequent_indent="  ")
    remedy = textwrap.fill(row.remedy, width, initial_indent="  ", subsequent_indent="  ")
    return f"{row.code}  {row.title}\n\n{meaning}\n\nWhat to do\n\n{remedy}\n"


def _hint(name: str) -> str:
    close = sorted(get_close_matches(name, CODES, n=3, cutoff=0.6))
    return f"Did you mean {' or '.join(close)}?" if close else "gapcheck explain lists all codes."
