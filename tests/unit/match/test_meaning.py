"""Closeness in meaning, on word vectors made by hand, and the decision that is made from it."""

from __future__ import annotations

import json

import numpy as np
import pytest

import gapcheck.match.meaning
from gapcheck.match import index_resume
from gapcheck.match.judgement import BY_MEANING, FILE_NAME, MeaningModel, features, load_model
from gapcheck.match.meaning import ResumeMeaning
from gapcheck.match.model import Closeness
from gapcheck.meaning import WordVectors
from gapcheck.readers import read_text
from gapcheck.report import Kind, Status
from gapcheck.resources import stats_folder
from tests.unit.match.small_network import small_network
from tests.unit.small_lexicon import small_lexicon

ROWS = {
    "wound": (10, 0, 0, 0),
    "ulcer": (8, 6, 0, 0),  # cosine 0.8 with wound
    "care": (0, 0, 10, 0),
    "dressing": (0, 0, 8, 6),  # cosine 0.8 with care
    "budget": (0, 10, 0, 0),
    "of": (0, 1, 0, 0),
}
VECTORS = WordVectors(np.array(list(ROWS.values()), np.int8), {word: at for at, word in enumerate(ROWS)})


@pytest.fixture(autouse=True)
def _small_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped network is for vectors of another width."""
    monkeypatch.setattr(gapcheck.match.meaning, "load_network", small_network)


def meaning(text: str) -> ResumeMeaning:
    return ResumeMeaning(index_resume(read_text(text, "resume"), small_lexicon()), VECTORS)


def closeness(text: str, *forms: str) -> Closeness | None:
    return meaning(text).closeness(forms)


def shown(text: str, close: Closeness) -> str:
    tokens = index_resume(read_text(text, "resume"), small_lexicon()).tokens
    return text[tokens[close.run[0]].start : tokens[close.run[1]].end]


def test_like_words_close_together_are_the_phrase_in_other_words() -> None:
    text = "Daily dressing of every ulcer on the ward"
    close = closeness(text, "wound care")
    assert close is not None
    assert close.together == pytest.approx(0.8, abs=0.01)
    assert close.phrase == pytest.approx(0.8, abs=0.05)  # the row of "of" is short
    assert shown(text, close) == "dressing of every ulcer"


def test_words_of_two_sentences_are_not_together() -> None:
    close = closeness("An ulcer. Budget for dressing", "wound care")
    assert close is not None
    assert close.together < 0.6


def test_what_is_denied_is_not_there() -> None:
    assert closeness("I have never had an ulcer dressing", "wound care") is None or (
        closeness("I have never had an ulcer dressing", "wound care").together < 0.1  # type: ignore[union-attr]
    )


def test_the_very_words_close_together_are_left_to_their_order() -> None:
    assert closeness("care budget wound", "wound care") is None
    beside = closeness("care budget wound, ulcer", "wound care")
    assert beside is not None
    assert beside.together == pytest.approx(0.5)


def test_a_word_of_every_resume_proves_nothing_by_itself() -> None:
    rows = {"student": (10, 0, 0, 0), "experience": (0, 10, 0, 0), "tutoring": (8, 0, 6, 0)}
    vectors = WordVectors(np.array(list(rows.values()), np.int8), {word: at for at, word in enumerate(rows)})

    def together(text: str) -> Closeness:
        index = index_resume(read_text(text, "resume"), small_lexicon())
        close = ResumeMeaning(index, vectors).closeness(("tutoring experience",))
        assert close is not None
        return close

    assert together("experience").phrase == 0
    assert together("experience").together == 0
    assert together("tutoring").phrase == 0  # a part of the keyword
    assert together("tutoring").together > 0.4


def test_what_has_no_known_word_has_no_closeness() -> None:
    assert closeness("An ulcer", "zymurgy brewing") is None
    assert closeness("zymurgy", "wound care") is None


def test_more_text_never_lowers_a_figure() -> None:
    before = closeness("Ulcer dressing", "wound care")
    after = closeness("Ulcer dressing\n\nBudget of the ward\n\nSomething else", "wound care")
    assert before is not None
    assert after is not None
    assert all(more >= less - 1e-5 for more, less in zip(after[:3], before[:3], strict=True))


def test_the_best_of_several_forms_counts() -> None:
    close = closeness("Ulcer dressing", "budget of zymurgy", "wound care")
    alone = closeness("Ulcer dressing", "wound care")
    assert close is not None
    assert alone is not None
    assert close.together == alone.together


@pytest.mark.parametrize(
    ("probability", "status"),
    [(0.7, Status.ALIAS), (0.5, Status.ALIAS), (0.45, Status.RELATED), (0.2, Status.MISSING)],
)
def test_judgement_is_by_thresholds(probability: float, status: Status) -> None:
    score = float(np.log(probability / (1 - probability)))
    model = MeaningModel((1.0, 0.0, 0.0, -1.0, 2.0), 0.0, shown_from=0.5, implied_from=0.4)
    close = Closeness(score - 1, 0.5, 0.3, (0, 0))
    assert model.probability(features(close, known=False, often=0.5)) == pytest.approx(probability)
    assert model.judge(close, known=False, often=0.5) is status


def test_the_shipped_weights_never_punish_closeness() -> None:
    """So that adding text to a resume cannot take a keyword away."""
    model = load_model()
    *closeness, _known, often = model.weights
    assert all(weight > 0 for weight in (*closeness, often))
    assert 0 < model.implied_from <= model.shown_from < 1
    written = json.loads((stats_folder() / FILE_NAME).read_text(encoding="utf-8"))
    assert sorted(written) == ["implied_from", "intercept", "shown_from", "weights"]


def test_names_are_never_matched_by_meaning() -> None:
    assert BY_MEANING.isdisjoint({Kind.TOOL, Kind.CERTIFICATION, Kind.DEGREE, Kind.LANGUAGE, Kind.TITLE})


def test_a_resume_of_small_words_alone_comes_close_to_nothing() -> None:
    assert closeness("of of", "wound care") is None
