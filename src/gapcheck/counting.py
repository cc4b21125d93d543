r"""The words that background frequencies and line kinds were counted by. The recipe uses this very rule.

A text is lower-cased, then cut into runs of letters, digits and underscores; `.net`, `asp.net`, `node.js`, `c++`,
`c#`, `r&d` stay whole; everything else, hyphens, slashes and apostrophes included, separates:
"Month-end CI/CD in C#." gives month, end, ci, cd, in, c#.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"(?<!\w)\.net\b|\w+(?:\.(?:net|js|ts|io|ai|py)\b|(?:&\w+)+|\+\+|#)?")


def counted_words(text: str) -> list[str]:
    """The words of a text, lower-cased, in order."""
    return _WORD.findall(text.lower())
