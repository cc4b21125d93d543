"""Spans as one label a token: O, B-… at the first token of a span, I-… at the others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from recipe import corpus
from recipe.lines import Mark

KEYWORDS = tuple(corpus.LABELS.values())
KNOWLEDGE = ("KNOWLEDGE",)
UNKNOWN = -1
"""Not to be learnt from."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of a line and the numbers of their labels."""

    words: tuple[str, ...]
    labels: npt.NDArray[np.int64]


def words_of(doc: Doc) -> tuple[str, ...]:
    """The words of a document as a teacher is given them."""
    return tuple(token.text for token in doc)


def alphabet(labels: Sequence[str]) -> list[str]:
    """All labels of tokens, O first."""
    return ["O", *(f"{part}-{label}" for label in labels for part in "BI")]


def encode(doc: Doc, marks: Sequence[Mark], labels: Sequence[str]) -> npt.NDArray[np.int64]:
    """The number of each token's label; tokens under marks without a label are `UNKNOWN`, longer marks go first."""
    numbers = np.zeros(len(doc), dtype=np.int64)
    taken = np.zeros(len(doc), dtype=bool)
    for mark in sorted(marks, key=lambda mark: (mark.label == "", mark.start - mark.end, mark.start)):
        span = doc.char_span(mark.start, mark.end, alignment_mode="expand")
        if (
            span is None
            or taken[span.start : span.end].all()
            or (mark.label and taken[span.start : span.end].any())
        ):
            continue
        if not mark.label:
            numbers[span.start : span.end][~taken[span.start : span.end]] = UNKNOWN
            continue
        taken[span.start : span.end] = True
        first = 1 + 2 * labels.index(mark.label)
        numbers[span.start] = first
        numbers[span.start + 1 : span.end] = first + 1
    return numbers
