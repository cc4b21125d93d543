"""Stand-off labels of real postings: which stretches of their texts name what the posting asks for.

`models/annotations/postings.jsonl` holds, for each posting, its source and id and the `asked` stretches as numbers:
how far behind the beginning of the one before each begins, and how long it is, one wording once. The texts themselves
are in the training data only.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from recipe import postings
from recipe.labels import ANY
from recipe.lines import Line, Mark


@dataclass(frozen=True, slots=True)
class Annotated:
    """A posting's text with the wordings in it that name what it asks for.

    Of a wording in longer and shorter form ("excellent communication skills", "communication skills") only the shorter:
    the longer has words too many. A single word may be a part only ("analysis" of "data analysis"), so that both stay.
    """

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
        stretches = zip(accumulate(numbers[::2]), numbers[1::2], strict=True)
        yield Annotated(
            row["id"], text, _shortest([text[start : start + length] for start, length in stretches])
        )


def _shortest(wordings: Sequence[str]) -> tuple[str, ...]:
    """The wordings without those that hold another of two words or more."""
    padded = {wording: f" {' '.join(wording.split())} " for wording in wordings}
    phrases = [form for form in padded.values() if " " in form.strip()]
    return tuple(
        wording
        for wording, form in padded.items()
        if not any(phrase in form and phrase != form for phrase in phrases)
    )


def lines(posting: Annotated) -> Iterator[Line]:
    """The sentences of a posting that can hold keywords, with a mark of no particular label on each wording."""
    wordings = [_found(wording) for wording in posting.asked]
    for sentence in postings.sentences(posting.text):
        found = {match.span() for wording in wordings for match in wording.finditer(sentence)}
        yield Line("", sentence, tuple(Mark(*span, ANY) for span in sorted(found)))


def _found(wording: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, wording.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")
