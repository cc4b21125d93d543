"""The decision: scores by hand, what each trait adds, and the shipped numbers."""

from __future__ import annotations

import math

import pytest

from gapcheck.extract.asking import ENOUGH
from gapcheck.extract.decide import Decision, Linear, Weighed, load_decision, weigh
from gapcheck.extract.model import ModelSpan, PassageReading, TaggedWord
from gapcheck.extract.propose import Place, Proposal, propose
from gapcheck.extract.said import Said, read_passage
from gapcheck.extract.traits import Surroundings
from gapcheck.extract.whole import read_together
from gapcheck.report import Kind
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.small_lexicon import small_lexicon


def around(text: str, said: Said) -> Surroundings:
    return Surroundings(text, PostingSection.REQUIRED, lambda _: 0, read_together(text, [said]))


def proposals(text: str, *marked: str) -> tuple[Said, tuple[Proposal, ...]]:
    spans = tuple(ModelSpan(text.index(part), text.index(part) + len(part), Kind.SKILL) for part in marked)
    said = read_passage(text, 0, ())
    passage = Passage(0, len(text), PostingSection.REQUIRED)
    return said, propose(said, PassageReading(spans), passage, small_lexicon(), lambda _: 0)


def test_a_linear_score_adds_up_and_ignores_what_it_never_learnt() -> None:
    linear = Linear(1.0, {"a": 2.0, "b": -0.5})
    assert linear.of({"a": 1.0, "b": 3.0}, {"c": 99.0}) == pytest.approx(1.5)
    assert linear.shares({"a": 1.0, "b": 3.0, "c": 99.0}) == (("a", 2.0), ("b", -1.5))


def test_words_and_sources_count_together() -> None:
    decision = Decision(Linear(-1.0, {"head care": 1.5, "lexicon skill": 2.0}), 0.5)
    weighed = Weighed({"head care": 1.0}, {"lexicon skill": 1.0})
    assert decision.probability(weighed) == pytest.approx(1 / (1 + math.exp(-2.5)))


def test_no_trait_is_of_the_words_and_of_the_sources() -> None:
    text = "Experience of wound care, SQL and Go in a busy ward; you manage budgets"
    said, found = proposals(text, "wound care", "busy ward")
    for weighed in weigh(said, found, around(text, said)):
        assert weighed.words
        assert weighed.words.keys().isdisjoint(weighed.sources)


def test_items_of_a_list_vouch_for_each_other() -> None:
    said, found = proposals("SQL, wound care", "wound care")
    traits = {
        " ".join(said.stems(p.first, p.last)): w.sources
        for p, w in zip(found, weigh(said, found, around("SQL, wound care", said)), strict=True)
    }
    assert "beside lexicon" in traits["wound care"]
    assert "beside model" not in traits["wound care"]
    assert "alone" not in traits["sql"]


def test_how_often_and_how_late_the_posting_says_it() -> None:
    text = "Wound care. Care plans, wound care"
    first, _ = proposals("Wound care")
    said, found = proposals("Care plans, wound care", "wound care")
    whole = read_together(text, [first, said])
    assert whole.words == 6
    surroundings = Surroundings(text, PostingSection.REQUIRED, lambda _: 0, whole, before=2 / 6)
    twice = next(
        w.sources
        for p, w in zip(found, weigh(said, found, surroundings), strict=True)
        if said.stems(p.first, p.last) == ("wound", "care")
    )
    assert twice["words in the posting"] == pytest.approx(math.log(150 / 300))  # as if it had 150
    assert twice["words before"] == pytest.approx(1 / 3)
    assert twice["times its rarest word"] == pytest.approx(math.log(2))
    assert twice["times its head"] == pytest.approx(math.log(3))


def test_the_chances_of_a_stretch_as_a_keyword_and_of_its_ends() -> None:
    text = "gives wound care daily"
    chances = ((0, 0.0, 0.0), (6, 0.8, 0.0), (12, 0.1, 0.9), (17, 0.0, 0.5))
    words = tuple(TaggedWord(start, "NN", begins, goes_on) for start, begins, goes_on in chances)
    said = read_passage(text, 0, words)
    passage = Passage(0, len(text), PostingSection.REQUIRED)
    found = propose(said, PassageReading((), words), passage, small_lexicon(), lambda _: 0)
    traits = {
        said.stems(p.first, p.last): w.sources
        for p, w in zip(found, weigh(said, found, around(text, said)), strict=True)
    }
    care = traits["wound", "care"]

    def odds(chance: float) -> float:
        return math.log(chance / (1 - chance))

    assert care["chance of the whole"] == pytest.approx(odds(0.8 * 0.9 * 0.5))
    assert care["chance of its least word"] == pytest.approx(odds(0.8))
    assert care["chance of its beginning"] == pytest.approx(odds(0.8))
    assert care["chance of going on"] == pytest.approx(odds(0.5))
    assert care["chance of an end within"] == pytest.approx(odds(0.1))


@pytest.mark.parametrize(
    ("text", "section", "asking", "expected"),
    [
        ("our wound care", PostingSection.DUTIES, -4.0, -ENOUGH),
        ("our wound care", PostingSection.DUTIES, 0.25, 0.25 - ENOUGH),
        ("our wound care", PostingSection.DUTIES, 4.0, 0.0),
        ("our wound care", PostingSection.PREFERRED, -4.0, 0.0),
        ("Wound care", PostingSection.TITLE, -4.0, 0.0),
        ("Ward Type: wound care", PostingSection.COMPANY, -4.0, 0.0),
    ],
)
def test_how_surely_the_sentence_asks(
    text: str, section: PostingSection, asking: float, expected: float
) -> None:
    said, found = proposals(text, "care")
    surroundings = Surroundings(text, section, lambda _: 0, read_together(text, [said]), asking=asking)
    assert {w.sources["asking"] for w in weigh(said, found, surroundings)} == {expected}


def test_a_certificate_is_asked_for_wherever_it_is_named() -> None:
    text = "our CCRN, our dressing trolleys"
    said, found = proposals(text, "CCRN", "dressing trolleys")
    idle = Surroundings(text, PostingSection.DUTIES, lambda _: 0, read_together(text, [said]), asking=-4.0)
    asking = {
        said.stems(p.first, p.last): w.sources["asking"]
        for p, w in zip(found, weigh(said, found, idle), strict=True)
    }
    assert asking[("ccrn",)] == 0
    assert min(asking.values()) == -ENOUGH


@pytest.mark.parametrize(
    ("text", "expected"), [("I have a diploma in forestry", 0), ("our diploma in forestry", -ENOUGH)]
)
def test_a_degree_is_asked_for_where_an_answer_says_one_has_it(text: str, expected: float) -> None:
    said, found = proposals(text, "diploma in forestry")
    idle = Surroundings(text, PostingSection.REQUIRED, lambda _: 0, read_together(text, [said]), asking=-4.0)
    asking = {
        said.stems(p.first, p.last): w.sources["asking"]
        for p, w in zip(found, weigh(said, found, idle), strict=True)
    }
    assert max(asking.values()) == expected


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
    assert 0.1 < decision.threshold < 0.6
    weights = decision.score.weights
    assert weights["model equal"] > weights.get("model none", 0.0)
    assert weights["words in the posting"] < 0 < weights["asking"]
