"""The verdict: what of the title and the heaviest required keywords was seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gapcheck.glance.model import Gaze
from gapcheck.glance.scene import FIRST_PAGE, KeywordView, Scene, sought
from gapcheck.glance.settings import Settings
from gapcheck.glance.titles import SeenTitle
from gapcheck.report import MustHave, NotReached, TitleSeen, Verdict

FULL, HALF = 2, 1
"""A signal that convinces, and one that takes another of its kind to: half a title, a single keyword."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and what it rests on."""

    verdict: Verdict
    title: TitleSeen
    must_have: MustHave


def judge_gaze(
    scene: Scene, gaze: Gaze, target: str | None, seen: SeenTitle | None, settings: Settings
) -> Judgement:
    """Judge what was seen; `seen` is the first sight of the target title or of one close to it.

    Yes when the title and enough keywords are seen, no when neither is, else borderline. Half of both, a
    close title and one keyword, is borderline too. Without a known target title the keywords alone
    decide: enough of them is yes, one borderline. Where the posting has no keywords, the title alone
    decides in the same way.
    """
    wanted = sought(scene, settings)
    count = sum(any(is_seen(keyword, gaze.seen_at) for keyword in group) for group in wanted)
    by_title = 0 if seen is None else HALF if seen.close else FULL
    by_words = _signal(count, len(wanted), settings)
    if not target:
        verdict = (Verdict.NO, Verdict.BORDERLINE, Verdict.YES)[by_words]
    elif not wanted:
        verdict = (Verdict.NO, Verdict.BORDERLINE, Verdict.YES)[by_title]
    elif by_title == by_words == FULL:
        verdict = Verdict.YES
    else:
        verdict = Verdict.BORDERLINE if by_title + by_words >= FULL else Verdict.NO
    return Judgement(verdict, _title_seen(target, seen), MustHave(count, len(wanted)))


def _signal(count: int, total: int, settings: Settings) -> int:
    """How far the keywords seen convince."""
    if count and (count >= settings.enough_seen or count >= settings.enough_share * total):
        return FULL
    return HALF if count else 0


def _title_seen(target: str | None, seen: SeenTitle | None) -> TitleSeen:
    """What the report says of the title: a close one is named, but it was not seen."""
    if seen is None:
        return TitleSeen(target, None, None)
    return TitleSeen(target, None if seen.close else round(seen.at, 1), seen.text)


def is_seen(keyword: KeywordView, seen_at: Callable[[int, int], float | None]) -> bool:
    """Whether one of the places that show the keyword was seen."""
    return any(seen_at(start, end) is not None for start, end in keyword.mentions)


def not_reached(scene: Scene, gaze: Gaze) -> tuple[NotReached, ...]:
    """Keywords the resume shows where the reader does not get to, heaviest first."""
    ordered = sorted(scene.keywords, key=lambda item: (-item.weight, item.term))
    hidden = (keyword for keyword in ordered if keyword.mentions and not is_seen(keyword, gaze.seen_at))
    return tuple(
        NotReached(keyword.term, "page_1" if _on_first_page(scene, keyword) else "page_2")
        for keyword in hidden
    )


def _on_first_page(scene: Scene, keyword: KeywordView) -> bool:
    document = scene.document
    return any(document.lines[document.line_index(start)].page == FIRST_PAGE for start, _ in keyword.mentions)
