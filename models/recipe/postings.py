"""The real postings: read for counts, word vectors and distant labels; their text never ships."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gapcheck.readers import read_text
from gapcheck.segment.posting import KEYWORD_SECTIONS, segment_posting
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


def _rows(data: Path, source: str) -> Iterator[dict[str, Any]]:
    with gzip.open(data / "postings" / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(data: Path, source: str) -> Iterator[Posting]:
    """The postings of one source, each text once."""
    seen: set[str] = set()
    for row in _rows(data, source):
        key = " ".join(row["text"].lower().split())
        if key and key not in seen:
            seen.add(key)
            fields = (row.get(name) or "" for name in ("responsibilities", "minimum", "preferred"))
            yield Posting(source, row.get("title") or "", row["text"], *fields)


SAME_TITLE = 15
"""Characters by which a text that begins with its title is known."""


def by_id(data: Path, source: str) -> Iterator[tuple[str, str]]:
    """Ids and texts of one source; a text that lacks its title has it in front, as a page shows it."""
    for row in _rows(data, source):
        title, text = row.get("title") or "", row["text"]
        yield row["id"], text if text.startswith(title[:SAME_TITLE]) else f"{title}\n\n{text}"


def sample(data: Path, *, cap: int, seed: int) -> list[Posting]:
    """At most `cap` postings of each source, drawn by seed."""
    rng = seeded(seed)
    chosen: list[Posting] = []
    for source in SOURCES:
        postings = list(read(data, source))
        chosen += postings if len(postings) <= cap else rng.sample(postings, cap)
    return chosen


def sentences(text: str) -> Iterator[str]:
    """The sentences of a posting that can hold keywords, each on one line: what the product gives to the pipeline."""
    document = read_text(text, "posting")
    for passage in segment_posting(document).passages:
        if passage.section in KEYWORD_SECTIONS:
            yield document.text[passage.start : passage.end].replace("\n", " ")
