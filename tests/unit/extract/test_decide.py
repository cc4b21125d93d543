"""The decision: scores by hand, what each trait adds, and the shipped numbers."""

from __future__ import annotations

import math

import pytest

from gapcheck.extract.decide import WORDS, Decision, Linear, load_decision
from gapcheck.extract.model import ModelSpan, PassageReading
from gapcheck.extract.propose import Place, Proposal, propose
from gapcheck.extract.said import Said, read_passage
from gapcheck.extract.traits import Surroundings
from gapcheck.report import Kind
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.small_lexicon import small_lexicon


def around(text: str, **options: object) -> Surroundings:
    return Surroundings(text, PostingSection.REQUIRED, lambda _: 0, **options)  # type: ignore[arg-type]


def proposals(text: str, *marked: str) -> tuple[Said, tuple[Proposal, ...]]:
    spans = tuple(ModelSpan(text.index(part), text.index(part) + len(part), Kind.SKILL) for part in marked)
    said = read_passage(text, 0, ())
    passage = Passage(0, len(text), PostingSection.REQUIRED)
    return said, propose(said, PassageReading(spans), passage, small_lexicon(), lambda _: 0)


def test_a_linear_score_adds_up_and_ignores_what_it_never_learnt() -> None:
    linear = Linear(1.0, {"a": 2.0, "b": -0.5})
    assert linear.score({"a": 1.0, "b": 3.0, "c": 99.0}) == pytest.approx(1.5)
    assert linear.shares({"a": 1.0, "b": 3.0, "c": 99.0}) == (("a", 2.0), ("b", -1.5))


def test_the_words_score_joins_the_sources() -> None:
    decision = Decision(Linear(0.5, {"head care": 1.0}), Linear(0.0, {WORDS: 2.0}), ((0, 0.5),))
    said, (proposal,) = proposals("wound care")
    (weighed,) = decision.weigh(said, [proposal], around("wound care"))
    assert weighed.sources[WORDS] == pytest.approx(1.5)
    assert decision.probability(weighed) == pytest.approx(1 / (1 + math.exp(-3.0)))


def test_items_of_a_list_vouch_for_each_other() -> None:
    decision = Decision(Linear(0.0, {"word sql": 3.0}), Linear(0.0, {"beside": 1.0}), ((0, 0.5),))
    said, found = proposals("SQL, wound care", "wound care")
    by_text = {
        " ".join(said.stems(p.first, p.last)): decision.probability(w)
        for p, w in zip(found, decision.weigh(said, found, around("SQL, wound care")), strict=True)
    }
    assert by_text["wound care"] > 0.9  # beside SQL, whose words score 3
    assert by_text["sql"] == pytest.approx(0.5)  # beside words that score nothing


def test_where_a_stretch_lies_to_what_the_sources_mark() -> None:
    _, found = proposals("wound care nursing", "wound care nursing")
    places = {(p.first, p.last): (p.lexicon, p.model) for p in found}
    assert places[0, 1] == (Place.EQUAL, Place.INSIDE)
    assert places[0, 2] == (Place.AROUND, Place.EQUAL)


def test_a_doubtful_word_is_proposed_but_not_proved() -> None:
    _, found = proposals("you go to clients")
    assert [(p.hit.entry.term, p.proved) for p in found if p.hit] == [("Go", False)]
    _, found = proposals("backend services in Go")
    assert [(p.hit.entry.term, p.proved) for p in found if p.hit] == [("Go", True)]


def test_the_shipped_decision_trusts_its_sources() -> None:
    decision = load_decision()
    assert 0.1 < decision.floor < 0.5
    assert decision.sources.weights[WORDS] > 0
    assert decision.sources.weights["model equal"] > decision.sources.weights["model none"]


def test_more_keywords_must_be_likelier() -> None:
    decision = Decision(Linear(0.0, {}), Linear(0.0, {}), ((10, 0.2), (20, 0.6), (30, 1.01)))
    assert decision.floor == decision.least(0) == decision.least(10) == 0.2
    assert decision.least(15) == pytest.approx(0.4)
    assert decision.least(25) == pytest.approx(0.805)
    assert decision.least(30) == decision.least(99) == 1.01
