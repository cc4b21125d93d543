"""Looking up lexicon terms, and when a cautious form counts."""

from __future__ import annotations

import pytest

from gapcheck.lexicon import LexiconEntry, from_json
from gapcheck.report import Kind
from gapcheck.words import key, tokenize
from tests.unit.small_lexicon import small_lexicon

LEXICON = small_lexicon()


def found(text: str) -> list[str]:
    return [hit.entry.term for hit in LEXICON.find(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python and SQL", ["Python", "SQL"]),
        ("SQL Server 2019", ["SQL Server"]),
        ("dressings and wound-management", ["wound care"]),
        ("Wound Care", ["wound care"]),
        ("C, C++", ["C", "C++"]),
        ("nothing of the kind", []),
        ("two CRMs", ["customer relationship management"]),
        ("crming", []),  # an abbreviation has no other endings than the plural's
        ("a wound. Care is given", []),
    ],
)
def test_longest_terms_without_overlap(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "backend services in Go",
        "Python, Go and SQL",
        "go, python",
        "Go",
        "concurrency with goroutines; five years of Go",
        "Golang for a living",
    ],
)
def test_cautious_term_counts_with_proof(text: str) -> None:
    assert "Go" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "you will go the extra mile",
        "Python is used here, and when you go home you are free",
        "go to the office on Mondays",
    ],
)
def test_cautious_term_does_not_count_without(text: str) -> None:
    assert "Go" not in found(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Case work with families", True),
        ("Case working with families", True),
        ("The case works with families", False),
        ("Cases work out with families", False),
    ],
)
def test_a_word_written_apart_is_no_sentence_of_its_parts(text: str, said: bool) -> None:
    assert ("casework" in found(text)) is said


def test_ambiguous_alias_needs_proof_too() -> None:
    assert found("PT after surgery and rehabilitation") == ["physiotherapy"]
    assert found("this post is PT, 20 hours") == []


def test_entry_by_its_exact_term() -> None:
    entry = LEXICON.entry("Django")
    assert entry is not None
    assert entry.implies == ("Python",)
    assert LEXICON.entry("django") is None
    assert LEXICON.entry("unheard of") is None


def test_what_certifies_a_person_is_not_said_by_their_work() -> None:
    row = '["Professional Engineer","certification","mechanical",[],[],0,[],[],[],[]]'
    lexicon = from_json(f'{{"version":"1","forms":{{"{key("professional engineer")}":[[0,0]]}}}}\n{row}\n')
    found = [
        len(lexicon.find(tokenize(text))) for text in ("professional engineers", "professional engineering")
    ]
    assert found == [1, 0]


def test_reads_the_compiled_form() -> None:
    lexicon = from_json(
        '{"version":"1","forms":{"sql":[[0,0]]}}\n["SQL","tool","data",[],[],0,[],[],["query\u2028"],[]]\n'
    )
    assert lexicon.version == "1"
    assert len(lexicon) == 1
    assert lexicon.entry("SQL") == LexiconEntry("SQL", Kind.TOOL, "data", shown_by=("query\u2028",))
    assert [hit.entry.term for hit in lexicon.find(tokenize("some sql"))] == ["SQL"]


def test_the_work_is_no_title() -> None:
    lexicon = small_lexicon()
    assert [hit.entry.term for hit in lexicon.find_titles(tokenize("software engineers"))] == [
        "software engineer"
    ]
    assert not lexicon.find_titles(tokenize("software engineering"))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("wound, burn and scar care", 4),
        ("Wound, burn, and scar care", 4),
        ("wound / burn / scar care", None),
        ("wound burn scar care", None),
    ],
)
def test_a_term_that_is_a_list_has_its_commas(text: str, last: int | None) -> None:
    hits = LEXICON.find(tokenize(text))
    assert [(hit.entry.term, hit.first, hit.last) for hit in hits] == (
        [] if last is None else [("wound care", 0, last)]
    )


def test_all_that_a_form_may_mean() -> None:
    assert [entry.term for entry in LEXICON.may_mean("PT")] == ["physiotherapy"]
    assert list(LEXICON.may_mean("unheard of")) == []
