"""Candidates of one passage: which proposals are kept, as what, and why the others are dropped."""

from __future__ import annotations

import pytest

from gapcheck.extract.candidates import Judges, judge_proposals
from gapcheck.extract.decide import Decision, Linear
from gapcheck.extract.model import Candidate, ModelSpan, PassageReading, TaggedWord
from gapcheck.extract.reading import read_posting
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting
from tests.unit.small_lexicon import small_lexicon

LEXICON = small_lexicon()

# By hand: the lexicon's word counts, the model's span counts, a phrase alone does not.
DECISION = Decision(
    Linear(-1.0, {"lexicon skill": 3.0, "lexicon tool": 3.0, "model equal": 2.0, "length 3, equal": 2.0}),
    threshold=0.5,
)


def judge(
    text: str,
    *marked: str,
    tags: str = "",
    employers: tuple[str, ...] = (),
    explained: dict[str, str] | None = None,
) -> dict[str, str | None]:
    """Each proposal of a text and why it was dropped; the language model marks the given stretches."""
    found = judged(text, *marked, tags=tags, employers=employers, explained=explained)
    return {j.candidate.text: j.dropped for j in found}


def judged(  # type: ignore[no-untyped-def]
    text: str,
    *marked: str,
    tags: str = "",
    employers: tuple[str, ...] = (),
    explained: dict[str, str] | None = None,
    decision: Decision = DECISION,
):
    words, at = [], 0
    for word, tag in zip(text.split(), tags.split(), strict=False):
        at = text.index(word, at)
        words.append(TaggedWord(at, tag))
    spans = tuple(ModelSpan(text.index(part), text.index(part) + len(part), Kind.SKILL) for part in marked)
    judges = Judges(LEXICON, decision, employers=frozenset(employers), explained=explained or {})
    passages = read_posting(
        text,
        SegmentedPosting(None, (Passage(0, len(text), PostingSection.REQUIRED),)),
        read=lambda _: [PassageReading(spans, tuple(words))],
        frequency=lambda _: 0,
        asking=lambda passages, *_: [0.0] * len(passages),
    )
    return judge_proposals(passages[0], judges)


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
    assert terms("paediatric ward rounds", "ward rounds") == [("ward rounds", ["model"])]
    found = judge("paediatric wound care", "paediatric wound", "wound care")
    assert found["paediatric wound"] == "“wound care” is likelier"


def test_of_two_that_are_as_likely_the_longer_is_kept_though_the_lexicon_knows_the_other() -> None:
    assert terms("paediatric ward rounds", "paediatric ward rounds", "ward rounds") == [
        ("paediatric ward rounds", ["model"])
    ]
    assert terms("paediatric wound care", "paediatric wound care", "wound care") == [
        ("paediatric wound care", ["model"])
    ]


def test_what_the_lexicon_knows_with_its_neighbours_head_goes_before_a_shorter_term_in_it() -> None:
    decision = Decision(Linear(-1.0, {"lexicon skill": 3.0, "model equal": 2.2}), threshold=0.5)
    found = judged(
        "acute wound care or budget nursing", "acute wound care", tags="JJ NN NN CC NN NN", decision=decision
    )
    terms = {j.candidate.text: j.candidate.term for j in found if j.dropped is None}
    assert terms["acute wound care"] == "acute wound care nursing"


def test_a_term_of_the_lexicon_is_as_likely_as_what_may_be_cut_from_it() -> None:
    decision = Decision(Linear(-1.0, {"lexicon tool": 0.2, "model equal": 2.2}), threshold=0.5)
    found = judged(
        "customer relationship management", "relationship management", tags="NN NN NN", decision=decision
    )
    assert {j.candidate.term: j.dropped for j in found} == {
        "customer relationship management": None,
        "relationship management": "“customer relationship management” is likelier",
    }


@pytest.mark.parametrize(
    ("text", "tags", "likely"),
    [
        ("wound and budget management", "JJ CC NN NN", True),
        ("wound and budget management", "VBN CC JJ NN", True),  # "supervised and unsupervised learning"
        ("wound and budget management", "VBN CC VBN NN", False),  # "planned and delivered care"
        ("wound and budget management", "NN CC VBG NN", False),  # "planning and delivering care"
        ("wound and budget management", "NNS CC NN NN", False),
        ("wound, complaint and budget management", "JJ NN CC NN NN", True),
    ],
)
def test_a_member_is_as_likely_as_the_one_that_says_the_head_for_both(
    text: str, tags: str, *, likely: bool
) -> None:
    decision = Decision(Linear(-1.0, {"model equal": 2.2}), threshold=0.5)
    found = judged(text, "budget management", tags=tags, decision=decision)
    (member,) = [j for j in found if j.candidate.text == "wound"]
    assert member.candidate.term == "wound care"
    assert (member.dropped is None) is likely


def test_a_longer_term_of_the_lexicon_goes_before_one_in_it() -> None:
    decision = Decision(Linear(-1.0, {"lexicon skill": 0.2, "model equal": 2.2}), threshold=0.5)
    found = judged("acute wound care nursing", "wound care", tags="JJ NN NN NN", decision=decision)
    assert [j.candidate.term for j in found if j.dropped is None] == ["acute wound care nursing"]


def test_a_name_of_one_letter_and_a_sign_has_no_second_capital() -> None:
    assert "CompTIA A+" in {j.candidate.term for j in judged("teach courses in A+", tags="VB NNS IN NN")}


def test_what_only_a_short_posting_would_take_gives_way_to_what_is_likely_enough_however_long_it_is() -> None:
    decision = Decision(Linear(-0.2, {"model equal": 0.3}), threshold=0.5)
    found = judged("falcon training", "falcon", tags="NN NN", decision=decision)
    dropped = {j.candidate.text: j.dropped for j in found}
    assert dropped["falcon"] is None
    assert dropped["falcon training"] == "“falcon” is likelier"


def test_a_list_of_tools_that_lost_its_commas_is_no_name() -> None:
    assert terms("SQL Python and wound care", "SQL Python") == [
        ("SQL", ["lexicon"]),
        ("Python", ["lexicon"]),
        ("wound care", ["lexicon"]),
    ]


def test_a_term_that_a_longer_one_hides_is_still_the_lexicons() -> None:
    named = {j.candidate.text: j.candidate.lexicon for j in judged("run SQL Server", "SQL", tags="VB NN NN")}
    assert named == {"SQL": "SQL", "SQL Server": "SQL Server"}
    assert {j.candidate.lexicon for j in judged("the PT sessions", "PT")} == {"physiotherapy"}
    assert {j.candidate.lexicon for j in judged("lead PT here", "PT")} == {None}


def test_what_is_unlikely_is_dropped_with_its_reason() -> None:
    assert judge("the morning ritual", tags="DT NN NN") == {
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


def test_a_longer_name_of_the_employer_is_its_name_and_its_product_is_none() -> None:
    found = judge("Wagtail CMS", tags="NNP NNP", employers=("Wagtail",))
    assert found["Wagtail CMS"] == "names the employer"
    assert judge("SQL Server", tags="NN NN", employers=("SQL",))["SQL Server"] is None


def test_the_mention_takes_in_the_noun_that_the_keyword_does_without() -> None:
    (found,) = kept("SQL tools", tags="NN NNS")
    assert (found.term, found.text) == ("SQL", "SQL tools")


def test_a_sentences_capital_is_not_the_terms() -> None:
    (found,) = kept("Lesson planning daily", "Lesson planning", tags="NN NN RB")
    assert found.term == "lesson planning"
    assert found.text == "Lesson planning"
    (found,) = kept("Research Finance Lead daily", "Research Finance Lead", tags="NN NNP NNP RB")
    assert found.term == "Research Finance Lead"


def test_offsets_and_probability() -> None:
    text = "expert in SQL Server"
    (found,) = kept(text)
    assert text[found.start : found.end] == found.text == "SQL Server"
    assert found.lexicon == "SQL Server"
    assert found.origins == {Origin.LEXICON}
    assert 0.85 < found.probability < 0.9  # log odds of 3 - 1


def test_nothing_is_cut_out_of_a_hyphenated_word() -> None:
    found = judge("hit on-time shipping", "time shipping", tags="VB IN NN")
    assert "time shipping" not in found
    assert found["on-time shipping"] is None
    assert "buy" not in judge("secure buy-in", "buy", tags="VB NN")


def test_words_that_only_judge_are_left_out() -> None:
    (found,) = kept("complex wound dressings", "complex wound dressings", tags="JJ NN NNS")
    assert (found.term, found.text) == ("wound dressings", "wound dressings")
    assert judge("complex dressings", "complex dressings", tags="JJ NNS").keys() == {"dressings"}
    assert judge("various teaching styles", tags="JJ NN NNS").keys() == {"teaching styles"}
    assert judge("giving talks", "giving talks", tags="VBG NNS").keys() == {"talks"}


def test_a_keyword_begins_with_no_plain_verb_and_ends_in_something() -> None:
    assert judge("optimizes ledgers", "optimizes ledgers", tags="NNS NNS").keys() == {"ledgers"}
    assert judge("academic concerns", "academic concerns", tags="JJ NNS") == {}


def test_a_quotation_mark_ends_no_phrase() -> None:
    (found,) = kept("teach “sterile” gowning", "sterile” gowning", tags="VB JJ NN")
    assert (found.term, found.text) == ("sterile gowning", "sterile” gowning")


def test_what_the_posting_explains_otherwise_is_not_the_lexicons() -> None:
    def known_as(meant: str) -> tuple[str | None, str | None]:
        (found,) = judged("knows CRM", "CRM", explained={"CRM": meant}, tags="VBZ NNP")
        return found.candidate.lexicon, found.dropped

    assert known_as("Crew Resource Exercise") == (None, None)
    assert known_as("Customer Relations Handbook") == ("customer relationship management", None)
    assert known_as("Cumberland Regional Hospital") == (None, "names an organisation")
    assert known_as("subject matter expert") == (None, "experts of nothing in particular")


def test_an_unproved_name_in_small_letters_is_the_word() -> None:
    assert judge("we go home")["go"] == "an ordinary word here"
    assert judge("we Go home")["Go"] is None


def test_an_ambiguous_wording_that_nothing_proves_keeps_its_own_name() -> None:
    (found,) = kept("send PT staff", "PT")
    assert (found.term, found.lexicon, found.kind) == ("PT", None, Kind.SKILL)
    (found,) = kept("rehabilitation with PT staff", "PT")
    assert (found.term, found.lexicon) == ("physiotherapy", "physiotherapy")


def test_an_unproved_wording_that_says_the_name_is_the_lexicons() -> None:
    (found,) = kept("a Go enthusiast", "Go")
    assert (found.term, found.lexicon) == ("Go", "Go")


def test_an_abbreviation_of_three_letters_is_no_word_of_several() -> None:
    assert "Arms" not in judge("Arms and legs must move")
    assert "ARMs" in judge("ARMs and memory")


def test_what_numbers_an_item_is_no_keyword() -> None:
    assert judge("do this; (C) wound care")["C"] == "numbers an item"
    assert judge("statistics (C) daily")["C"] is None


def test_the_front_of_a_standards_number_is_no_keyword() -> None:
    assert judge("know EN ISO 14971 well", "EN")["EN"] == "the front of a standard's number"
    assert judge("translate EN texts", "EN")["EN"] is None


def test_whom_one_works_for_is_no_keyword() -> None:
    found = judge("support the ward manager daily", "ward manager", tags="VB DT NN NN RB")
    assert found["ward manager"] == "names people to work for"
    assert judge("as a ward manager daily", "ward manager", tags="IN DT NN NN RB")["ward manager"] is None


def test_a_name_takes_in_the_rest_of_its_number() -> None:
    (found,) = kept("know JO 7110.65 well", "JO 7110")
    assert (found.term, found.text) == ("JO 7110.65", "JO 7110.65")


def test_an_organisation_is_no_keyword() -> None:
    found = judge("reports for North Vale Trust", "North Vale Trust", tags="NNS IN NNP NNP NNP")
    assert found["North Vale Trust"] == "names an organisation"


def test_a_hyphenated_word_before_its_noun_is_no_keyword() -> None:
    found = judge("own full-charge bookkeeping", "full-charge", tags="VB JJ NN")
    assert "full-charge" not in found
    assert "full-charge bookkeeping" in found


def test_demands_on_the_body_are_no_skills() -> None:
    text = "vision abilities and wound care"
    assert judge(text)["wound care"] == "a demand on the body, not a skill"
    assert judge("abilities and wound care")["wound care"] is None


def test_what_something_else_belongs_to_is_none() -> None:
    found = judge("know shipping industry's practices", "shipping industry's", tags="VB NN NNS NNS")
    assert "shipping industry's" not in found
    assert "RFP's" in judge("write RFP's and bids", "RFP's", tags="VB NNS CC NNS")


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("wound care techniques", "wound care"),
        ("wound care styles", "wound care"),
        ("loom styles", "loom styles"),
        ("wound care sensors", "wound care sensors"),
    ],
)
def test_a_noun_that_says_no_more_than_a_known_name_before_it_is_left_out(said: str, term: str) -> None:
    found = {c.text: c.term for c in kept(f"use {said}", said, tags="VB NN NN NNS")}
    assert found[said] == term


def test_a_word_cut_from_a_term_of_the_lexicon_does_not_hide_it() -> None:
    decision = Decision(Linear(-1.0, {"lexicon skill": 0.2, "model equal": 2.2}), threshold=0.5)
    found = judged("acute wound care", "wound", tags="JJ NN NN", decision=decision)
    assert [j.candidate.term for j in found if j.dropped is None] == ["wound care"]


def test_how_much_of_something_is_no_keyword() -> None:
    assert terms("large amounts of ledgers", "large amounts", tags="JJ NNS IN NNS") == []
    assert terms("amounts of ledgers", "amounts of ledgers", tags="NNS IN NNS") == []
    assert terms("for large numbers", "large numbers", tags="IN JJ NNS") == []
    assert terms("travel amounts", "travel amounts", tags="NN NNS") == [("travel amounts", ["model"])]
