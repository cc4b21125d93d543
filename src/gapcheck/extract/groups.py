"""Alternatives of which one is enough: "React, Vue or Angular" is one requirement with three ways to meet it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapcheck.extract.model import Candidate

_COMMA = re.compile(r"\s*(,|/)\s*(and/or\s+|or\s+)?", re.IGNORECASE)
_OR = re.compile(r"\s*(,\s*)?(\bor\b|\band/or\b)\s*(an?\s+|other\s+)?", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_SIMILAR = re.compile(
    r"\s*,?\s*(\(?or (an? )?(similar|equivalent|comparable|other|another|related|any|like)\b|or something)",
    re.IGNORECASE,
)


def find_groups(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    """Runs of candidates that the text joins by "or" (and the commas before it), each of two or more.

    A run of commas that ends in "and", or in nothing, is a list of separate requirements. A list that ends in
    "or similar" is a group as well.
    """
    run: list[Candidate] = []
    alternatives = False
    for position, candidate in enumerate(candidates):
        joint = text[run[-1].end : candidate.start] if run else ""
        if run and (_COMMA.fullmatch(joint) or _OR.fullmatch(joint)):
            run.append(candidate)
            alternatives = alternatives or _is_or(joint)
        else:
            if len(run) > 1 and alternatives:
                yield tuple(run)
            run, alternatives = [candidate], False
        last = position + 1 == len(candidates)
        if len(run) > 1 and _SIMILAR.match(text, candidate.end) and (last or not alternatives):
            alternatives = True
    if len(run) > 1 and alternatives:
        yield tuple(run)


def _is_or(joint: str) -> bool:
    return _OR.fullmatch(joint) is not None or " or " in f" {joint} " or _SLASH.fullmatch(joint) is not None
