"""Weights: the formula by hand, and the idf as scikit-learn computes it."""

from __future__ import annotations

import math

import pytest

from gapcheck.background import Background, load_background, normal_form
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import PostingSection
from gapcheck.weigh import SOFT_FACTOR, weigh


def keyword(
    term: str, strength: Strength = Strength.REQUIRED, mentions: int = 1, kind: Kind = Kind.TOOL
) -> ExtractedKeyword:
    places = tuple(Mention(n, n + len(term), term, PostingSection.REQUIRED) for n in range(mentions))
    return ExtractedKeyword(term, kind, strength, (Origin.LEXICON,), places)


def test_weights_follow_the_formula_and_sum_to_one() -> None:
    background = Background(99, {"python": 9})
    weighed = weigh([keyword("Python", mentions=3), keyword("Rust", Strength.MENTIONED)], background)
    python = (1 + math.log(3)) * (math.log(100 / 10) + 1)
    rust = 0.5 * (math.log(100 / 1) + 1)
    assert [w.keyword.term for w in weighed] == ["Python", "Rust"]
    assert weighed[0].weight == pytest.approx(python / (python + rust))
    assert sum(w.weight for w in weighed) == pytest.approx(1)
    assert weighed[0].tf == 3


def test_soft_skills_count_less() -> None:
    soft, hard = keyword("tact", kind=Kind.SOFT), keyword("tort")
    weighed = {w.keyword.term: w.weight for w in weigh([soft, hard], Background(10, {}))}
    assert weighed["tact"] == pytest.approx(SOFT_FACTOR * weighed["tort"])


def test_equal_weights_are_ordered_by_term() -> None:
    assert [w.keyword.term for w in weigh([keyword("b"), keyword("a")], Background(10, {}))] == ["a", "b"]


def test_no_keywords_no_weights() -> None:
    assert weigh([], Background(10, {})) == ()


def test_idf_equals_scikit_learn() -> None:
    text = pytest.importorskip("sklearn.feature_extraction.text")
    documents = ["wound care and charting", "wound care", "charting in python", "payroll"]
    vectorizer = text.TfidfVectorizer(smooth_idf=True, ngram_range=(1, 2), token_pattern=r"\w+").fit(  # noqa: S106
        documents
    )
    idf = dict(zip(vectorizer.get_feature_names_out(), vectorizer.idf_, strict=True))
    counted = {term: sum(f" {term} " in f" {document} " for document in documents) for term in idf}
    background = Background(len(documents), counted)
    for term, expected in idf.items():
        assert background.idf([term]) == pytest.approx(expected)


def test_the_commonest_form_counts() -> None:
    background = Background(99, {"crm": 49})
    assert background.idf(["customer relationship management", "CRM"]) == background.idf(["CRM"])


@pytest.mark.parametrize(
    ("term", "form"), [("Month-End Close", "month end close"), ("C#", "c#"), (".NET", ".net")]
)
def test_normal_form(term: str, form: str) -> None:
    assert normal_form(term) == form


def test_shipped_background_knows_common_words() -> None:
    background = load_background()
    assert background.documents > 1000
    assert background.frequency("experience") > background.frequency("python") > 0
