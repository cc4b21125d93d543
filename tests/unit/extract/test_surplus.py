"""Of a posting that names very much the least likely candidates are dropped."""

from __future__ import annotations

from dataclasses import replace

from gapcheck.extract.candidates import JudgedPassage
from gapcheck.extract.surplus import SURPLUS, drop_surplus
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.extract.test_candidates import judged

PASSAGE = Passage(0, 60, PostingSection.REQUIRED)


def passage(**certainty: float) -> JudgedPassage:
    """A passage whose terms are as likely as told, each said in the text of that name."""
    found = [
        replace(j, candidate=replace(j.candidate, probability=certainty[j.candidate.text]))
        for j in judged("SQL, Python, Django", tags="NN NN NN")
        if j.candidate.text in certainty
    ]
    return JudgedPassage(PASSAGE, tuple(found))


def least(rank: int) -> float:
    return 0.4 if rank < 2 else 0.8


def dropped(*passages: JudgedPassage) -> dict[str, str | None]:
    return {j.candidate.text: j.dropped for p in drop_surplus(passages, least) for j in p.judged}


def test_the_least_likely_of_many_is_dropped() -> None:
    found = dropped(passage(SQL=0.9, Python=0.7, Django=0.6))
    assert found == {"SQL": None, "Python": None, "Django": SURPLUS}


def test_of_a_few_all_are_kept() -> None:
    assert dropped(passage(SQL=0.6, Django=0.5)) == {"SQL": None, "Django": None}


def test_a_term_counts_once_and_as_likely_as_where_it_is_likeliest() -> None:
    passages = passage(SQL=0.9, Python=0.7), passage(SQL=0.41, Python=0.9), passage(Django=0.85)
    assert SURPLUS not in dropped(*passages).values()
