"""The reader: somebody with a title in mind who looks at a page and judges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from gapcheck.glance.clock import follow
from gapcheck.glance.model import Gaze
from gapcheck.glance.path import READ_JOBS
from gapcheck.glance.scene import Scene
from gapcheck.glance.settings import Settings
from gapcheck.glance.titles import Equivalent, SeenTitle, find_seen_title
from gapcheck.glance.verdict import Judgement, judge_gaze

PhraseFor = Callable[[str], str | None]
"""The words to write for a keyword's term so that it is recognised where they stand alone."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: the title they want, how fast they are, and which titles they hold for the same.

    `phrase_for` gives the words to write for a term so that it is recognised, None where nothing short will do.
    """

    target: str | None
    settings: Settings
    equivalent: Equivalent
    phrase_for: PhraseFor

    def hurried(self, seconds: float) -> Reader:
        """The same reader with so many seconds less."""
        if not seconds:
            return self
        return replace(
            self, settings=replace(self.settings, total_seconds=self.settings.total_seconds - seconds)
        )

    def look_at(self, scene: Scene) -> tuple[Gaze, Judgement]:
        """Follow the path over the page and judge what was seen."""
        gaze = follow(scene, self.settings)
        title = self._title_in(gaze, scene) if self.target else None
        return gaze, judge_gaze(scene, gaze, self.target, title, self.settings)

    def _title_in(self, gaze: Gaze, scene: Scene) -> SeenTitle | None:
        past = {
            scene.document.line_index(job.title.start) for job in scene.resume.jobs[READ_JOBS:] if job.title
        }
        return find_seen_title(self.target or "", gaze, scene.document.text, self.equivalent, past)
