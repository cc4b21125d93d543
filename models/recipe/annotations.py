"""Stand-off labels of real postings: what they ask for, and what their lines do. Their texts are in the training data.

`models/annotations/postings.jsonl.xz` holds, for each posting, its source and id and the `asked` stretches as numbers:
how far behind the beginning of the one before each begins, and how long it is, one wording once. `unasked` holds in the
same way, where readers named some, wordings that look like a demand and are none.

`models/annotations/lines.jsonl.xz` holds the same of `lines` (sentences, but for titles and headings), and a letter for
each: its kind as in `recipe.line_kinds`, a capital where it names what a reader would look for on a resume.

`models/annotations/shown.jsonl.xz` tells which keywords of postings real resumes show in other words. First the
postings' sources and ids; then for each resume, by file name, what it was `asked`: the number of a posting, its
keywords as stretches like above, a letter for each (S shown, I implied, a point for neither, ? for one to leave out),
and for each that is shown the words of the resume that say so: the number of the first and how many, counted between
blanks. `unsure` holds in the same way keywords that a resume was asked for because the program could not tell.
"""

import json
import lzma
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import gapcheck.readers
from gapcheck.document import Document
from recipe import postings
from recipe.labels import ANY
from recipe.lines import Line, Mark


@dataclass(frozen=True, slots=True)
class Annotated:
    """A posting's text with the wordings in it that name what it asks for.

    Of a wording in longer and shorter form ("excellent communication skills", "communication skills") only the shorter:
    the longer has words too many. A single word may be a part only ("analysis" of "data analysis"), so that both stay.
    `unasked` are wordings that a program would list and no reader looks for ("local priorities").
    """

    id: str
    text: str
    asked: tuple[str, ...]
    unasked: tuple[str, ...] = ()


def read(path: Path, data: Path) -> Iterator[Annotated]:
    """The annotated postings in the order of the file; raises ValueError for one that the data does not have."""
    for row, text in labelled_rows(path, data):
        asked, unasked = (
            [text[span] for span in stretches(row.get(key, ()))] for key in ("asked", "unasked")
        )
        yield Annotated(row["id"], text, _shortest(asked), tuple(unasked))


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line of a posting (its offsets), the letter of its kind, and whether it names what a reader would look for."""

    start: int
    end: int
    kind: str
    asks: bool


@dataclass(frozen=True, slots=True)
class JudgedPosting:
    """A posting's text with what readers say of its lines, in text order."""

    id: str
    text: str
    lines: tuple[JudgedLine, ...]


def read_lines(path: Path, data: Path) -> Iterator[JudgedPosting]:
    """The postings whose lines are judged; raises ValueError for one that the data does not have."""
    for row, text in labelled_rows(path, data):
        judged = zip(stretches(row["lines"]), row["kinds"], strict=True)
        yield JudgedPosting(
            row["id"],
            text,
            tuple(
                JudgedLine(span.start, span.stop, kind.upper(), asks=kind.isupper()) for span, kind in judged
            ),
        )


@dataclass(frozen=True, slots=True)
class JudgedKeyword:
    """A keyword of a posting, whether a resume shows it in other words or implies it, and which words of the resume, by
    their number, show it; `unsure` if it was asked for because the program could not tell."""

    text: str
    shown: bool
    implied: bool
    words: range | None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class JudgedResume:
    """A resume, not read yet, and what readers say of keywords that it does not say literally."""

    path: Path
    keywords: tuple[JudgedKeyword, ...]

    def read(self) -> Document:
        """The resume; raises ReadError if it is not there."""
        return gapcheck.readers.read(self.path)


def place(words: range, text: str) -> slice:
    """Where these words, parted by white space, stand in a text."""
    found = [word.span() for word in re.finditer(r"\S+", text)]
    return slice(found[words[0]][0], found[words[-1]][1])


def read_shown(
    path: Path, data: Path, resumes: Path, wanted: Callable[[int], bool]
) -> Iterator[JudgedResume]:
    """The judged resumes whose number is wanted, to be read from the folder `resumes`."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        asked, *rows = map(json.loads, lines)
    sources = {source for source, _ in asked["postings"]}
    by_source = {source: dict(postings.by_id(data, source)) for source in sources}
    texts = [by_source[source][number] for source, number in asked["postings"]]
    for row in (row for number, row in enumerate(rows) if wanted(number)):
        keywords = (
            keyword
            for part in ("asked", "unsure")
            for number, *judged in row.get(part, ())
            for keyword in _judged(texts[number], judged, unsure=part == "unsure")
        )
        yield JudgedResume(resumes / row["resume"], tuple(keywords))


def _judged(posting: str, judged: Sequence[Any], *, unsure: bool) -> Iterator[JudgedKeyword]:
    asked, letters, numbers = judged
    places = zip(numbers[::2], numbers[1::2], strict=True)
    for stretch, letter in zip(stretches(asked), letters, strict=True):
        words = None
        if letter == "S":
            first, count = next(places)
            words = range(first, first + count)
        if letter != "?":
            yield JudgedKeyword(posting[stretch], letter == "S", letter in "SI", words, unsure)


def labelled_rows(path: Path, data: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Each row of a file of labels, with the text of its posting."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = {source: dict(postings.by_id(data, source)) for source in {row["source"] for row in rows}}
    for row in rows:
        text = texts[row["source"]].get(row["id"])
        if text is None:
            raise ValueError(f"{row['id']} is annotated but not among the postings of {row['source']}")
        yield row, text


def stretches(numbers: Sequence[int]) -> Iterator[slice]:
    """The stretches that the numbers tell: how far behind the last beginning, how long."""
    for start, length in zip(accumulate(numbers[::2]), numbers[1::2], strict=True):
        yield slice(start, start + length)


def _shortest(wordings: Sequence[str]) -> tuple[str, ...]:
    """The wordings without those that hold another of two words or more."""
    padded = {wording: f" {' '.join(wording.split())} " for wording in wordings}
    phrases = [form for form in padded.values() if " " in form.strip()]
    return tuple(
        wording
        for wording, form in padded.items()
        if not any(phrase in form and phrase != form for phrase in phrases)
    )


def lines(posting: Annotated) -> Iterator[Line]:
    """The sentences of a posting that can hold keywords, with a mark of no particular label on each wording."""
    wordings = [_found(wording) for wording in posting.asked]
    for sentence in postings.sentences(posting.text):
        found = {match.span() for wording in wordings for match in wording.finditer(sentence)}
        yield Line("", sentence, tuple(Mark(*span, ANY) for span in sorted(found)))


def _found(wording: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, wording.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")
