"""The values of a look: places the eye goes, what it took in there, and when."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum

from gapcheck.report import TenSecond


class Kind(StrEnum):
    """What the reader looks at; the values appear in the report's timeline."""

    NAME = "name"
    HEADLINE = "headline"
    SUMMARY = "summary"
    TITLE = "title"
    EMPLOYER = "employer"
    DATES = "dates"
    EDUCATION = "education"
    HEADING = "heading"
    SKILLS = "skills"
    EDGE = "edge"


@dataclass(frozen=True, slots=True)
class Stop:
    """One place the eye goes: the words to take in there, as offsets in text order.

    Stops of one `block` follow each other without a jump of the eye.
    """

    kind: Kind
    line: int
    block: str
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A stop as it happened: the words taken in before time ran out, each with the second it was seen."""

    kind: Kind
    line: int
    words: tuple[tuple[int, int], ...]
    times: tuple[float, ...]

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.words[0][0]

    @property
    def end(self) -> int:
        """Offset after the last word."""
        return self.words[-1][1]

    @property
    def at(self) -> float:
        """Second at which the last of its words was seen."""
        return self.times[-1]


@dataclass(frozen=True, slots=True)
class Gaze:
    """Everything the eye took in, in the order of time."""

    visits: tuple[Visit, ...]
    _words: tuple[tuple[int, int, float], ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words = sorted(
            (start, end, at)
            for visit in self.visits
            for (start, end), at in zip(visit.words, visit.times, strict=True)
        )
        object.__setattr__(self, "_words", tuple(words))
        object.__setattr__(self, "_starts", tuple(start for start, _, _ in words))

    @property
    def words_seen(self) -> int:
        """Number of words taken in."""
        return len(self._words)

    def seen_at(self, start: int, end: int) -> float | None:
        """Second at which all of `text[start:end]` has been seen; None when some of it was not.

        Words of a stretch follow each other with one blank or line break between them.
        """
        first = bisect_left(self._starts, start + 1) - 1
        if first < 0 or self._words[first][1] <= start:
            return None
        covered, latest = self._words[first][1], self._words[first][2]
        row = first + 1
        while covered < end:
            if row >= len(self._words) or self._words[row][0] > covered + 1:
                return None
            covered, latest = self._words[row][1], max(latest, self._words[row][2])
            row += 1
        return latest


@dataclass(frozen=True, slots=True)
class Glance:
    """The result of a look: the report's part, and the second at which any stretch of the resume was seen."""

    report: TenSecond
    gaze: Gaze

    def seen_at(self, start: int, end: int) -> float | None:
        """Second at which all of `text[start:end]` of the resume has been seen, None when it was not."""
        found = self.gaze.seen_at(start, end)
        return None if found is None else round(found, 1)
