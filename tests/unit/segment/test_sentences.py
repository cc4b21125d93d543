"""Sentences by rule."""

from __future__ import annotations

import pytest

from gapcheck.segment.model import Span
from gapcheck.segment.sentences import split_glued, split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("Tools, e.g. Excel. More", ["Tools, e.g. Excel.", "More"]),
        ("Work for Acme Inc. in Leeds", ["Work for Acme Inc. in Leeds"]),
        ("Excel, Word, etc. You will also type", ["Excel, Word, etc.", "You will also type"]),
        ("good experience.Strong knowledge of SQL", ["good experience.", "Strong knowledge of SQL"]),
        ("sent by email.DUTIES: Plans care", ["sent by email.", "DUTIES: Plans care"]),
        ("a degree is preferred5+ years of sales", ["a degree is preferred", "5+ years of sales"]),
        ("Skills:· Plans care· Writes notes", ["Skills:", "Plans care", "Writes notes"]),
        ("ASP.NET and Node.js. Also C#", ["ASP.NET and Node.js.", "Also C#"]),
        ("• Plans care • Writes notes", ["Plans care", "Writes notes"]),
        ("Is this you? Apply!", ["Is this you?", "Apply!"]),
        ("A Ph.D. in physics", ["A Ph.D. in physics"]),
        ("", []),
        (" • ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in split_sentences(text)] == expected


def test_offset_is_added() -> None:
    assert [span.start for span in split_sentences("Ab cd. Ef gh.", 100)] == [100, 107]


KNOWN = frozenset(
    {
        "Manager",
        "Email",
        "hygiene",
        "SEO",
        "certification",
        "TikTok",
        "People",
        "Dev",
        "Pro",
        "Advisor",
        "c",
        "Panel",
        "Micro",
        "Drainage",
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ads ManagerEmail flows", ["Ads Manager", "Email flows"]),
        ("list hygieneSEO: links", ["list hygiene", "SEO: links"]),
        ("Ads certificationTikTok ads", ["Ads certification", "TikTok ads"]),
        ("teams (PeopleDev, Ops)", ["teams (PeopleDev, Ops)"]),
        ("lists (hygiene)Email flows", ["lists (hygiene)", "Email flows"]),
        ("travel of up to 50%People skills", ["travel of up to 50%", "People skills"]),
        ("SEOEmail flows", ["SEO", "Email flows"]),
        ("good hygieneSEOLINKS", ["good hygieneSEOLINKS"]),
        ("TikTok ads", ["TikTok ads"]),
        ("a JavaScript app", ["a JavaScript app"]),
        ("Backend, cPanel", ["Backend, cPanel"]),
        ("Civil 3D and MicroDrainage (or similar)", ["Civil 3D and MicroDrainage (or similar)"]),
        ("a loss of MicroDrainage work", ["a loss of Micro", "Drainage work"]),
        ("flows / MicroDrainage / lists", ["flows / MicroDrainage / lists"]),
    ],
)
def test_lost_breaks(text: str, expected: list[str]) -> None:
    pieces = split_glued(text, Span(0, len(text)), KNOWN.__contains__)
    assert [text[piece.start : piece.end] for piece in pieces] == expected


def test_the_address_of_a_page_stays_whole() -> None:
    text = "Posted as www.jobs.example/JobSeeking/SousChefCountryPub"
    (whole,) = split_glued(
        text,
        Span(0, len(text)),
        lambda word: word.lower() in {"job", "seeking", "sous", "chef", "country", "pub"},
    )
    assert whole == Span(0, len(text))


def test_a_word_without_end_costs_no_time() -> None:
    # Quadratic patterns would take minutes here; linear ones take well under a second.
    text = "SUMMARYThe" * 15_000
    assert list(split_glued(text, Span(0, len(text)), lambda _word: False)) == [Span(0, len(text))]
