"""The shipped spaCy pipeline as the extraction stage uses it. Only this module and `span_tagger` import spaCy."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from gapcheck.extract.model import ModelSpan, PassageReading, TaggedWord
from gapcheck.report import Kind
from gapcheck.resources import model_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, SpanGroup

_KINDS = {
    "TOOL": Kind.TOOL,
    "SKILL": Kind.SKILL,
    "KNOWLEDGE": Kind.KNOWLEDGE,
    "CERT": Kind.CERTIFICATION,
    "DEGREE": Kind.DEGREE,
    "LANG": Kind.LANGUAGE,
    "SOFT": Kind.SOFT,
}


KEYWORDS = "keywords"
"""The layer of spans that was labelled with a posting's keywords in mind."""

MOST_REMEMBERED = 8_192
"""Passages whose reading is remembered, some 20 MB: postings repeat each other's sentences, those of one employer above
all."""


@dataclass(frozen=True)
class LanguageModel:
    """The pipeline, asked only for what extraction needs; other components are not run.

    A passage is read once: what stands beside it changes nothing, not in the last bit.
    """

    nlp: Language
    _remembered: OrderedDict[str, PassageReading] = field(
        default_factory=OrderedDict, repr=False, compare=False
    )

    def read(self, passages: Sequence[str]) -> tuple[PassageReading, ...]:
        """Keyword spans and tagged words of each passage, in text order."""
        # A line break inside a sentence is only where the line was full; the model was trained without.
        texts = [passage.replace("\n", " ") for passage in passages]
        known = {text: found for text in texts if (found := self._remembered.get(text)) is not None}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, map(_reading, self.nlp.pipe(new)), strict=True))
        self._remember(known)
        return tuple(known[text] for text in texts)

    def _remember(self, readings: Mapping[str, PassageReading]) -> None:
        """Keep the readings, and forget those that were not asked for for longest."""
        for text, found in readings.items():
            self._remembered[text] = found
            self._remembered.move_to_end(text)
        while len(self._remembered) > MOST_REMEMBERED:
            self._remembered.popitem(last=False)


def _reading(doc: Doc) -> PassageReading:
    return PassageReading(_spans(doc), _words(doc))


_CHANCE_DIGITS = 4
"""Digits of a probability; more would be noise, and differ between machines."""


def _words(doc: Doc) -> tuple[TaggedWord, ...]:
    attrs = doc.spans[KEYWORDS].attrs if KEYWORDS in doc.spans else {}
    nothing = [0.0] * len(doc)
    chances = zip(attrs.get("begins", nothing), attrs.get("goes_on", nothing), strict=True)
    return tuple(
        TaggedWord(token.idx, token.tag_, round(begins, _CHANCE_DIGITS), round(goes_on, _CHANCE_DIGITS))
        for token, (begins, goes_on) in zip(doc, chances, strict=True)
    )


def _spans(doc: Doc) -> tuple[ModelSpan, ...]:
    """Spans of all layers, or the entities of a pipeline without layers.

    A later layer adds only what the earlier ones left unmarked: where both mark something, their ends differ, and the
    first layer is the one that was labelled with keywords in mind.
    """
    found: list[ModelSpan] = []
    taken: set[int] = set()
    for layer in doc.spans.values() if doc.spans else (doc.ents,):
        fresh = [pair for pair in _scored(layer) if taken.isdisjoint(range(pair[0].start, pair[0].end))]
        taken |= {token.i for span, _score in fresh for token in span}
        found += [
            ModelSpan(span.start_char, span.end_char, _KINDS[span.label_], round(score, 4))
            for span, score in fresh
            if span.label_ in _KINDS
        ]
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _scored(layer: SpanGroup | Sequence[Span]) -> Iterator[tuple[Span, float]]:
    """Each span with its confidence; 1 where the pipeline gives none."""
    scores = getattr(layer, "attrs", {}).get("scores", ())
    yield from zip_longest(layer, scores, fillvalue=1.0)


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


def is_loaded() -> bool:
    """Whether this process has the pipeline already, loaded by itself or by the one it was forked from."""
    return load_language_model.cache_info().currsize > 0
