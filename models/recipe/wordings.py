"""What people write on a resume for what a posting asks for: our own wordings and those of the lexicon.

For 11,000 terms that postings ask for we wrote six wordings of a resume that show each in other words, and three that
only look as if they did. `models/wordings.txt.xz` holds a term a line, sorted:

    xzcat wordings.txt.xz | less       # term | shown | shown ... || near | near | near
"""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gapcheck.match.judgement import BY_MEANING
from gapcheck.report import Kind
from recipe import lexicon


@dataclass(frozen=True, slots=True)
class Asked:
    """A term, wordings of a resume that show it, and wordings that do not although they look like it."""

    term: str
    shown: tuple[str, ...]
    near: tuple[str, ...] = ()


def read(path: Path) -> Iterator[Asked]:
    """The terms of our own file, in its order."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            shown, near = (part.split("|") for part in line.split("||"))
            term, *others = (text.strip() for text in shown)
            yield Asked(term, tuple(others), tuple(text.strip() for text in near))


def of_lexicon(folder: Path) -> Iterator[Asked]:
    """Terms of the lexicon that may be said freely and have other wordings, with these: aliases and what shows them."""
    for kind, term, entry in lexicon.entries(folder):
        shown = (*entry.get("aliases", ()), *entry.get("shown_by", ()))
        if shown and Kind(kind) in BY_MEANING:
            yield Asked(term, shown)
