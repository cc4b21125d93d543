"""SkillSpan (Zhang et al. 2022): KNOWLEDGE spans, its commas and names restored to look like real text."""

import gzip
import json
import random
from dataclasses import asdict, dataclass
from pathlib import Path

from spacy.language import Language

from recipe import commas
from recipe.lines import Line, Mark
from recipe.paths import BUILD

_FIRST = """
    Bright Nor Alder Quay Hexa Stone Vela Orchard Kestrel Lumen Tarn Ember Cobalt Fern Hallow Pike Mira
"""
_SECOND = "well vane wood side tech gate soft works line point bridge labs grid field mark ford"
_FIRM = ["", "", " Ltd", " Group", " GmbH", " Inc.", " Systems", " AG", " Solutions", " Partners"]
_PLACES = "Munich Leeds Zurich Austin Copenhagen Bristol Denver Vienna Lyon Utrecht Boston Cork Aarhus Berlin"
_PEOPLE = "Jane Moore,Peter Lang,Amir Shah,Sofia Lind,Marta Ruiz,Tom Ashby,Li Wei,Anna Berg"
_TIGHT = {".", ",", ";", ":", "!", "?", ")", "]", "%"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with spans `(first, after last)` and, for each word, whether a comma follows."""

    words: tuple[str, ...]
    knowledge: tuple[tuple[int, int], ...]
    skills: tuple[tuple[int, int], ...]
    commas: tuple[bool, ...]


def _spans(tags: list[str]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for at, tag in enumerate(tags):
        if tag[0] == "B" or (tag[0] == "I" and (at == 0 or tags[at - 1][0] == "O")):
            spans.append((at, at + 1))
        elif tag[0] == "I":
            spans[-1] = (spans[-1][0], at + 1)
    return tuple(spans)


def read(data: Path, part: str, restorer: Language) -> list[Sentence]:
    """The sentences of `train` or `dev`, with a guess where commas stood."""
    with gzip.open(data / "spans" / f"skillspan-{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    guesses = commas.restore(restorer, (row["tokens"] for row in rows))
    return [
        Sentence(tuple(row["tokens"]), _spans(row["tags_knowledge"]), _spans(row["tags_skill"]), tuple(guess))
        for row, guess in zip(rows, guesses, strict=True)
    ]


def restored(data: Path, part: str) -> list[Sentence]:
    """`train` or `dev` with commas, kept in the build folder since restoring them takes a training."""
    path = BUILD / f"skillspan-{part}.json"
    if not path.exists():
        BUILD.mkdir(exist_ok=True)
        restorer = commas.train(data)
        for each in ("train", "dev"):
            keep(BUILD / f"skillspan-{each}.json", read(data, each, restorer))
    return kept(path)


def postings(data: Path, part: str) -> list[list[Sentence]]:
    """The sentences of `train` or `dev` with commas, those of one posting together."""
    together: dict[tuple[str, str], list[Sentence]] = {}
    with gzip.open(data / "spans" / f"skillspan-{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line, sentence in zip(lines, restored(data, part), strict=True):
            row = json.loads(line)
            together.setdefault((row["source"], row["idx"]), []).append(sentence)
    return list(together.values())


def keep(path: Path, sentences: list[Sentence]) -> None:
    """Write sentences with their commas."""
    path.write_text(json.dumps([asdict(sentence) for sentence in sentences]), encoding="utf-8")


def kept(path: Path) -> list[Sentence]:
    """Read what `keep` wrote."""
    return [
        Sentence(
            tuple(row["words"]),
            tuple((first, last) for first, last in row["knowledge"]),
            tuple((first, last) for first, last in row["skills"]),
            tuple(row["commas"]),
        )
        for row in json.loads(path.read_text(encoding="utf-8"))
    ]


def _name(placeholder: str, rng: random.Random) -> str:
    match placeholder:
        case "<ORGANIZATION>" | "<ORG>":
            return rng.choice(_FIRST.split()) + rng.choice(_SECOND.split()) + rng.choice(_FIRM)
        case "<LOCATION>":
            return rng.choice(_PLACES.split())
        case "<ADDRESS>":
            return rng.choice(
                [
                    rng.choice(_PLACES.split()),
                    str(rng.randint(1, 90_000)),
                    rng.choice(_FIRST.split()) + " Street",
                ]
            )
        case "<NAME>":
            return rng.choice(_PEOPLE.split(","))
        case "<CONTACT>":
            return rng.choice(
                [
                    "jobs@example.com",
                    "www.example.com/careers",
                    "+44 20 7946 0123",
                    rng.choice(_PEOPLE.split(",")),
                ]
            )
        case "<PROFESSION>":
            return "consultant"
        case "<DESCRIPTION>":
            return "a growing company"
        case other:
            return other


def render(sentence: Sentence, rng: random.Random, *, with_commas: bool = True) -> Line:
    """The sentence as text; verb phrases marked SKILL outside KNOWLEDGE are hidden from training."""
    text = ""
    starts: list[int] = []
    ends: list[int] = []
    for at, word in enumerate(sentence.words):
        opened = text.endswith(("(", "[")) or not text
        text += "" if opened or word in _TIGHT else " "
        starts.append(len(text))
        text += _name(word, rng) if word[0] == "<" else word
        ends.append(len(text))
        tight_next = at + 1 < len(sentence.words) and sentence.words[at + 1] in _TIGHT
        if with_commas and sentence.commas[at] and not tight_next and word[-1].isalnum():
            text += ","
    known = tuple(Mark(starts[first], ends[last - 1], "KNOWLEDGE") for first, last in sentence.knowledge)
    hidden = tuple(Mark(starts[first], ends[last - 1], "") for first, last in sentence.skills)
    return Line("", text, known + hidden)
