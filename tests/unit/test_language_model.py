"""What extraction gets from the shipped pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import spacy
from spacy.tokens import Span

from gapcheck.extract.model import ModelSpan
from gapcheck.language_model import LanguageModel, load_language_model, model_version
from gapcheck.report import Kind
from gapcheck.resources import model_folder


def handmade() -> LanguageModel:
    """A pipeline that marks the words it is told to mark."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    labels = {"Python": "TOOL", "wound care": "SKILL", "SQL": "OTHER", "patience": "SOFT"}
    ruler.add_patterns([{"label": label, "pattern": text} for text, label in labels.items()])  # type: ignore[attr-defined]
    return LanguageModel(nlp)


def test_spans_have_offsets_and_kinds() -> None:
    first, second, third = (
        reading.spans
        for reading in handmade().read(["Python, then wound care", "nothing", "SQL and patience"])
    )
    assert first == (ModelSpan(0, 6, Kind.TOOL), ModelSpan(13, 23, Kind.SKILL))
    assert second == ()
    assert third == (ModelSpan(8, 16, Kind.SOFT),)  # a label that is no keyword is left out


def test_a_line_break_inside_a_sentence_is_a_blank() -> None:
    text = "dressings and wound\ncare"
    (reading,) = handmade().read([text])
    assert reading.spans == (ModelSpan(14, 24, Kind.SKILL),)


def test_words_have_offsets_and_tags() -> None:
    (reading,) = load_language_model().read(["Reconcile the accounts"])
    assert [word.start for word in reading.words] == [0, 10, 14]
    assert [word.tag for word in reading.words][1:] == ["DT", "NNS"]


def test_no_passages_no_readings() -> None:
    assert handmade().read([]) == ()


def test_the_pipeline_is_loaded_once_and_in_the_context_given() -> None:
    entered: list[str] = []

    @contextmanager
    def around() -> Iterator[None]:
        entered.append("in")
        yield
        entered.append("out")

    model = load_language_model(around)
    assert load_language_model(around) is model
    assert entered == ["in", "out"]
    assert model.nlp.pipe_names
    assert not {"trainable_lemmatizer", "morphologizer"} & set(model.nlp.pipe_names)


def test_the_shipped_pipeline_loads_by_itself() -> None:
    nlp = spacy.load(model_folder())
    doc = nlp("Experience with Python and PostgreSQL is required.")
    assert all(isinstance(ent, Span) for ent in doc.ents)
    assert {"TOOL", "SKILL", "CERT", "DEGREE", "LANG", "SOFT"} <= set(nlp.get_pipe("ner").labels)  # type: ignore[attr-defined]
    assert model_version() == f"{nlp.meta['name']} {nlp.meta['version']}"
