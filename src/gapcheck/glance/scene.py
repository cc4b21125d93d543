"""What lies before the reader: a resume, the keywords of a posting, and which words they have in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.document import Document
from gapcheck.glance.settings import Settings
from gapcheck.glance.titles import same_title
from gapcheck.report import Strength
from gapcheck.same import Same
from gapcheck.segment.model import SegmentedResume

FIRST_PAGE = 1
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class KeywordView:
    """A keyword as the reader needs it: how much it counts and where the resume shows it (offsets).

    `mentions` is empty where the resume does not show it. Keywords of one `group` are alternatives.
    `minor` marks what nobody screens for by its word at a glance: a soft skill, a degree, which is read where the
    education stands, or a job title, which is looked for by itself. `place` is where the posting first says it (an
    offset, or any number that orders).
    """

    term: str
    weight: float
    strength: Strength
    mentions: Sequence[tuple[int, int]] = ()
    group: str | None = None
    minor: bool = False
    place: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A resume, the keywords of a posting, and which words of the resume stand out or are looked for.

    `titles` are the keywords that name the title wanted: it is judged by itself, so they are no must-haves.
    `bold` holds the starts of the words on page 1 that stand out as bold, `in_mind` the starts of the
    words that show a keyword the reader looks for. Words in mind take no time of their own: expected
    words are recognised from the fixation before them and skipped (Ehrlich & Rayner 1981, J. Verb. Learn.
    Verb. Behav. 20:641; Rayner 1998, Psychol. Bull. 124:372). So a keyword that is put in never costs the
    sight of another.
    """

    document: Document
    resume: SegmentedResume
    keywords: tuple[KeywordView, ...]
    titles: frozenset[str]
    bold: frozenset[int]
    in_mind: frozenset[int]


def set_scene(
    document: Document,
    resume: SegmentedResume,
    target: str | None,
    keywords: Sequence[KeywordView],
    settings: Settings,
) -> Scene:
    """The scene for a reader with a title in mind, the required keywords, and what fills up the
    must-haves."""
    titles = frozenset(keyword.term for keyword in keywords if target and same_title(target, keyword.term))
    others = [keyword for keyword in keywords if keyword.term not in titles]
    wanted = [keyword for group in must_haves(others, settings) for keyword in group]
    wanted += [keyword for keyword in keywords if keyword.strength is Strength.REQUIRED]
    in_mind = (
        start
        for keyword in wanted
        for mention in keyword.mentions
        for start in word_starts(document.text, *mention)
    )
    return Scene(
        document,
        resume,
        tuple(keywords),
        titles,
        bold_starts(Same(document), settings.mostly_bold),
        frozenset(in_mind),
    )


def sought(scene: Scene, settings: Settings) -> tuple[tuple[KeywordView, ...], ...]:
    """The must-haves of a scene."""
    return must_haves([keyword for keyword in scene.keywords if keyword.term not in scene.titles], settings)


def must_haves(keywords: Sequence[KeywordView], settings: Settings) -> tuple[tuple[KeywordView, ...], ...]:
    """The heaviest required keywords, alternatives of one group together, heaviest first.

    Where the posting requires fewer, the heaviest of the others fill up the places: the reader still
    looks for something. Minor ones come last. Of equal weights the one the posting names first goes first:
    most terms are so rare that they weigh the same, and employers put first what they care for.
    """
    groups: dict[str, list[KeywordView]] = {}
    for keyword in sorted(keywords, key=_order):
        groups.setdefault(f"group {keyword.group}" if keyword.group else f"term {keyword.term}", []).append(
            keyword
        )
    return tuple(tuple(group) for group in groups.values())[: settings.heaviest]


def _order(keyword: KeywordView) -> tuple[int, float, int, str]:
    return _tier(keyword), -round(keyword.weight, 6), keyword.place, keyword.term


def _tier(keyword: KeywordView) -> int:
    if keyword.minor:
        return 2
    return 0 if keyword.strength is Strength.REQUIRED else 1


def word_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Starts of the words that `text[start:end]` lies in."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    for match in _WORD.finditer(text, start, end):
        yield match.start()


@lru_cache(maxsize=16)
def bold_starts(same: Same[Document], mostly: float) -> frozenset[int]:
    """Starts of the bold words of page 1; none where a larger share than `mostly` is bold: it marks nothing."""
    document = same.value
    lines = [line for line in document.lines if line.page == FIRST_PAGE]
    if not lines:
        return frozenset()
    end = lines[-1].end
    if document.words:
        starts = {word.start for word in document.words if word.bold and word.start < end}
        total = sum(word.start < end for word in document.words)
    else:
        starts = {
            start for line in lines if line.bold for start in word_starts(document.text, line.start, line.end)
        }
        total = len(document.text[:end].split())
    return frozenset(starts) if len(starts) <= mostly * total else frozenset()
