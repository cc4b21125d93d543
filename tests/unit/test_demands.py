"""Keywords that only the ledger finds."""

from __future__ import annotations

import pytest

from gapcheck.demands import with_demands
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.ledger import find_requirements
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.small_lexicon import small_lexicon

S = PostingSection


OTHER = ExtractedKeyword("other", Kind.SKILL, Strength.REQUIRED, (Origin.MODEL,), ())
"""A keyword that the posting has somewhere else."""


def demands_in(text: str, *words: str, section: S = S.REQUIRED) -> list[ExtractedKeyword]:
    """What a posting of one passage gives besides, where the words are keywords already."""
    said = (
        ExtractedKeyword(
            word,
            Kind.SKILL,
            Strength.REQUIRED,
            (Origin.MODEL,),
            (Mention(at, at + len(word), word, section),),
        )
        for word in words
        for at in [text.index(word)]
    )
    found = (OTHER, *said)
    passages = (Passage(0, len(text), section),)
    named = with_demands(found, text, passages, find_requirements(text, passages), small_lexicon())
    assert named[: len(found)] == found
    for keyword in named:
        assert all(text[m.start : m.end] == m.text for m in keyword.mentions)
    return list(named[len(found) :])


@pytest.mark.parametrize(
    ("text", "term", "mention"),
    [
        (
            "10+ years of relevant experience.",
            "10 years of relevant experience",
            "10+ years of relevant experience",
        ),
        (
            "At least one (1) year of specialized experience equivalent to the GS-09 level.",
            "1 year of specialized experience",
            "one (1) year of specialized experience",
        ),
        ("3-5 years of experience required.", "3 to 5 years of experience", "3-5 years of experience"),
        ("At least 36 months experience.", "36 months of experience", "36 months experience"),
        ("4+ years of IT experience.", "4 years of IT experience", "4+ years of IT experience"),
    ],
)
def test_years_of_nothing_in_particular_are_a_keyword(text: str, term: str, mention: str) -> None:
    (keyword,) = demands_in(text)
    assert (keyword.term, keyword.kind, keyword.strength) == (term, Kind.EXPERIENCE, Strength.REQUIRED)
    assert [m.text for m in keyword.mentions] == [mention]


def test_years_of_a_keyword_belong_to_it() -> None:
    assert demands_in("5 years of Python experience.", "Python") == []


def test_years_of_any_of_several_keywords_are_one_of_their_own() -> None:
    text = "6 years of experience in recruiting, consulting or program management."
    (keyword,) = demands_in(text, "recruiting", "consulting", "program management")
    assert keyword.term == "6 years of experience"


def test_alternatives_that_are_no_keywords_leave_the_years_to_the_one_that_is() -> None:
    assert demands_in("3+ years in digital marketing, in-house or agency.", "digital marketing") == []


def test_a_posting_has_one_such_keyword() -> None:
    text = "1 year of specialized experience. GS-5: 6 months of specialized experience."
    (keyword,) = demands_in(text)
    assert keyword.term == "1 year of specialized experience"
    assert [m.text for m in keyword.mentions] == [
        "1 year of specialized experience",
        "6 months of specialized experience",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Experience in a busy office.",  # no amount
        "We have 30 years of experience.",
        "A five year background check is needed.",
        "I have 4+ years of experience as described above.",
    ],
)
def test_what_is_no_amount_of_experience_asked_for_is_none(text: str) -> None:
    assert demands_in(text) == []


def test_sections_without_keywords_have_none() -> None:
    assert demands_in("5 years of experience.", section=S.COMPANY) == []


def test_preferred_years_are_preferred() -> None:
    (keyword,) = demands_in("10 years of experience.", section=S.PREFERRED)
    assert keyword.strength is Strength.PREFERRED


@pytest.mark.parametrize(
    ("text", "term", "kind"),
    [
        ("Fluent Welsh is essential.", "Welsh", Kind.LANGUAGE),
        ("A master's degree is required.", "master's degree", Kind.DEGREE),
        ("A master's degree in law or a related field.", "master's degree in law", Kind.DEGREE),
        ("A numerate degree (2:1+).", "bachelor's degree", Kind.DEGREE),
    ],
)
def test_a_degree_or_language_that_no_source_proposed_is_a_keyword(text: str, term: str, kind: Kind) -> None:
    (keyword,) = demands_in(text)
    assert (keyword.term, keyword.kind) == (term, kind)


def test_a_degree_that_is_a_keyword_already_is_none_besides() -> None:
    assert demands_in("A master's degree is required.", "master's degree") == []


def test_other_demands_are_no_keywords() -> None:
    assert demands_in("You must be willing to travel and to pass a background check.") == []


def test_years_alone_make_no_posting() -> None:
    text = "Must have 5 years of experience."
    passages = (Passage(0, len(text), S.REQUIRED),)
    assert with_demands((), text, passages, find_requirements(text, passages), small_lexicon()) == ()
