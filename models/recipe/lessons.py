"""What teachers and pipeline learn from: our corpus, SkillSpan, and lines of real postings that the teachers label."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language

from recipe import corpus, lexicon, line_kinds, silver, skillspan, spans
from recipe.labels import KEYWORDS, KNOWLEDGE, UNKNOWN, Labelled, alphabet, encode, words_of
from recipe.lines import Line
from recipe.paths import BUILD, CORPUS, MODELS, STATISTICS
from recipe.seeds import seeded
from recipe.spans import Lesson
from recipe.tokenizer import adapt

SWAPPED = 0.5
"""Share of the corpus that the teacher sees with other keywords of the lexicon in place."""
WITH_COMMAS = 0.85
"""Most of SkillSpan is shown with commas, so that texts without them are read too."""
VERSIONS = 1
"""How often the pipeline sees the corpus with other keywords in place, beside the corpus as it is."""

Numbers = npt.NDArray[np.int64]
Table = npt.NDArray[np.float32]


def blank() -> Language:
    """The tokenizer of the pipeline."""
    nlp = spacy.blank("en")
    adapt(nlp)
    return nlp


def _own(nlp: Language, line: Line) -> Labelled:
    doc = nlp.make_doc(line.text)
    return Labelled(words_of(doc), encode(doc, line.marks, KEYWORDS))


def _known(nlp: Language, line: Line) -> Labelled:
    """Verb phrases that SkillSpan marks as SKILL are no KNOWLEDGE."""
    marks = [mark for mark in line.marks if mark.label]
    doc = nlp.make_doc(line.text)
    return Labelled(words_of(doc), encode(doc, marks, KNOWLEDGE))


def _corpus() -> list[tuple[Line, ...]]:
    return [posting.lines for posting in corpus.read(CORPUS) if not corpus.held_out(posting)]


def _thinned(lines: list[Line], without: float, rng: random.Random) -> list[Line]:
    """All lines with marks and a share of those without."""
    return [line for line in lines if any(mark.label for mark in line.marks) or rng.random() < without]


def of_keywords(nlp: Language, rng: random.Random, *, without: float) -> list[Labelled]:
    """One epoch of our corpus for a teacher."""
    terms = lexicon.read(MODELS / "lexicon")
    lines = _thinned(spans.own_lines(_corpus(), rng), without, rng)
    return [
        _own(nlp, lexicon.swapped(line, terms, rng) if rng.random() < SWAPPED else line) for line in lines
    ]


def of_knowledge(
    nlp: Language, sentences: Sequence[skillspan.Sentence], rng: random.Random, *, without: float
) -> list[Labelled]:
    """One epoch of SkillSpan for a teacher."""
    lines = [skillspan.render(item, rng, with_commas=rng.random() < WITH_COMMAS) for item in sentences]
    return [_known(nlp, line) for line in _thinned(lines, without, rng)]


def _certain(numbers: Numbers, layer: str) -> Table:
    """Labels as probabilities; what is unknown stays without any."""
    size = len(alphabet(spans.LAYERS[layer]))
    rows = np.eye(size, dtype=np.float32)[np.maximum(numbers, 0)]
    return np.where((numbers == UNKNOWN)[:, None], 0, rows).astype(np.float32)


def _nothing(words: Sequence[str], layer: str) -> Table:
    return _certain(np.full(len(words), UNKNOWN), layer)


def labelled(nlp: Language, sentences: Sequence[skillspan.Sentence], *, seed: int = 41) -> list[Lesson]:
    """What people labelled: the corpus, as it is and with other keywords in place, and SkillSpan."""
    rng = seeded(seed)
    terms = lexicon.read(MODELS / "lexicon")
    own = spans.own_lines(_corpus(), rng)
    for _version in range(VERSIONS):
        own += [lexicon.swapped(line, terms, rng) for line in spans.own_lines(_corpus(), rng)]
    found = []
    for line in own:
        item = _own(nlp, line)
        tables = _certain(item.labels, "keywords"), _nothing(item.words, "knowledge")
        found.append(Lesson(line.text, tables))
    for sentence in sentences:
        line = skillspan.render(sentence, rng, with_commas=rng.random() < WITH_COMMAS)
        item = _known(nlp, line)
        tables = _nothing(item.words, "keywords"), _certain(item.labels, "knowledge")
        found.append(Lesson(line.text, tables))
    return [lesson for lesson in found if lesson.text.strip()]


def silver_words(nlp: Language, data: Path) -> tuple[list[str], list[tuple[str, ...]]]:
    """Lines of real postings, drawn once, and their words."""
    path = BUILD / "silver.json"
    if not path.exists():
        texts = silver.texts(data, line_kinds.load(STATISTICS / "line_kinds.json"))
        path.write_text(json.dumps(texts), encoding="utf-8")
    texts = json.loads(path.read_text(encoding="utf-8"))
    return texts, [words_of(nlp.make_doc(text)) for text in texts]
