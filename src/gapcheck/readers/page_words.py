"""Words of a page, rebuilt from the places of its characters.

Blanks in a PDF cannot be trusted: some programs write none, some write them between all letters of a heading.
What counts is the gap between two characters, measured in font sizes, against the other gaps of the page.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Box
from gapcheck.readers.glyphs import Glyph
from gapcheck.readers.normalise import normalise

_SAME_BASELINE = 0.25  # of the font size
_RAISED = 0.6  # a superscript stands at most so far from the baseline
_RUN_GAP = 1.5  # font sizes; text further apart is no longer one phrase
OVERLAP = -0.6  # font sizes; text that steps back further starts anew
_USUAL_BREAK = 0.13  # font sizes; half a blank
_BREAKS = tuple(step / 100 for step in range(5, 21))
_VALLEY = 0.025  # font sizes around a break in which few gaps should lie
_FEWEST_WORDS = 0.02  # share of the gaps that part words, at least
_ENOUGH_GAPS = 20
_NARROW = -0.01  # a median gap below this: the program's advances are wider than its steps (Qt)
_SPACED_OUT = 0.06  # median gap between letters that tells letter-spacing from kerning
_SPACED_BREAK = 0.13  # what parts letter-spaced words beyond their own spacing
_BLANK_GAP = 0.04  # a blank narrower than this is drawn over by its neighbours
# Bullets of the symbol fonts that come with Windows, which PDFium leaves in the private use area.
_SYMBOL_BULLETS = frozenset("\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf06e\uf0a8\uf02d\uf0be")


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word with its place; `y` is the baseline.

    `spaced` says that its letters were set apart, `order` is its place in the content stream.
    """

    text: str
    box: Box
    y: float
    size: float
    bold: bool
    spaced: bool = False
    order: int = 0


@dataclass(slots=True)
class _Run:
    """Characters that follow each other on one line; `blank[i]` says that a blank precedes character i."""

    glyphs: list[Glyph]
    blank: list[bool]
    gaps: list[float]


def page_words(glyphs: Iterable[Glyph]) -> list[PlacedWord]:
    """Return the words of text that runs from left to right, in the order in which the file draws them."""
    runs = _runs(glyphs)
    _even_out(runs)
    limit = word_gap([gap for run in runs for gap in run.gaps])
    words = (word for run in runs for word in _split(run, limit))
    return [replace(word, order=index) for index, word in enumerate(words)]


def word_gap(gaps: Sequence[float]) -> float:
    """Return the gap in font sizes from which a word ends: the emptiest place between letters and words."""
    near = sorted(gap for gap in gaps if 0.0 <= gap <= _RUN_GAP)
    if len(near) < _ENOUGH_GAPS:
        return _USUAL_BREAK

    def crowd(limit: float) -> int:
        return bisect_left(near, limit + _VALLEY) - bisect_right(near, limit - _VALLEY)

    def parts_words(limit: float) -> bool:
        return len(near) - bisect_right(near, limit) >= _FEWEST_WORDS * len(near)

    possible = [limit for limit in _BREAKS if parts_words(limit)] or [_USUAL_BREAK]
    return min(possible, key=lambda limit: (crowd(limit), abs(limit - _USUAL_BREAK), limit))


def has_text(char: str) -> bool:
    """Whether a character has a text of its own (icons and unmapped glyphs have none)."""
    return char != "\ufffd" and normalise(char) != ""


def is_sign(char: str) -> bool:
    """Whether a character is an icon or a glyph without a text (private use, unmapped)."""
    return char == "\ufffd" or (unicodedata.category(char) in {"Co", "Cn"} and char not in _SYMBOL_BULLETS)


def _runs(glyphs: Iterable[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    blank = False
    for glyph in glyphs:
        if glyph.char in _SYMBOL_BULLETS:
            glyph = glyph._replace(char="•")  # noqa: PLW2901
        if glyph.char.isspace() or not has_text(glyph.char):
            blank = True
            continue
        if runs and _is_same_hyphen(runs[-1].glyphs[-1], glyph):
            continue
        if runs and _follows(runs[-1].glyphs, glyph):
            runs[-1].gaps.append(_gap(runs[-1].glyphs[-1], glyph))
            runs[-1].glyphs.append(glyph)
            runs[-1].blank.append(blank)
        else:
            runs.append(_Run([glyph], [True], []))
        blank = False
    return runs


def _is_same_hyphen(last: Glyph, glyph: Glyph) -> bool:
    """Whether one hyphen on the page has several codes in the file: U+002D, U+00AD, U+2010 (Quartz)."""
    return last.char in "-\u2010" and glyph.char in "-\u2010" and (glyph.x0, glyph.y) == (last.x0, last.y)


def _gap(left: Glyph, right: Glyph) -> float:
    return (right.x0 - left.x1) / max(left.size, right.size, 0.1)


def _follows(run: Sequence[Glyph], glyph: Glyph) -> bool:
    last, size = run[-1], max(run[-1].size, glyph.size, 0.1)
    if (glyph.x0, glyph.x1, glyph.y) == (last.x0, last.x1, last.y):
        return True  # a ligature, which PDFium spells out in one place
    gap = _gap(last, glyph)
    if not OVERLAP < gap < _RUN_GAP or glyph.x0 < last.x0 - 0.1 * size:
        return False
    if abs(glyph.y - last.y) < _SAME_BASELINE * min(last.size, glyph.size):
        return True
    smaller = min(last.size, glyph.size) < 0.85 * size
    return smaller and gap < _USUAL_BREAK and abs(glyph.y - run[0].y) < _RAISED * size


def _even_out(runs: Sequence[_Run]) -> None:
    """Take the constant error of each character's advance out of the gaps, for programs that overstate them.

    Qt 4 (wkhtmltopdf) writes no blanks and rounds each advance up by its own amount, so that the gap after
    the f of "of" is as narrow as one between letters.
    """
    gaps = [gap for run in runs for gap in run.gaps]
    if len(gaps) < _ENOUGH_GAPS or _median(gaps) > _NARROW:
        return
    after: defaultdict[tuple[str, float], list[float]] = defaultdict(list)
    for run in runs:
        for glyph, gap in zip(run.glyphs, run.gaps, strict=False):
            after[glyph.char, round(glyph.size, 1)].append(gap)
    usual = {key: min(0.0, _low(values)) for key, values in after.items()}
    for run in runs:
        run.gaps = [
            gap - usual[glyph.char, round(glyph.size, 1)]
            for glyph, gap in zip(run.glyphs, run.gaps, strict=False)
        ]


def _low(values: list[float]) -> float:
    """Return the first decile: the usual step to the next letter, however many of the values end a word."""
    return sorted(values)[len(values) // 10]


def _split(run: _Run, limit: float) -> Iterator[PlacedWord]:
    letter_gap = _median(run.gaps) if len(run.gaps) >= 3 else 0.0
    spaced = letter_gap > _SPACED_OUT
    if spaced:
        limit = max(limit, letter_gap + _SPACED_BREAK)
    start = 0
    for index, gap in enumerate(run.gaps, start=1):
        if gap > limit or (run.blank[index] and not spaced and gap > _BLANK_GAP):
            yield from _word(run.glyphs[start:index], spaced)
            start = index
    yield from _word(run.glyphs[start:], spaced)


def _word(glyphs: Sequence[Glyph], spaced: bool) -> Iterator[PlacedWord]:
    """Join characters into one word; baseline and size are those of its largest character."""
    largest = max(glyphs, key=lambda glyph: glyph.size)
    text = "".join(normalise("".join(glyph.char for glyph in glyphs)).split())
    if text:
        yield PlacedWord(
            text=text,
            box=Box(
                min(glyph.x0 for glyph in glyphs),
                min(glyph.y0 for glyph in glyphs),
                max(glyph.x1 for glyph in glyphs),
                max(glyph.y1 for glyph in glyphs),
            ),
            y=largest.y,
            size=largest.size,
            bold=2 * sum(glyph.bold for glyph in glyphs) > len(glyphs),
            spaced=spaced and len(glyphs) > 3,
        )


def _median(values: Sequence[float]) -> float:
    """As `statistics.median`, which takes a hundredth of a second to import."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
