"""The parts of the model's recipe on which its labels depend, by hand-made values."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import spacy

MODELS = Path(__file__).parents[2] / "models"


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    sys.path.insert(0, str(MODELS))
    try:
        for name in ("corpus", "labels", "lines", "meaning"):
            importlib.import_module(f"recipe.{name}")
    finally:
        sys.path.remove(str(MODELS))
    return sys.modules["recipe"]


def test_marks_become_a_label_for_each_token(recipe: ModuleType) -> None:
    line = recipe.corpus.parse("R", "Some [s:wound care] and [t:Excel] skills")
    doc = spacy.blank("en")(line.text)
    numbers = recipe.labels.encode(doc, line.marks, recipe.labels.KEYWORDS)
    alphabet = recipe.labels.alphabet(recipe.labels.KEYWORDS)
    assert [alphabet[number] for number in numbers] == ["O", "B-SKILL", "I-SKILL", "O", "B-TOOL", "O"]


def test_a_mark_without_a_label_is_not_learnt_from_and_the_longer_of_two_wins(recipe: ModuleType) -> None:
    mark = recipe.lines.Mark
    doc = spacy.blank("en")("manage wound care well")
    marks = (mark(0, 17, ""), mark(7, 17, "SKILL"), mark(7, 12, "TOOL"))
    numbers = recipe.labels.encode(doc, marks, ("SKILL", "TOOL"))
    assert numbers.tolist() == [recipe.labels.UNKNOWN, 1, 2, 0]


def test_rows_of_words_are_fitted_so_that_sums_give_phrases(recipe: ModuleType) -> None:
    words = np.array([[1, 0], [0, 1]], np.float32)
    phrases, targets = [("a", "b")] * 50, np.array([[2.0, 1.0]] * 50, np.float32)
    rows = recipe.meaning._fitted(words, {"a": 0, "b": 1}, phrases, targets)
    assert rows.sum(axis=0) == pytest.approx([2.0, 1.0], abs=0.02)


def test_rows_are_quantised_on_one_scale(recipe: ModuleType) -> None:
    rows = recipe.meaning.quantised(np.array([[1.0, -1.0], [0.5, 0.0]], np.float32))
    assert rows.dtype == np.int8
    assert rows.tolist() == [[127, -127], [64, 0]]
