"""The project's own labelled postings, `models/corpus/*.txt`, all invented.

    === nursing-01 | headed
    R: Current [c:NMC registration] and at least one year of [s:acute care].

Kinds of lines: T title, H heading, C company, D duty, R required, P preferred, B benefit, L legal, A
application.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from recipe.lines import Line, Mark

LABELS = {"t": "TOOL", "s": "SKILL", "c": "CERT", "d": "DEGREE", "l": "LANG", "f": "SOFT"}
_MARK = re.compile(r"\[([tscdlf]):([^\[\]]+)\]")
_LINE = re.compile(r"([THCDRPBLA]):\s?(.*)")


@dataclass(frozen=True, slots=True)
class Posting:
    """An invented posting."""

    name: str
    lines: tuple[Line, ...]


def parse(kind: str, marked: str) -> Line:
    """A line of the corpus without its brackets."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append(Mark(len(text), len(text) + len(match[2]), LABELS[match[1]]))
        text += match[2]
        at = match.end()
    return Line(kind, text + marked[at:], tuple(marks))


def read(folder: Path) -> list[Posting]:
    """All postings, in the order of file names; lines that break the format are left out."""
    postings: list[Posting] = []
    for path in sorted(folder.glob("*.txt")):
        name, lines = "", list[Line]()
        for row in [*path.read_text(encoding="utf-8").splitlines(), "=== "]:
            if row.startswith("==="):
                if lines:
                    postings.append(Posting(name, tuple(lines)))
                name, lines = row.strip("= ").split("|")[0].strip(), []
            elif (match := _LINE.match(row.strip())) and match[2].strip():
                lines.append(parse(match[1], match[2].strip()))
    return postings


def held_out(posting: Posting) -> bool:
    """One posting in ten is kept from training, by its name."""
    return crc32(posting.name.encode()) % 10 == 0
