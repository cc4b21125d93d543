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
ANY = "*"
"""Label of a mark that says there is a span, not of which label."""

Allowed = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of a line and, a row a word, which labels may be right; a word whose labels all may teaches nothing."""

    words: tuple[str, ...]
    allowed: Allowed


def words_of(doc: Doc) -> tuple[str, ...]:
    """The words of a document as a teacher is given them."""
    return tuple(token.text for token in doc)


def alphabet(labels: Sequence[str]) -> list[str]:
    """All labels of tokens, O first."""
    return ["O", *(f"{part}-{label}" for label in labels for part in "BI")]


def encode(doc: Doc, marks: Sequence[Mark], labels: Sequence[str]) -> Allowed:
    """The one label of each token; under marks without a label all are allowed, longer marks go first."""
    allowed = np.zeros((len(doc), len(alphabet(labels))), dtype=np.bool_)
    allowed[:, 0] = True
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
            allowed[span.start : span.end][~taken[span.start : span.end]] = True
            continue
        taken[span.start : span.end] = True
        first = 1 + 2 * labels.index(mark.label)
        allowed[span.start : span.end] = False
        allowed[span.start, first] = True
        allowed[span.start + 1 : span.end, first + 1] = True
    return allowed


def encode_any(doc: Doc, marks: Sequence[Mark], labels: Sequence[str]) -> Allowed:
    """Marks of no particular label, which may stand within each other: any one of those may be the span."""
    spans = _nested(doc, marks)
    allowed = np.zeros((len(doc), len(alphabet(labels))), dtype=np.bool_)
    allowed[:, 0] = True
    for start, end in spans:
        inside = [(first, last) for first, last in spans if start <= first and last <= end]
        if len(inside) == sum(first < end and start < last for first, last in spans):  # the outermost
            covered = np.zeros(end - start, dtype=int)
            for first, last in inside:
                covered[first - start : last - start] += 1
            allowed[start:end, 0] = covered < len(inside)
        allowed[start, 1::2] = True
        allowed[start + 1 : end, 2::2] = True
    return allowed


def _nested(doc: Doc, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """First token and token after the last of each mark; of two that cross, the longer."""
    found = {
        (span.start, span.end)
        for mark in marks
        if (span := doc.char_span(mark.start, mark.end, alignment_mode="expand")) is not None
    }
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if not any(first < start < last < end or start < first < end < last for first, last in kept):
            kept.append((start, end))
    return kept
