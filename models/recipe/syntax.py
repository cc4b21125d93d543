"""Tagger and lemmatizer on one shared tok2vec, learnt from EWT."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from recipe import treebank, vectors
from recipe.seeds import seeded
from recipe.tokenizer import adapt
from recipe.training import fit

WIDTH = 96
EPOCHS = 9
COMPONENTS = ["tok2vec", "tagger", "trainable_lemmatizer"]
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
_HEAD = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": LISTENER}


def blank(table: vectors.Table) -> Language:
    """The untrained syntactic part, with the word vectors all parts read."""
    nlp = spacy.blank("en")
    adapt(nlp)
    vectors.attach(nlp, table)
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"],
        "rows": [4000, 1000, 2000, 1500, 50],
        "include_static_vectors": True,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    nlp.add_pipe(
        "tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}}
    )
    nlp.add_pipe("tagger", config={"model": _HEAD})
    nlp.add_pipe("trainable_lemmatizer", config={"model": _HEAD, "min_tree_freq": 3, "top_k": 1})
    return nlp


def examples(nlp: Language, path: Path) -> list[Example]:
    """A part of EWT as raw text, ten sentences a document."""
    sentences = list(treebank.read(path))
    return [treebank.example(nlp, sentences[at : at + 10]) for at in range(0, len(sentences), 10)]


def train(data: Path, table: vectors.Table, *, seed: int = 1) -> Language:
    """Train on EWT train."""
    fix_random_seed(seed)
    rng = seeded(seed)
    nlp = blank(table)
    sentences = list(treebank.read(data / "treebank" / "en_ewt-ud-train.conllu.gz"))
    dev = examples(nlp, data / "treebank" / "en_ewt-ud-dev.conllu.gz")

    def epoch(_number: int) -> list[Example]:
        return [treebank.example(nlp, group) for group in treebank.varied(sentences, rng)]

    nlp.initialize(lambda: epoch(0))

    def watch(nlp: Language) -> str:
        scores = nlp.evaluate(dev)
        return " ".join(f"{name} {scores[name]:.4f}" for name in ("tag_acc", "lemma_acc"))

    fit(nlp, epoch, epochs=EPOCHS, components=COMPONENTS, watch=watch, dropout=0.15)
    return nlp
