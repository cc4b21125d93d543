"""Suggestions: the smallest changes that improve the verdict, each tried on a copy and looked at again.

Only what the resume shows elsewhere is ever suggested: a title the person has held, a keyword they use. A
change that does not improve the verdict when the reader runs again is not mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from gapcheck.glance.edits import add_to_headline, drop_lines, mention_at
from gapcheck.glance.model import Gaze
from gapcheck.glance.reader import Reader
from gapcheck.glance.scene import FIRST_PAGE, KeywordView, Scene, sought
from gapcheck.glance.settings import Settings
from gapcheck.glance.titles import same_title
from gapcheck.glance.verdict import Judgement, is_seen
from gapcheck.report import Suggestion, Verdict
from gapcheck.segment.model import ResumePart, ResumeSection, Span
from gapcheck.segment.titles import split_title

MOST_ADDITIONS = 3
"""Additions that are combined with each other, at most: each combination is another look."""
LONGEST_PHRASE = 4
"""Words in the longest keyword put forward for a headline."""

_DEGREE = re.compile(r"\b(?:degree|diploma|bachelor|master(?:'s|s)?$|gcse|a-levels?)", re.IGNORECASE)
"""A degree stands under education: nobody writes it under their name to be called in."""
_RANK = {Verdict.NO: 0, Verdict.BORDERLINE: 1, Verdict.YES: 2}


@dataclass(frozen=True, slots=True)
class _Addition:
    """Something to write on the line under the name; `term` is the keyword it shows, None for the title."""

    phrase: str
    term: str | None


@dataclass(frozen=True, slots=True)
class _Trial:
    """A change made on a copy: how many things were changed, what to say, and the changed scene.

    `phrases` is what was written and `added` its offsets, which the text is to name with the second it is
    seen. `lost` are seconds the reader may lose to what was moved out of the way and is still on the page.
    """

    size: int
    change: str
    scene: Scene
    phrases: frozenset[str] = frozenset()
    added: tuple[Span, ...] = ()
    lost: float = 0.0


def suggest(scene: Scene, reader: Reader, gaze: Gaze, judgement: Judgement) -> tuple[Suggestion, ...]:
    """Up to `most_suggestions` changes that improve the verdict, those that turn it to yes first."""
    if judgement.verdict is Verdict.YES or not scene.document.lines:
        return ()
    found: list[tuple[_Trial, Suggestion]] = []
    for trial in _trials(scene, reader, gaze, judgement):
        after, judged = reader.hurried(trial.lost).look_at(trial.scene)
        gained = _RANK[judged.verdict]
        enough = any(
            old.phrases and old.phrases <= trial.phrases and _RANK[said.verdict_after] >= gained
            for old, said in found
        )
        if gained > _RANK[judgement.verdict] and not enough:
            found.append((trial, Suggestion(trial.change + _seen(after, trial.added), judged.verdict)))
    found.sort(key=lambda item: (-_RANK[item[1].verdict_after], item[0].size))
    return tuple(suggestion for _, suggestion in found[: reader.settings.most_suggestions])


def _seen(after: Gaze, added: tuple[Span, ...]) -> str:
    times = [after.seen_at(span.start, span.end) for span in added]
    known = [at for at in times if at is not None]
    return f": seen at {max(known):.1f} s." if known else "."


def _trials(scene: Scene, reader: Reader, gaze: Gaze, judgement: Judgement) -> Iterator[_Trial]:
    """Changes to try, the small ones first."""
    additions = _additions(scene, reader, gaze, judgement)
    for count in (1, 2, 3):
        if count == 2:
            yield from _shorter_summary(scene, reader)
        for chosen in combinations(additions, count):
            yield _write(scene, chosen)


def _additions(scene: Scene, reader: Reader, gaze: Gaze, judgement: Judgement) -> list[_Addition]:
    """What the resume supports and the reader missed: the title, then keywords by weight."""
    additions = []
    held = _held_title(scene, reader) if judgement.title.seen_at is None else None
    if held is not None:
        additions.append(_Addition(held, None))
    for group in sought(scene, reader.settings):
        if not any(is_seen(keyword, gaze.seen_at) for keyword in group):
            shown = (_addition(keyword, reader) for keyword in group if keyword.mentions)
            additions.extend(islice(filter(None, shown), 1))
        if len(additions) >= MOST_ADDITIONS:
            break
    return additions


def _addition(keyword: KeywordView, reader: Reader) -> _Addition | None:
    """What to write for a keyword; None where it takes too many words or belongs elsewhere."""
    phrase = reader.phrase_for(keyword.term)
    if phrase is None or len(phrase.split()) > LONGEST_PHRASE or _DEGREE.search(phrase):
        return None
    return _Addition(phrase, keyword.term)


def _held_title(scene: Scene, reader: Reader) -> str | None:
    """The title of a job held that is as good as the target, in the resume's own words: no rank is made
    up."""
    target = reader.target
    for job in scene.resume.jobs if target else ():
        held = scene.document.text[job.title.start : job.title.end] if job.title else ""
        if target and (same_title(target, held) or (held and reader.equivalent(target, held))):
            return split_title(held).core or held
    return None


def _write(scene: Scene, additions: tuple[_Addition, ...]) -> _Trial:
    """All the additions written on the line under the name."""
    changed, spans = add_to_headline(scene, [addition.phrase for addition in additions])
    for addition, span in zip(additions, spans, strict=True):
        if addition.term is not None:
            changed = mention_at(changed, addition.term, span)
    words = " and ".join(f"“{addition.phrase}”" for addition in additions)
    place = "on the line under your name" if scene.resume.name else "on the first line"
    return _Trial(
        len(additions), f"Put {words} {place}", changed, frozenset(item.phrase for item in additions), spans
    )


def _shorter_summary(scene: Scene, reader: Reader) -> Iterator[_Trial]:
    """The summary above the newest job taken away from there.

    Where it goes it is still scanned, in the worst case before what counts: that much time is held back.
    """
    newest = scene.resume.jobs[0].first_line if scene.resume.jobs else 0
    for part in scene.resume.parts:
        if part.section is ResumeSection.SUMMARY and part.last_line < newest:
            if scene.document.lines[part.first_line].page == FIRST_PAGE:
                changed = drop_lines(scene, part.first_line, part.last_line)
                lost = _seconds_to_scan(part, reader.settings)
                yield _Trial(2, "Move the summary below your newest job", changed, lost=lost)
            return


def _seconds_to_scan(part: ResumePart, settings: Settings) -> float:
    """Seconds the left edge of a part takes at most."""
    return (part.last_line - part.first_line + 1) * settings.edge_words * settings.scanning_pace
