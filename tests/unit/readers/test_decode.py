import pytest

from gapcheck.errors import ReadError
from gapcheck.readers.decode import MAX_TEXT_BYTES, decode

TEXT = "Jos\u00e9 \u2013 r\u00e9sum\u00e9\nwound care"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_recognised(encoding: str) -> None:
    text, guessed = decode(TEXT.encode(encoding), "a.txt")
    assert (text.lstrip("\ufeff"), guessed) == (TEXT, False)


def test_windows_1252_is_a_guess() -> None:
    assert decode(TEXT.encode("cp1252"), "a.txt") == (TEXT, True)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x00\x01\x02\x03" * 40, "wrong_type"),
        (b"text with a zero \x00 in it and more words", "wrong_type"),
        (bytes(range(1, 32)) * 9, "wrong_type"),
        (b"\xff\xfe\x00\xd8a", "bad_encoding"),
        (b"a" * (MAX_TEXT_BYTES + 1), "too_large"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert caught.value.code == code
    assert str(caught.value).startswith("a.txt: ")


def test_a_single_byte_is_text() -> None:
    assert decode(b"x", "a.txt") == ("x", False)
