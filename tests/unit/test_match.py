"""How a resume shows a keyword."""

from __future__ import annotations

import pytest

from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.match import Match, index_resume, match
from gapcheck.readers import read_text
from gapcheck.report import Kind, Origin, Status, Strength
from gapcheck.segment.model import PostingSection
from tests.unit.small_lexicon import small_lexicon

LEXICON = small_lexicon()


def keyword(said: str, term: str | None = None, wordings: tuple[str, ...] = ()) -> ExtractedKeyword:
    """A keyword that the posting says as `said`; `term` is its lexicon entry, if it has one."""
    entry = LEXICON.entry(term) if term else None
    return ExtractedKeyword(
        term or said,
        entry.kind if entry else Kind.SKILL,
        Strength.REQUIRED,
        (Origin.LEXICON,),
        (Mention(0, len(said), said, PostingSection.REQUIRED),),
        wordings or (entry.aliases if entry else ()),
        term,
    )


def found(resume: str, wanted: ExtractedKeyword) -> tuple[Status, list[str]]:
    document = read_text(resume, "resume")
    result: Match = match(wanted, index_resume(document, LEXICON))
    return result.status, [document.text[start:end] for start, end in result.evidence]


@pytest.mark.parametrize(
    ("resume", "wanted", "status", "evidence"),
    [
        ("Wound Care on a ward", keyword("wound care", "wound care"), Status.EXACT, ["Wound Care"]),
        ("wound-care", keyword("wound care", "wound care"), Status.EXACT, ["wound-care"]),
        ("cared for wounds", keyword("wound care", "wound care"), Status.INFLECTED, ["cared for wounds"]),
        ("wound management", keyword("wound care", "wound care"), Status.ALIAS, ["wound management"]),
        ("cared about people", keyword("wound care", "wound care"), Status.MISSING, []),
        ("built a CRM", keyword("customer relationship management"), Status.MISSING, []),
        (
            "built a CRM",
            keyword("customer relationship management", wordings=("customer relationship management", "CRM")),
            Status.ALIAS,
            ["CRM"],
        ),
        ("shops in Django", keyword("Python", "Python"), Status.RELATED, ["Django"]),
        ("sites in Wagtail", keyword("Python", "Python"), Status.RELATED, ["Wagtail"]),
        ("Python", keyword("Django", "Django"), Status.MISSING, []),
        ("C and C# and C++11", keyword("C++", "C++"), Status.MISSING, []),
        ("C, C++, Rust", keyword("C++", "C++"), Status.EXACT, ["C++"]),
        (
            "managed budgets",
            keyword("budget management", "budget management"),
            Status.INFLECTED,
            ["managed budgets"],
        ),
        (
            "management of yearly budgets",
            keyword("budget management", "budget management"),
            Status.INFLECTED,
            ["management of yearly budgets"],
        ),
        ("budget. Management", keyword("budget management", "budget management"), Status.MISSING, []),
        ("MSc in nursing", keyword("bachelor's degree", "bachelor's degree"), Status.ALIAS, ["MSc"]),
        ("organised rotas", keyword("organizing rotas"), Status.INFLECTED, ["organised rotas"]),
        ("machine\nlearning", keyword("machine learning"), Status.EXACT, ["machine\nlearning"]),
    ],
)
def test_match(resume: str, wanted: ExtractedKeyword, status: Status, evidence: list[str]) -> None:
    assert found(resume, wanted) == (status, evidence)


@pytest.mark.parametrize(
    ("resume", "status"),
    [
        ("Python, Go, SQL", Status.EXACT),
        ("Go", Status.EXACT),
        ("I go to work by bike\n\nPython at Acme", Status.MISSING),
        ("Golang services", Status.ALIAS),
    ],
)
def test_cautious_words_need_proof(resume: str, status: Status) -> None:
    assert found(resume, keyword("Go", "Go"))[0] is status


def test_the_canonical_term_in_place_of_the_postings_word_is_another_wording() -> None:
    assert found("wound care", keyword("wound management", "wound care"))[0] is Status.ALIAS


def test_evidence_is_bounded() -> None:
    assert len(found("SQL. " * 50, keyword("SQL", "SQL"))[1]) == 8


def test_empty_words_match_nothing() -> None:
    assert found("nothing here", keyword("SQL", "SQL"))[0] is Status.MISSING
