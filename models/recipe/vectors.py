"""The word vectors that all parts of the pipeline read: the distilled ones, fewer and narrower."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]

from recipe import meaning

WORDS = 16_000
WIDTH = 64


@dataclass(frozen=True, slots=True)
class Table:
    """Words, most frequent first, and a row of length one for each."""

    words: list[str]
    rows: npt.NDArray[np.float32]


def read(folder: Path) -> Table:
    """The commonest words of `meaning.txt` with the first of their principal components."""
    entries, numbers = meaning.read(folder)
    rows = numbers[:WORDS, :WIDTH].astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6
    return Table(entries[:WORDS], rows)


def attach(nlp: Language, table: Table) -> None:
    """Make the vectors those of `nlp`, looked up by the lower-cased word."""
    for word in table.words:
        nlp.vocab.strings.add(word)
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=table.rows, keys=table.words, name="postings", attr="LOWER"
    )
