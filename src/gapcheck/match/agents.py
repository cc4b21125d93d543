"""What people are called after what they do: a "bookkeeper" does bookkeeping, a "graphic designer" graphic design."""

from __future__ import annotations

import re

from gapcheck.words import Token, root, stem

SHORTEST_VERB = 4
"""Letters that must be left without the ending: "user" and "water" come from no verb that anybody asks for."""

_AGENT = re.compile(r"(?:er|or|ant)$")
_NO_VERB = frozenset(
    {"officer", "order", "customer", "partner", "master", "matter", "letter", "number", "career"}
)
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def doing_of(token: Token) -> str | None:
    """The root of what a person called so does; None for the plural, which is other people, and for other words."""
    verb = _AGENT.sub("", token.lower)
    if verb == token.lower or len(verb) < SHORTEST_VERB or token.lower in _NO_VERB:
        return None
    return root(stem(_DOUBLED.sub(r"\1", verb)))
