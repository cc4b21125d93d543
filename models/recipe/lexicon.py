"""The hand-written lexicon as a store of keywords by label."""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gapcheck.lexicon import LexiconEntry, load_lexicon
from gapcheck.words import tokenize
from recipe.lines import Line, Mark

LABELS = {
    "tool": "TOOL",
    "skill": "SKILL",
    "knowledge": "SKILL",
    "certification": "CERT",
    "degree": "DEGREE",
    "language": "LANG",
    "soft": "SOFT",
}


def entries(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Kind, term and what is said of it, of each kind that has a label, in the order of the files."""
    for path in sorted(folder.glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind in LABELS:
            for term, entry in tables.get(kind, {}).items():
                yield kind, term, entry


def read(folder: Path) -> dict[str, list[str]]:
    """Unambiguous terms and aliases of each label, sorted."""
    terms: dict[str, set[str]] = {label: set() for label in LABELS.values()}
    for kind, term, entry in entries(folder):
        if not entry.get("caution"):
            terms[LABELS[kind]] |= {term, *entry.get("aliases", ())}
    return {label: sorted(found) for label, found in terms.items()}


def swapped(line: Line, terms: dict[str, list[str]], rng: random.Random, *, share: float = 0.6) -> Line:
    """The line with a share of its keywords replaced by others of their label."""
    text, marks, at = "", list[Mark](), 0
    for mark in sorted(line.marks, key=lambda mark: mark.start):
        old = line.text[mark.start : mark.end]
        new = rng.choice(terms[mark.label]) if terms.get(mark.label) and rng.random() < share else old
        if new != old and (mark.start == 0 or (old[:1].isupper() and old[1:].islower() and " " not in old)):
            new = new[:1].upper() + new[1:]
        text += line.text[at : mark.start]
        marks.append(Mark(len(text), len(text) + len(new), mark.label))
        text += new
        at = mark.end
    return replace(line, text=text + line.text[at:], marks=tuple(marks))


def groups(folder: Path) -> list[tuple[str, ...]]:
    """Each term with its aliases, in the order of the files; forms that may mean something else are left out."""
    return [(term, *entry.get("aliases", ())) for _kind, term, entry in entries(folder)]


def entry_of(forms: Sequence[str]) -> LexiconEntry | None:
    """The compiled entry that one of the forms says as a whole."""
    for form in forms:
        tokens = tokenize(form)
        for hit in load_lexicon().find(tokens):
            if (hit.first, hit.last) == (0, len(tokens) - 1):
                return hit.entry
    return None
