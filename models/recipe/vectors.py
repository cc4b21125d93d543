"""Word vectors of postings: positive pointwise mutual information, reduced by a truncated SVD.

Levy, Goldberg and Dagan (2015), "Improving Distributional Similarity with Lessons Learned from Word
Embeddings": context distribution smoothing 0.75, shifted PPMI, eigenvalues weighted by the power 0.5.
"""

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.utils.extmath import randomized_svd
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]

from recipe import postings
from recipe.tokenizer import adapt

WORDS = 14_000
WIDTH = 64
WINDOW = 4
POSTINGS_A_SOURCE = 3_500


def _lines(data: Path) -> Iterator[str]:
    for posting in postings.sample(data, cap=POSTINGS_A_SOURCE, seed=7):
        yield from posting.text.splitlines()
    for name in ("esco-skills-1.1.1-en", "esco-occupations-1.1.1-en"):
        with gzip.open(data / "taxonomy" / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield row["description"]
                yield ", ".join([row["preferredLabel"], *row["altLabels"].splitlines()[:4]])
    with gzip.open(
        data / "taxonomy" / "onet-29.3-occupation_data.tsv.gz", "rt", encoding="utf-8", newline=""
    ) as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            yield row["Description"]
    for path in sorted((data / "spans").glob("*-train.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield " ".join(json.loads(line)["tokens"])


def _sentences(data: Path, tokenizer: Any) -> list[list[str]]:
    distinct = dict.fromkeys(line.strip().lower() for line in _lines(data))
    return [
        [token.text for token in doc] for doc in tokenizer.pipe(line for line in distinct if len(line) > 15)
    ]


def _counts(sentences: list[list[str]], index: dict[str, int]) -> sparse.csr_matrix:
    """Co-occurrences within the window, nearer words counting more."""
    stream: list[int] = []
    for sentence in sentences:
        stream += [index.get(word, -1) for word in sentence] + [-1] * WINDOW
    ids = np.array(stream, dtype=np.int32)
    total = sparse.csr_matrix((len(index), len(index)), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        left, right = ids[:-distance], ids[distance:]
        both = (left >= 0) & (right >= 0)
        ones = np.full(int(both.sum()), 1.0 / distance, dtype=np.float32)
        half = sparse.coo_matrix((ones, (left[both], right[both])), shape=total.shape).tocsr()
        total = total + half + half.T
    return total


def _ppmi(counts: sparse.csr_matrix, shift: float = 1.0) -> sparse.csr_matrix:
    pairs = counts.tocoo()
    rows = np.asarray(counts.sum(axis=1)).ravel()
    smoothed = rows**0.75
    expected = rows[pairs.row] * smoothed[pairs.col] / smoothed.sum()
    values = np.maximum(0.0, np.log(pairs.data / expected) - np.log(shift))
    return sparse.coo_matrix((values.astype(np.float32), (pairs.row, pairs.col)), shape=counts.shape).tocsr()


@dataclass(frozen=True, slots=True)
class Table:
    """Words, most frequent first, and a row of length one for each."""

    words: list[str]
    rows: npt.NDArray[np.float32]


def train(data: Path, *, seed: int = 1) -> Table:
    """Count and reduce."""
    nlp = spacy.blank("en")
    adapt(nlp)
    sentences = _sentences(data, nlp.tokenizer)
    frequency = Counter(word for sentence in sentences for word in sentence)
    ranked = sorted(frequency.items(), key=lambda item: (-item[1], item[0]))
    words = [word for word, count in ranked[:WORDS] if count >= 5 and word.strip()]
    matrix = _ppmi(_counts(sentences, {word: at for at, word in enumerate(words)}))
    left, weights, _right = randomized_svd(matrix, n_components=WIDTH, n_iter=4, random_state=seed)
    rows = (left * np.sqrt(weights)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6
    return Table(words, rows)


def attach(nlp: Language, table: Table) -> None:
    """Make the vectors those of `nlp`, looked up by the lower-cased word."""
    for word in table.words:
        nlp.vocab.strings.add(word)
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=table.rows, keys=table.words, name="postings", attr="LOWER"
    )
