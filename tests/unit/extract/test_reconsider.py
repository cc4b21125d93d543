"""The second look at candidates, when all of the posting's are known."""

from __future__ import annotations

from gapcheck.extract.candidates import Judged, JudgedPassage
from gapcheck.extract.decide import Weighed
from gapcheck.extract.model import Candidate
from gapcheck.extract.propose import Place, Proposal
from gapcheck.extract.reconsider import LEAST_OF_A_PART, reconsider
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import Passage, PostingSection

S = PostingSection


def candidate(
    term: str,
    probability: float = 0.9,
    *,
    lexicon: bool = False,
    origin: Origin | None = None,
    section: PostingSection = S.DUTIES,
) -> Candidate:
    """A candidate that the posting says as its term."""
    origins = frozenset({origin or (Origin.LEXICON if lexicon else Origin.MODEL)})
    known = term if lexicon else None
    return Candidate(0, len(term), term, term, Kind.SKILL, origins, section, known, probability)


def judged(*candidates: Candidate) -> list[tuple[str, str | None]]:
    """Term and reason of each candidate after the second look, all of one passage."""
    nothing = Proposal(0, 0, None, False, Place.NONE, Place.NONE, None, 0.0, None, False, False)
    passage = JudgedPassage(
        Passage(0, 1, S.DUTIES),
        tuple(Judged(found, nothing, Weighed({}, {}), None) for found in candidates),
    )
    (again,) = reconsider([passage])
    return [(found.candidate.term, found.dropped) for found in again.judged]


def test_a_doubtful_word_that_a_longer_keyword_holds_is_dropped() -> None:
    found = judged(candidate("assessment", LEAST_OF_A_PART - 0.01), candidate("risk assessments"))
    assert found == [("assessment", "“risk assessments” says it more fully"), ("risk assessments", None)]


def test_a_likely_word_stays_beside_a_longer_keyword() -> None:
    likely = candidate("assessment", LEAST_OF_A_PART)
    assert judged(likely, candidate("risk assessment"))[0] == ("assessment", None)


def test_a_word_stays_that_is_likely_elsewhere() -> None:
    doubtful, likely = candidate("assessment", 0.5), candidate("Assessments", 0.8)
    assert [reason for _, reason in judged(doubtful, likely, candidate("risk assessment"))] == [None] * 3


def test_a_doubtful_word_stays_that_no_keyword_holds() -> None:
    assert judged(candidate("audit", 0.5), candidate("risk assessment"))[0] == ("audit", None)


def test_a_phrase_that_begins_in_a_known_keyword_is_its_mention() -> None:
    found = judged(candidate("cleaning", lexicon=True), candidate("cleaning tasks", origin=Origin.PHRASE))
    assert found[1] == ("cleaning", None)


def test_what_the_model_marks_or_a_name_continues_keeps_its_own_name() -> None:
    known = candidate("SAP", lexicon=True)
    named = candidate("SAP Data Services", origin=Origin.PHRASE)
    assert judged(known, named, candidate("SAP reports"))[1:] == [
        ("SAP Data Services", None),
        ("SAP reports", None),
    ]


def test_a_phrase_that_ends_in_a_known_keyword_keeps_its_own_name() -> None:
    found = judged(candidate("assays", lexicon=True), candidate("enzymatic assays", origin=Origin.PHRASE))
    assert found[1] == ("enzymatic assays", None)


def test_a_title_is_what_it_ends_in() -> None:
    title = candidate("mobility consulting", origin=Origin.PHRASE, section=S.TITLE)
    assert judged(candidate("consulting", lexicon=True), title)[1] == ("consulting", None)
