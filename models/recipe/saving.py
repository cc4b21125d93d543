"""Saving the pipeline."""

import json
from pathlib import Path

import spacy
from spacy.language import Language


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
