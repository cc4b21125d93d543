"""How sure a posting's next keyword must be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest

from gapcheck.extract.candidates import Judged, JudgedPassage
from gapcheck.extract.decide import FEWEST, MOST, Decision, Linear
from gapcheck.extract.enough import UNSURE, sure_enough
from gapcheck.extract.model import Candidate
from gapcheck.lexicon import Hit, LexiconEntry
from gapcheck.report import Kind
from gapcheck.segment.model import Passage, PostingSection

DECISION = Decision(Linear(0.0, {}), threshold=0.4)
SECTION = PostingSection.REQUIRED


@dataclass(frozen=True, slots=True)
class Unknown:
    """A proposal that the lexicon does not know."""

    first: int = 0
    last: int = 0
    hit: Hit | None = None
    proved: bool = False


def passage(*found: tuple[str, float]) -> JudgedPassage:
    judged = [
        Judged(
            Candidate(at, at + 1, term, term, Kind.SKILL, frozenset(), SECTION, None, probability, None),
            Unknown(),  # type: ignore[arg-type]
            Unknown(),  # type: ignore[arg-type]
            None,
        )
        for at, (term, probability) in enumerate(found)
    ]
    return JudgedPassage(Passage(0, len(found), SECTION), tuple(judged))


def kept(*passages: JudgedPassage) -> list[str]:
    return [candidate.term for found in sure_enough(passages, DECISION) for candidate in found.kept]


def sure(count: int) -> JudgedPassage:
    return passage(*((f"sure {number}", 0.9) for number in range(count)))


def test_the_least_probability_rises_with_what_is_surer() -> None:
    least = [DECISION.least(surer) for surer in range(100)]
    assert least == sorted(least)
    assert [least[FEWEST[1]], least[MOST[0]]] == pytest.approx([0.4, 0.4])
    assert least[0] == least[FEWEST[0]] < least[FEWEST[1]]
    assert least[MOST[0]] < least[MOST[1]] == least[99]


def test_a_keyword_more_raises_what_the_next_one_needs_by_little() -> None:
    least = [DECISION.least(surer) for surer in range(100)]
    assert max(after - before for before, after in pairwise(least)) < 0.04


@pytest.mark.parametrize(
    ("surer", "probability", "expected"),
    [
        (0, 0.3, True),
        (FEWEST[0], 0.3, True),
        (FEWEST[1], 0.3, False),
        (FEWEST[1], 0.45, True),
        (MOST[0], 0.45, True),
        (MOST[1], 0.45, False),
        (MOST[1], 0.85, True),
    ],
)
def test_a_term_counts_if_it_is_sure_enough_for_its_place(
    surer: int, probability: float, expected: bool
) -> None:
    assert ("audits" in kept(sure(surer), passage(("audits", probability)))) is expected


def test_a_further_mention_of_a_sure_term_is_taken_no_sooner_than_elsewhere() -> None:
    first, second = sure_enough([passage(("audits", 0.9)), passage(("audits", 0.3))], DECISION)
    assert first.judged[0].dropped is None
    assert second.judged[0].dropped == UNSURE


def test_all_mentions_of_an_unsure_term_share_its_place() -> None:
    assert kept(passage(("audits", 0.3)), passage(("audits", 0.32))) == ["audits", "audits"]


@pytest.mark.parametrize(
    ("kind", "cautious", "section", "expected"),
    [
        (Kind.TOOL, False, SECTION, True),
        (Kind.CERTIFICATION, False, PostingSection.DUTIES, True),
        (Kind.TOOL, True, SECTION, False),
        (Kind.SKILL, False, SECTION, False),
        (Kind.TOOL, False, PostingSection.COMPANY, False),
    ],
)
def test_a_name_that_the_lexicon_is_sure_of_need_not_be_surer_among_many(
    kind: Kind, cautious: bool, section: PostingSection, expected: bool
) -> None:
    (found,) = passage(("FANUC robots", 0.3)).judged
    hit = Hit(LexiconEntry("FANUC robots", kind, "trades"), 0, 1, cautious)
    named = replace(
        found,
        candidate=replace(found.candidate, kind=kind, section=section),
        proposal=Unknown(hit=hit),  # type: ignore[arg-type]
    )
    one = JudgedPassage(Passage(0, 1, section), (named,))
    assert ("FANUC robots" in kept(sure(FEWEST[1]), one)) is expected


@pytest.mark.parametrize(("longer", "expected"), [(0.35, ["data models"]), (0.6, ["logical data models"])])
def test_what_is_not_sure_enough_hides_nothing(longer: float, expected: list[str]) -> None:
    unsure, hidden = passage(("logical data models", longer), ("data models", 0.5)).judged
    inside = replace(unsure.candidate, start=0, end=3), replace(hidden.candidate, start=1, end=3)
    judged = (
        replace(unsure, candidate=inside[0]),
        replace(hidden, candidate=inside[1], dropped="“logical data models” is likelier", hidden=True),
    )
    found = kept(sure(FEWEST[1]), JudgedPassage(Passage(0, 3, SECTION), judged))
    assert found[FEWEST[1] :] == expected


def test_the_surest_term_of_the_title_need_not_be_surer_among_many() -> None:
    title = PostingSection.TITLE
    judged = [
        replace(found, candidate=replace(found.candidate, section=title))
        for found in passage(("retail", 0.25), ("retail supervision", 0.3)).judged
    ]
    named = JudgedPassage(Passage(0, 2, title), tuple(judged))
    found = kept(sure(FEWEST[1]), named)
    assert "retail supervision" in found
    assert "retail" not in found
