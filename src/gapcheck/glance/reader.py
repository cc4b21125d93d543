"""The reader: somebody with a title in mind who looks at a page and judges."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.glance.clock import follow
from gapcheck.glance.model import Gaze
from gapcheck.glance.path import READ_JOBS
from gapcheck.glance.scene import Scene
from gapcheck.glance.settings import Settings
from gapcheck.glance.titles import Equivalent, SeenTitle, find_seen_title
from gapcheck.glance.verdict import Judgement, judge_gaze


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: the title they want, how fast they are, and which titles they hold for the same."""

    target: str | None
    settings: Settings
    equivalent: Equivalent

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
