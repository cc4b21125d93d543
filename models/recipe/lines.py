"""Text with marked spans, and how it becomes a spaCy example."""

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of a text, by character offsets. The empty label says: do not learn from this."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a posting with its kind (one letter, see `corpus`) and keywords."""

    kind: str
    text: str
    marks: tuple[Mark, ...]


def joined(lines: list[Line], glue: str = "\n") -> Line:
    """Several lines as one text."""
    texts, marks, at = [], [], 0
    for line in lines:
        texts.append(line.text)
        marks += [Mark(mark.start + at, mark.end + at, mark.label) for mark in line.marks]
        at += len(line.text) + len(glue)
    return Line(lines[0].kind, glue.join(texts), tuple(marks))


def _spans(doc: Doc, marks: tuple[Mark, ...]) -> list[Span]:
    spans = (doc.char_span(mark.start, mark.end, mark.label, alignment_mode="expand") for mark in marks)
    return [span for span in spans if span is not None]


def example(nlp: Language, line: Line) -> Example:
    """Gold entities on the tokens of the pipeline's own tokenizer."""
    reference = nlp.make_doc(line.text)
    labelled = filter_spans(_spans(reference, tuple(mark for mark in line.marks if mark.label)))
    taken = {token.i for span in labelled for token in span}
    hidden = _spans(reference, tuple(mark for mark in line.marks if not mark.label))
    unknown = sorted({token.i for span in hidden for token in span} - taken)
    missing = [reference[i : i + 1] for i in unknown]
    reference.set_ents(labelled, missing=missing, default="outside")
    return Example(nlp.make_doc(line.text), reference)
