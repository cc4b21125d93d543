"""Candidates of one passage."""

from __future__ import annotations

from gapcheck.extract.candidates import find_candidates
from gapcheck.extract.model import Candidate, ModelSpan
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.small_lexicon import small_lexicon

LEXICON = small_lexicon()


def candidates(
    text: str, *marked: str, section: PostingSection = PostingSection.REQUIRED, known: tuple[str, ...] = ()
) -> tuple[Candidate, ...]:
    """Candidates of a text in which the language model marks the given stretches."""
    spans = [ModelSpan(text.index(part), text.index(part) + len(part), Kind.SKILL) for part in marked]
    return find_candidates(
        text, Passage(0, len(text), section), spans, LEXICON, lambda term: 50 if term in known else 0
    )


def terms(text: str, *marked: str, **options: object) -> list[tuple[str, list[str]]]:
    return [(c.term, sorted(c.origins)) for c in candidates(text, *marked, **options)]  # type: ignore[arg-type]


def test_lexicon_and_model_agree() -> None:
    assert terms("good SQL and wound care", "SQL") == [
        ("SQL", ["lexicon", "model"]),
        ("wound care", ["lexicon"]),
    ]


def test_a_span_that_dresses_up_a_term_is_the_term() -> None:
    assert terms("strong NoSQL databases skills", "NoSQL databases skills") == [
        ("NoSQL", ["lexicon", "model"])
    ] or terms("strong NoSQL skills", "NoSQL skills") == [("NoSQL", ["lexicon", "model"])]


def test_a_longer_span_wins_over_the_term_inside() -> None:
    assert terms("paediatric wound care", "paediatric wound care") == [("paediatric wound care", ["model"])]


def test_fillers_alone_are_no_keyword() -> None:
    assert terms("a great team", "great team") == []
    assert terms("excellent experience", "excellent experience") == []


def test_job_titles_are_no_keywords() -> None:
    assert terms("a software engineer with SQL") == [("SQL", ["lexicon"])]


def test_unknown_names_among_duties_are_the_employers_own() -> None:
    assert terms("work on Lumaboard daily", "Lumaboard", section=PostingSection.DUTIES) == []
    assert (
        terms("work on Lumaboard daily", "Lumaboard", section=PostingSection.DUTIES, known=("lumaboard",))
        != []
    )
    assert terms("must know Lumaboard", "Lumaboard") == [("Lumaboard", ["model"])]


def test_familiar_end_of_an_unfamiliar_phrase() -> None:
    assert terms("invent sparkling lesson plans", "sparkling lesson plans", known=("lesson plans",)) == [
        ("lesson plans", ["model"])
    ]


def test_offsets() -> None:
    text = "expert in SQL Server"
    (found,) = candidates(text)
    assert text[found.start : found.end] == found.text == "SQL Server"
    assert found.lexicon == "SQL Server"
    assert found.origins == {Origin.LEXICON}
