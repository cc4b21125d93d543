"""A posting's passages made ready to be judged: as tokens, as the language model sees them, and as parts of a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gapcheck.extract.model import PassageReading, ReadPassages
from gapcheck.extract.said import Said, read_passage
from gapcheck.extract.traits import Surroundings
from gapcheck.extract.whole import read_together
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting
from gapcheck.segment.posting import KEYWORD_SECTIONS
from gapcheck.words import tokenize


@dataclass(frozen=True, slots=True)
class PreparedPassage:
    """A passage that can hold keywords, with its tokens, the language model's reading and what surrounds it."""

    passage: Passage
    said: Said
    reading: PassageReading
    around: Surroundings


def read_posting(
    text: str,
    posting: SegmentedPosting,
    *,
    read: ReadPassages,
    frequency: Callable[[str], int],
    asking: Callable[[Sequence[Said], Sequence[PostingSection], Callable[[str], int]], Sequence[float]],
) -> tuple[PreparedPassage, ...]:
    """The passages of the document `text` that can hold keywords, in text order.

    `frequency` tells in how many background postings a phrase stands, `asking` how likely each sentence asks for
    something (log odds; `gapcheck.extract.asking`).
    """
    passages = [passage for passage in posting.passages if passage.section in KEYWORD_SECTIONS]
    sentences = [text[passage.start : passage.end] for passage in passages]
    readings = read(sentences)
    said = [
        read_passage(sentence, passage.start, reading.words)
        for passage, sentence, reading in zip(passages, sentences, readings, strict=True)
    ]
    whole = read_together(text, said)
    title = frozenset(token.stem for token in tokenize(posting.title or ""))
    before, found = 0, list[PreparedPassage]()
    asked = asking(said, [passage.section for passage in passages], frequency)
    for passage, reading, own, chance in zip(passages, readings, said, asked, strict=True):
        around = Surroundings(text, passage.section, frequency, whole, before / whole.words, title, chance)
        found.append(PreparedPassage(passage, own, reading, around))
        before += len(own.tokens)
    return tuple(found)
