"""A resume as short passages of known words: what the network of `gapcheck.match.entailment` reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.match.denied import CUES, is_denied
from gapcheck.match.families import family
from gapcheck.words import Token, phrase_tokens, root

if TYPE_CHECKING:
    import numpy.typing as npt

    from gapcheck.match.index import ResumeIndex
    from gapcheck.meaning import Matrix, WordVectors

    Numbers = npt.NDArray[np.intp]

LONGEST_PASSAGE = 16
"""Words of one passage; a longer stretch without a comma is read as several."""

FEWEST_IN_LIST = 6
"""Tokens from which on a run of words without a comma or a small word is taken for a list ("and" aside)."""

MOST_WORDS = 5
"""Content words of a keyword that are asked for; the rest of a longer one tells little more."""

UNKNOWN = -1
"""The row of a word that has no vector."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words by the number of their row, that of the longest phrase around each that has one, and their family."""

    rows: Numbers
    phrases: Numbers
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """The known words of a resume in text order, the token each is, and at which of them each passage begins."""

    words: Words
    tokens: Numbers
    starts: Numbers


def unit(rows: Matrix) -> Matrix:
    """Each row with a length of 1; one of zeros stays as it is."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def read_words(words: Sequence[Token], vectors: WordVectors) -> Words:
    """The rows of some words that stand together."""
    lower = [word.lower for word in words]
    phrases = np.full(len(lower), UNKNOWN, dtype=np.intp)
    for entry, first, last in vectors.pieces(lower):
        phrases[first : last + 1] = entry
    rows = [vectors.row(word) for word in lower]
    known = np.array([UNKNOWN if row is None else row for row in rows], dtype=np.intp)
    return Words(known, phrases, tuple(family(root(word.stem)) for word in words))


def read_keyword(form: str, vectors: WordVectors) -> Words:
    """The words of a keyword that say something, the first of them."""
    return read_words(content_words(form)[:MOST_WORDS], vectors)


def content_words(form: str) -> list[Token]:
    """The words of a phrase that say something: all but function words, unless it has no others."""
    words = phrase_tokens(form)
    return [token for token in words if token.stem not in FUNCTION_WORDS] or list(words)


def read_passages(index: ResumeIndex, vectors: WordVectors) -> Passages:
    """All passages of a resume that deny nothing."""
    rows: list[Numbers] = []
    phrases: list[Numbers] = []
    families: list[str] = []
    tokens: list[int] = []
    starts: list[int] = []
    for sentence in affirmed(index):
        words = read_words(index.tokens[sentence.start : sentence.stop], vectors)
        for passage in _passages(sentence, words.phrases, index):
            known = [
                at
                for at in passage
                if words.rows[at - sentence.start] != UNKNOWN and not is_measured(at, index)
            ]
            if not known:
                continue
            starts.append(len(tokens))
            tokens += known
            inside = [at - sentence.start for at in known]
            rows.append(words.rows[inside])
            phrases.append(words.phrases[inside])
            families += [words.families[at] for at in inside]
    return Passages(
        Words(_joined(rows), _joined(phrases), tuple(families)),
        np.array(tokens, dtype=np.intp),
        np.array(starts, dtype=np.intp),
    )


def _joined(parts: Sequence[Numbers]) -> Numbers:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.intp)


def is_bare_list(sentence: range, index: ResumeIndex) -> bool:
    """Whether these are items of a list of which the page shows the gaps and the text has lost them."""
    tokens = index.tokens[sentence.start : sentence.stop]
    if len(tokens) < FEWEST_IN_LIST or any(
        token.stem in FUNCTION_WORDS and token.lower not in {"and", "or"} for token in tokens
    ):
        return False
    return "," not in index.document.text[tokens[0].start : tokens[-1].end]


def is_measured(at: int, index: ResumeIndex) -> bool:
    """Whether a word only says what the number before it counts: "bed" of "a 32-bed ward" is no bed management."""
    return at > 0 and index.tokens[at - 1].lower.isdigit() and index.gap(at) == "-"


def affirmed(index: ResumeIndex) -> Iterator[range]:
    """The sentences in which nothing is denied."""
    return (sentence for sentence in index.sentences if not _denies(sentence, index))


def _denies(sentence: range, index: ResumeIndex) -> bool:
    words = (token.lower for token in index.tokens[sentence.start : sentence.stop])
    return not CUES.isdisjoint(words) and any(is_denied((number, number), index) for number in sentence)


def _passages(sentence: range, phrases: Numbers, index: ResumeIndex) -> Iterator[range]:
    """The parts of a sentence between commas: a comma parts what a line end parts in another format of the resume.

    Where a list has lost its commas a known phrase is an item. `phrases` are the rows of the sentence's words.
    """
    bare, start = is_bare_list(sentence, index), sentence.start
    for at in islice(sentence, 1, None):
        before, here = phrases[at - 1 - sentence.start], phrases[at - sentence.start]
        item = bare and before != here and _is_phrase(phrases, before, here)
        if item or "," in index.gap(at) or at - start == LONGEST_PASSAGE:
            yield range(start, at)
            start = at
    yield range(start, sentence.stop)


def _is_phrase(phrases: Numbers, *rows: int) -> bool:
    """Whether one of these rows is that of several words."""
    return any(row != UNKNOWN and (phrases == row).sum() > 1 for row in rows)
