"""Whether a passage of a resume shows a keyword in other words: a small network over the shipped word vectors.

Decomposable attention (Parikh et al. 2016, "A Decomposable Attention Model for Natural Language Inference"): each word
of the keyword looks for what stands for it in the passage, is compared with what it found, and what the comparisons say
together is one number. Learned from resumes that were read (see the model card), shipped as plain numbers, computed
with NumPy alone. A keyword costs under a millisecond.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gapcheck.match.passages import UNKNOWN, Passages, Words, unit
from gapcheck.resources import stats_folder

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from gapcheck.match.model import Run
    from gapcheck.meaning import WordVectors

    Matrix = npt.NDArray[np.float32]

FILE_NAME = "entailment.npz"

NEAR = 0.35
"""Cosine from which on a word is near to another. A passage without a word near to one of the keyword is not read: of
830 passages that came within reach of a claim on judged resumes 16 were such, and one passage in seven is left."""

WHOLE_PASSAGE = 8
"""Tokens up to which a passage is shown whole as evidence; of a longer one, what the words of the keyword look at."""


class Layer(NamedTuple):
    """A linear layer: outputs by inputs, and a number added to each output."""

    weight: Matrix
    bias: Matrix

    def __call__(self, values: Matrix) -> Matrix:
        """The outputs for rows of inputs."""
        return np.asarray(values @ self.weight.T + self.bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class EntailmentNetwork:
    """The layers, named by what they do; `scale` is what one unit of the network is in the vectors' whole numbers.

    `same_family` and `cosine` say how much a word is looked at for being of one family or close in meaning.
    """

    embed: Layer
    attend: Layer
    compare: Layer
    aggregate: Layer
    decide: Layer
    same_family: float
    cosine: float
    scale: float


def _relu(values: Matrix) -> Matrix:
    return np.maximum(values, 0)


class _Read(NamedTuple):
    """Words as the network sees them, a row each: embedded, ready for attention, and their plain directions."""

    embedded: Matrix
    attended: Matrix
    directions: Matrix


@dataclass(frozen=True, slots=True)
class _Found:
    """The words of passages that may show a keyword, how near each is to its words, how many each passage has, and at
    which of them it begins."""

    embedded: Matrix
    same: Matrix
    cosines: Matrix
    sizes: npt.NDArray[np.intp]
    starts: npt.NDArray[np.intp]


class Answer(NamedTuple):
    """How surely the best passage shows a keyword (log odds), and the stretch of the resume that does."""

    score: float
    run: Run


class Reader:
    """The network reading one resume; what does not depend on the keyword is worked out once."""

    def __init__(self, network: EntailmentNetwork, vectors: WordVectors, passages: Passages) -> None:
        self._network = network
        self._vectors = vectors
        self._passages = passages
        self._resume = self._read(passages.words)
        self._sizes = np.diff(passages.starts, append=len(passages.tokens))
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(passages.words.families):
            self._places[name].append(place)
        width = len(network.embed.bias)
        ends = (width, 2 * width, 3 * width, 3 * width + 1)
        self._compare = np.split(network.compare.weight, ends, axis=1)

    def _read(self, words: Words) -> _Read:
        plain = self._rows(words.rows)
        embedded = _relu(self._network.embed(np.hstack([plain, self._rows(words.phrases)])))
        return _Read(embedded, self._network.attend(embedded), unit(plain))

    def _rows(self, numbers: npt.NDArray[np.intp]) -> Matrix:
        rows = self._vectors.rows[numbers].astype(np.float32) / self._network.scale
        rows[numbers == UNKNOWN] = 0
        return rows

    def ask(self, keyword: Words) -> Answer | None:
        """What the resume says of a keyword; None where no passage has a word that is near to one of it."""
        if not len(self._sizes) or (keyword.rows == UNKNOWN).all():
            return None
        asked = self._read(keyword)
        same = np.zeros((len(keyword.rows), len(self._passages.tokens)), dtype=np.float32)
        for number, name in enumerate(keyword.families):
            same[number, self._places.get(name, [])] = 1
        cosines = asked.directions @ self._resume.directions.T
        near = np.maximum.reduceat(np.maximum(same, cosines).max(axis=0), self._passages.starts) >= NEAR
        # The very words are no sign: whether they make the phrase, their order has told.
        if len(keyword.rows) > 1:
            near &= ~(np.maximum.reduceat(same, self._passages.starts, axis=1) >= 1).all(axis=0)
        if not near.any():
            return None
        words = np.flatnonzero(np.repeat(near, self._sizes))
        sizes = self._sizes[near]
        starts = np.cumsum(sizes) - sizes
        found = _Found(self._resume.embedded[words], same[:, words], cosines[:, words], sizes, starts)
        attention = asked.attended @ self._resume.attended[words].T
        attention *= np.float32(asked.attended.shape[1] ** -0.5)
        attention += self._network.same_family * found.same + self._network.cosine * found.cosines
        compared = self._compared(asked, attention, found)
        decided = self._network.decide(_relu(self._network.aggregate(compared)))[:, 0]
        best = int(np.argmax(decided))
        passage = slice(starts[best], starts[best] + sizes[best])
        return Answer(float(decided[best]), self._evidence(words[passage], attention[:, passage]))

    def _compared(self, asked: _Read, attention: Matrix, near: _Found) -> Matrix:
        """What comparing the words of a keyword with what they find in each passage says, a row a passage."""
        own, by_found, by_both, by_same, by_cosine = self._compare
        highest = np.maximum.reduceat(attention, near.starts, axis=1)
        weights = np.exp(attention - np.repeat(highest, near.sizes, axis=1))
        weights /= np.repeat(np.add.reduceat(weights, near.starts, axis=1), near.sizes, axis=1)
        signs = (np.maximum.reduceat(figure, near.starts, axis=1) for figure in (near.same, near.cosines))
        said = np.zeros((len(near.sizes), len(own)), dtype=np.float32)
        for word, looks, is_same, cosine in zip(asked.embedded, weights, *signs, strict=True):
            found = np.add.reduceat(looks[:, None] * near.embedded, near.starts, axis=0)
            values = found @ (by_found + by_both * word).T + (own @ word + self._network.compare.bias)
            said += _relu(values + is_same[:, None] * by_same[:, 0] + cosine[:, None] * by_cosine[:, 0])
        return said / np.float32(len(attention) ** 0.5)

    def _evidence(self, words: npt.NDArray[np.intp], attention: Matrix) -> Run:
        """The tokens of a passage's words, or of those that the words of the keyword look at."""
        tokens = self._passages.tokens[words]
        if tokens[-1] - tokens[0] >= WHOLE_PASSAGE:
            looked_at = attention.argmax(axis=1)
            tokens = tokens[looked_at.min() : looked_at.max() + 1]
        return int(tokens[0]), int(tokens[-1])


LAYERS = ("embed", "attend", "compare", "aggregate", "decide")
NUMBERS = ("same_family", "cosine", "scale")


def save_network(network: EntailmentNetwork, path: Path) -> None:
    """Write the network as arrays of half precision."""
    arrays = {
        f"{name}_{part}": getattr(getattr(network, name), part)
        for name in LAYERS
        for part in ("weight", "bias")
    }
    numbers = {name: np.float32(getattr(network, name)) for name in NUMBERS}
    half = {name: np.asarray(array, dtype=np.float16) for name, array in arrays.items()}
    np.savez_compressed(path, allow_pickle=False, **half, **numbers)


def read_network(path: Path) -> EntailmentNetwork:
    """A network as `save_network` wrote it."""
    with np.load(path, allow_pickle=False) as kept:
        arrays = {name: np.asarray(kept[name], dtype=np.float32) for name in kept.files}
    layers = {name: Layer(arrays[f"{name}_weight"], arrays[f"{name}_bias"]) for name in LAYERS}
    return EntailmentNetwork(**layers, **{name: float(arrays[name]) for name in NUMBERS})  # type: ignore[arg-type]


@cache
def load_network() -> EntailmentNetwork:
    """The shipped network, read once a process."""
    return read_network(stats_folder() / FILE_NAME)


def best_answer(reader: Reader, keywords: Sequence[Words]) -> Answer | None:
    """The surest answer to several forms of one keyword."""
    answers = [answer for words in keywords if (answer := reader.ask(words)) is not None]
    return max(answers, key=lambda answer: answer.score, default=None)
