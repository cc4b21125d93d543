"""Extraction on the postings of SkillSpan (Zhang et al. 2022), where the folder of data is at hand.

A posting's sentences are put together again as one text. A keyword is right when one of its mentions touches a labelled
span, skill or knowledge; a knowledge span is found when a mention touches it. The text lost its commas when it was
published, so lists read as one long phrase: figures are lower than on real postings.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
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


def measure(path: Path) -> dict[str, float]:
    """Precision, recall of knowledge, and the number of postings that come back empty."""
    analyzer = Analyzer()
    counts: Counter[str] = Counter()
    for posting in read_postings(path):
        counts += _count(posting, analyzer)
    return {
        "precision": counts["right"] / counts["keywords"],
        "recall": counts["found"] / counts["knowledge"],
        "empty": float(counts["empty"]),
        "postings": float(counts["postings"]),
    }


def _count(posting: Labelled, analyzer: Analyzer) -> Counter[str]:
    document = read_text(posting.text, posting.name)
    place = _places(posting.text, document.text)
    try:
        keywords = analyzer.extract(document).keywords
    except NothingToJudgeError:
        return Counter(postings=1, empty=1, knowledge=len(posting.knowledge))
    mentions = [[(said.start, said.end) for said in keyword.posting] for keyword in keywords]
    everywhere = [span for spans in mentions for span in spans]
    labelled = [(place(start), place(end)) for start, end in posting.spans]
    knowledge = [(place(start), place(end)) for start, end in posting.knowledge]
    return Counter(
        postings=1,
        keywords=len(keywords),
        right=sum(any(_touches(span, labelled) for span in spans) for spans in mentions),
        knowledge=len(knowledge),
        found=sum(_touches(span, everywhere) for span in knowledge),
    )


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
