"""Time: what is seen of the path before the seconds run out."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.glance.model import Gaze, Stop, Visit
from gapcheck.glance.path import SCAN, reading_path, scanning_path
from gapcheck.glance.scene import Scene
from gapcheck.glance.settings import Settings

_ROUNDING = 1e-9


class _Clock:
    """Runs through stops and notes when each word is seen; a word is seen once."""

    def __init__(self, in_mind: frozenset[int], landing: float) -> None:
        self.now = landing
        self.visits: list[Visit] = []
        self._in_mind = in_mind
        self._landing = landing
        self._seen: set[int] = set()
        self._block = "header"

    def run(self, stops: Iterable[Stop], pace: float, until: float) -> None:
        """Visit stops, `pace` seconds a word, until time runs out.

        The stop at which it runs out is left where it is, and the time up to then is spent: more to read above
        never lets what is below be seen earlier.
        """
        for stop in stops:
            if not self._visit(stop, pace, until):
                self.now = max(self.now, until)
                return

    def _visit(self, stop: Stop, pace: float, until: float) -> bool:
        """Take a stop's words in; False where time ran out before the last of them."""
        new = [word for word in stop.words if word[0] not in self._seen]
        at = self.now + (self._landing if stop.block not in (self._block, SCAN) else 0.0)
        words, times = [], []
        for word in new:
            at += 0.0 if word[0] in self._in_mind else pace
            if at > until + _ROUNDING:
                break
            words.append(word)
            times.append(at)
        if words:
            self.now = times[-1]
            self._block = stop.block
            self._seen.update(start for start, _ in words)
            self.visits.append(Visit(stop.kind, stop.line, tuple(words), tuple(times)))
        return len(words) == len(new)


def follow(scene: Scene, settings: Settings) -> Gaze:
    """Read, then scan: everything taken in within the time, with the second of each word."""
    clock = _Clock(scene.in_mind, settings.fixation_seconds)
    clock.run(reading_path(scene, settings), settings.reading_pace, settings.reading_seconds)
    clock.run(scanning_path(scene, settings), settings.scanning_pace, settings.total_seconds)
    return Gaze(tuple(clock.visits))
