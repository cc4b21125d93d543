import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.readers.normalise import has_controls, normalise, one_line, squeeze


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("plain C++ and C#, 24/7", "plain C++ and C#, 24/7"),
        ("e\u0301", "é"),
        ("ﬁne ﬂow oﬃce", "fine flow office"),
        ("a\u00a0b\u2003c\u202fd", "a b c d"),
        ("sof\u00adt zero\u200bwidth \ufeffmark", "soft zerowidth mark"),
        ("cloud\u2011native, self\u2010service", "cloud-native, self-service"),
        ("\uff30ython \U0001d40f\U0001d432", "Python Py"),
        ("2½ years, 10 m², Scrum™, ①", "2½ years, 10 m², Scrum™, ①"),
        ("“quoted” – dash — and ’s", "“quoted” – dash — and ’s"),
        ("Bachelor\u00b4s", "Bachelor's"),
        ("\uf0e0 mail", " mail"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\x1b[1;31mred\x1b[0m \x1b]0;title\x07on \x9b2Jx \x1b(Bend", "red on x end"),
        ("a\x00b\x08c", "abc"),
        ("left\u202eright\u2066x\u2069", "leftrightx"),
        ("nurseâ€™s â€œcareâ€\x9d", "nurse’s “care”"),
        ("multiâ€channel, â€œcareâ€, onâ€", "multi-channel, “care”, on”"),
        ("ï‚§ 2009 ï¼ 2015 ï¼\x8d now", "• 2009 - 2015 - now"),
        ("whileÂ\u00a0working inÂ", "while working in"),
        ("a master?s degree", "a master’s degree"),
        ("who?s\nWhat? so", "who?s\nWhat? so"),
        ("tab\tstays", "tab\tstays"),
        ("lone \ud800 surrogate", "lone  surrogate"),
    ],
)
def test_normalise(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@pytest.mark.parametrize("text", ["\x1b[31m", "\x00", "\u202e", "\x9b", "\x7f", "\U000e0041"])
def test_controls_are_noticed(text: str) -> None:
    assert has_controls(f"word {text} word")


@pytest.mark.parametrize("text", ["plain\ttext\r\n", "\u200b\u00ad\ufeff\u200e", "é “x”"])
def test_harmless_characters_are_no_controls(text: str) -> None:
    assert not has_controls(text)


def test_one_line_and_squeeze() -> None:
    assert one_line(" Staff\n\tNurse \u00a0 II ") == "Staff Nurse II"
    assert squeeze("  a \t  b ") == "a b"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_composed_and_decomposed_input_are_equal(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    left = {unicodedata.category(char) for char in normalise(text) if char not in "\n\t"}
    assert not left & {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("(718) 555–0100", "(718) 555-0100"), ("2015–2017", "2015–2017"), ("1555–0100", "1555–0100")],
)
def test_a_telephone_number_has_its_hyphen(text: str, expected: str) -> None:
    assert normalise(text) == expected
