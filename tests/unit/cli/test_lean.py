"""Lean loading undoes itself, and gives the same analysis."""

from __future__ import annotations

import sys

from catalogue import Registry
from spacy.lang.en import English

from gapcheck.cli.lean import _without_spacy_cli, lean_loading
from gapcheck.language_model import load_language_model

PASSAGES = [
    "You will need five years of experience with Python and PostgreSQL.",
    "Registered nurse with wound care and intravenous cannulation.",
]


def state() -> tuple[object, ...]:
    defaults = English.Defaults
    return (
        defaults.infixes,
        defaults.prefixes,
        defaults.suffixes,
        defaults.tokenizer_exceptions,
        Registry.get_entry_points,
        Registry.get_entry_point,
        sys.modules.get("spacy.cli"),
    )


def test_everything_is_put_back() -> None:
    before = state()
    with lean_loading():
        assert English.Defaults.infixes == []
        assert state() != before
    assert state() == before


def test_everything_is_put_back_after_an_error() -> None:
    before = state()
    try:
        with lean_loading():
            raise KeyError
    except KeyError:
        pass
    assert state() == before


def test_spacy_can_be_imported_without_its_command_line() -> None:
    assert "spacy" in sys.modules  # then nothing is replaced
    before = sys.modules.get("spacy.cli")
    with _without_spacy_cli():
        assert sys.modules.get("spacy.cli") is before


def test_the_analysis_is_the_same() -> None:
    plain, lean = load_language_model(), load_language_model(lean_loading)
    assert lean.read(PASSAGES) == plain.read(PASSAGES)
    assert any(reading.spans for reading in plain.read(PASSAGES))
