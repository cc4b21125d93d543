"""Words that the members of a coordination share: "airway and ventilation management", "data quality and lineage"."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.extract.phrases import INSIDE, NOUNS
from gapcheck.extract.said import Said

JOINTS = frozenset({"and", "or"})


def completions(said: Said, start: int, end: int) -> Iterator[str]:
    """What the member `start..end` of a coordination may stand for, with the head or first word of the other one.

    The caller knows which of them anybody says.
    """
    own = " ".join(token.lower for token in said.tokens[start : end + 1])
    after = end + 1
    if _is_joint(said, after) and (head := _head_after(said, after + 1)) is not None:
        yield f"{own} {said.tokens[head].lower}"
    before = start - 1
    if _is_joint(said, before) and (first := _first_before(said, before - 1)) is not None:
        yield f"{said.tokens[first].lower} {own}"


def _is_joint(said: Said, number: int) -> bool:
    return 0 < number < len(said.tokens) - 1 and said.tokens[number].lower in JOINTS


def _head_after(said: Said, number: int) -> int | None:
    """The last word of a phrase of two or more that begins at `number`."""
    end = number
    while end + 1 < len(said.tokens) and said.tokens[end + 1].joined and said.tags[end + 1] in NOUNS:
        end += 1
    return end if end > number else None


def _first_before(said: Said, number: int) -> int | None:
    """The first word of a phrase of two or more that ends at `number`."""
    start = number
    while start > 0 and said.tokens[start].joined and said.tags[start - 1] in INSIDE:
        start -= 1
    return start if start < number else None
