"""Degrees and licences with what they are in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.ledger import find_requirements
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import Passage, PostingSection
from gapcheck.subjects import CERTAINTY, with_subjects
from tests.unit.small_lexicon import small_lexicon

S = PostingSection


def said(
    text: str, words: str, term: str, kind: Kind = Kind.DEGREE, *, known: bool = True
) -> ExtractedKeyword:
    """A keyword as extraction finds it, its mentions wherever the text has the words."""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    return ExtractedKeyword(
        term,
        kind,
        Strength.REQUIRED,
        (Origin.LEXICON,),
        tuple(Mention(at, at + len(words), words, S.REQUIRED) for at in starts),
        lexicon=term if known else None,
    )


def told(text: str, *found: ExtractedKeyword, section: S = S.REQUIRED) -> dict[str, ExtractedKeyword]:
    """Keywords by term, when the whole text is one passage."""
    passages = (Passage(0, len(text), section),)
    needs = find_requirements(text, passages)
    named = with_subjects(found, text, passages, needs, small_lexicon())
    for keyword in named:
        assert all(text[m.start : m.end] == m.text for m in keyword.mentions)
    return {keyword.term: keyword for keyword in named}


@pytest.mark.parametrize(
    ("text", "words", "term", "mention"),
    [
        (
            "Bachelor's degree in forestry",
            "Bachelor's degree",
            "bachelor's degree in forestry",
            "Bachelor's degree in forestry",
        ),
        ("A BSc in Forestry is essential", "BSc", "bachelor's degree in Forestry", "BSc in Forestry"),
        (
            "Bachelor's degree in forestry or ecology",
            "Bachelor's degree",
            "bachelor's degree",
            "Bachelor's degree in forestry or ecology",
        ),
        (
            "Bachelor's degree in a related field",
            "Bachelor's degree",
            "bachelor's degree",
            "Bachelor's degree",
        ),
        (
            "Bachelor's degree in a numerate discipline",
            "Bachelor's degree",
            "bachelor's degree",
            "Bachelor's degree",
        ),
        (
            "Bachelor's degree in a technical or business related field",
            "Bachelor's degree",
            "bachelor's degree",
            "Bachelor's degree",
        ),
    ],
)
def test_a_degree_is_named_with_its_one_subject(text: str, words: str, term: str, mention: str) -> None:
    found = told(text, said(text, words, "bachelor's degree"))
    assert list(found) == [term]
    assert [m.text for m in found[term].mentions] == [mention]
    assert found[term].lexicon == "bachelor's degree"


@pytest.mark.parametrize("text", ["A degree in forestry, £24,600 plus tips", "A degree in December 2024"])
def test_a_pay_or_a_date_is_no_subject(text: str) -> None:
    assert not any("24" in term for term in told(text))


def test_a_degree_that_implies_its_subject_is_not_named_with_it() -> None:
    text = "PharmD in pharmacy"
    assert list(told(text, said(text, "PharmD", "PharmD"))) == ["PharmD"]


def test_two_subjects_name_none() -> None:
    text = "BSc in forestry. BSc in ecology."
    found = told(text, said(text, "BSc", "bachelor's degree"))
    assert [m.text for m in found["bachelor's degree"].mentions] == ["BSc in forestry", "BSc in ecology"]


def test_a_subject_is_no_keyword_besides_the_degree_in_it() -> None:
    text = "Bachelor's degree in forestry, ecology or a related field"
    subjects = [said(text, word, word, Kind.KNOWLEDGE) for word in ("forestry", "ecology")]
    found = told(text, said(text, "Bachelor's degree", "bachelor's degree"), *subjects)
    assert list(found) == ["bachelor's degree"]


def test_what_looks_like_a_degree_beside_one_is_its_subject() -> None:
    text = "Bachelor's degree in forestry or forest economics"
    taken = said(text, "forest economics", "forest economics", known=False)
    assert list(told(text, said(text, "Bachelor's degree", "bachelor's degree"), taken)) == [
        "bachelor's degree"
    ]


def test_a_subject_that_is_spoken_of_elsewhere_is_a_keyword() -> None:
    text = "Experience of forestry. Bachelor's degree in forestry or ecology"
    subject = said(text, "forestry", "forestry", Kind.KNOWLEDGE)
    found = told(text, said(text, "Bachelor's degree", "bachelor's degree"), subject)
    assert found["forestry"] == subject


def test_a_subject_stays_where_nobody_asks_for_the_degree() -> None:
    text = "We pay for a degree in forestry"
    subject = said(text, "forestry", "forestry", Kind.KNOWLEDGE)
    assert list(told(text, subject, section=S.BENEFITS)) == ["forestry"]


def test_a_keyword_without_its_alternatives_is_in_no_group() -> None:
    text = "Experience of forestry. Bachelor's degree in forestry or ecology"
    subjects = [
        replace(said(text, word, word, Kind.KNOWLEDGE), group="G1") for word in ("forestry", "ecology")
    ]
    found = told(text, said(text, "Bachelor's degree", "bachelor's degree"), *subjects)
    assert found["forestry"].group is None


def test_a_degree_in_one_of_several_subjects_is_named_with_the_first() -> None:
    found = told("A degree in forestry, ecology or botany is required")
    assert list(found) == ["forestry or ecology degree"]


def test_a_degree_that_only_the_ledger_knows_is_asked_for() -> None:
    found = told("A degree in forestry is required")
    (keyword,) = found.values()
    assert (keyword.term, keyword.kind, keyword.strength) == (
        "forestry degree",
        Kind.DEGREE,
        Strength.REQUIRED,
    )
    assert keyword.certainty == CERTAINTY
    assert [m.text for m in keyword.mentions] == ["degree in forestry"]


def test_a_section_that_holds_no_keywords_asks_for_none() -> None:
    assert told("We pay for a degree in forestry", section=S.BENEFITS) == {}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("A current, unrestricted license to practice audiology in any state", "audiology license"),
        ("Must be licensed to practise as a physical therapist", "physical therapist license"),
        ("A licence to practise medicine in the UK", "medicine licence"),
    ],
)
def test_a_licence_is_named_by_what_it_permits(text: str, term: str) -> None:
    words = next(words for words in ("unrestricted license", "licensed", "licence") if words in text)
    found = told(text, said(text, words, words, Kind.CERTIFICATION))
    assert list(found) == [term]
    assert found[term].lexicon is None
    assert list(told(text)) == [term]


def test_keywords_that_come_to_have_one_name_are_one() -> None:
    text = "License to practice audiology. Full license to practice audiology."
    first = said(text, "License", "license", Kind.CERTIFICATION, known=False)
    second = said(text, "Full license", "full license", Kind.CERTIFICATION, known=False)
    (keyword,) = told(text, first, second).values()
    assert [m.text for m in keyword.mentions] == [
        "License to practice audiology",
        "Full license to practice audiology",
    ]


def test_an_endorsement_is_named_by_its_subject() -> None:
    text = "Teaching certificate with an endorsement in special education or reading."
    found = told(text, said(text, "Teaching certificate", "teaching certificate", Kind.CERTIFICATION))
    assert list(found) == ["teaching certificate", "special education endorsement"]
    assert [m.text for m in found["special education endorsement"].mentions] == [
        "endorsement in special education"
    ]


def test_an_endorsement_in_nothing_particular_is_none() -> None:
    assert told("An endorsement in a related field.") == {}
