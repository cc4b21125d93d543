"""Puts commas back: SkillSpan was published without them.

A small tagger learns from the real postings, their commas taken out, where one stood.
"""

import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from recipe import postings
from recipe.seeds import seeded
from recipe.training import fit

LINES = 9_000
EPOCHS = 3
_PIECE = re.compile(r"[^\s,]+|,")


def _stripped(line: str) -> tuple[list[str], list[bool]]:
    words: list[str] = []
    commas: list[bool] = []
    for piece in _PIECE.findall(line):
        if piece == ",":
            if commas:
                commas[-1] = True
        else:
            words.append(piece)
            commas.append(False)
    return words, commas


def _lines(data: Path, rng: random.Random) -> list[str]:
    texts = (posting.text for posting in postings.sample(data, cap=1_200, seed=3))
    lines = {line.strip(): None for text in texts for line in text.splitlines() if 40 < len(line) < 400}
    return rng.sample(list(lines), min(LINES, len(lines)))


def train(data: Path, *, seed: int = 1) -> Language:
    """A pipeline whose tag "," means: a comma follows this word."""
    rng = seeded(seed)
    nlp = spacy.blank("en")
    model = {
        "@architectures": "spacy.Tagger.v2",
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": 64,
            "depth": 2,
            "embed_size": 4000,
            "window_size": 1,
            "maxout_pieces": 3,
            "subword_features": True,
        },
    }
    nlp.add_pipe("tagger", config={"model": model})
    examples = []
    for line in _lines(data, rng):
        words, commas = _stripped(line)
        tags = ["," if comma else "_O" for comma in commas]
        examples.append(Example(Doc(nlp.vocab, words=words), Doc(nlp.vocab, words=words, tags=tags)))
    held, used = examples[:800], examples[800:]
    nlp.initialize(lambda: used[:2000])

    def epoch(_number: int) -> list[Example]:
        return rng.sample(used, len(used))

    def watch(nlp: Language) -> str:
        docs = list(nlp.pipe(Doc(nlp.vocab, words=[token.text for token in item.reference]) for item in held))
        given = [token.tag_ == "," for doc in docs for token in doc]
        true = [token.tag_ == "," for item in held for token in item.reference]
        right = sum(both for both in map(min, given, true))
        return f"commas P {right / max(1, sum(given)):.3f} R {right / max(1, sum(true)):.3f}"

    fit(nlp, epoch, epochs=EPOCHS, components=["tagger"], watch=watch)
    return nlp


def restore(nlp: Language, sentences: Iterable[Sequence[str]]) -> list[list[bool]]:
    """For each word of each sentence: does a comma follow?"""
    docs = nlp.pipe(Doc(nlp.vocab, words=list(words)) for words in sentences)
    return [[token.tag_ == "," and token.i + 1 < len(doc) for token in doc] for doc in docs]
