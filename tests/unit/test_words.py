"""Tokens, stems and comparison keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.words import key, root, run_key, stem, surface_key, tokenize


def lowers(text: str) -> list[str]:
    return [token.lower for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++, C# and .NET", ["c++", "c#", "and", ".net"]),
        ("ASP.NET and Node.js.", ["asp", ".net", "and", "node", ".js"]),
        ("R&D, A/B testing, I/O", ["r&d", "a/b", "testing", "i/o"]),
        ("Cat C+E licence, C++", ["cat", "c+e", "licence", "c++"]),
        ("P & L", ["p&l"]),
        ("C/C++ or R.", ["c", "c++", "or", "r"]),
        ("health & safety", ["health", "and", "safety"]),
        ("on-call, 24/7", ["on", "call", "24", "7"]),
        ("nurse's patients’ care", ["nurse's", "patients", "care"]),
        ("see https://example.org/http or mail ann@example.org", ["see", "or", "mail"]),
        ("well done.Next one", ["well", "done", "next", "one"]),
        ("Ph.D. or Ph.D, B.Sc; (Pharm.D.)", ["phd", "or", "phd", "bsc", "pharmd"]),
        ("do it.We do", ["do", "it", "we", "do"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert lowers(text) == expected


def test_tokens_carry_offsets_into_the_text() -> None:
    text = "  Plans  budgets"
    assert [text[token.start : token.end] for token in tokenize(text)] == ["Plans", "budgets"]
    assert [token.start for token in tokenize("ab cd", offset=10)] == [10, 13]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("month-end close", [False, True, True]),
        ("machine\nlearning", [False, True]),
        ("Java. Scripting", [False, False]),
        ("Java, Scala", [False, False]),
        ("one\n\ntwo", [False, False]),
        ("bachelors' degree", [False, True]),
        ("Bachelors’ degree", [False, True]),
        ("say 'yes' here", [False, False, True]),
        ("the 'plan' here", [False, False, False]),
    ],
)
def test_punctuation_ends_a_phrase(text: str, joined: list[bool]) -> None:
    assert [token.joined for token in tokenize(text)] == joined


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("front end", "frontend"),
        ("front-end", "FrontEnd"),
        ("manage budgets", "managing budget"),
        ("organisation", "organization"),
        ("colour grading", "color grading"),
        ("paediatrics", "pediatric"),
        ("driving licence", "driving license"),
        ("theatre", "theater"),
        ("modelling", "modeling"),
        ("programmes", "program"),
        ("analyse", "analyze"),
        ("policies", "policy"),
        ("planned", "planning"),
        ("coded", "code"),
        ("health & safety", "health and safety"),
        ("CI/CD", "CI CD"),
        ("statistical analyses", "statistical analysis"),
        ("midwives", "midwife"),
    ],
)
def test_forms_of_one_term_share_a_key(left: str, right: str) -> None:
    assert key(left) == key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("accounting", "accountant"),
        ("C", "C++"),
        ("C#", "C"),
        ("R", "R&D"),
        ("Java", "JavaScript"),
        ("PA-C", "pace"),
        ("news", "new"),
        ("staffing", "staff"),
        ("AWS", "aw"),
        ("business", "busy"),
        ("string", "str"),
        ("diagnoses", "diagnosis"),  # "diagnoses and treats"
    ],
)
def test_different_terms_do_not(left: str, right: str) -> None:
    assert key(left) != key(right)


def test_surface_key_keeps_inflection_apart() -> None:
    assert surface_key("Care-Plans") == surface_key("care plans")
    assert surface_key("care plans") != surface_key("care plan")


def test_short_words_are_not_run_together() -> None:
    assert run_key(["pa", "c"]) == "pa c"
    assert run_key(["month", "end"]) == "monthend"


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("managed", "management"),
        ("reconciling", "reconciliation"),
        ("analysed", "analysis"),
        ("registered", "registration"),
    ],
)
def test_roots_bring_verb_and_noun_together(verb: str, noun: str) -> None:
    assert root(stem(verb)) == root(stem(noun))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("product", "production"),
        ("required", "requirement"),
        ("competence", "competition"),
        ("trade", "tradition"),
    ],
)
def test_roots_keep_words_apart_that_only_look_derived(one: str, other: str) -> None:
    assert root(stem(one)) != root(stem(other))


@given(st.text())
def test_tokens_lie_in_order_inside_any_text(text: str) -> None:
    tokens = tokenize(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_case_changes_no_key(word: str) -> None:
    assert key(word.upper()) == key(word) == key(word.title())
