"""The real postings: read for counts, word vectors and distant labels; their text never ships."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recipe.seeds import seeded

SOURCES = ("dice", "glassdoor", "google", "linkedin", "nhs", "usajobs")


@dataclass(frozen=True, slots=True)
class Posting:
    """One posting; the last three are filled where the source keeps them apart."""

    source: str
    title: str
    text: str
    duties: str = ""
    required: str = ""
    preferred: str = ""


def read(data: Path, source: str) -> Iterator[Posting]:
    """The postings of one source, each text once."""
    seen: set[str] = set()
    with gzip.open(data / "postings" / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            key = " ".join(row["text"].lower().split())
            if key and key not in seen:
                seen.add(key)
                fields = (row.get(name) or "" for name in ("responsibilities", "minimum", "preferred"))
                yield Posting(source, row.get("title") or "", row["text"], *fields)


def sample(data: Path, *, cap: int, seed: int) -> list[Posting]:
    """At most `cap` postings of each source, drawn by seed."""
    rng = seeded(seed)
    chosen: list[Posting] = []
    for source in SOURCES:
        postings = list(read(data, source))
        chosen += postings if len(postings) <= cap else rng.sample(postings, cap)
    return chosen
