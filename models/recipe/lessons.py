"""What teachers and pipeline learn from: annotated postings, our corpus, SkillSpan, and lines of real postings that the
teachers label."""

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from recipe import annotations, corpus, lexicon, silver, skillspan, spans
from recipe.labels import KEYWORDS, KNOWLEDGE, Allowed, Labelled, alphabet, encode, encode_any, words_of
from recipe.lines import Line, Mark
from recipe.paths import ANNOTATIONS, BUILD, CORPUS, MODELS
from recipe.seeds import seeded
from recipe.spans import Lesson
from recipe.tokenizer import adapt

OWN = 0.5
"""Share of the corpus that a teacher reads in an epoch: real postings teach it more, the corpus teaches kinds."""
SWAPPED = 0.5
"""Share of these lines with other keywords of the lexicon in place."""
RENDERED = 2
"""How often the pipeline reads a sentence of SkillSpan in an epoch, each time with other names and commas."""
WITH_COMMAS = 0.85
"""Most of SkillSpan is shown with commas, so that texts without them are read too."""

Table = npt.NDArray[np.float32]
Encoding = Callable[[Doc, Sequence[Mark], Sequence[str]], Allowed]


def blank() -> Language:
    """The tokenizer of the pipeline."""
    nlp = spacy.blank("en")
    adapt(nlp)
    return nlp


def _asked(nlp: Language, line: Line, encoded: Encoding) -> Labelled:
    doc = nlp.make_doc(line.text)
    return Labelled(words_of(doc), encoded(doc, line.marks, KEYWORDS))


def _known(nlp: Language, line: Line) -> Labelled:
    """Verb phrases that SkillSpan marks as SKILL are no KNOWLEDGE."""
    marks = [mark for mark in line.marks if mark.label]
    doc = nlp.make_doc(line.text)
    return Labelled(words_of(doc), encode(doc, marks, KNOWLEDGE))


def _corpus(rng: random.Random) -> list[Line]:
    """Our corpus once, one to three lines at a time."""
    return spans.own_lines(
        [posting.lines for posting in corpus.read(CORPUS) if not corpus.held_out(posting)], rng
    )


def _swapped(lines: Sequence[Line], share: float, rng: random.Random) -> list[Line]:
    """The lines, a share of them with other keywords of the lexicon in place."""
    terms = lexicon.read(MODELS / "lexicon")
    return [lexicon.swapped(line, terms, rng) if rng.random() < share else line for line in lines]


def annotated_lines(data: Path) -> list[Line]:
    """All lines of the 552 postings that were annotated first, of which nobody noted what they do not ask for.

    With the others as well the teachers alone would take longer than the whole of the pipeline may.
    """
    first = (posting for posting in annotations.read(ANNOTATIONS, data) if not posting.unasked)
    return [line for posting in first for line in annotations.lines(posting)]


def _thinned(lines: Sequence[Line], without: float, rng: random.Random) -> list[Line]:
    """All lines with marks and a share of those without."""
    return [line for line in lines if any(mark.label for mark in line.marks) or rng.random() < without]


def of_keywords(
    nlp: Language, annotated: Sequence[Line], rng: random.Random, *, without: float
) -> list[Labelled]:
    """One epoch of annotated postings and our corpus for a teacher."""
    lines = _corpus(rng)
    chosen = _swapped(rng.sample(lines, round(OWN * len(lines))), SWAPPED, rng)
    own = [_asked(nlp, line, encode) for line in _thinned(chosen, without, rng)]
    return own + [_asked(nlp, line, encode_any) for line in _thinned(annotated, without, rng)]


def of_knowledge(
    nlp: Language, sentences: Sequence[skillspan.Sentence], rng: random.Random, *, without: float
) -> list[Labelled]:
    """One epoch of SkillSpan for a teacher."""
    lines = [skillspan.render(item, rng, with_commas=rng.random() < WITH_COMMAS) for item in sentences]
    return [_known(nlp, line) for line in _thinned(lines, without, rng)]


def _certain(item: Labelled) -> Table:
    """Labels as probabilities; a word whose labels all may be right stays without any."""
    return np.where(item.allowed.sum(axis=1, keepdims=True) == 1, item.allowed, 0).astype(np.float32)


def _nothing(item: Labelled, layer: str) -> Table:
    return np.zeros((len(item.words), len(alphabet(spans.LAYERS[layer]))), dtype=np.float32)


def labelled(nlp: Language, sentences: Sequence[skillspan.Sentence], *, seed: int = 41) -> list[Lesson]:
    """What people labelled with kinds: our corpus, as it is and with other keywords in place, and SkillSpan.

    The annotated postings are not among it: the decision learns from them how far the pipeline can be trusted.
    """
    rng = seeded(seed)
    found = []
    for line in _corpus(rng) + _swapped(_corpus(rng), 1.0, rng):
        item = _asked(nlp, line, encode)
        found.append(Lesson(line.text, (_certain(item), _nothing(item, "knowledge"))))
    for sentence in [*sentences] * RENDERED:
        line = skillspan.render(sentence, rng, with_commas=rng.random() < WITH_COMMAS)
        item = _known(nlp, line)
        found.append(Lesson(line.text, (_nothing(item, "keywords"), _certain(item))))
    return [lesson for lesson in found if lesson.text.strip()]


def silver_words(nlp: Language, data: Path) -> tuple[list[str], list[tuple[str, ...]]]:
    """Lines of real postings, drawn once, and their words."""
    path = BUILD / "silver.json"
    if not path.exists():
        texts = silver.texts(data, annotations.read(ANNOTATIONS, data))
        path.write_text(json.dumps(texts), encoding="utf-8")
    texts = json.loads(path.read_text(encoding="utf-8"))
    return texts, [words_of(nlp.make_doc(text)) for text in texts]
