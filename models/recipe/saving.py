"""Saving the pipeline."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language

from recipe.tokenizer import adapt


def save(nlp: Language, folder: Path) -> None:
    """`nlp.to_disk`, with the one setting that spaCy 3.8 forgets.

    The vectors are looked up by the lower-cased word. spaCy reads that setting back from `vectors.cfg`, but
    writes it for floret tables only; without it every capitalised word loses its vector.
    """
    nlp.to_disk(folder)
    settings = {"mode": "default", "attr": nlp.vocab.strings["LOWER"]}
    (folder / "vocab" / "vectors.cfg").write_text(json.dumps(settings) + "\n", encoding="utf-8")


def load(folder: Path) -> Language:
    """`spacy.load`."""
    return spacy.load(folder)


def forget_texts(nlp: Language, folder: Path) -> None:
    """Leave in the saved vocabulary only the strings that the pipeline itself needs.

    While it learns, spaCy keeps every word it meets, the names and addresses in texts that must not ship among them.
    """
    fresh = spacy.blank("en")
    adapt(fresh)
    needed = {*fresh.vocab.strings, *(label for labels in nlp.pipe_labels.values() for label in labels)}
    needed |= {string for key in _keys(nlp) if key and (string := nlp.vocab.strings[key])}
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(needed)), encoding="utf-8")


def _keys(nlp: Language) -> set[int]:
    """The words of the vectors, and what those of the lemmatizer's trees that are in use put in place of what."""
    pipe: Any = nlp.get_pipe("trainable_lemmatizer")
    trees = srsly.msgpack_loads(pipe.trees.to_bytes())["trees"]
    replaced = {
        tree[part] for tree in _used(trees, pipe.labels) if "orig" in tree for part in ("orig", "subst")
    }
    return replaced | set(nlp.vocab.vectors.keys())


def _used(trees: Sequence[dict[str, int]], roots: Iterable[int]) -> Iterator[dict[str, int]]:
    """The trees that begin at `roots`, with all their parts; a rare tree is kept in the file, but never applied."""
    waiting = list(roots)
    while waiting:
        if (number := waiting.pop()) < len(trees):  # no part is a number beyond the last
            tree = trees[number]
            yield tree
            waiting += [tree[part] for part in ("prefix_tree", "suffix_tree") if part in tree]
