"""Extraction on the postings of SkillSpan (Zhang et al. 2022), where the folder of data is at hand.

A posting's sentences are put together again as one text. A keyword is right when one of its mentions touches a labelled
span, skill or knowledge; a knowledge span is found when a mention touches it. The text lost its commas when it was
published, so lists read as one long phrase: figures are lower than on real postings.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gapcheck import Analyzer, NothingToJudgeError
from gapcheck.readers import read_text

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A posting as one text with its knowledge spans and all its spans, by offsets."""

    name: str
    text: str
    knowledge: tuple[Span, ...]
    spans: tuple[Span, ...]


def read_postings(path: Path) -> Iterator[Labelled]:
    """The postings of a file of SkillSpan, in its order."""
    rows: dict[str, list[dict[str, list[str]]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            rows.setdefault(f"{row['source']}-{row['idx']}", []).append(row)
    yield from (_joined(name, sentences) for name, sentences in rows.items())


def _joined(name: str, sentences: Sequence[dict[str, list[str]]]) -> Labelled:
    text = ""
    found: dict[str, list[Span]] = {"tags_knowledge": [], "tags_skill": []}
    for sentence in sentences:
        starts = []
        for word in sentence["tokens"]:
            # As the reader would change it: a star at the start of a line is a bullet, not a word.
            starts.append(len(text))
            text += f"{'•' if word == '*' else word} "
        for tags, spans in found.items():
            spans += [
                (starts[first], starts[last] + len(sentence["tokens"][last]))
                for first, last in _runs(sentence[tags])
            ]
        text = text.rstrip(" ") + "\n"
    knowledge = tuple(found["tags_knowledge"])
    return Labelled(name, text, knowledge, (*knowledge, *found["tags_skill"]))


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and tag != "I":
            yield start, at - 1
            start = None
        if tag == "B":
            start = at


RECALL = 0.7
"""The recall at which precision is told as well: that of the keywords that are as certain as it takes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A keyword of a posting: how certain, whether right, and the numbers of the knowledge spans it touches."""

    certainty: float
    right: bool
    knowledge: frozenset[tuple[str, int]]


def measure(path: Path) -> dict[str, float]:
    """Precision, recall of knowledge, both from the certainty on that leaves the recall `RECALL`, and the number of
    postings that come back empty.
    """
    analyzer = Analyzer()
    postings = list(read_postings(path))
    found = {posting.name: _found(posting, analyzer) for posting in postings}
    keywords = [keyword for of_one in found.values() for keyword in of_one]
    spans = sum(len(posting.knowledge) for posting in postings)
    certainties = sorted({keyword.certainty for keyword in keywords}, reverse=True)
    certain = next((c for c in certainties if _figures(keywords, spans, c)[1] >= RECALL), 0.0)
    precision, recall = _figures(keywords, spans, 0.0)
    certain_precision, certain_recall = _figures(keywords, spans, certain)
    return {
        "precision": precision,
        "recall": recall,
        "precision of the certain": certain_precision,
        "recall of the certain": certain_recall,
        "certain from": certain,
        "empty": float(sum(not of_one for of_one in found.values())),
        "postings": float(len(postings)),
    }


def _figures(keywords: Sequence[Found], spans: int, least: float) -> tuple[float, float]:
    """Precision and recall of the keywords of at least a certainty."""
    kept = [keyword for keyword in keywords if keyword.certainty >= least]
    touched = set().union(*(keyword.knowledge for keyword in kept))
    return sum(keyword.right for keyword in kept) / max(1, len(kept)), len(touched) / spans


def _found(posting: Labelled, analyzer: Analyzer) -> list[Found]:
    document = read_text(posting.text, posting.name)
    place = _places(posting.text, document.text)
    try:
        keywords = analyzer.extract(document).keywords
    except NothingToJudgeError:
        return []
    labelled = [(place(start), place(end)) for start, end in posting.spans]
    knowledge = [(place(start), place(end)) for start, end in posting.knowledge]
    found = []
    for keyword in keywords:
        mentions = [(said.start, said.end) for said in keyword.posting]
        right = any(_touches(span, labelled) for span in mentions)
        touched = frozenset(
            (posting.name, number) for number, span in enumerate(knowledge) if _touches(span, mentions)
        )
        found.append(Found(keyword.certainty, right, touched))
    return found


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _places(written: str, read: str):  # type: ignore[no-untyped-def]
    """Where an offset of the text as written lies in the text as read: both have the same letters in the same order."""
    letters_before = [0]
    for character in written:
        letters_before.append(letters_before[-1] + character.isalnum())
    at_letter = [at for at, character in enumerate(read) if character.isalnum()]

    def place(offset: int) -> int:
        number = letters_before[offset]
        return at_letter[number] if number < len(at_letter) else len(read)

    return place
