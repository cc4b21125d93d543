"""Lines of real postings of all sources, for the teachers to label: they widen the fields that the pipeline knows."""

import gzip
import json
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from recipe import postings
from recipe.annotations import Annotated
from recipe.seeds import seeded

LINES = {
    "dice": 800,
    "glassdoor": 12_000,
    "google": 5_000,
    "linkedin": 14_000,
    "nhs": 20_000,
    "usajobs": 16_000,
}
"""How many lines of each source; a source that has fewer gives all."""
ADVERTS = 3_500
_SHORT, _LONG = 25, 400
"""Characters of an advert that is read."""
LONGEST = 600
"""Characters of the longest sentence; what is longer is a list without its line breaks."""


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


def texts(data: Path, annotated: Iterable[Annotated], *, seed: int = 11) -> list[str]:
    """Distinct lines, none of an annotated posting: the decision learns how spans do on what they have not seen."""
    rng = seeded(seed)
    known = list(annotated)
    ids = {posting.id for posting in known}
    seen = {sentence for posting in known for sentence in postings.sentences(posting.text)}
    drawn: dict[str, None] = {}
    for source, most in LINES.items():
        found = [text for name, text in postings.by_id(data, source) if name not in ids]
        rng.shuffle(found)
        fresh: dict[str, None] = {}
        for text in found:
            if len(fresh) >= most:
                break
            fresh |= dict.fromkeys(
                line for line in postings.sentences(text) if len(line) <= LONGEST and line not in seen
            )
        drawn |= dict.fromkeys(islice(fresh, most))
    adverts = _adverts(data)
    return [*drawn, *rng.sample(adverts, min(ADVERTS, len(adverts)))]
