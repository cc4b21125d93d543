"""The spans that ship: a small network that learns from what people labelled and from the teachers' probabilities.

Hinton, Vinyals and Dean (2015), "Distilling the Knowledge in a Neural Network": the probabilities of all labels say
more than the best label.
"""

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Adam, fix_random_seed, set_dropout_rate

from gapcheck.span_tagger import SpanTagger
from recipe.labels import KEYWORDS, KNOWLEDGE
from recipe.lines import Line, joined
from recipe.seeds import seeded
from recipe.training import keep_averages

LAYERS = {"keywords": list(KEYWORDS), "knowledge": list(KNOWLEDGE)}
NETWORK = {"width": 96, "depth": 4, "rows": 5000}


@dataclass(frozen=True, slots=True)
class Round:
    """A round of training: epochs and the highest rate."""

    epochs: int
    rate: float


ROUNDS = (Round(5, 0.002), Round(1, 0.0007))
"""The last at a low rate, so that what the others learnt settles."""
DROPOUT = 0.1
BATCH_WORDS = 1_500
Probabilities = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with the probabilities of the labels of its tokens, one table a layer.

    A row of zeros is not to be learnt from.
    """

    text: str
    wanted: tuple[Probabilities, ...]


def own_lines(texts: Sequence[Sequence[Line]], rng: random.Random) -> list[Line]:
    """The corpus once: one to three lines at a time."""
    chosen: list[Line] = []
    for lines in texts:
        at = 0
        while at < len(lines):
            size = rng.choice((1, 1, 2, 3))
            chosen.append(joined(list(lines[at : at + size]), " "))
            at += size
    return chosen


def _recased(nlp: Language, lesson: Lesson, rng: random.Random) -> Doc:
    """One line in ten in small letters, one in thirty in capitals, where that keeps the tokens."""
    draw = rng.random()
    doc = nlp.make_doc(lesson.text)
    if draw < 0.87:
        return doc
    other = nlp.make_doc(lesson.text.lower() if draw < 0.97 else lesson.text.upper())
    return other if len(other) == len(doc) else doc


def _batches(
    nlp: Language, lessons: Sequence[Lesson], rng: random.Random
) -> Iterator[tuple[list[Doc], list[Lesson]]]:
    docs: list[Doc] = []
    chosen: list[Lesson] = []
    size = 0
    for lesson in rng.sample(lessons, len(lessons)):
        docs.append(_recased(nlp, lesson, rng))
        chosen.append(lesson)
        size += len(docs[-1])
        if size >= BATCH_WORDS:
            yield docs, chosen
            docs, chosen, size = [], [], 0
    if docs:
        yield docs, chosen


def _step(tagger: SpanTagger, docs: list[Doc], lessons: list[Lesson], optimizer: Any) -> float:
    """One update; the mean cross-entropy of a token, in nats."""
    scores, backprop = tagger.model.begin_update(docs)
    wanted = np.concatenate([np.concatenate(lesson.wanted, axis=1) for lesson in lessons])
    gradient = np.empty_like(scores)
    loss, first = 0.0, 0
    for size in tagger.sizes:
        part = slice(first, first + size)
        chance = np.exp(scores[:, part] - scores[:, part].max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        known = wanted[:, part].sum(axis=1, keepdims=True)
        gradient[:, part] = (known * chance - wanted[:, part]) / len(scores)
        loss -= float((wanted[:, part] * np.log(chance + 1e-9)).sum() / len(scores))
        first += size
    backprop(gradient)
    tagger.model.finish_update(optimizer)
    return loss


def add(nlp: Language, *, seed: int) -> None:
    """Add the untrained component `spans`."""
    fix_random_seed(seed)
    tagger: Any = nlp.add_pipe("gapcheck_spans", name="spans", config={"layers": LAYERS, "network": NETWORK})
    tagger.initialize()


def train(
    nlp: Language,
    lessons: Sequence[Lesson],
    *,
    seed: int,
    given: Round,
    watch: Callable[[Language], str] | None = None,
) -> None:
    """Train the component `spans` of `nlp` further; the number of epochs ends it, so that it repeats."""
    fix_random_seed(seed)
    rng = seeded(seed)
    tagger: Any = nlp.get_pipe("spans")
    optimizer = Adam(learn_rate=given.rate, beta1=0.9, beta2=0.999, L2=0.01, grad_clip=1.0, use_averages=True)
    started = monotonic()
    for number in range(given.epochs):
        set_dropout_rate(tagger.model, DROPOUT)
        losses = []
        done = 0
        for docs, chosen in _batches(nlp, lessons, rng):
            progress = (number + done / len(lessons)) / given.epochs
            optimizer.learn_rate = given.rate * max(0.01, min(progress / 0.03, (1 - progress) / 0.97))
            losses.append(_step(tagger, docs, chosen, optimizer))
            done += len(chosen)
        note = ""
        if watch:
            with tagger.model.use_params(optimizer.averages):
                note = watch(nlp)
        print(
            f"spans {number + 1}/{given.epochs} {monotonic() - started:.0f} s loss {np.mean(losses):.4f} {note}",
            file=sys.stderr,
            flush=True,
        )
    keep_averages(tagger.model, optimizer)
