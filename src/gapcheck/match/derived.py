"""Single words in a derived form: "idempotent" for "idempotency", "segmented" for "segmentation"."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.match.families import SHORTEST_STEM, family
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.report import Kind
from gapcheck.words import root, tokenize

_FAMILY = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT})

_OTHERS = ("ants", "ers", "ors", "ists", "al", "als")
"""Endings of people in the plural ("consultants" shows no consulting), and of adjectives that say of what sort a thing
is ("commercial clients" shows no commercialization)."""


def derived_runs(form: str, kind: Kind, resume: ResumeIndex) -> Iterator[Run]:
    """Single words of the resume that are of one family with a single-word keyword for an activity or quality."""
    words = tokenize(form)
    if kind not in _FAMILY or len(words) != 1 or not form.isalpha():
        return
    wanted = family(root(words[0].stem))
    if len(wanted) < SHORTEST_STEM:
        return
    for position in resume.families.get(wanted, ()):
        said = resume.tokens[position]
        noun = said.stem == words[0].stem and not said.lower.endswith(("ing", "ed"))
        if not noun and not said.lower.endswith(_OTHERS):
            yield position, position
