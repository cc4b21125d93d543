"""A look at a resume, and what the report says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from gapcheck.document import Box, Document
from gapcheck.glance.model import Glance, Visit
from gapcheck.glance.reader import PhraseFor, Reader
from gapcheck.glance.scene import KeywordView, set_scene
from gapcheck.glance.settings import DEFAULTS, Settings
from gapcheck.glance.suggest import suggest
from gapcheck.glance.titles import Equivalent, same_title
from gapcheck.glance.verdict import not_reached
from gapcheck.report import Glimpse, TenSecond
from gapcheck.same import Same
from gapcheck.segment.model import SegmentedResume

_EDGES = " ,;:|([)]–—-"
"""What divides a field from its neighbours is not part of what was seen."""
KNOWN, ORDER_ONLY = "known", "order-only"


def look(
    document: Document,
    resume: SegmentedResume,
    target: str | None,
    keywords: Sequence[KeywordView] = (),
    settings: Settings = DEFAULTS,
    *,
    equivalent: Equivalent = same_title,
    phrase_for: PhraseFor = str,
) -> Glance:
    """Look at a resume for ten seconds with a posting's title (`target`) and keywords in mind.

    `equivalent(target, title)` says which titles of the resume are as good as the target, `phrase_for(term)`
    what to write where a keyword is suggested (its term, if not given; None for none). Without `target` and
    `keywords` the timeline still says what is seen; the verdict then is no.
    """
    scene = set_scene(document, resume, target, keywords, settings)
    reader = Reader(target, settings, equivalent, phrase_for)
    gaze, judgement = reader.look_at(scene)
    boxes = _boxes(Same(document))
    report = TenSecond(
        verdict=judgement.verdict,
        words_seen=gaze.words_seen,
        title=judgement.title,
        must_have=judgement.must_have,
        timeline=tuple(_glimpse(document, visit, boxes) for visit in gaze.visits),
        not_reached=not_reached(scene, gaze),
        suggestions=suggest(scene, reader, gaze, judgement),
        layout=_layout(document),
    )
    return Glance(report, gaze)


@lru_cache(maxsize=16)
def _boxes(document: Same[Document]) -> Mapping[int, Box]:
    return {word.start: word.box for word in document.value.words if word.box}


def _layout(document: Document) -> str:
    """Whether positions or at least sizes are known, or nothing but the order of the lines."""
    return KNOWN if any(line.box or line.size for line in document.lines) else ORDER_ONLY


def _glimpse(document: Document, visit: Visit, boxes: Mapping[int, Box]) -> Glimpse:
    """A visit as the report shows it: all that was seen, words that were passed over marked by an
    ellipsis."""
    text = document.text[slice(*visit.words[0])]
    for (_, before), (start, end) in pairwise(visit.words):
        text += (" " if start <= before + 1 else " … ") + document.text[start:end]
    return Glimpse(
        at=round(visit.at, 1),
        text=text.strip(_EDGES),
        page=document.lines[visit.line].page,
        line=visit.line + 1,
        box=_box(document, visit, boxes),
        kind=visit.kind.value,
    )


def _box(
    document: Document, visit: Visit, boxes: Mapping[int, Box]
) -> tuple[float, float, float, float] | None:
    """The rectangle around the words of a visit; that of the line where words have none."""
    known = [boxes[start] for start, _ in visit.words if start in boxes]
    whole = document.lines[visit.line].box
    known = known or ([whole] if whole else [])
    return _around(known) if known else None


def _around(boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    return (
        round(min(box.x0 for box in boxes), 1),
        round(min(box.y0 for box in boxes), 1),
        round(max(box.x1 for box in boxes), 1),
        round(max(box.y1 for box in boxes), 1),
    )
