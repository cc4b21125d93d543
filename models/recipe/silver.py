"""Lines of real postings of all sources, for the teacher to label: they widen the fields that the pipeline knows."""

import gzip
import json
from itertools import islice
from pathlib import Path

from recipe import line_kinds, postings
from recipe.seeds import seeded

LINES = {"dice": 800, "glassdoor": 3_000, "google": 1_800, "linkedin": 3_200, "nhs": 4_500, "usajobs": 3_200}
"""How many lines of each source; a source that has fewer gives all."""
ADVERTS = 3_500
POSTINGS_A_SOURCE = 2_500
TALK = 0.12
"""Share of lines that speak of the company, benefits, law or the application: little is a keyword there."""
_SHORT, _LONG = 25, 400
_IDLE = 0.6
_IDLE_KINDS = ("company", "benefit", "legal", "application")


def _adverts(data: Path) -> list[str]:
    """British adverts of all fields; the release turned their commas into quotation marks."""
    texts: list[str] = []
    with gzip.open(data / "spans" / "green-train.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            text = ""
            for piece in json.loads(row)["tokens"]:
                word = "," if piece == '"' else piece
                tight = word in {".", ",", ";", ":", ")", "%"} or not text or text[-1] == "("
                text += word if tight else f" {word}"
            texts.append(text)
    return [text for text in dict.fromkeys(texts) if _SHORT <= len(text) <= _LONG]


def _is_talk(kinds: line_kinds.Model, line: str) -> bool:
    scores = line_kinds.score(kinds, line)
    return sum(scores[kind] for kind in _IDLE_KINDS) >= _IDLE


def texts(data: Path, kinds: line_kinds.Model, *, seed: int = 11) -> list[str]:
    """Distinct lines, the sources evenly drawn; `kinds` is the model of `line_kinds`."""
    rng = seeded(seed)
    by_source: dict[str, dict[str, None]] = {source: {} for source in LINES}
    for posting in postings.sample(data, cap=POSTINGS_A_SOURCE, seed=seed):
        lines = (line.strip() for line in posting.text.splitlines())
        by_source[posting.source] |= {line: None for line in lines if _SHORT <= len(line) <= _LONG}
    drawn: dict[str, None] = {}
    for source, lines in by_source.items():
        shuffled = rng.sample(list(lines), len(lines))
        wanted = (line for line in shuffled if rng.random() < TALK or not _is_talk(kinds, line))
        drawn |= dict.fromkeys(islice(wanted, LINES[source]))
    adverts = _adverts(data)
    return [*drawn, *rng.sample(adverts, min(ADVERTS, len(adverts)))]
