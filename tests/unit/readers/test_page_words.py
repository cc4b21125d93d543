import pytest

from gapcheck.readers.glyphs import Glyph
from gapcheck.readers.page_words import is_sign, page_words, word_gap


def glyphs(
    text: str, *, step: float = 0.5, gap: float = 0.0, size: float = 10.0, y: float = 100.0
) -> list[Glyph]:
    """Letters `step` font sizes wide and `gap` font sizes apart; a blank in `text` only leaves room."""
    placed = []
    for index, char in enumerate(text):
        x0 = index * size * (step + gap)
        if char != " ":
            placed.append(Glyph(char, x0, x0 + step * size, y - 8, y + 2, y, size, bold=False))
    return placed


def words(placed: list[Glyph]) -> list[str]:
    return [word.text for word in page_words(placed)]


def test_gaps_part_words() -> None:
    assert words(glyphs("two words")) == ["two", "words"]


def test_gaps_between_spaced_letters_do_not() -> None:
    assert words(glyphs("SKILLS", gap=0.3)) == ["SKILLS"]
    assert words(glyphs("SKILL SET", gap=0.3)) == ["SKILL", "SET"]


def test_size_does_not_matter() -> None:
    assert words(glyphs("two words", size=1.0)) == words(glyphs("two words", size=60.0)) == ["two", "words"]


def test_the_break_is_the_emptiest_place() -> None:
    assert word_gap([0.0, 0.01, 0.28]) == 0.13
    assert 0.05 <= word_gap([0.0] * 50 + [0.03] * 30 + [0.1] * 20 + [0.14] * 20) <= 0.08
    assert 0.12 <= word_gap([0.0] * 50 + [0.08] * 20 + [0.25] * 20) <= 0.2


def test_a_ligature_in_one_place_is_one_word() -> None:
    ligature = [Glyph(char, 5.0, 12.0, 92.0, 102.0, 100.0, 10.0, bold=False) for char in "fi"]
    after = Glyph("n", 12.0, 17.0, 92.0, 102.0, 100.0, 10.0, bold=False)
    assert words([*ligature, after]) == ["fin"]


def test_one_hyphen_with_several_codes() -> None:
    hyphens = [Glyph(char, 10.0, 13.0, 92.0, 102.0, 100.0, 10.0, bold=False) for char in "-\u2010"]
    before, after = glyphs("on"), [Glyph("c", 13.0, 18.0, 92.0, 102.0, 100.0, 10.0, bold=False)]
    assert words([*before, *hyphens, *after]) == ["on-c"]


@pytest.mark.parametrize(
    ("char", "sign"), [("\uf0e0", True), ("\ufffd", True), ("a", False), ("\uf0b7", False)]
)
def test_signs(char: str, sign: bool) -> None:
    assert is_sign(char) is sign


def test_symbol_font_bullets_become_bullets() -> None:
    bullet = Glyph("\uf0b7", 0.0, 4.0, 92.0, 102.0, 100.0, 10.0, bold=False)
    assert words(
        [bullet, *(glyph._replace(x0=glyph.x0 + 20, x1=glyph.x1 + 20) for glyph in glyphs("ab"))]
    ) == ["•", "ab"]


def test_advances_that_are_too_wide_are_evened_out() -> None:
    placed, x = [], 0.0
    for word in ("of", "proof", "if", "growth", "offer", "of", "it"):
        for char in word:
            placed.append(
                Glyph(char, x, x + (6.0 if char == "f" else 5.3), 92.0, 102.0, 100.0, 10.0, bold=False)
            )
            x += 4.0 if char == "f" else 5.0
        x += 2.0
    assert words(placed) == ["of", "proof", "if", "growth", "offer", "of", "it"]
