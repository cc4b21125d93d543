"""What every reader produces: lines of words. One function makes a Document of them, so that offsets hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gapcheck.document import Box, Document, Format, Line, Picture, ReadingNote, Role, Word
from gapcheck.readers.hyphens import Joiner
from gapcheck.readers.normalise import one_line


@dataclass(frozen=True, slots=True)
class DraftWord:
    """One word as read; its text is normalised and has no blank in it."""

    text: str
    box: Box | None = None
    size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line as read, before offsets are known; see `document.Line` for the fields."""

    words: tuple[DraftWord, ...]
    page: int = 1
    block: int = 0
    column: int = 0
    role: Role = Role.BODY

    @property
    def text(self) -> str:
        """Words of the line with single blanks."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything a reader found out about a file, short of offsets."""

    format: Format
    lines: tuple[DraftLine, ...]
    pages: int = 1
    page_sizes: tuple[tuple[float, float], ...] = ()
    title: str | None = None
    employer: str | None = None
    notes: tuple[ReadingNote, ...] = ()
    parser_text: Callable[[], str | None] | None = None
    page_picture: Callable[[], Picture | None] | None = None


def plain_words(text: str) -> tuple[DraftWord, ...]:
    """Return the words of normalised text of which nothing but the text is known."""
    return tuple(map(_plain_word, text.split()))


@lru_cache(maxsize=16384)
def _plain_word(text: str) -> DraftWord:
    return DraftWord(text)


def assemble(draft: Draft, source: str, data: bytes) -> Document:
    """Return the document: lines one below the other, line-end hyphens resolved, offsets counted."""
    lines = mend_line_ends(draft.lines)
    out_lines: list[Line] = []
    out_words: list[Word] = []
    start = 0
    texts = [line.text for line in lines]
    for line, text in zip(lines, texts, strict=True):
        end = start + len(text)
        out_lines.append(_place_line(line, start, end))
        out_words.extend(_place_words(line, start))
        start = end + 1
    return Document(
        source=source,
        format=draft.format,
        sha256=hashlib.sha256(data).hexdigest(),
        text="\n".join(texts),
        lines=tuple(out_lines),
        words=tuple(out_words),
        pages=draft.pages,
        page_sizes=draft.page_sizes,
        parser_text=draft.parser_text,
        title=one_line(draft.title or "") or None,
        employer=one_line(draft.employer or "") or None,
        notes=draft.notes,
        page_picture=draft.page_picture,
    )


def mend_line_ends(lines: Sequence[DraftLine]) -> list[DraftLine]:
    """Put words that were divided at a line end back together, on the line where they begin."""
    mended = [line for line in lines if line.words]
    joiner = Joiner(_whole_words(tuple(mended)))
    for index in range(len(mended) - 1):
        upper, lower = mended[index], mended[index + 1]
        if not lower.words or not upper.words or upper.block != lower.block:
            continue
        whole = joiner.join(upper.words[-1].text, lower.words[0].text)
        if whole is not None:
            first = replace(upper.words[-1], text=whole)
            mended[index] = replace(upper, words=(*upper.words[:-1], first))
            mended[index + 1] = replace(lower, words=lower.words[1:])
    return [line for line in mended if line.words]


def _whole_words(lines: Sequence[DraftLine]) -> Iterator[str]:
    """Yield the words of the document but those at a line start after a line that ends in a hyphen."""
    divided = False
    for line in lines:
        yield from (word.text for word in line.words[divided:])
        divided = line.words[-1].text.endswith("-")


def union(boxes: Iterable[Box | None]) -> Box | None:
    """Return the smallest box around all given ones, None where there are none."""
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    return Box(
        min(box.x0 for box in known),
        min(box.y0 for box in known),
        max(box.x1 for box in known),
        max(box.y1 for box in known),
    )


def mostly_bold(words: Sequence[DraftWord]) -> bool:
    """Whether most letters of the words are bold."""
    if not any(word.bold for word in words):
        return False
    letters = sum(len(word.text) for word in words)
    return 2 * sum(len(word.text) for word in words if word.bold) > letters


def _place_line(line: DraftLine, start: int, end: int) -> Line:
    return Line(
        start=start,
        end=end,
        page=line.page,
        block=line.block,
        column=line.column,
        role=line.role,
        box=union(word.box for word in line.words),
        size=max((word.size for word in line.words if word.size is not None), default=None),
        bold=mostly_bold(line.words),
    )


def _place_words(line: DraftLine, start: int) -> Iterable[Word]:
    for word in line.words:
        end = start + len(word.text)
        if word.size is not None:
            yield Word(start, end, word.box, word.size, word.bold)
        start = end + 1
