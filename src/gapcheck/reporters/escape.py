"""Escape text for Markdown."""

from __future__ import annotations

import re

# What means something inside a line: escapes, code, emphasis, links, HTML, tables, strike-through, entities,
# mathematics, a sign that closes a heading; the colon or dot that turns a bare address into a link on GitHub.
_INLINE = re.compile(r"[\\`*_\[\]<>|~&$]|(?<!\S)#|(?<=\w):(?=//)|(?<=\bwww)\.", re.IGNORECASE)

# What makes a line a list item or the underline of a heading; HTML, quotes and fences begin with signs from
# above.
_LEADING = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|[-+=])")


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it is, at the beginning of a line and within."""
    inline = _INLINE.sub(lambda match: f"\\{match.group()}", text)
    return _LEADING.sub(lambda match: f"{match[1]}\\" if match[1] else f"\\{match[0]}", inline)
