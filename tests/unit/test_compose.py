"""Composing the report: evidence, codes, advice, infos, and what a parser loses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.compose import (
    compose_keywords,
    lost_by_parsers,
    parsed_words,
    posting_info,
    reading_findings,
    resume_info,
)
from gapcheck.document import Document, ReadingNote
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.match import Match
from gapcheck.readers import read_text
from gapcheck.report import Keyword, Kind, Origin, Status, Strength
from gapcheck.segment.model import PostingSection, ResumePart, ResumeSection, SegmentedResume
from gapcheck.weigh import WeighedKeyword

POSTING = read_text("Ward Nurse\n\nMust have wound\ncare. Triage or phlebotomy.", "job")
RESUME = read_text("Ann Lee\n\nExperience\nWound care, dressings\n\nSkills\nblood taking", "cv")
PARTS = (
    ResumePart(ResumeSection.HEADER, 0, 0),
    ResumePart(ResumeSection.EXPERIENCE, 1, 2, 1),
    ResumePart(ResumeSection.SKILLS, 3, 4, 3),
)
SEGMENTED = SegmentedResume(None, None, PARTS, (), ())


def weighed(text: str, *, group: str | None = None, strength: Strength = Strength.REQUIRED) -> WeighedKeyword:
    start = POSTING.text.index(text)
    mention = Mention(start, start + len(text), text, PostingSection.REQUIRED)
    term = " ".join(text.split()).lower()
    found = ExtractedKeyword(term, Kind.SKILL, strength, (Origin.LEXICON,), (mention,), group=group)
    return WeighedKeyword(found, tf=1, idf=2.5, weight=0.25)


def shown(text: str, status: Status = Status.EXACT) -> Match:
    start = RESUME.text.index(text)
    return Match(status, ((start, start + len(text)),))


def compose(*pairs: tuple[WeighedKeyword, Match], seen: float | None = None) -> tuple[Keyword, ...]:
    items, matches = zip(*pairs, strict=True)
    return compose_keywords(items, matches, POSTING, RESUME, SEGMENTED, lambda _start, _end: seen)


def test_a_keyword_carries_its_evidence_in_both_documents() -> None:
    (keyword,) = compose((weighed("wound\ncare"), shown("Wound care")), seen=3.5)
    assert (keyword.term, keyword.weight, keyword.tf, keyword.idf) == ("wound care", 0.25, 1, 2.5)
    (asked,) = keyword.posting
    assert (asked.line, asked.section, asked.text) == (2, "required", "wound\ncare")
    (proof,) = keyword.resume
    assert (proof.line, proof.page, proof.section, proof.seen_at) == (3, 1, "experience", 3.5)
    assert RESUME.text[proof.start : proof.end] == proof.text == "Wound care"
    assert (keyword.code, keyword.advice) == (None, None)


def test_a_missing_keyword_is_quoted_in_one_line() -> None:
    (keyword,) = compose((weighed("wound\ncare"), Match(Status.MISSING)))
    assert keyword.code == "GAP001"
    assert keyword.advice is not None
    assert "“wound care”" in keyword.advice


def test_other_words_are_named_on_both_sides() -> None:
    (keyword,) = compose((weighed("phlebotomy"), shown("blood taking", Status.ALIAS)))
    assert keyword.code == "GAP003"
    assert keyword.advice is not None
    assert "“blood taking”" in keyword.advice
    assert "“phlebotomy”" in keyword.advice


def test_the_section_of_the_evidence_decides_the_code() -> None:
    (listed,) = compose((weighed("Triage"), shown("blood taking")))
    assert listed.code == "GAP005"


def test_an_alternative_of_a_satisfied_group_is_no_gap() -> None:
    met, other = compose(
        (weighed("Triage", group="G1"), shown("dressings")),
        (weighed("phlebotomy", group="G1"), Match(Status.MISSING)),
    )
    assert (met.code, other.code, other.advice) == (None, None, None)
    alone, open_group = compose(
        (weighed("Triage"), shown("dressings")),
        (weighed("phlebotomy", group="G1", strength=Strength.PREFERRED), Match(Status.MISSING)),
    )
    assert (alone.code, open_group.code) == (None, "GAP002")


def test_keywords_and_matches_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="shorter"):
        compose_keywords([weighed("Triage")], [], POSTING, RESUME, SEGMENTED, lambda *_: None)


def test_infos() -> None:
    assert resume_info(RESUME).words == 9
    info = posting_info(POSTING, "Ward Nurse")
    assert (info.source, info.format, info.title, info.sha256) == (
        "job",
        "text",
        "Ward Nurse",
        POSTING.sha256,
    )


def test_the_readers_notes_become_findings() -> None:
    document = replace(RESUME, notes=(ReadingNote("READ012", "guessed", "save it"),))
    (finding,) = reading_findings(document, "resume")
    assert (finding.code, finding.document, finding.message, finding.fix) == (
        "READ012",
        "resume",
        "guessed",
        "save it",
    )


def parsed(text: str | None) -> Document:
    return replace(RESUME, parser_text=text)


@pytest.mark.parametrize(
    ("parser_text", "lost"),
    [
        (None, False),  # no question
        ("Ann Lee Wound care, dressings", False),
        ("Ann Lee Wound\ncare", False),
        ("WOUND CARE", False),
        ("Ann Lee Woundcare, dressings", True),
        ("Ann Lee W o u n d c a r e", True),
        ("care of the wound", True),
    ],
)
def test_what_a_parser_loses(parser_text: str | None, lost: bool) -> None:
    keywords = compose((weighed("wound\ncare"), shown("Wound care")))
    findings = lost_by_parsers(keywords, parsed_words(parsed(parser_text)))
    assert [finding.code for finding in findings] == ["READ001"] * lost
    assert all("wound care" in finding.message for finding in findings)


def test_only_what_is_said_in_the_postings_words_can_be_lost() -> None:
    keywords = compose(
        (weighed("phlebotomy"), shown("blood taking", Status.ALIAS)),
        (weighed("Triage"), Match(Status.MISSING)),
    )
    assert lost_by_parsers(keywords, parsed_words(parsed("nothing of it"))) == ()
