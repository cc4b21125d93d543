"""Vectors of words and phrases by which wordings of the same thing lie close: shipped numbers, no language model.

Each row is what a sentence encoder gives for the word or phrase, distilled when the model is built and then taught by
wordings of resumes what shows what postings ask for (see the model card). A text of several entries has the sum of
their rows; words that say little have short rows, so the sum is the frequency-weighted mean of Arora, Liang and Ma
(2017), "A Simple but Tough-to-Beat Baseline for Sentence Embeddings". Similarity is the cosine: 1 for the same, about
0 for what has nothing in common. It says how close two wordings are, not that one proves the other: "Java" and
"Python" are close too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gapcheck.resources import stats_folder
from gapcheck.words import stem

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]

LONGEST = 6
"""Words of the longest phrase with a row of its own."""

_ENDINGS = ("", "e", "s", "y", "ing", "ed", "es")
"""What a stem may lack to be one of the words listed."""


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A row of whole numbers for each entry: a lower-cased word, or the words of a phrase joined by blanks.

    Only directions and relative lengths of rows mean something.
    """

    rows: npt.NDArray[np.int8]
    index: Mapping[str, int]

    def vector(self, words: Sequence[str]) -> Matrix | None:
        """The direction of a text given by its words, of length 1; None when no word is known."""
        vectors, known = self.vectors([words])
        return vectors[0] if known[0] else None

    def vectors(self, texts: Sequence[Sequence[str]]) -> tuple[Matrix, npt.NDArray[np.bool_]]:
        """The directions of many texts, one a row, and for which of them a word is known; the others are all 0."""
        import numpy as np  # a tenth of a second to import

        sums = np.zeros((len(texts), self.rows.shape[1]), dtype=np.float32)
        for at, words in enumerate(texts):
            entries = list(self.entries(words))
            if entries:
                sums[at] = self.rows[entries].sum(axis=0, dtype=np.float32)
        lengths = np.linalg.norm(sums, axis=1)
        known = lengths > 0
        sums[known] /= lengths[known, None]
        return sums, known

    def entries(self, words: Sequence[str]) -> Iterator[int]:
        """The rows a text is summed from: from left to right, the longest phrase that has a row."""
        return (entry for entry, _, _ in self.pieces(words))

    def pieces(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """The same with the places of the first and last word that each row stands for."""
        lower = [word.lower() for word in words]
        at = 0
        while at < len(lower):
            for size in range(min(LONGEST, len(lower) - at), 0, -1):
                entry = self.index.get(" ".join(lower[at : at + size])) if size > 1 else self.row(lower[at])
                if entry is not None:
                    yield entry, at, at + size - 1
                    break
            at += size

    def row(self, word: str) -> int | None:
        """The row of a lower-cased word, or of another form of it; None where neither is listed."""
        entry = self.index.get(word)
        if entry is not None:
            return entry
        bare = stem(word)
        return next((self.index[bare + end] for end in _ENDINGS if bare + end in self.index), None)

    def similarity(self, one: Sequence[str], other: Sequence[str]) -> float | None:
        """Cosine of two texts, -1 to 1; None when one of them has no known word."""
        first, second = self.vector(one), self.vector(other)
        return None if first is None or second is None else float(first @ second)


def read_word_vectors(folder: Path) -> WordVectors:
    """A table as the recipe writes it; the rows stay on the disk until they are asked for."""
    import numpy as np

    entries = (folder / "meaning.txt").read_text(encoding="utf-8").splitlines()
    rows = np.load(folder / "meaning.npy", mmap_mode="r")
    return WordVectors(rows, dict(zip(entries, range(len(entries)), strict=True)))


@cache
def load_word_vectors() -> WordVectors:
    """The shipped table, read once a process."""
    return read_word_vectors(stats_folder())
