"""Labels of tokens become spans: on scores made by hand and on small untrained networks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.span_tagger import SpanTagger, alphabet, best_labels, runs, with_mean

O, B, I = 0, 1, 2  # noqa: E741 - the names of the field


def scores(*rows: Sequence[float]) -> npt.NDArray[np.float32]:
    """Log-probabilities, one row a token."""
    return np.log(np.array(rows, dtype=np.float32))


def tagger(nlp: Language, **config: object) -> SpanTagger:
    layers = {"keywords": ["TOOL", "SKILL"], "knowledge": ["KNOWLEDGE"]}
    network = {"width": 16, "depth": 1, "rows": 60}
    pipe = nlp.add_pipe(
        "gapcheck_spans", name="spans", config={"layers": layers, "network": network, **config}
    )
    assert isinstance(pipe, SpanTagger)
    pipe.initialize()
    return pipe


def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.vocab.set_vector("wound", np.ones(4, dtype=np.float32))  # type: ignore[arg-type]
    return nlp


def test_each_label_has_a_beginning_and_an_inside() -> None:
    assert alphabet(["TOOL", "SKILL"]) == ("O", "B-TOOL", "I-TOOL", "B-SKILL", "I-SKILL")


def test_the_likeliest_labels_win_where_they_are_allowed() -> None:
    rows = scores((0.1, 0.8, 0.1), (0.1, 0.1, 0.8), (0.9, 0.05, 0.05))
    assert [labels.tolist() for labels in best_labels([rows])] == [[B, I, O]]


def test_nothing_is_inside_that_did_not_begin() -> None:
    rows = scores((0.6, 0.3, 0.1), (0.1, 0.2, 0.7))
    assert best_labels([rows])[0].tolist() == [B, I]  # .3 * .7 beats .6 * .2
    start = scores((0.1, 0.2, 0.7))
    assert best_labels([start])[0].tolist() == [B]


def test_an_inside_follows_its_own_label_alone() -> None:
    rows = scores((0.02, 0.9, 0.02, 0.04, 0.02), (0.02, 0.02, 0.1, 0.06, 0.8))
    assert best_labels([rows])[0].tolist() == [1, 2]


def test_texts_of_a_batch_do_not_touch_each_other() -> None:
    short = scores((0.1, 0.8, 0.1))
    long = scores((0.1, 0.8, 0.1), (0.1, 0.1, 0.8), (0.1, 0.1, 0.8))
    together = [labels.tolist() for labels in best_labels([short, long])]
    assert together == [[B], [B, I, I]]
    assert best_labels([]) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], []),
        ([O, O], []),
        ([B], [(0, 1, 0)]),
        ([B, I, O, B], [(0, 2, 0), (3, 4, 0)]),
        ([B, B, I], [(0, 1, 0), (1, 3, 0)]),
        ([O, 3, 4, 1], [(1, 3, 1), (3, 4, 0)]),
    ],
)
def test_spans_from_labels(labels: list[int], expected: list[tuple[int, int, int]]) -> None:
    assert list(runs(labels)) == expected


def test_the_mean_of_a_text_stands_beside_each_row_and_its_gradient_goes_back() -> None:
    layer = with_mean()
    texts = [np.array([[1.0, 2.0], [3.0, 4.0]], np.float32), np.array([[5.0, 6.0]], np.float32)]
    joined, backprop = layer(texts, is_train=True)
    assert joined.tolist() == [[1, 2, 2, 3], [3, 4, 2, 3], [5, 6, 5, 6]]
    first, second = backprop(np.array([[1, 0, 2, 0], [0, 1, 4, 0], [1, 1, 1, 1]], np.float32))
    assert first.tolist() == [[4, 0], [3, 1]]  # its own part, and the mean of what came through the mean
    assert second.tolist() == [[2, 2]]


def test_layers_entities_and_confidences_agree() -> None:
    nlp = blank()
    tagger(nlp, lean={"keywords": 9.0})  # leaning that far, every word is marked
    doc = nlp("Experience of wound care and Python")
    group = doc.spans["keywords"]
    assert [(span.start, span.end, span.label_) for span in group] == [
        (span.start, span.end, span.label_) for span in doc.ents
    ]
    assert len(group)
    assert len(group.attrs["scores"]) == len(group)
    assert all(0 < score <= 1 for score in group.attrs["scores"])
    assert {span.label_ for span in doc.spans["knowledge"]} <= {"KNOWLEDGE"}


def test_each_token_has_the_chances_that_a_span_begins_or_goes_on_there_whatever_the_layer_leans_to() -> None:
    nlp = blank()
    pipe = tagger(nlp)
    chances = []
    for lean in (0.0, 9.0):
        pipe.lean["keywords"] = lean
        doc = nlp("Experience of wound care")
        group = doc.spans["keywords"]
        chances.append((group.attrs["begins"], group.attrs["goes_on"]))
    assert chances[0] == chances[1]
    begins, goes_on = chances[0]
    outside = np.exp(pipe.log_probabilities([doc])[0][0][:, 0])
    assert np.array(begins) + np.array(goes_on) + outside == pytest.approx(np.ones(4))


def test_leaning_marks_more() -> None:
    nlp = blank()
    pipe = tagger(nlp)
    texts = ["Experience of wound care", "Python", "We are a team"]
    marked = []
    for lean in (-9.0, 9.0):
        pipe.lean["keywords"] = lean
        marked.append(sum(len(span) for doc in nlp.pipe(texts) for span in doc.ents))
    assert marked[0] == 0
    assert marked[1] == sum(len(nlp.make_doc(text)) for text in texts)


def test_a_batch_gives_what_single_texts_give_and_an_empty_text_is_no_trouble() -> None:
    nlp = blank()
    tagger(nlp, lean={"keywords": 1.0})
    texts = ["Experience of wound care", "", "Python and SQL, or any language you like"]

    def marks(doc: Doc) -> list[tuple[int, int, str]]:
        return [(span.start, span.end, span.label_) for span in doc.ents]

    assert [marks(doc) for doc in nlp.pipe(texts, batch_size=3)] == [marks(nlp(text)) for text in texts]


def test_a_saved_pipeline_loads_by_itself_and_marks_the_same(tmp_path: Path) -> None:
    nlp = blank()
    pipe = tagger(nlp, lean={"keywords": 1.0})
    nlp.to_disk(tmp_path)
    pipe.from_disk(tmp_path / "spans")  # rounded as what was saved
    again = spacy.load(tmp_path)
    text = "Experience of wound care and Python"
    for layer in ("keywords", "knowledge"):
        docs = nlp(text), again(text)  # groups live as long as their documents
        first, second = (doc.spans[layer] for doc in docs)
        assert [(span.start, span.end, span.label_) for span in first] == [
            (span.start, span.end, span.label_) for span in second
        ]
        assert first.attrs["scores"] == pytest.approx(second.attrs["scores"])


def test_saved_weights_are_off_by_half_a_step_of_their_row_at_most(tmp_path: Path) -> None:
    first, again = tagger(blank()), tagger(blank())
    first.to_disk(tmp_path)
    again.from_disk(tmp_path)
    for old, new in zip(first.model.walk(), again.model.walk(), strict=True):
        for name in (name for name in old.param_names if old.has_param(name)):
            wanted, got = (np.atleast_2d(np.asarray(node.get_param(name))) for node in (old, new))
            rows = wanted.reshape((len(wanted), -1))
            step = np.abs(rows).max(axis=1, keepdims=True) / 127
            assert (np.abs(got.reshape(rows.shape) - rows) <= 0.501 * step + 1e-7).all()


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    small, large = blank(), blank()
    tagger(small).to_disk(tmp_path)
    with pytest.raises(ValueError, match="the network has"):
        tagger(large, network={"width": 24, "depth": 1, "rows": 60}).from_disk(tmp_path)
