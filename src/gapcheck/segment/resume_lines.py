"""What segmentation needs to know of each line of a resume, worked out once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gapcheck.dates import DateRange, find_ranges
from gapcheck.document import Document, Line, Role, Word, has_capitals
from gapcheck.segment.model import Span

PROSE_WORDS = 15
"""A line of so many words is running text, whatever else it looks like."""
SENTENCE_WORDS = 8
"""A line of so many words that ends in a full stop is a sentence."""
TORN_DASH = 5
"""Characters between two dates that a damaged dash, with its blanks, can take."""
GAP_SIZES = 1.0
"""White space wider than this many font sizes separates two texts that share a line."""

_BULLET = re.compile(r"\s*(?:[•●▪◦‣∙·○■□➢➤►✓✔❖*]|â€¢|[-–—o](?=\s)|\d{1,2}[.)]\s)\s*")
_SEPARATOR = re.compile(
    r"\s+[-–—|•·/@~]+\s+|\s*[|•·\t]\s*|\s*,\s+|\s*[–—;]\s*|[()\[\]]|(?<=\w)-\s|\s-(?=\w)|:\s|\s+at\s+(?=[A-Z])"
)
_MAYBE_DATE = re.compile(r"\d|\bpresent\b|\bcurrent\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One line: its place, its look, the pieces it falls into and the dates on it (absolute offsets).

    `pieces` are the texts between separators, wide gaps and dates, dates left out. `goes_on` says that it begins with a
    small letter in a text that has capitals: the rest of a sentence above.
    """

    index: int
    line: Line
    text: str
    bullet: bool
    pieces: tuple[Span, ...]
    ranges: tuple[DateRange, ...]
    goes_on: bool = False

    @property
    def x0(self) -> float:
        """Left edge in points; 0 where there is no geometry."""
        return self.line.box.x0 if self.line.box else 0.0

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @property
    def caps(self) -> bool:
        """Whether the line is in capitals."""
        return self.text.isupper() and sum(map(str.isalpha, self.text)) > 2

    @property
    def prose(self) -> bool:
        """Whether the line is running text or the rest of a sentence above."""
        words = self.words
        full = self.text.rstrip().endswith(".") and words >= SENTENCE_WORDS
        return words >= PROSE_WORDS or full or self.goes_on

    @property
    def look(self) -> tuple[int, bool, bool]:
        """Size to the half point, boldness, capitals: lines of one kind share a look."""
        return (round((self.line.size or 0) * 2), self.line.bold, self.caps)

    @property
    def date_span(self) -> Span | None:
        """Offsets of the first date range; of a single date, or of two side by side, if there is no range."""
        best = next((item for item in self.ranges if not item.point), next(iter(self.ranges), None))
        if best is None:
            return None
        following = next((item for item in self.ranges if item.text_start > best.text_start), None)
        if best.point and following and following.text_start - best.text_end <= TORN_DASH:
            return Span(best.text_start, following.text_end)  # the dash between them did not survive
        return Span(best.text_start, best.text_end)


def line_facts(document: Document) -> tuple[LineFacts, ...]:
    """Facts of every line, in the order of `Document.lines`."""
    words = _words_by_line(document)
    cased = has_capitals(map(document.line_text, document.lines))
    return tuple(
        _facts(document, index, line, words[index], cased=cased) for index, line in enumerate(document.lines)
    )


def body_size(document: Document) -> float:
    """Font size, in points, that most characters of the document have; 0 where sizes are unknown."""
    letters: dict[float, int] = {}
    for line in document.lines:
        size = round(line.size or 0, 1)
        letters[size] = letters.get(size, 0) + line.end - line.start
    return max(sorted(letters), key=lambda size: letters[size], default=0.0)


def _facts(document: Document, index: int, line: Line, words: Sequence[Word], *, cased: bool) -> LineFacts:
    text = document.line_text(line)
    mark = _BULLET.match(text)
    ranges = _ranges(text, line.start) if _MAYBE_DATE.search(text) else ()
    start = line.start + (mark.end() if mark else 0)
    pieces = _pieces(document.text, start, line.end, ranges, _gaps(words))
    goes_on = cased and text[:1].islower()
    bullet = bool(mark) or _is_item(document, index, line, goes_on=goes_on)
    return LineFacts(index, line, text, bullet, pieces, ranges, goes_on)


def _is_item(document: Document, index: int, line: Line, *, goes_on: bool) -> bool:
    """Whether a line is an item of a list; a further line of an item only when it goes on in lower case.

    In text, the head of the next job right below a list reads like a further line of the last item.
    """
    if line.role is not Role.LIST_ITEM:
        return False
    continues = index > 0 and document.lines[index - 1].block == line.block
    return not continues or goes_on


def _ranges(text: str, offset: int) -> tuple[DateRange, ...]:
    found = find_ranges(text, bare_years=len(text.split()) < PROSE_WORDS)
    return tuple(
        replace(item, text_start=item.text_start + offset, text_end=item.text_end + offset) for item in found
    )


def _words_by_line(document: Document) -> list[list[Word]]:
    by_line: list[list[Word]] = [[] for _ in document.lines]
    current = 0
    for word in document.words:
        while current + 1 < len(by_line) and document.lines[current + 1].start <= word.start:
            current += 1
        by_line[current].append(word)
    return by_line


def _gaps(words: Sequence[Word]) -> list[int]:
    """Offsets of the blanks that are wide on the page."""
    gaps = []
    for left, right in pairwise(words):
        if left.box and right.box and right.box.x0 - left.box.x1 > GAP_SIZES * (right.size or 10):
            gaps.append(left.end)
    return gaps


def _pieces(
    text: str, start: int, end: int, ranges: Sequence[DateRange], gaps: Sequence[int]
) -> tuple[Span, ...]:
    cuts = [(item.text_start, item.text_end) for item in ranges] + [
        (gap, gap + 1) for gap in gaps if gap >= start
    ]
    cuts += [match.span() for match in _SEPARATOR.finditer(text, start, end)]
    pieces = []
    for left, right in [*sorted(cuts), (end, end)]:
        pieces.append(trimmed(text, start, max(start, left)))
        start = max(start, right)
    return tuple(piece for piece in pieces if piece.end > piece.start)


def any_of(table: str, frame: str = "{}") -> re.Pattern[str]:
    """Pattern, in any letter case, of the alternatives of a table that is written over several lines."""
    alternatives = "".join(line.strip() for line in table.splitlines())
    return re.compile(frame.format(f"(?:{alternatives})"), re.IGNORECASE)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks and stray punctuation at its ends."""
    while start < end and not (text[start].isalnum() or text[start] in ".(&"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".)+#"):
        end -= 1
    return Span(start, end)
