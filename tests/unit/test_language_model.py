"""What extraction gets from the shipped pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

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


def spans(model: LanguageModel, *passages: str) -> tuple[tuple[ModelSpan, ...], ...]:
    return tuple(reading.spans for reading in model.read(passages))


def test_spans_have_offsets_and_kinds() -> None:
    first, second, third = (
        reading.spans
        for reading in handmade().read(["Python, then wound care", "nothing", "SQL and patience"])
    )
    assert first == (ModelSpan(0, 6, Kind.TOOL), ModelSpan(13, 23, Kind.SKILL))
    assert second == ()
    assert third == (ModelSpan(8, 16, Kind.SOFT),)  # a label that is no keyword is left out


def test_a_later_layer_adds_what_the_first_left_unmarked() -> None:
    nlp = spacy.blank("en")

    @Language.component("layers_made_by_hand")
    def mark(doc: Doc) -> Doc:
        known, sure = Span(doc, 0, 2, "KNOWLEDGE"), Span(doc, 3, 4, "TOOL")
        doc.spans["keywords"] = SpanGroup(doc, spans=[sure], attrs={"scores": [0.98765]})
        doc.spans["knowledge"] = SpanGroup(doc, spans=[known, Span(doc, 2, 4, "KNOWLEDGE")])
        return doc

    nlp.add_pipe("layers_made_by_hand")
    (reading,) = LanguageModel(nlp).read(["wound care and Excel"])
    assert reading.spans == (ModelSpan(0, 10, Kind.KNOWLEDGE), ModelSpan(15, 20, Kind.TOOL, 0.9877))


def test_a_line_break_inside_a_sentence_is_a_blank() -> None:
    text = "dressings and wound\ncare"
    (reading,) = handmade().read([text])
    assert reading.spans == (ModelSpan(14, 24, Kind.SKILL),)


def test_words_have_offsets_and_tags() -> None:
    (reading,) = load_language_model().read(["Reconcile the accounts"])
    assert [word.start for word in reading.words] == [0, 10, 14]
    assert [word.tag for word in reading.words][1:] == ["DT", "NNS"]


def test_words_have_the_chances_of_the_layer_of_keywords() -> None:
    nlp = spacy.blank("en")

    @Language.component("chances_made_by_hand")
    def mark(doc: Doc) -> Doc:
        attrs = {"scores": [], "begins": [0.71234567, 0.1], "goes_on": [0.0, 0.6]}
        doc.spans["keywords"] = SpanGroup(doc, attrs=attrs)
        return doc

    nlp.add_pipe("chances_made_by_hand")
    (reading,) = LanguageModel(nlp).read(["wound care"])
    assert [(word.begins, word.goes_on) for word in reading.words] == [(0.7123, 0.0), (0.1, 0.6)]
    (reading,) = handmade().read(["wound care"])  # a pipeline that gives none
    assert [(word.begins, word.goes_on) for word in reading.words] == [(0.0, 0.0)] * 2


def test_no_passages_no_readings() -> None:
    assert handmade().read([]) == ()


def test_a_passage_is_analysed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    model = handmade()
    asked: list[str] = []
    pipe = model.nlp.pipe
    monkeypatch.setattr(model.nlp, "pipe", lambda texts: pipe([asked.append(text) or text for text in texts]))  # type: ignore[func-returns-value]
    texts = ["Python here", "SQL and patience", "Python here"]
    first = spans(model, *texts)
    assert first[0] == first[2] == (ModelSpan(0, 6, Kind.TOOL),)
    assert spans(model, texts[1], "new", texts[0]) == (first[1], (), first[0])
    assert asked == ["Python here", "SQL and patience", "new"]


def test_passages_are_forgotten_in_the_order_of_their_last_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.language_model.MOST_REMEMBERED", 2)
    model = handmade()
    for text in ("a", "b", "a", "c"):
        model.read([text])
    asked: list[str] = []
    monkeypatch.setattr(model.nlp, "pipe", lambda texts: asked.extend(texts) or iter(()))  # type: ignore[func-returns-value]
    model.read(["a", "c"])
    assert asked == []
    with pytest.raises(ValueError, match="zip"):
        model.read(["b"])
    assert asked == ["b"]


def test_what_stands_beside_a_passage_changes_nothing() -> None:
    model = load_language_model()
    texts = [f"Experience with {name} and wound care is required" for name in ("Excel", "SAP", "phlebotomy")]
    together = [doc.tensor for doc in model.nlp.pipe(texts * 7)]
    for number, tensor in enumerate(together):
        (alone,) = (doc.tensor for doc in model.nlp.pipe([texts[number % 3]]))
        assert (tensor == alone).all()


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
    assert not {"trainable_lemmatizer"} & set(model.nlp.pipe_names)


def test_the_shipped_pipeline_loads_by_itself() -> None:
    nlp = spacy.load(model_folder())
    doc = nlp("Experience with Python and PostgreSQL is required.")
    assert all(isinstance(ent, Span) for ent in doc.ents)
    assert {"TOOL", "SKILL", "CERT", "DEGREE", "LANG", "SOFT"} <= set(nlp.get_pipe("spans").labels)  # type: ignore[attr-defined]
    assert model_version() == f"{nlp.meta['name']} {nlp.meta['version']}"
