"""The shipped spaCy pipeline as the extraction stage uses it. Only this module and `span_tagger` import spaCy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from gapcheck.extract.model import ModelSpan, PassageReading, TaggedWord
from gapcheck.report import Kind
from gapcheck.resources import model_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_KINDS = {
    "TOOL": Kind.TOOL,
    "SKILL": Kind.SKILL,
    "KNOWLEDGE": Kind.KNOWLEDGE,
    "CERT": Kind.CERTIFICATION,
    "DEGREE": Kind.DEGREE,
    "LANG": Kind.LANGUAGE,
    "SOFT": Kind.SOFT,
}


@dataclass(frozen=True)
class LanguageModel:
    """The pipeline, asked only for what extraction needs; other components are not run."""

    nlp: Language

    def read(self, passages: Sequence[str]) -> tuple[PassageReading, ...]:
        """Keyword spans and tagged words of each passage, in text order."""
        # A line break inside a sentence is only where the line was full; the model was trained without.
        texts = (passage.replace("\n", " ") for passage in passages)
        return tuple(PassageReading(_spans(doc), _words(doc)) for doc in self.nlp.pipe(texts))


def _words(doc: Doc) -> tuple[TaggedWord, ...]:
    return tuple(TaggedWord(token.idx, token.tag_) for token in doc)


def _spans(doc: Doc) -> tuple[ModelSpan, ...]:
    """Spans of all layers, or the entities of a pipeline without layers; the first layer names a stretch's kind."""
    found: dict[tuple[int, int], ModelSpan] = {}
    for span, confidence in _marked(doc):
        if span.label_ in _KINDS:
            place = span.start_char, span.end_char
            found.setdefault(place, ModelSpan(*place, _KINDS[span.label_], round(confidence, 4)))
    return tuple(found[place] for place in sorted(found))


def _marked(doc: Doc) -> Iterator[tuple[Span, float]]:
    if not doc.spans:
        yield from ((span, 1.0) for span in doc.ents)
    for group in doc.spans.values():
        yield from zip(group, group.attrs.get("scores") or [1.0] * len(group), strict=True)


def _meta() -> dict[str, Any]:
    meta: dict[str, Any] = json.loads((model_folder() / "meta.json").read_text(encoding="utf-8"))
    return meta


@cache
def model_version() -> str:
    """Name and version of the shipped pipeline, read without loading it."""
    meta = _meta()
    return f"{meta['name']} {meta['version']}"


_TAGGING = ("tok2vec", "tagger")
"""Components that tag words; which ones mark spans the pipeline itself names."""


def _unused() -> tuple[str, ...]:
    """Components that extraction does not need."""
    meta = _meta()
    needed = {*(meta.get("span_components") or meta["pipeline"]), *_TAGGING}
    return tuple(name for name in meta["pipeline"] if name not in needed)


Loading = Callable[[], AbstractContextManager[None]]


@cache
def load_language_model(around: Loading = nullcontext) -> LanguageModel:
    """The shipped pipeline, loaded once a process; `around` makes a context in which spaCy is imported and loaded."""
    with around():
        import spacy  # a second to import: only when a posting has to be analysed

        import gapcheck.span_tagger  # noqa: F401 - makes its component known even where entry points are not read

        return LanguageModel(spacy.load(model_folder(), exclude=_unused()))
