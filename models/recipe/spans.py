"""Keywords of postings: an `ner` that reads the frozen syntactic tok2vec beside a small one of its own."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from recipe import lexicon
from recipe.lines import Line, Mark, example, joined
from recipe.seeds import seeded
from recipe.syntax import LISTENER
from recipe.training import fit

WIDTH = 64
DEPTH = 2
TEACHER_EPOCHS = 6
EPOCHS = 5
SILVER_AN_EPOCH = 3_000

Terms = dict[str, list[str]]


def _add(nlp: Language) -> None:
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "SHAPE", "SUFFIX"],
        "rows": [3000, 1000, 1500],
        "include_static_vectors": True,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    own = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": {"@layers": "concatenate.v1", "*": {"shared": LISTENER, "own": own}},
    }
    nlp.add_pipe("ner", config={"model": model})


def own_lines(texts: Sequence[Sequence[Line]], terms: Terms, rng: random.Random) -> list[Line]:
    """The corpus for one epoch: one to three lines at a time, each also with other keywords in place."""
    chosen: list[Line] = []
    for lines in texts:
        at = 0
        while at < len(lines):
            size = rng.choice((1, 1, 2, 3))
            line = joined(list(lines[at : at + size]))
            chosen.append(line)
            if line.marks and terms:
                chosen.append(lexicon.swapped(line, terms, rng))
            at += size
    return chosen


def _recased(line: Line, rng: random.Random) -> Line:
    """One line in ten in small letters, one in thirty in capitals, where that keeps the offsets."""
    draw = rng.random()
    if draw < 0.87:
        return line
    text = line.text.lower() if draw < 0.97 else line.text.upper()
    return replace(line, text=text) if len(text) == len(line.text) else line


def mixture(
    texts: Sequence[Sequence[Line]], terms: Terms, silver: list[Line], known: list[Line], rng: random.Random
) -> list[Line]:
    """One epoch of what the shipped model learns from: our corpus, silver lines, and half of SkillSpan."""
    drawn = rng.sample(silver, min(SILVER_AN_EPOCH, len(silver))) + rng.sample(known, len(known) // 2)
    return [_recased(line, rng) for line in own_lines(texts, terms, rng) + drawn]


def train(
    base: Path,
    epoch: Callable[[random.Random], list[Line]],
    *,
    seed: int,
    epochs: int,
    watch: Callable[[Language], str] | None = None,
) -> Language:
    """The syntactic pipeline saved at `base`, with an `ner` trained on what `epoch` draws."""
    fix_random_seed(seed)
    rng = seeded(seed)
    nlp = spacy.load(base)
    _add(nlp)

    def examples(_number: int) -> list[Example]:
        lines = [line for line in epoch(rng) if line.text.strip()]
        rng.shuffle(lines)
        return [example(nlp, line) for line in lines]

    first = examples(0)
    ner = nlp.get_pipe("ner")
    ner.initialize(lambda: first, nlp=nlp)  # type: ignore[attr-defined]
    fit(
        nlp,
        examples,
        epochs=epochs,
        components=["ner"],
        frozen=["tok2vec"],
        annotating=["tok2vec"],
        dropout=0.2,
        rate=0.003,
        watch=watch,
    )
    return nlp


def found(nlp: Language, texts: list[str]) -> list[tuple[Mark, ...]]:
    """What a trained pipeline marks in each text."""
    with nlp.select_pipes(enable=["tok2vec", "ner"]):
        return [
            tuple(Mark(span.start_char, span.end_char, span.label_) for span in doc.ents)
            for doc in nlp.pipe(texts)
        ]
