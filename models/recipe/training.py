"""One loop for all components: Adam with averaged weights and a rate that rises, then falls to nought."""

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Any

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Model, Optimizer


def _batches(examples: Iterable[Example], words: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    size = 0
    for example in examples:
        batch.append(example)
        size += len(example.predicted)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _rate(progress: float, top: float) -> float:
    warm = 0.05
    return top * (progress / warm if progress < warm else (1.0 - progress) / (1.0 - warm))


def fit(
    nlp: Language,
    epoch: Callable[[int], Iterable[Example]],
    *,
    epochs: int,
    components: list[str],
    frozen: Iterable[str] = (),
    annotating: Iterable[str] = (),
    dropout: float = 0.1,
    rate: float = 0.002,
    batch_words: tuple[int, int] = (200, 1000),
    watch: Callable[[Language], str] | None = None,
) -> None:
    """Train `components` for a fixed number of epochs; the averaged weights stay in `nlp`.

    The number of epochs, not the clock, ends the training: the same seed gives the same weights.
    """
    optimizer = Adam(learn_rate=rate, beta1=0.9, beta2=0.999, L2=0.01, grad_clip=1.0, use_averages=True)
    with nlp.select_pipes(enable=[*components, *frozen]):
        started = monotonic()
        for number in range(epochs):
            losses: dict[str, float] = {}
            examples = list(epoch(number))
            total = sum(len(item.predicted) for item in examples)
            done = 0
            grown = min(1.0, number / max(1, epochs / 3))
            words = int(batch_words[0] + (batch_words[1] - batch_words[0]) * grown)
            for batch in _batches(examples, words):
                progress = (number + done / total) / epochs
                optimizer.learn_rate = max(1e-5, _rate(progress, rate))
                nlp.update(
                    batch,
                    drop=dropout,
                    sgd=optimizer,
                    losses=losses,
                    exclude=list(frozen),
                    annotates=list(annotating),
                )
                done += sum(len(item.predicted) for item in batch)
            note = ""
            if watch and (number % 3 == 2 or number == epochs - 1):
                with nlp.use_params(optimizer.averages):
                    note = watch(nlp)
            figures = " ".join(f"{name} {loss:.0f}" for name, loss in sorted(losses.items()))
            print(
                f"epoch {number + 1}/{epochs} {monotonic() - started:.0f} s {figures} {note}",
                file=sys.stderr,
                flush=True,
            )
    for _name, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and hasattr(model, "walk"):
            keep_averages(model, optimizer)


def keep_averages(model: Model[Any, Any], optimizer: Optimizer) -> None:
    """Put the averages where the weights are, for good."""
    averages = optimizer.averages or {}
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name) and (node.id, name) in averages:
                node.set_param(name, averages[(node.id, name)].copy())
