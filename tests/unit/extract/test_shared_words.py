"""Members of a coordination and the words they share."""

from __future__ import annotations

from gapcheck.extract.model import PassageReading, TaggedWord
from gapcheck.extract.propose import propose
from gapcheck.extract.said import read_passage
from gapcheck.extract.shared_words import completions
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.small_lexicon import small_lexicon


def found(text: str, tags: str, member: str) -> list[str]:
    words, at = [], 0
    for word, tag in zip(text.split(), tags.split(), strict=True):
        at = text.index(word, at)
        words.append(TaggedWord(at, tag))
        at += len(word)
    said = read_passage(text, 0, words)
    passage = Passage(0, len(text), PostingSection.REQUIRED)
    for proposal in propose(said, PassageReading(words=tuple(words)), passage, small_lexicon(), lambda _: 1):
        if " ".join(t.lower for t in said.tokens[proposal.first : proposal.last + 1]) == member:
            return list(completions(said, proposal.first, proposal.last))
    raise AssertionError(f"{member} is not proposed")


def test_the_head_of_the_second_member() -> None:
    assert found("airway and ventilation management", "NN CC NN NN", "airway") == ["airway management"]


def test_the_first_word_of_the_first_member() -> None:
    assert found("data quality and lineage", "NN NN CC NN", "lineage") == ["data lineage"]


def test_single_words_share_nothing() -> None:
    assert found("airway and lineage", "NN CC NN", "airway") == []
