"""Which proposals are keywords: two linear decisions, learned from labelled postings and shipped as numbers.

The first weighs the words of a proposal and those beside it (`gapcheck.extract.traits.word_traits`); it learns from
the corpus. The second weighs the first one's score with what lexicon and language model say (`source_traits`); it
learns from postings that none of them has seen and that were labelled by what they ask for, as a reader would: the
cases of the evaluation. The corpus' marks, strict on where a keyword ends, made it think too little of the lexicon.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from gapcheck.background import load_background
from gapcheck.document import Document
from gapcheck.extract.decide import Decision, Linear, Steps
from gapcheck.extract.propose import Proposal, propose
from gapcheck.extract.said import Said, read_passage
from gapcheck.extract.shorten import shorten
from gapcheck.extract.traits import Surroundings, Traits, look_at, word_traits
from gapcheck.language_model import load_language_model
from gapcheck.lexicon import load_lexicon
from gapcheck.readers import read_text
from gapcheck.segment.line_kinds import load_line_kinds
from gapcheck.segment.model import PostingSection
from gapcheck.segment.posting import KEYWORD_SECTIONS, segment_posting
from gapcheck.words import tokenize
from recipe import corpus

Stems = frozenset[str]


Verdict = tuple[bool, float]
"""Whether a proposal is a keyword, and how much the judgement counts."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage's proposals with the verdict on each; None leaves it open."""

    posting: str
    said: Said
    proposals: tuple[Proposal, ...]
    around: Surroundings
    verdicts: tuple[Verdict | None, ...]


Judge = Callable[[Said, Proposal], Verdict | None]


def sentences(name: str, document: Document, judge: Judge) -> Iterator[Sentence]:
    """The passages of a posting with their proposals as the product makes them."""
    segmented = segment_posting(document)
    title = frozenset(token.stem for token in tokenize(segmented.title or ""))
    text = document.text
    passages = [passage for passage in segmented.passages if passage.section in KEYWORD_SECTIONS]
    readings = load_language_model().read([text[passage.start : passage.end] for passage in passages])
    for passage, reading in zip(passages, readings, strict=True):
        sentence = text[passage.start : passage.end]
        said = read_passage(sentence, passage.start, reading.words)
        asking = load_line_kinds().asking(sentence)
        around = Surroundings(text, passage.section, load_background().frequency, title, asking)
        proposals = propose(said, reading, passage, load_lexicon(), load_background().frequency)
        verdicts = [judge(said, proposal) for proposal in proposals]
        yield Sentence(name, said, proposals, around, tuple(verdicts))


PART = 0.5
"""What a proposal that overlaps a keyword without being it counts: the words are right, their ends are not."""


def _by_marks(marks: Sequence[tuple[int, int]]) -> Judge:
    """A proposal is a keyword when it is a mark without its trimmings; overlapping one it counts half against."""

    def judge(said: Said, proposal: Proposal) -> Verdict | None:
        start, end = said.tokens[proposal.first].start, said.tokens[proposal.last].end
        over = [mark for mark in marks if mark[0] < end and start < mark[1]]
        if not over:  # the marks are on things, so they say nothing of a doing or a role that holds none
            return (False, 1.0) if proposal.named is None else None
        own = {said.stems(proposal.first, proposal.last)}
        if proposal.described != proposal.content:  # a mark on what is done, or on what it is done to
            own.add(tuple(said.tokens[number].stem for number in proposal.described))
        for mark in over:
            inside = [token for token in said.tokens if token.start >= mark[0] and token.end <= mark[1]]
            if not own.isdisjoint((tuple(t.stem for t in inside), tuple(t.stem for t in shorten(inside)))):
                return True, 1.0
        return False, PART

    return judge


def _by_wordings(wordings: Sequence[Stems]) -> Judge:
    """A proposal is a keyword when its words are a labelled wording's, half so when they are nearly its."""

    def judge(said: Said, proposal: Proposal) -> Verdict | None:
        own = {frozenset(said.tokens[number].stem for number in proposal.content)}
        if proposal.named is not None:
            own.add(frozenset(token.stem for token in tokenize(proposal.named.name)))
        near = max((_alike(words, wording) for wording in wordings for words in own), default=0.0)
        if near == 1.0:
            return True, 1.0
        return (True, PART) if near >= 0.6 else None if near >= 0.5 else (False, 1.0)

    return judge


def _alike(mine: Stems, theirs: Stems) -> float:
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def from_corpus(folder: Path) -> Iterator[Sentence]:
    """Proposals of the invented postings."""
    for posting in corpus.read(folder):
        text, marks = "", list[tuple[int, int]]()
        for line in posting.lines:
            marks += [(mark.start + len(text), mark.end + len(text)) for mark in line.marks if mark.label]
            text += line.text + "\n"
        document = read_text(text.rstrip("\n"), posting.name)
        if document.text == text.rstrip("\n"):
            found = sentences(posting.name, document, _by_marks(marks))
            # The corpus marks nothing in titles, be it a keyword or not.
            yield from (s for s in found if s.around.section is not PostingSection.TITLE)


def from_cases(folder: Path) -> Iterator[Sentence]:
    """Proposals of labelled cases: `posting.txt` with `gold.json`."""
    for case in sorted(path.parent for path in folder.glob("*/gold.json")):
        gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
        wordings = [
            frozenset(token.stem for token in form)
            for asked in gold["requirements"]
            for wording in (asked["term"], *asked["surfaces"], *asked.get("accept", ()))
            for form in (tokenize(wording), shorten(tokenize(wording)))
        ]
        document = read_text((case / "posting.txt").read_text(encoding="utf-8"), case.name)
        yield from sentences(case.name, document, _by_wordings(wordings))


WORDS_STRENGTH = 0.1
SOURCES_STRENGTH = 0.3
LEAST = 4
"""Proposals in which a trait of the words must stand to be learnt from."""

STEPS: Steps = ((15, 0.35), (25, 0.45), (46, 0.75), (56, 1.01))
"""Chosen on labelled postings: who labels a short one names what is no more than likely, too, and nobody names more
than some forty of a long one."""


def _fit(rows: Sequence[Traits], verdicts: Sequence[Verdict], strength: float) -> Linear:
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(
        matrix, [keyword for keyword, _ in verdicts], sample_weight=np.array([trust for _, trust in verdicts])
    )
    weights = dict(zip(vectorizer.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True))
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.03}
    return Linear(round(float(model.intercept_[0]), 3), kept)


def _frequent(rows: Sequence[Traits]) -> list[Traits]:
    seen = Counter(name for row in rows for name in row)
    return [{name: value for name, value in row.items() if seen[name] >= LEAST} for row in rows]


def _told(
    sentences: Iterable[Sentence], traits: Callable[[Sentence], Sequence[Traits]]
) -> tuple[list[Traits], list[Verdict]]:
    rows = [
        (row, verdict)
        for sentence in sentences
        for row, verdict in zip(traits(sentence), sentence.verdicts, strict=True)
        if verdict is not None
    ]
    return [row for row, _ in rows], [verdict for _, verdict in rows]


def _word_traits(s: Sentence) -> list[Traits]:
    return [word_traits(s.said, p, s.around, look_at(s.said, p, s.around)) for p in s.proposals]


def train(known: Sequence[Sentence], unseen: Sequence[Sentence]) -> Decision:
    """Both decisions: the words' from what the sources know, the sources' from what they have not seen."""
    rows, verdicts = _told(known, _word_traits)
    words = _fit(_frequent(rows), verdicts, WORDS_STRENGTH)
    first = Decision(words, Linear(0.0, {}), STEPS)
    rows, verdicts = _told(unseen, lambda s: [w.sources for w in first.weigh(s.said, s.proposals, s.around)])
    return Decision(words, _fit(rows, verdicts, SOURCES_STRENGTH), STEPS)


def write(path: Path, decision: Decision) -> None:
    """One line of JSON."""
    plain = json.dumps(asdict(decision), ensure_ascii=False, separators=(",", ":"))
    path.write_text(plain + "\n", encoding="utf-8")
