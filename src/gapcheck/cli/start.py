"""Entry of the `gapcheck` command."""

from __future__ import annotations

import gc
import os
import sys

COLLECT_AFTER = 500_000
"""Objects after which rubbish is looked for, instead of 700: nearly everything a check makes lives to its end."""


def main() -> None:
    """Run the command and leave with its exit status."""
    gc.set_threshold(COLLECT_AFTER, 20, 100)
    # NumPy's linear algebra starts a thread a core on import, a quarter of its time; a resume's few rows need none.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from gapcheck.cli.commands import run

    _leave(run())


def _leave(status: int) -> None:
    """Exit without the interpreter's tear-down, which walks over all of spaCy's tables for a third of a second."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        pass
    os._exit(status)
