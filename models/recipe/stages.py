"""The stages of `python -m recipe`: each writes its result to `models/build/` and is not run again while that is there.

They stand apart from the command because a process that is started for one of them can import no package's `__main__`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from spacy.language import Language

from recipe import (
    background,
    contrast,
    lessons,
    line_kinds,
    lost_breaks,
    skillspan,
    spans,
    syntax,
    teacher,
    vectors,
)
from recipe.labels import alphabet
from recipe.paths import BUILD, CORPUS, DISTILLED, STATISTICS
from recipe.saving import load, save
from recipe.seeds import one_thread, seeded

VERSION = "0.4.0"
Watch = Callable[[Language], str] | None
TEACHERS = 2
"""How many teachers a layer has; what two of them give on average is nearer to the truth than what either gives."""

OUTSIDE = {"keywords": 1.0, "knowledge": 1.5}
"""By how much the odds of no span are raised where a teacher saw fewer lines that have none, and marks too much."""


def write_statistics(data: Path) -> None:
    """Where lines begin, background frequencies, kinds of lines, and vectors that judged resumes are to teach
    (`recipe.entailment`)."""
    STATISTICS.mkdir(exist_ok=True)
    done = BUILD / "statistics"
    if not done.exists():
        lost_breaks.write(STATISTICS / "lost_breaks.json", lost_breaks.build(data))
        background.write(STATISTICS / "background.txt", *background.count(data))
        line_kinds.write(STATISTICS / "line_kinds.json", line_kinds.build(data, CORPUS))
        contrast.taught_vectors(data)
        done.touch()


def _syntax(data: Path) -> Language:
    folder = BUILD / "syntax"
    if not folder.exists():
        save(syntax.train(data, vectors.read(DISTILLED)), folder)
    return load(folder)


def teach(data: Path, layer: str, number: int) -> teacher.Network:
    """One of the teachers of a layer of spans. Those of KNOWLEDGE go on from those of keywords: SkillSpan is small."""
    path = BUILD / f"teacher-{layer}-{number}.safetensors"
    size = len(alphabet(spans.LAYERS[layer]))
    if not path.exists():
        nlp, rng = lessons.blank(), seeded(30 + number)
        if layer == "keywords":
            epoch, taught = partial(lessons.of_keywords, nlp, lessons.annotated_lines(data), rng), None
        else:
            epoch = partial(lessons.of_knowledge, nlp, skillspan.restored(data, "train"), rng)
            taught = teach(data, "keywords", number)
        network = teacher.fresh(size, seed=number, taught=taught)
        for at, given in enumerate(teacher.ROUNDS[layer]):
            teacher.train(network, epoch, given, seed=number + at)
        teacher.keep(path, network)
    return teacher.kept(path, size)


def silver_tables(data: Path, layer: str, number: int) -> lessons.Table:
    """A teacher's probabilities for all words of the lines of real postings."""
    path = BUILD / f"silver-{layer}-{number}.npy"
    if not path.exists():
        _texts, words = lessons.silver_words(lessons.blank(), data)
        tables = teacher.label(teach(data, layer, number), words)
        np.save(path, np.concatenate(tables).astype(np.float16), allow_pickle=False)
    return np.asarray(np.load(path, allow_pickle=False), dtype=np.float32)


PARALLEL = (*range(1, TEACHERS + 1), None)
"""The stages that need nothing of each other: a teacher of each layer with its labels, or (None) the syntax."""


def run_stage(data: Path, number: int | None) -> None:
    """One of the stages that need nothing of each other, in a process of its own."""
    one_thread()
    if number is None:
        _syntax(data)
    else:
        for layer in spans.LAYERS:
            silver_tables(data, layer, number)


def _agreed(data: Path, layer: str) -> lessons.Table:
    """What the teachers of a layer give on average, with the odds of no span raised."""
    tables = [silver_tables(data, layer, number) for number in range(1, TEACHERS + 1)]
    rows = sum(tables[1:], start=tables[0])
    rows[:, 0] *= OUTSIDE[layer]
    return np.asarray(rows / rows.sum(axis=1, keepdims=True), dtype=np.float32)


def _silver(data: Path) -> list[spans.Lesson]:
    texts, words = lessons.silver_words(lessons.blank(), data)
    ends = np.cumsum([len(line) for line in words])[:-1]
    taught = zip(*(np.split(_agreed(data, layer), ends) for layer in spans.LAYERS), strict=True)
    return [spans.Lesson(text, tables) for text, tables in zip(texts, taught, strict=True)]


def finished(data: Path, watch: Watch = None) -> Language:
    """The pipeline that ships."""
    everything = lessons.labelled(lessons.blank(), skillspan.restored(data, "train")) + _silver(data)
    nlp = _syntax(data)
    spans.add(nlp, seed=3)
    for seed, given in enumerate(spans.ROUNDS, start=3):
        spans.train(nlp, everything, seed=seed, given=given, watch=watch)
    nlp.meta |= {
        "name": "gapcheck",
        "version": VERSION,
        "license": "CC BY-SA 4.0",
        "span_components": ["spans"],
    }
    return nlp
