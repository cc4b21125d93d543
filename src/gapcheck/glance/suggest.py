"""Suggestions: the smallest changes that improve the verdict, each tried on a copy and looked at again.

Only what the resume shows elsewhere is ever suggested: a title the person has held, a keyword they use. A
change that does not improve the verdict when the reader runs again is not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from gapcheck.glance.edits import add_to_headline, drop_lines, mention_at
from gapcheck.glance.model import Gaze
from gapcheck.glance.reader import Reader
from gapcheck.glance.scene import FIRST_PAGE, Scene, must_haves
from gapcheck.glance.titles import Equivalent, same_title
from gapcheck.glance.verdict import Judgement, is_seen
from gapcheck.report import Suggestion, Verdict
from gapcheck.segment.model import ResumeSection, Span
from gapcheck.segment.titles import split_title

MOST_ADDITIONS = 3
"""Additions that are combined with each other, at most: each combination is another look."""
LONGEST_PHRASE = 4
"""Words in the longest keyword put forward for a headline."""

_RANK = {Verdict.NO: 0, Verdict.BORDERLINE: 1, Verdict.YES: 2}


@dataclass(frozen=True, slots=True)
class _Addition:
    """Something to write on the line under the name; `term` is the keyword it shows, None for the title."""

    phrase: str
    term: str | None


@dataclass(frozen=True, slots=True)
class _Trial:
    """A change made on a copy: how many things were changed, what to say, and the changed scene.

    `added` are the offsets of what was written, which the text is to name with the second it is seen.
    """

    size: int
    change: str
    scene: Scene
    added: tuple[Span, ...] = ()


def suggest(scene: Scene, reader: Reader, gaze: Gaze, judgement: Judgement) -> tuple[Suggestion, ...]:
    """Up to `most_suggestions` changes that improve the verdict, those that turn it to yes first."""
    if judgement.verdict is Verdict.YES or not scene.document.lines:
        return ()
    found: list[tuple[int, int, Suggestion]] = []
    for trial in _trials(scene, reader, gaze, judgement):
        after, judged = reader.look_at(trial.scene)
        verdict = judged.verdict
        if _RANK[verdict] > _RANK[judgement.verdict]:
            change = trial.change + _seen(after, trial.added)
            found.append((-_RANK[verdict], trial.size, Suggestion(change, verdict)))
    found.sort(key=lambda item: item[:2])
    return tuple(suggestion for _, _, suggestion in found[: reader.settings.most_suggestions])


def _seen(after: Gaze, added: tuple[Span, ...]) -> str:
    times = [after.seen_at(span.start, span.end) for span in added]
    known = [at for at in times if at is not None]
    return f": seen at {max(known):.1f} s." if known else "."


def _trials(scene: Scene, reader: Reader, gaze: Gaze, judgement: Judgement) -> Iterator[_Trial]:
    """Changes to try, the small ones first."""
    additions = _additions(scene, reader, gaze, judgement)
    for count in (1, 2, 3):
        if count == 2:
            yield from _shorter_summary(scene)
        for chosen in combinations(additions, count):
            yield _write(scene, chosen)


def _additions(scene: Scene, reader: Reader, gaze: Gaze, judgement: Judgement) -> list[_Addition]:
    """What the resume supports and the reader missed: the title, then keywords by weight."""
    additions = []
    target = reader.target
    if target and judgement.title.seen_at is None and _has_held(scene, target, reader.equivalent):
        additions.append(_Addition(split_title(target).core or target, None))
    for group in must_haves(scene.keywords, reader.settings):
        shown = [
            keyword for keyword in group if keyword.mentions and len(keyword.term.split()) <= LONGEST_PHRASE
        ]
        if shown and not any(is_seen(keyword, gaze.seen_at) for keyword in group):
            additions.append(_Addition(shown[0].term, shown[0].term))
    return additions[:MOST_ADDITIONS]


def _has_held(scene: Scene, target: str, equivalent: Equivalent) -> bool:
    """Whether the resume states the target title, or one as good, as a job held or as its headline."""
    spans = [job.title for job in scene.resume.jobs] + [scene.resume.headline]
    texts = [scene.document.text[span.start : span.end] for span in spans if span]
    return any(same_title(target, text) or equivalent(target, text) for text in texts)


def _write(scene: Scene, additions: tuple[_Addition, ...]) -> _Trial:
    """All the additions written on the line under the name."""
    changed, spans = add_to_headline(scene, [addition.phrase for addition in additions])
    for addition, span in zip(additions, spans, strict=True):
        if addition.term is not None:
            changed = mention_at(changed, addition.term, span)
    words = " and ".join(f"“{addition.phrase}”" for addition in additions)
    place = "on the line under your name" if scene.resume.name else "on the first line"
    return _Trial(len(additions), f"Put {words} {place}", changed, spans)


def _shorter_summary(scene: Scene) -> Iterator[_Trial]:
    """The summary above the newest job taken down to nothing but its heading, or away with it."""
    newest = scene.resume.jobs[0].first_line if scene.resume.jobs else 0
    for part in scene.resume.parts:
        if part.section is ResumeSection.SUMMARY and part.last_line < newest:
            if scene.document.lines[part.first_line].page == FIRST_PAGE:
                changed = drop_lines(scene, part.first_line, part.last_line)
                yield _Trial(2, "Move the summary below your newest job", changed)
            return
