"""The explanation of a posting's list."""

from __future__ import annotations

from gapcheck.extract.candidates import JudgedPassage
from gapcheck.extract.decide import Decision, Linear
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.list_keywords import explain_sentences
from gapcheck.readers import read_text
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import Passage, PostingSection
from gapcheck.weigh import WeighedKeyword

TEXT = "A master's or doctoral degree in forestry"


def degree(term: str) -> WeighedKeyword:
    mention = Mention(2, len(TEXT), TEXT[2:], PostingSection.REQUIRED)
    keyword = ExtractedKeyword(
        term, Kind.DEGREE, Strength.REQUIRED, (Origin.PHRASE,), (mention,), certainty=0.8
    )
    return WeighedKeyword(keyword, tf=1, idf=1.0, weight=0.5)


def test_keywords_with_the_same_words_have_a_line_each() -> None:
    passage = Passage(0, len(TEXT), PostingSection.REQUIRED)
    names = ["master's degree in forestry", "doctoral degree in forestry"]
    (sentence,) = explain_sentences(
        [JudgedPassage(passage, ())],
        read_text(TEXT, "posting"),
        Decision(Linear(0.0, {}), 0.5),
        [degree(name) for name in names],
    )
    assert [(c.term, c.text, c.probability, c.dropped) for c in sentence.candidates] == [
        (name, TEXT[2:], 0.8, None) for name in sorted(names)
    ]
