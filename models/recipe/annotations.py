"""Stand-off labels of real postings: which stretches of their texts name what the posting asks for.

`models/annotations/postings.jsonl` holds, for each posting, its source and id and the `asked` stretches as numbers:
where each begins and how long it is, one wording once. The texts themselves are in the training data only.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recipe import postings


@dataclass(frozen=True, slots=True)
class Annotated:
    """A posting's text with the wordings in it that name what it asks for."""

    id: str
    text: str
    asked: tuple[str, ...]


def read(path: Path, data: Path) -> Iterator[Annotated]:
    """The annotated postings in the order of the file; raises ValueError for one that the data does not have."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = {source: dict(postings.by_id(data, source)) for source in {row["source"] for row in rows}}
    for row in rows:
        text = texts[row["source"]].get(row["id"])
        if text is None:
            raise ValueError(f"{row['id']} is annotated but not among the postings of {row['source']}")
        numbers = row["asked"]
        stretches = zip(numbers[::2], numbers[1::2], strict=True)
        yield Annotated(row["id"], text, tuple(text[start : start + length] for start, length in stretches))
