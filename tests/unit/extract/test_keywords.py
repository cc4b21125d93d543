"""Keywords of a whole posting."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.extract.candidates import Judges
from gapcheck.extract.decide import Decision, Linear
from gapcheck.extract.keywords import judge_posting, merge_keywords
from gapcheck.extract.model import ExtractedKeyword, ModelSpan, PassageReading
from gapcheck.extract.reading import read_posting
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting
from tests.unit.small_lexicon import small_lexicon

S = PostingSection

EVERYTHING = Decision(Linear(1.0, {"model around": -9.0, "model inside": -9.0}), threshold=0.5)
"""Every proposal is a keyword, but for parts of what the language model marks."""


def extract(
    *passages: tuple[PostingSection, str],
    marked: dict[str, Kind] | None = None,
    employers: tuple[str, ...] = (),
) -> dict[str, ExtractedKeyword]:
    """Keywords by term; the language model marks the given strings wherever they stand."""
    text, rows = "", []
    for section, sentence in passages:
        rows.append(Passage(len(text), len(text) + len(sentence), section))
        text += sentence + "\n"

    def read(texts: Sequence[str]) -> list[PassageReading]:
        return [
            PassageReading(
                tuple(
                    ModelSpan(sentence.index(part), sentence.index(part) + len(part), kind)
                    for part, kind in (marked or {}).items()
                    if part in sentence
                )
            )
            for sentence in texts
        ]

    judges = Judges(small_lexicon(), EVERYTHING, employers=frozenset(employers))
    posting = SegmentedPosting(None, tuple(rows))
    taken = read_posting(
        text, posting, read=read, frequency=lambda _: 50, asking=lambda passages, *_: [0.0] * len(passages)
    )
    judged = judge_posting(posting, taken, judges)
    found = merge_keywords(text, judged, judges.lexicon)
    for keyword in found:
        assert all(text[m.start : m.end] == m.text for m in keyword.mentions)
    return {keyword.term: keyword for keyword in found}


def test_mentions_of_one_entry_come_together() -> None:
    found = extract(
        (S.DUTIES, "wound management daily"),
        (S.REQUIRED, "Wound care"),
        (S.BENEFITS, "wound care since 1900"),
    )
    (keyword,) = found.values()
    assert [m.text for m in keyword.mentions] == ["wound management", "Wound care"]
    assert keyword.strength is Strength.REQUIRED


def test_strength_is_that_of_the_strongest_mention() -> None:
    found = extract((S.PREFERRED, "SQL"), (S.DUTIES, "Python and SQL"), (S.TITLE, "C++ Guru"))
    assert found["SQL"].strength is Strength.PREFERRED
    assert found["Python"].strength is Strength.MENTIONED
    assert found["C++"].strength is Strength.REQUIRED


def test_noise_sections_hold_no_keywords() -> None:
    assert extract((S.BENEFITS, "free SQL training"), (S.LEGAL, "SQL"), (S.APPLICATION, "Python")) == {}


def test_abbreviation_taught_by_the_posting() -> None:
    found = extract(
        (S.REQUIRED, "Know patient flow modelling (PFM)"),
        (S.DUTIES, "use PFM daily"),
        marked={"patient flow modelling": Kind.SKILL, "PFM": Kind.SKILL},
    )
    assert list(found) == ["PFM"] or list(found) == ["patient flow modelling"]
    (keyword,) = found.values()
    assert set(keyword.wordings) == {"patient flow modelling", "PFM"}
    assert Origin.ACRONYM in keyword.origins
    assert len(keyword.mentions) == 3


def test_explained_lexicon_term_is_one_keyword() -> None:
    found = extract((S.REQUIRED, "Customer relationship management (CRM) is a must"), (S.DUTIES, "our CRM"))
    assert list(found) == ["customer relationship management"]


def test_groups() -> None:
    found = extract((S.REQUIRED, "Python, C++ or SQL"), (S.REQUIRED, "wound care"))
    assert found["Python"].group == found["C++"].group == found["SQL"].group == "G1"
    assert found["wound care"].group is None


def test_employer_is_no_keyword() -> None:
    marked = {"Acme": Kind.TOOL, "Acme widgets": Kind.TOOL}
    assert (
        extract((S.REQUIRED, "Acme widgets"), (S.DUTIES, "for Acme"), marked=marked, employers=("Acme",))
        == {}
    )


def test_few_soft_skills() -> None:
    words = ["tact", "patience", "calm", "drive", "warmth", "humour", "grit"]
    found = extract(*((S.REQUIRED, word) for word in words), marked=dict.fromkeys(words, Kind.SOFT))
    assert len(found) <= 5
    assert "grit" not in found


def test_one_name_is_one_keyword_whoever_proposed_it() -> None:
    """A role that is asked for has no lexicon entry of its own, though a title may be called the same."""
    found = extract(
        (S.TITLE, "Software Engineer"),
        (S.REQUIRED, "Experience as a software engineer"),
        marked={"software engineer": Kind.SKILL},
    )
    assert [term.lower() for term in found].count("software engineer") == 1


def test_a_role_is_one_keyword_by_whatever_name() -> None:
    marked = {"kiln instruction": Kind.SKILL, "Senior Kiln Instructor": Kind.SKILL}
    found = extract(
        (S.REQUIRED, "kiln instruction"), (S.REQUIRED, "seeks a Senior Kiln Instructor"), marked=marked
    )
    (keyword,) = found.values()
    assert keyword.term == "kiln instruction"
    assert [m.text for m in keyword.mentions] == ["kiln instruction", "Senior Kiln Instructor"]


def test_a_title_has_the_name_that_the_posting_says() -> None:
    (keyword,) = extract(
        (S.TITLE, "Software Developers"), (S.DUTIES, "for software developers here")
    ).values()
    assert (keyword.term, keyword.lexicon) == ("software developer", "software engineer")
    assert "software engineer" in keyword.wordings


def test_an_ambiguous_wording_means_what_the_posting_speaks_of_elsewhere() -> None:
    assert set(extract((S.DUTIES, "lead PT here"), marked={"PT": Kind.SKILL})) == {"PT"}
    (keyword,) = extract(
        (S.REQUIRED, "physiotherapy"), (S.DUTIES, "lead PT here"), marked={"PT": Kind.SKILL}
    ).values()
    assert keyword.term == "physiotherapy"
    assert [m.text for m in keyword.mentions] == ["physiotherapy", "PT"]


def test_an_abbreviation_whose_sense_nothing_proves_stands_for_nothing() -> None:
    """Though it is the name of an entry; an ordinary word that is one keeps it."""
    (keyword,) = extract((S.DUTIES, "lead ARM here"), marked={"ARM": Kind.SKILL}).values()
    assert (keyword.term, keyword.lexicon) == ("ARM", None)
    (keyword,) = extract((S.DUTIES, "lead ARM for embedded boards"), marked={"ARM": Kind.SKILL}).values()
    assert keyword.lexicon == "ARM"
    (keyword,) = extract((S.DUTIES, "lead Go here"), marked={"Go": Kind.SKILL}).values()
    assert keyword.lexicon == "Go"


def test_an_abbreviation_means_what_the_whole_posting_speaks_of() -> None:
    """Only with two words of its context somewhere, and not where the posting explains it."""
    marked = {"PT": Kind.SKILL}
    away = "and so on, this and that and more of it, for days on end lead PT"
    (keyword,) = extract((S.DUTIES, f"rehabilitation {away}"), marked=marked).values()
    assert keyword.lexicon is None
    both = (S.DUTIES, f"rehabilitation at a clinic {away}")
    (keyword,) = extract(both, marked=marked).values()
    assert (keyword.term, keyword.lexicon) == ("PT", "physiotherapy")
    (keyword,) = extract(both, (S.REQUIRED, "Pen Testing (PT)"), marked=marked).values()
    assert keyword.lexicon is None


def test_a_wording_of_no_proved_sense_tells_of_the_employer_where_that_is_spoken_of() -> None:
    marked = {"PT": Kind.SKILL}
    assert set(extract((S.COMPANY, "lead PT here"), marked=marked)) == set()
    assert set(extract((S.COMPANY, "lead PT sessions"), marked=marked)) == {"physiotherapy"}
    assert set(extract((S.COMPANY, "lead BX here"), marked={"BX": Kind.SKILL})) == {"BX"}
