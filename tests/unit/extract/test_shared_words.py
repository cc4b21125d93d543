"""Members of a coordination and the words they share."""

from __future__ import annotations

from gapcheck.extract.model import PassageReading, TaggedWord
from gapcheck.extract.propose import propose
from gapcheck.extract.said import read_passage
from gapcheck.extract.shared_words import completions, find_sharing
from gapcheck.lexicon import LONGEST_TERM
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.small_lexicon import small_lexicon


def tagged(text: str, tags: str) -> tuple[TaggedWord, ...]:
    words, at = [], 0
    for word, tag in zip(text.split(), tags.split(), strict=True):
        at = text.index(word, at)
        words.append(TaggedWord(at, tag))
        at += len(word)
    return tuple(words)


def found(text: str, tags: str, member: str) -> list[str]:
    words = tagged(text, tags)
    said = read_passage(text, 0, words)
    passage = Passage(0, len(text), PostingSection.REQUIRED)
    for proposal in propose(said, PassageReading(words=words), passage, small_lexicon(), lambda _: 1):
        if " ".join(t.lower for t in said.tokens[proposal.first : proposal.last + 1]) == member:
            return list(completions(said, proposal.first, proposal.last))
    raise AssertionError(f"{member} is not proposed")


def test_the_head_of_the_second_member() -> None:
    assert found("airway and ventilation management", "NN CC NN NN", "airway") == ["airway management"]


def test_the_first_word_of_the_first_member() -> None:
    assert found("data quality and lineage", "NN NN CC NN", "lineage") == ["data lineage"]


def test_single_words_share_nothing() -> None:
    assert found("airway and lineage", "NN CC NN", "airway") == []


def sharing(text: str, tags: str) -> list[tuple[str, tuple[str, ...]]]:
    said = read_passage(text, 0, tagged(text, tags))
    return [
        (" ".join(token.lower for token in said.tokens[found.member[0] : found.member[1] + 1]), found.names)
        for found in find_sharing(said)
    ]


def test_members_before_the_one_that_says_the_head() -> None:
    text = "organizational, interpersonal and time management skills"
    heads = ("management", "management skills", "skills")
    assert sharing(text, "JJ JJ CC NN NN NNS") == [
        (member, tuple(f"{member} {head}" for head in heads))
        for member in ("organizational", "interpersonal")
    ]


def test_no_name_is_longer_than_a_term_can_be() -> None:
    words = 60
    ((member, names),) = sharing("sound and " + "work " * words + "skills", "NN CC " + "NN " * words + "NNS")
    assert member == "sound"
    assert max(len(name.split()) for name in names) == LONGEST_TERM
    assert len(names) < words * LONGEST_TERM


def test_the_head_without_a_last_word_that_says_little_comes_first() -> None:
    ((member, names),) = sharing("project and program management principles", "NN CC NN NN NNS")
    assert (member, names[0]) == ("project", "project management")


def test_a_word_of_praise_is_no_part_of_a_member() -> None:
    assert [member for member, _ in sharing("proven analytical and writing skills", "JJ JJ CC NN NNS")] == [
        "analytical"
    ]


def test_no_head_is_shared_with_a_single_word_or_across_a_full_phrase() -> None:
    assert sharing("airway and lineage", "NN CC NN") == []
    assert sharing("acute hospital ward work and team management", "JJ NN NN NN CC NN NN") == []
