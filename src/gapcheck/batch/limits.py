"""Limits on what one posting may take of a worker process, enforced by the operating system.

Time: timers whose signals nobody handles, so that the system ends the process even inside a native library, and even
if the process that started it is gone. What counts is the time of the processor, which is the same on a busy machine;
one that waits instead has longer. Memory: the address space beyond what the process holds already; Python then
raises `MemoryError`. Where a system has neither (Windows), the pool's own patience is the only limit.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import resource

WAITING = 6
"""Times as long as the processor may a posting take by the clock: on a busy machine, or for a slow disk."""
_STATM = Path("/proc/self/statm")


class Limits:
    """Switched on for each posting, and off while the language model is loaded, which is nobody's fault."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        self._seconds = seconds
        self._bytes = megabytes * 1_000_000
        if sys.platform != "win32":
            for name in (signal.SIGPROF, signal.SIGALRM):
                signal.signal(name, signal.SIG_DFL)

    @contextmanager
    def on(self) -> Iterator[None]:
        """Within this, the process ends after so many seconds of work, and cannot grow by more than so much."""
        self._set()
        try:
            yield
        finally:
            self._lift()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Within this, inside `on`, nothing is limited; then all of the time counts anew."""
        self._lift()
        try:
            yield
        finally:
            self._set()

    def _set(self) -> None:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_PROF, self._seconds)
            signal.setitimer(signal.ITIMER_REAL, self._seconds * WAITING)
            if held := _address_space():
                _, hard = resource.getrlimit(resource.RLIMIT_AS)
                wanted = held + self._bytes
                soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
                resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

    def _lift(self) -> None:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _address_space() -> int:
    """Bytes of this process's address space, 0 where the system does not tell."""
    try:
        return int(_STATM.read_bytes().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
