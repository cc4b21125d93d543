"""Silver labels: two teachers and the lexicon vote on lines of real text, to widen the fields known.

What two of three mark alike is learnt, with the lexicon's label where it has one; what one alone marks is
hidden from training, and so is every mark of a line that speaks of the company, benefits, law or the
application; the rest counts as no keyword.
"""

import gzip
import json
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from recipe import line_kinds, postings
from recipe.lines import Line, Mark
from recipe.seeds import seeded
from recipe.spans import Terms, found
from recipe.tokenizer import adapt

LINES = {"dice": 350, "glassdoor": 900, "google": 900, "linkedin": 1_000, "nhs": 2_500, "usajobs": 1_000}
ADVERTS = 3_500
_SHORT, _LONG = 25, 320
_IDLE = 0.6


def _adverts(data: Path) -> list[str]:
    """British adverts of all fields; the release turned their commas into quotation marks."""
    texts: list[str] = []
    with gzip.open(data / "spans" / "green-train.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            text = ""
            for piece in json.loads(row)["tokens"]:
                word = "," if piece == '"' else piece
                text += (
                    word
                    if word in {".", ",", ";", ":", ")", "%"} or not text or text[-1] == "("
                    else f" {word}"
                )
            texts.append(text)
    return [text for text in dict.fromkeys(texts) if _SHORT <= len(text) <= _LONG]


def texts(data: Path, *, seed: int = 11) -> list[str]:
    """Lines of real postings and adverts, the sources evenly drawn."""
    rng = seeded(seed)
    by_source: dict[str, dict[str, None]] = {source: {} for source in LINES}
    for posting in postings.sample(data, cap=900, seed=seed):
        lines = (line.strip() for line in posting.text.splitlines())
        by_source[posting.source] |= {line: None for line in lines if _SHORT <= len(line) <= _LONG}
    drawn = [
        line
        for source, lines in by_source.items()
        for line in rng.sample(list(lines), min(LINES[source], len(lines)))
    ]
    adverts = _adverts(data)
    return drawn + rng.sample(adverts, min(ADVERTS, len(adverts)))


def _listed(terms: Terms, lines: list[str]) -> list[tuple[Mark, ...]]:
    """The lexicon's terms in each line, the longest first."""
    nlp = spacy.blank("en")
    adapt(nlp)
    tokenizer: Any = nlp.tokenizer
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for label, entries in terms.items():
        matcher.add(label, list(tokenizer.pipe(entry for entry in entries if len(entry) > 2)))
    marked = []
    for doc in tokenizer.pipe(lines):
        spans = filter_spans(matcher(doc, as_spans=True))
        marked.append(tuple(Mark(span.start_char, span.end_char, span.label_) for span in spans))
    return marked


def _agreed(text: str, votes: list[tuple[Mark, ...]], screened: bool) -> Line:
    """The last voter is the lexicon: its label wins."""
    by_place: dict[tuple[int, int], list[str]] = {}
    for voter in votes:
        for mark in voter:
            by_place.setdefault((mark.start, mark.end), []).append(mark.label)
    listed = {(mark.start, mark.end): mark.label for mark in votes[-1]}
    marks = []
    for place, labels in sorted(by_place.items()):
        label = listed.get(place) or labels[0]
        marks.append(Mark(*place, label if len(labels) >= 2 and screened else ""))
    return Line("", text, tuple(marks))


def label(teachers: list[Language], terms: Terms, kinds: line_kinds.Model, lines: list[str]) -> list[Line]:
    """The lines with the marks that most voters agree on; `kinds` is the model of `line_kinds`."""
    votes = [*(found(teacher, lines) for teacher in teachers), _listed(terms, lines)]
    screened = []
    for line in lines:
        scores = line_kinds.score(kinds, line)
        screened.append(sum(scores[kind] for kind in ("company", "benefit", "legal", "application")) < _IDLE)
    return [
        _agreed(text, list(voters), screens)
        for text, screens, *voters in zip(lines, screened, *votes, strict=True)
    ]


def merged(teacher: Language, lines: list[Line]) -> list[Line]:
    """SkillSpan in our terms: its spans take the teacher's labels, what only the teacher marks is hidden."""
    result: list[Line] = []
    for line, marks in zip(lines, found(teacher, [line.text for line in lines]), strict=True):
        kept: list[Mark] = []
        for mark in line.marks:
            over = [other for other in marks if other.start < mark.end and mark.start < other.end]
            label = over[0].label if over and over[0].label != "SOFT" else "SKILL"
            kept.append(Mark(mark.start, mark.end, label if mark.label else ""))
        kept += [Mark(mark.start, mark.end, "") for mark in marks]
        result.append(Line(line.kind, line.text, tuple(kept)))
    return result
