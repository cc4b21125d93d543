from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.document import Document, Format
from gapcheck.report import Documents, Status
from gapcheck.reporters.clean import clean, clean_report, to_ascii
from tests.unit.reporters.sample import sample_report


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("  a \t b\r\nc\u2028d\u0085e ", "a b c d e"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31mred", "31mred"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("\ufeffbom \ud800half", "bom half"),
        ("C++ C# .NET é 護理師 🙂", "C++ C# .NET é 護理師 🙂"),
        ("", ""),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(st.characters(), max_size=80))
def test_cleaned_text_is_one_harmless_line(text: str) -> None:
    for character in clean(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(), max_size=80))
def test_to_ascii_is_ascii(text: str) -> None:
    assert to_ascii(text).isascii()


@pytest.mark.parametrize(
    ("text", "plain"),
    [("“naïve” – €5…", '"naive" - ?5...'), ("Straße → Łódź", "Strasse -> Lodz"), ("護", "?")],
)
def test_to_ascii(text: str, plain: str) -> None:
    assert to_ascii(text) == plain


def test_clean_report_keeps_everything_but_harm() -> None:
    assert clean_report(sample_report()) == sample_report()
    assert all(isinstance(keyword.status, Status) for keyword in clean_report(sample_report()).keywords)


def test_clean_report_leaves_the_raw_documents_behind() -> None:
    document = Document("a.txt", Format.TEXT, "0" * 64, "\x1b[31m", ())
    report = replace(sample_report(), documents=Documents(document, document))
    assert clean_report(report).documents is None
