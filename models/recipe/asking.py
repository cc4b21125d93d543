"""Which sentences ask for anything: a logistic regression on their words (`gapcheck.extract.asking`).

It learns from sentences in which readers marked something and sentences in which they did not: those of SkillSpan, of
the annotated postings and of the project's own corpus; from lines that readers judged as a whole; and from lines of
real postings below headings that say whether the employer is told of or something is asked.
`GAPCHECK_DATA=... python -m recipe.asking`, run from `models/`, makes it alone.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from gapcheck.background import load_background
from gapcheck.document import Document
from gapcheck.extract.asking import FILE_NAME, Asking, Words, features, usual_words
from gapcheck.extract.said import read_passage
from gapcheck.language_model import load_language_model
from gapcheck.readers import read_text
from gapcheck.segment.posting import KEYWORD_SECTIONS, segment_posting
from recipe import annotations, corpus, line_kinds, skillspan
from recipe.lines import joined
from recipe.paths import ANNOTATIONS, CORPUS, JUDGED_LINES, STATISTICS, data_folder
from recipe.seeds import seeded

SKILLSPAN_TRUST, ANNOTATED_TRUST, JUDGED_TRUST, OWN_TRUST, DISTANT_TRUST = 1.0, 1.0, 0.4, 1.0, 0.25
"""How much a sentence of each source counts."""

STRENGTH = 5.0
"""Inverse strength of the regularisation."""

LEAST = 4
"""Sentences in which a feature must stand to be learnt from."""

LIGHTEST = 100
"""Weights, in units of the scale, below which a feature does not ship."""

_SCALE = 0.01
_KINDS = frozenset("TCDRP")
"""Kinds of lines of the corpus that can hold keywords."""

_DISTANT_KINDS = frozenset({"company", "duty", "required", "preferred"})


@dataclass(frozen=True, slots=True)
class Taught:
    """The features of a sentence, whether it asks for something, and how much it counts."""

    names: set[str]
    asks: bool
    trust: float


def _taught(sentences: Sequence[str], asks: Iterable[bool], trust: float) -> Iterator[Taught]:
    """The sentences of one posting, as the product reads them."""
    frequency = load_background().frequency
    readings = load_language_model().read(sentences)
    words: list[Words] = [
        usual_words(read_passage(text, 0, reading.words), frequency)
        for text, reading in zip(sentences, readings, strict=True)
    ]
    for names, asking in zip(features(words), asks, strict=True):
        yield Taught(names, asking, trust)


Asks = Callable[[int, int], bool]
"""Whether a stretch of a text, by its offsets, asks for something."""


def _of_posting(document: Document, asks: Asks, trust: float) -> Iterator[Taught]:
    passages = [p for p in segment_posting(document).passages if p.section in KEYWORD_SECTIONS]
    sentences = [document.text[passage.start : passage.end] for passage in passages]
    yield from _taught(sentences, [asks(passage.start, passage.end) for passage in passages], trust)


def _says_any(text: str, wordings: Sequence[str]) -> Asks:
    """Whether a stretch says one of the wordings, wherever readers marked it."""
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(wording)}(?!\w)" for wording in wordings) or r"(?!)")
    return lambda start, end: pattern.search(text, start, end) is not None


def _holds_any(text: str, wordings: Sequence[str]) -> Asks:
    """Whether a stretch holds one of the wordings, which stand in the text in this order."""
    places = [0]
    for wording in wordings:
        if (found := text.find(wording, places[-1])) >= 0:
            places.append(found)
    return lambda start, end: any(start <= place < end for place in places[1:])


def lessons(data: Path) -> Iterator[Taught]:
    """Every sentence there is to learn from."""
    rng = seeded(5)
    for sentences in skillspan.postings(data, "train"):
        posting = joined([skillspan.render(sentence, rng) for sentence in sentences])
        marks = [posting.text[mark.start : mark.end] for mark in posting.marks]
        document = read_text(posting.text, "posting")
        yield from _of_posting(document, _holds_any(document.text, marks), SKILLSPAN_TRUST)
    for annotated in annotations.read(ANNOTATIONS, data):
        document = read_text(annotated.text, annotated.id)
        yield from _of_posting(document, _says_any(document.text, annotated.asked), ANNOTATED_TRUST)
    for judged in annotations.read_lines(JUDGED_LINES, data):
        named = [line for line in judged.lines if line.kind in _KINDS]
        texts = [judged.text[line.start : line.end].replace("\n", " ") for line in named]
        yield from _taught(texts, [line.asks for line in named], JUDGED_TRUST)
    for invented in corpus.read(CORPUS):
        lines = [line for line in invented.lines if line.kind in _KINDS]
        yield from _taught([line.text for line in lines], [bool(line.marks) for line in lines], OWN_TRUST)
    for line in line_kinds.distant(data):
        if line.kind in _DISTANT_KINDS:
            yield from _taught([line.text], [line.kind != "company"], DISTANT_TRUST)


def train(taught: Sequence[Taught]) -> Asking:
    """The score that judged sentences teach."""
    seen = Counter(name for sentence in taught for name in sentence.names)
    index = {name: at for at, name in enumerate(sorted(n for n, count in seen.items() if count >= LEAST))}
    matrix = line_kinds.unit_rows([sorted(sentence.names) for sentence in taught], index)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    trust = np.array([sentence.trust for sentence in taught])
    model.fit(matrix, [sentence.asks for sentence in taught], sample_weight=trust)
    whole = np.rint(model.coef_[0] / _SCALE).astype(int).tolist()
    kept = {name: whole[at] for name, at in index.items() if abs(whole[at]) >= LIGHTEST}
    return Asking(round(float(model.intercept_[0]), 3), _SCALE, kept)


def build(data: Path) -> Asking:
    """The score that ships."""
    return train(list(lessons(data)))


def write(asking: Asking, path: Path = STATISTICS / FILE_NAME) -> None:
    """One line of JSON."""
    plain = {"intercept": asking.intercept, "scale": asking.scale, "weights": asking.weights}
    path.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(build(data_folder()))
