"""Words of a page, rebuilt from the places of its characters.

Blanks in a PDF cannot be trusted: some programs write none, some write them between all letters of a heading.
What counts is the gap between two characters, measured in font sizes, against the other gaps of the page.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.document import Box
from gapcheck.readers.glyphs import Glyph
from gapcheck.readers.normalise import normalise

_SAME_BASELINE = 0.25  # of the font size
_RAISED = 0.6  # a superscript stands at most so far from the baseline
_RUN_GAP = 1.5  # font sizes; text further apart is no longer one phrase
_OVERLAP = -0.6  # font sizes; text that steps back further starts anew
_USUAL_BREAK = 0.13  # font sizes; half a blank
_BREAKS = tuple(step / 100 for step in range(5, 21))
_SPACED_OUT = 0.06  # median gap between letters that tells letter-spacing from kerning
_SPACED_BREAK = 0.13  # what parts letter-spaced words beyond their own spacing
_BLANK_GAP = 0.04  # a blank narrower than this is drawn over by its neighbours
_TOUCH = 0.05
_SAME_PLACE = 0.3


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word with its place; `y` is the baseline. `spaced` says that its letters were set apart."""

    text: str
    box: Box
    y: float
    size: float
    bold: bool
    spaced: bool = False


@dataclass(slots=True)
class _Run:
    """Characters that follow each other on one line; `blank[i]` says that a blank precedes character i."""

    glyphs: list[Glyph]
    blank: list[bool]

    def gaps(self) -> list[float]:
        pairs = zip(self.glyphs, self.glyphs[1:], strict=False)
        return [(right.x0 - left.x1) / max(left.size, right.size, 0.1) for left, right in pairs]


def page_words(glyphs: Iterable[Glyph]) -> list[PlacedWord]:
    """Return the words of the upright text of a page, in the order in which the file draws them."""
    runs = _runs(glyphs)
    limit = word_gap([gap for run in runs for gap in run.gaps()])
    return [word for run in runs for word in _split(run, limit)]


def word_gap(gaps: Sequence[float]) -> float:
    """Return the gap in font sizes from which a word ends: the emptiest place between letters and words."""
    near = sorted(gap for gap in gaps if 0.0 <= gap <= 0.3)
    if len(near) < 20:
        return _USUAL_BREAK
    counts = {limit: sum(limit - 0.025 < gap < limit + 0.025 for gap in near) for limit in _BREAKS}
    return min(_BREAKS, key=lambda limit: (counts[limit], abs(limit - _USUAL_BREAK), limit))


def _runs(glyphs: Iterable[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    blank = False
    for glyph in glyphs:
        if glyph.char.isspace() or not is_text(glyph.char):
            blank = True
            continue
        if runs and _follows(runs[-1].glyphs[-1], glyph, runs[-1].glyphs[0]):
            runs[-1].glyphs.append(glyph)
            runs[-1].blank.append(blank)
        else:
            runs.append(_Run([glyph], [True]))
        blank = False
    return runs


def is_text(char: str) -> bool:
    """Whether a character has a text of its own (icons and unmapped glyphs have none)."""
    return char != "\ufffd" and normalise(char) != ""


def _follows(last: Glyph, glyph: Glyph, first: Glyph) -> bool:
    size = max(last.size, glyph.size, 0.1)
    gap = (glyph.x0 - last.x1) / size
    if not _OVERLAP < gap < _RUN_GAP or glyph.x0 < last.x0 - 0.1 * size:
        return False
    if abs(glyph.y - last.y) < _SAME_BASELINE * min(last.size, glyph.size):
        return True
    smaller = min(last.size, glyph.size) < 0.85 * size
    return smaller and gap < _USUAL_BREAK and abs(glyph.y - first.y) < _RAISED * size


def _split(run: _Run, limit: float) -> list[PlacedWord]:
    gaps = run.gaps()
    letter_gap = statistics.median(gaps) if len(gaps) >= 3 else 0.0
    spaced = letter_gap > _SPACED_OUT
    if spaced:
        limit = max(limit, letter_gap + _SPACED_BREAK)
    words: list[PlacedWord] = []
    start = 0
    for index, gap in enumerate(gaps, start=1):
        if gap > limit or (run.blank[index] and not spaced and gap > _BLANK_GAP):
            words.append(_word(run.glyphs[start:index], spaced=spaced))
            start = index
    words.append(_word(run.glyphs[start:], spaced=spaced))
    return [word for word in words if word.text]


def _word(glyphs: Sequence[Glyph], *, spaced: bool = False) -> PlacedWord:
    """Join characters into one word; baseline and size are those of its largest character."""
    largest = max(glyphs, key=lambda glyph: glyph.size)
    return PlacedWord(
        text="".join(normalise("".join(glyph.char for glyph in glyphs)).split()),
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


def merge_row(words: Iterable[PlacedWord]) -> list[PlacedWord]:
    """Return the words of one row from left to right, joining parts that touch and dropping double prints."""
    merged: list[PlacedWord] = []
    for word in sorted(words, key=lambda word: (word.box.x0, word.box.x1, word.text)):
        last = merged[-1] if merged else None
        if last is None:
            merged.append(word)
        elif _is_overprint(last, word):
            merged[-1] = last if len(last.text) >= len(word.text) else word
        elif _touches(last, word):
            merged[-1] = _glue(last, word)
        else:
            merged.append(word)
    return merged


def _is_overprint(last: PlacedWord, word: PlacedWord) -> bool:
    """Whether a word is printed twice, a hair apart, to look bold or to cast a shadow."""
    return last.text == word.text and abs(last.box.x0 - word.box.x0) < _SAME_PLACE * word.size


def _touches(last: PlacedWord, word: PlacedWord) -> bool:
    gap = (word.box.x0 - last.box.x1) / max(last.size, word.size, 0.1)
    return _OVERLAP < gap < _TOUCH and not last.spaced and not word.spaced


def _glue(left: PlacedWord, right: PlacedWord) -> PlacedWord:
    longer = max(left, right, key=lambda word: len(word.text))
    a, b = left.box, right.box
    return PlacedWord(
        left.text + right.text,
        Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)),
        longer.y,
        max(left.size, right.size),
        longer.bold,
    )
