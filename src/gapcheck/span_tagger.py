"""A spaCy component that marks spans by labelling tokens: one network, several layers of spans, with confidences.

The network reads a convolution over the words (each sees some words on either side) beside its mean over the whole
text, which tells a duty from a benefit. Each layer ("keywords", "knowledge") has labels of its own: O outside, B- at
the first token of a span, I- at the others (Ramshaw and Marcus 1995). The best allowed sequence of labels is found
by the Viterbi algorithm, for a batch of texts at once.

`spacy.load` finds the component by the name `gapcheck_spans`, which this package registers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab
from thinc.api import Linear, Maxout, Model, chain

Matrix = npt.NDArray[np.float32]

ENTITIES = "keywords"
"""The layer whose spans are the document's entities as well."""

_FORBIDDEN = -1e4
_WHOLES, _SCALES = "weights.npy", "scales.npy"
_GREATEST = 127
_SMALLEST = 1e-8
"""A row of nothing but zeros still has a scale."""


def alphabet(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels of tokens for some labels of spans, O first."""
    return ("O", *(f"{part}-{label}" for label in labels for part in "BI"))


def with_mean() -> Model[list[Matrix], Matrix]:
    """A layer that puts beside each row the mean of its text, and joins all texts."""

    def forward(
        _model: Model[list[Matrix], Matrix], texts: list[Matrix], is_train: bool
    ) -> tuple[Matrix, Callable[[Matrix], list[Matrix]]]:
        del is_train  # the same either way
        means = [np.broadcast_to(rows.mean(axis=0), rows.shape) if len(rows) else rows for rows in texts]
        joined = np.concatenate([np.concatenate(texts), np.concatenate(means)], axis=1)

        def backprop(gradient: Matrix) -> list[Matrix]:
            own, of_mean = np.split(gradient, 2, axis=1)
            ends = np.cumsum([len(rows) for rows in texts])[:-1]
            parts = zip(np.split(own, ends), np.split(of_mean, ends), strict=True)
            return [one + other.mean(axis=0) if len(one) else one for one, other in parts]

        return joined, backprop

    return Model("with_mean", forward)


def build(outputs: int, *, width: int, depth: int, rows: int) -> Model[list[Doc], Matrix]:
    """The untrained network: `outputs` scores for each token; `rows` is the size of the largest hash table."""
    embed = MultiHashEmbed(
        width,
        ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        [rows, rows // 4, rows // 2, rows // 3],
        include_static_vectors=True,
    )
    encode = MaxoutWindowEncoder(width, 1, 3, depth)
    layers: tuple[Model[Any, Any], ...] = (
        build_Tok2Vec_model(embed, encode),
        with_mean(),
        Maxout(nO=width, nI=2 * width, nP=2, normalize=True, dropout=0.0),
        Linear(nO=outputs, nI=width),
    )
    return chain(*layers)


def _allowed(size: int) -> Matrix:
    """What is added for a label after another: I- follows B- or I- of its own label alone."""
    table = np.zeros((size, size), dtype=np.float32)
    for inside in range(2, size, 2):
        table[:, inside] = _FORBIDDEN
        table[[inside - 1, inside], inside] = 0.0
    return table


def best_labels(scores: Sequence[Matrix]) -> list[npt.NDArray[np.int64]]:
    """The allowed sequence of labels with the greatest sum of scores (log-probabilities) for each text."""
    longest = max((len(rows) for rows in scores), default=0)
    if not longest:
        return [np.zeros(0, dtype=np.int64) for _rows in scores]
    size = scores[0].shape[1]
    padded = np.zeros((len(scores), longest, size), dtype=np.float32)
    padded[:, :, 1:] = _FORBIDDEN
    for at, rows in enumerate(scores):
        padded[at, : len(rows)] = rows
    padded[:, 0, 2::2] += _FORBIDDEN
    table = _allowed(size)
    best = padded[:, 0]
    came = np.zeros((longest, len(scores), size), dtype=np.int64)
    for at in range(1, longest):
        sums = best[:, :, None] + table
        came[at] = sums.argmax(axis=1)
        best = sums.max(axis=1) + padded[:, at]
    path = np.zeros((longest, len(scores)), dtype=np.int64)
    path[-1] = best.argmax(axis=1)
    for at in range(longest - 1, 0, -1):
        path[at - 1] = np.take_along_axis(came[at], path[at][:, None], axis=1)[:, 0]
    return [path[: len(rows), at] for at, rows in enumerate(scores)]


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First token, token after the last, and number of the span's label, for each span of a sequence of labels."""
    start, label = 0, -1
    for at, number in enumerate([*numbers, 0]):
        if label >= 0 and not (number and number % 2 == 0):
            yield start, at, label
            label = -1
        if number % 2:
            start, label = at, (number - 1) // 2


class SpanTagger(Pipe):
    """Sets `doc.spans[layer]`, and `doc.ents` from the first layer.

    The group's `attrs` hold, 0 to 1, the confidence in each span ("scores") and, for each token, how likely a span
    begins with it ("begins") or goes on in it ("goes_on").
    """

    def __init__(
        self,
        vocab: Vocab,
        name: str,
        layers: Mapping[str, Sequence[str]],
        network: Mapping[str, int],
        lean: Mapping[str, float],
    ) -> None:
        self.vocab = vocab
        self.name = name
        self.layers = {layer: tuple(labels) for layer, labels in layers.items()}
        self.lean = dict(lean)
        self.model = build(sum(self.sizes), **network)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the spans of all layers."""
        return tuple(label for labels in self.layers.values() for label in labels)

    @property
    def sizes(self) -> list[int]:
        """How many labels of tokens each layer has."""
        return [len(alphabet(labels)) for labels in self.layers.values()]

    def initialize(self, get_examples: object = None, *, nlp: Language | None = None, **_: object) -> None:
        """Give the network its first weights, of the sizes that the vocabulary's vectors ask for."""
        del get_examples, nlp
        self.model.initialize(X=[Doc(self.vocab, words=["a"])])

    def log_probabilities(self, docs: Sequence[Doc]) -> list[list[Matrix]]:
        """For each layer, for each document, a row for each token."""
        scores = self.model.predict(list(docs))
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        layers = np.split(scores, np.cumsum(self.sizes)[:-1], axis=1)
        return [np.split(_log_softmax(layer), ends) for layer in layers]

    def __call__(self, doc: Doc) -> Doc:
        """Mark one document."""
        self._mark([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Mark documents in batches; they come back in order."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            self._mark(docs)
            yield from docs

    def _mark(self, docs: Sequence[Doc]) -> None:
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return
        for (layer, labels), texts in zip(self.layers.items(), self.log_probabilities(filled), strict=True):
            chances = [np.exp(rows) for rows in texts]
            for rows in texts:
                rows[:, 0] -= self.lean.get(layer, 0.0)
            for doc, rows, chance, numbers in zip(filled, texts, chances, best_labels(texts), strict=True):
                spans, scores = [], []
                for start, end, label in runs(numbers.tolist()):
                    spans.append(Span(doc, start, end, label=labels[label]))
                    chosen = rows[np.arange(start, end), numbers[start:end]]
                    scores.append(float(np.exp(np.minimum(chosen, 0.0).mean())))
                attrs = {
                    "scores": scores,
                    "begins": chance[:, 1::2].sum(axis=1).tolist(),
                    "goes_on": chance[:, 2::2].sum(axis=1).tolist(),
                }
                doc.spans[layer] = SpanGroup(doc, name=layer, spans=spans, attrs=attrs)
                if layer == ENTITIES:
                    doc.set_ents(spans)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights as whole numbers of 8 bits and a scale a row, in the network's order.

        The config holds everything else.
        """
        del exclude
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        rows = [_as_rows(node.get_param(name)) for node, name in self._parameters()]
        scales = [_scales(table) for table in rows]
        wholes = [np.rint(table / scale).astype(np.int8) for table, scale in zip(rows, scales, strict=True)]
        np.save(folder / _WHOLES, np.concatenate([table.ravel() for table in wholes]), allow_pickle=False)
        np.save(folder / _SCALES, np.concatenate([scale.ravel() for scale in scales]), allow_pickle=False)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> SpanTagger:
        """Read the weights; ValueError when they are those of another network."""
        del exclude
        self.initialize()
        wholes, scales = (np.load(Path(path) / name, allow_pickle=False) for name in (_WHOLES, _SCALES))
        rows = [_as_rows(node.get_param(name)) for node, name in self._parameters()]
        ends = np.cumsum([table.size for table in rows])
        scale_ends = np.cumsum([len(table) for table in rows])
        if (ends[-1], scale_ends[-1]) != (len(wholes), len(scales)):
            raise ValueError(f"{path} holds {len(wholes)} weights, the network has {ends[-1]}")
        parts = zip(np.split(wholes, ends[:-1]), np.split(scales, scale_ends[:-1]), strict=True)
        for (node, name), (whole, scale) in zip(self._parameters(), parts, strict=True):
            table = whole.reshape(len(scale), -1) * scale[:, None].astype(np.float32)
            node.set_param(name, table.reshape(node.get_param(name).shape))
        return self

    def _parameters(self) -> Iterator[tuple[Any, str]]:
        for node in self.model.walk():
            yield from ((node, name) for name in sorted(node.param_names) if node.has_param(name))


def _as_rows(weights: Matrix) -> Matrix:
    """A table of embeddings or of a layer's outputs, a row each; what has one dimension is one row."""
    return weights.reshape(len(weights) if weights.ndim > 1 else 1, -1)


def _scales(rows: Matrix) -> Matrix:
    """For each row what its greatest weight is a multiple of, 127 times."""
    return np.asarray(np.maximum(np.abs(rows).max(axis=1, keepdims=True) / _GREATEST, _SMALLEST))


def _log_softmax(scores: Matrix) -> Matrix:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float32)


@Language.factory(
    "gapcheck_spans",
    default_config={"network": {"width": 96, "depth": 4, "rows": 4000}, "lean": {}},
)
def make_span_tagger(
    nlp: Language, name: str, layers: dict[str, list[str]], network: dict[str, int], lean: dict[str, float]
) -> SpanTagger:
    """`layers`: the labels of each layer of spans; `lean`: how far each leans to marking more, in log-probability."""
    return SpanTagger(nlp.vocab, name, layers, network, lean)
