"""The shipped spaCy pipeline as the extraction stage uses it. The only module that imports spaCy."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gapcheck.extract.model import ModelSpan, PassageReading, TaggedWord
from gapcheck.report import Kind
from gapcheck.resources import model_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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


def _spans(doc: Doc) -> tuple[ModelSpan, ...]:
    return tuple(
        ModelSpan(span.start_char, span.end_char, _KINDS[span.label_])
        for span in doc.ents
        if span.label_ in _KINDS
    )


def _words(doc: Doc) -> tuple[TaggedWord, ...]:
    return tuple(TaggedWord(token.idx, token.tag_) for token in doc)


@cache
def model_version() -> str:
    """Name and version of the shipped pipeline, read without loading it."""
    meta = json.loads((model_folder() / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['name']} {meta['version']}"


_UNUSED = ("trainable_lemmatizer", "attribute_ruler", "morphologizer")
"""Components that extraction does not need."""

Loading = Callable[[], AbstractContextManager[None]]


@cache
def load_language_model(around: Loading = nullcontext) -> LanguageModel:
    """The shipped pipeline, loaded once a process; `around` makes a context in which spaCy is imported and loaded."""
    with around():
        import spacy  # a second to import: only when a posting has to be analysed

        return LanguageModel(spacy.load(model_folder(), exclude=_UNUSED))
