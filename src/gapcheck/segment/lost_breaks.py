"""Lines of a text whose line breaks got lost: where one ends within what reads as a sentence.

Job boards and aggregators join the lines of an advert by blanks: "... test plans Maintaining records Two years of
experience ...". A linear classifier shipped as plain numbers, trained by `models/recipe/lost_breaks.py` on the words to
both sides of a capital or number; scoring needs the standard library only.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gapcheck.resources import stats_folder
from gapcheck.segment.model import Span

LEAST = 0.7
"""Probability from which on a line is taken to begin. Of what it finds in held-out postings 0.95 are breaks."""

LEAST_AMONG_OTHERS = 0.5
FEWEST_OTHERS = 2
"""Where so many others begin in the same sentence, it is a list, and less is enough: 0.8 of these are breaks."""

_TOKEN = re.compile(r"[^\W\d_][\w'’&/+-]*|\d[\w.,%+]*|[^\w\s]")
_BEFORE = frozenset(')%"”:')


@dataclass(frozen=True, slots=True)
class LostBreaks:
    """The classifier: an intercept and, for each feature, a weight in units of `scale`."""

    intercept: float
    weights: Mapping[str, float]
    scale: float = 1.0

    def split(self, text: str, span: Span, known: Callable[[str], bool]) -> Iterator[Span]:
        """The lines of a stretch of the text. What is `known` stays whole: "SQL Server"."""
        found = list(_TOKEN.finditer(text, span.start, span.end))
        words = [token.group() for token in found]
        likely = {
            at: self.score(break_features(words, at)) for at in range(1, len(words)) if may_begin(words, at)
        }
        lists = sum(score >= LEAST for score in likely.values()) >= FEWEST_OTHERS
        least = LEAST_AMONG_OTHERS if lists else LEAST
        start = span.start
        for at, score in likely.items():
            if score >= least and not _within_name(words, at, known):
                yield Span(start, found[at - 1].end())
                start = found[at].start()
        yield Span(start, span.end)

    def score(self, features: Sequence[str]) -> float:
        """How likely a line begins at a place with these features (0 to 1)."""
        weight = sum(self.weights.get(name, 0) for name in features)
        return 1 / (1 + math.exp(-self.intercept - self.scale * weight))


def _within_name(words: Sequence[str], at: int, known: Callable[[str], bool]) -> bool:
    """Whether a place is within a known name of two or three words: "SQL Server", "IOSH Managing Safely"."""
    around = ((at - 1, at + 1), (at - 1, at + 2), (at - 2, at + 1))
    return words[at - 1][0].isupper() and any(
        start >= 0 and known(" ".join(words[start:end])) for start, end in around
    )


def tokens_of(line: str) -> list[str]:
    """Words, numbers and signs of a line."""
    return _TOKEN.findall(line)


def may_begin(words: Sequence[str], at: int) -> bool:
    """Whether a line may begin with a word: it is a number or has a capital, and no stop or comma before it."""
    word, before = words[at], words[at - 1]
    return (word[0].isupper() or word[0].isdigit()) and (before[0].isalnum() or before in _BEFORE)


def break_features(words: Sequence[str], at: int) -> tuple[str, ...]:
    """The words to both sides, how they end and how they are written. The recipe counts these very ones."""
    before = words[at - 2] if at > 1 else "^"
    left, right = words[at - 1], words[at]
    after = words[at + 1] if at + 1 < len(words) else "$"
    return (
        f"<{left.lower()}",
        f">{right.lower()}",
        f">>{after.lower()}",
        f"<-{left.lower()[-3:]}",
        f">-{right.lower()[-3:]}",
        f"={_form(left)}{_form(right)}{_form(after)}",
        f"<={_form(before)}{_form(left)}",
    )


def _form(word: str) -> str:
    """How a word is written: small, Capital, in CAPITALS, of mixed letters, a number; a sign is its own."""
    if word.islower():
        return "a"
    if word.isupper():
        return "AA" if len(word) > 1 else "A"
    if word.istitle():
        return "Aa"
    return "0" if word[0].isdigit() else "aA" if word[0].isalpha() else word


@cache
def load_lost_breaks() -> LostBreaks:
    """The shipped classifier, read once a process."""
    return LostBreaks(**json.loads((stats_folder() / "lost_breaks.json").read_text(encoding="utf-8")))
