"""Candidates of one passage: which proposals are kept, as what, and why the others are dropped."""

from __future__ import annotations

from gapcheck.extract.candidates import Judges, judge_proposals
from gapcheck.extract.decide import Decision, Linear
from gapcheck.extract.model import Candidate, ModelSpan, PassageReading, TaggedWord
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import Passage, PostingSection
from tests.unit.small_lexicon import small_lexicon

LEXICON = small_lexicon()

# By hand: the lexicon's word counts, the model's span counts, a phrase alone does not.
DECISION = Decision(
    Linear(0.0, {}),
    Linear(-1.0, {"lexicon skill": 3.0, "lexicon tool": 3.0, "model equal": 2.0, "length 3, equal": 2.0}),
    threshold=0.5,
)


def judge(text: str, *marked: str, tags: str = "", employers: tuple[str, ...] = ()) -> dict[str, str | None]:
    """Each proposal of a text and why it was dropped; the language model marks the given stretches."""
    return {j.candidate.text: j.dropped for j in judged(text, *marked, tags=tags, employers=employers)}


def judged(text: str, *marked: str, tags: str = "", employers: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
    words, at = [], 0
    for word, tag in zip(text.split(), tags.split(), strict=False):
        at = text.index(word, at)
        words.append(TaggedWord(at, tag))
    spans = tuple(ModelSpan(text.index(part), text.index(part) + len(part), Kind.SKILL) for part in marked)
    judges = Judges(LEXICON, DECISION, lambda _: 0, lambda _: 0.0, employers=frozenset(employers))
    passage = Passage(0, len(text), PostingSection.REQUIRED)
    return judge_proposals(text, passage, PassageReading(spans, tuple(words)), judges)


def kept(text: str, *marked: str, tags: str = "") -> list[Candidate]:
    return [j.candidate for j in judged(text, *marked, tags=tags) if j.dropped is None]


def terms(text: str, *marked: str, tags: str = "") -> list[tuple[str, list[str]]]:
    return [(c.term, sorted(c.origins)) for c in kept(text, *marked, tags=tags)]


def test_lexicon_and_model_agree() -> None:
    assert terms("good SQL and wound care", "SQL") == [
        ("SQL", ["lexicon", "model"]),
        ("wound care", ["lexicon"]),
    ]


def test_the_likelier_of_two_that_overlap_is_kept() -> None:
    assert terms("paediatric wound care", "paediatric wound care") == [("paediatric wound care", ["model"])]
    assert (
        judge("paediatric wound care", "paediatric wound care")["wound care"]
        == "“paediatric wound care” is likelier"
    )


def test_what_is_unlikely_is_dropped_with_its_reason() -> None:
    assert judge("the morning ritual", tags="DT NN NN") == {
        "ritual": "unlikely",
        "morning ritual": "unlikely",
    }


def test_phrases_come_from_tags_and_lose_their_trimmings() -> None:
    assert set(judge("strong lesson planning skills", tags="JJ NN NN NNS")) == {"lesson planning"}


def test_fillers_alone_are_no_proposal() -> None:
    assert judge("the morning routine", tags="DT NN NN") == {"morning routine": "unlikely"}
    assert judge("excellent experience", tags="JJ NN") == {}


def test_a_keyword_ends_in_a_noun() -> None:
    assert "calmly" not in judge("work calmly", "calmly", tags="VB RB")


def test_the_employers_name_is_no_keyword() -> None:
    found = judge("Acme widgets", "Acme widgets", tags="NNP NNS", employers=("Acme",))
    assert found["Acme widgets"] == "names the employer"


def test_the_mention_takes_in_the_noun_that_the_keyword_does_without() -> None:
    (found,) = kept("SQL tools", tags="NN NNS")
    assert (found.term, found.text) == ("SQL", "SQL tools")


def test_a_sentences_capital_is_not_the_terms() -> None:
    (found,) = kept("Lesson planning daily", "Lesson planning", tags="NN NN RB")
    assert found.term == "lesson planning"
    assert found.text == "Lesson planning"


def test_offsets_and_probability() -> None:
    text = "expert in SQL Server"
    (found,) = kept(text)
    assert text[found.start : found.end] == found.text == "SQL Server"
    assert found.lexicon == "SQL Server"
    assert found.origins == {Origin.LEXICON}
    assert 0.85 < found.probability < 0.9  # log odds of 3 - 1
