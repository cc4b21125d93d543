"""The trained pipeline and the statistics as data: complete, small, without pickle, and saying what the card says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from gapcheck.words import tokenize

MODELS = Path(__file__).parents[2] / "models"
PIPELINE, STATISTICS = MODELS / "en_gapcheck", MODELS / "en_gapcheck_stats"
LARGEST = 25_000_000
"""Bytes of everything in `models/` that is committed."""
LABELS = {"TOOL", "SKILL", "CERT", "DEGREE", "LANG", "SOFT"}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PIPELINE)


def _files(folder: Path) -> list[Path]:
    generated = {"build", "__pycache__"}
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not generated & set(path.parts)]


def test_the_models_stay_small() -> None:
    assert sum(path.stat().st_size for path in _files(MODELS)) <= LARGEST


def test_nothing_shipped_is_a_pickle() -> None:
    shipped = [*_files(PIPELINE), *_files(STATISTICS)]
    assert shipped
    for path in shipped:
        assert path.suffix not in {".pkl", ".pickle", ".joblib", ".pt"}
        head = path.read_bytes()[:2]
        assert head[:1] != b"\x80" or head[1:] not in {b"\x02", b"\x03", b"\x04", b"\x05"}, path
    np.load(STATISTICS / "meaning.npy", allow_pickle=False)


def test_the_pipeline_says_its_name_licence_and_what_marks_keywords(nlp: Language) -> None:
    meta: dict[str, Any] = json.loads((PIPELINE / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "gapcheck"
    assert meta["license"] == "CC BY-SA 4.0"
    assert set(meta["span_components"]) <= set(nlp.pipe_names)


def test_tagger_lemmatizer_and_both_layers_of_spans_are_there(nlp: Language) -> None:
    assert {"tagger", "trainable_lemmatizer", "spans"} <= set(nlp.pipe_names)
    doc = nlp("Managed budgets and the month-end close in Sage 50.")
    assert doc[0].tag_.startswith("VB")
    assert doc[1].lemma_ == "budget"
    assert set(doc.spans) == {"keywords", "knowledge"}


@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("Experience of wound care and venepuncture is essential.", {"wound care", "venepuncture"}),
        ("You will prepare VAT returns and reconcile accounts in Xero.", {"VAT returns", "Xero"}),
        ("Knowledge of phonics and of safeguarding is required.", {"phonics", "safeguarding"}),
        ("Experience with Python, SQL and Docker.", {"Python", "SQL", "Docker"}),
    ],
)
def test_keywords_of_many_fields_are_marked(nlp: Language, line: str, keywords: set[str]) -> None:
    marked = {span.text for span in nlp(line).ents}
    assert keywords <= marked


def test_the_vocabulary_keeps_only_words_of_the_vectors_and_of_the_lemmatizer() -> None:
    strings = json.loads((PIPELINE / "vocab" / "strings.json").read_text(encoding="utf-8"))
    assert len(strings) < 25_000  # with all words of the training texts there are more than 80,000


def test_the_labels_are_those_of_the_corpus(nlp: Language) -> None:
    pipe: Any = nlp.get_pipe("spans")
    assert set(pipe.layers["keywords"]) == LABELS
    assert pipe.layers["knowledge"] == ("KNOWLEDGE",)


def test_a_line_that_praises_the_employer_holds_no_keyword(nlp: Language) -> None:
    doc = nlp("We offer a friendly team, free parking and a generous pension.")
    assert not [span for span in doc.ents if span.label_ != "SOFT"]


def test_each_row_of_the_vectors_has_one_entry_in_the_form_that_is_looked_up() -> None:
    entries = (STATISTICS / "meaning.txt").read_text(encoding="utf-8").splitlines()
    rows = np.load(STATISTICS / "meaning.npy", mmap_mode="r")
    assert len(entries) == len(set(entries)) == len(rows)
    for entry in entries[::97]:
        assert entry == " ".join(token.lower.removesuffix("'s") for token in tokenize(entry))
