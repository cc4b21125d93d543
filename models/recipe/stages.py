"""The stages of `python -m recipe`: each writes its result to `models/build/` and is not run again while that is there.

They stand apart from the command because a process that is started for one of them can import no package's `__main__`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from spacy.language import Language

from recipe import background, lessons, line_kinds, meaning, skillspan, spans, syntax, teacher, vectors
from recipe.labels import alphabet
from recipe.paths import BUILD, CORPUS, STATISTICS
from recipe.saving import load, save
from recipe.seeds import one_thread, seeded

VERSION = "0.2.0"
Watch = Callable[[Language], str] | None
OUTSIDE = {"keywords": 1.3, "knowledge": 1.5}
"""By how much a teacher's odds of no span are raised: it saw fewer of the lines that have none, and marks too much."""


def write_statistics(data: Path) -> None:
    """Background frequencies, kinds of lines, and vectors of meaning."""
    STATISTICS.mkdir(exist_ok=True)
    done = BUILD / "statistics"
    if not done.exists():
        background.write(STATISTICS / "background.txt", *background.count(data))
        line_kinds.write(STATISTICS / "line_kinds.json", line_kinds.build(data, CORPUS))
        meaning.write(STATISTICS, *meaning.build(data))
        done.touch()


def _syntax(data: Path) -> Language:
    folder = BUILD / "syntax"
    if not folder.exists():
        save(syntax.train(data, vectors.read(STATISTICS)), folder)
    return load(folder)


def teach(data: Path, layer: str) -> teacher.Network:
    """The teacher of a layer of spans."""
    path = BUILD / f"teacher-{layer}.safetensors"
    size = len(alphabet(spans.LAYERS[layer]))
    if not path.exists():
        nlp, rng = lessons.blank(), seeded(31)
        if layer == "keywords":
            epoch = partial(lessons.of_keywords, nlp, rng)
        else:
            epoch = partial(lessons.of_knowledge, nlp, skillspan.restored(data, "train"), rng)
        network = teacher.fresh(size, seed=1)
        for number, given in enumerate(teacher.ROUNDS[layer], start=1):
            teacher.train(network, epoch, given, seed=number)
        teacher.keep(path, network)
    return teacher.kept(path, size)


def silver_tables(data: Path, layer: str) -> list[lessons.Table]:
    """The teacher's probabilities for the lines of real postings."""
    path = BUILD / f"silver-{layer}.npy"
    _texts, words = lessons.silver_words(lessons.blank(), data)
    if not path.exists():
        tables = teacher.label(teach(data, layer), words)
        np.save(path, np.concatenate(tables).astype(np.float16), allow_pickle=False)
    rows = np.load(path, allow_pickle=False).astype(np.float32)
    rows[:, 0] *= OUTSIDE[layer]
    rows /= rows.sum(axis=1, keepdims=True)
    return np.split(rows, np.cumsum([len(line) for line in words])[:-1])


def run_stage(data: Path, name: str) -> None:
    """One of the stages that need nothing of each other, in a process of its own."""
    one_thread()
    if name == "syntax":
        _syntax(data)
    else:
        silver_tables(data, name)


def _labelled(data: Path) -> list[spans.Lesson]:
    return lessons.labelled(lessons.blank(), skillspan.restored(data, "train"))


def _silver(data: Path) -> list[spans.Lesson]:
    texts, _words = lessons.silver_words(lessons.blank(), data)
    taught = zip(*(silver_tables(data, layer) for layer in spans.LAYERS), strict=True)
    return [spans.Lesson(text, tables) for text, tables in zip(texts, taught, strict=True)]


def first_spans(data: Path, watch: Watch = None) -> Language:
    """The pipeline after it has learnt from what people labelled."""
    folder = BUILD / "first"
    if not folder.exists():
        nlp = _syntax(data)
        spans.add(nlp, seed=3)
        spans.train(nlp, _labelled(data), seed=3, given=spans.ROUNDS[0], watch=watch)
        save(nlp, folder)
    return load(folder)


def finished(data: Path, watch: Watch = None) -> Language:
    """The pipeline that ships."""
    nlp = first_spans(data)
    everything = _labelled(data) + _silver(data)
    for seed, given in enumerate(spans.ROUNDS[1:], start=4):
        spans.train(nlp, everything, seed=seed, given=given, watch=watch)
    nlp.meta |= {
        "name": "gapcheck",
        "version": VERSION,
        "license": "CC BY-SA 4.0",
        "span_components": ["spans"],
    }
    return nlp
