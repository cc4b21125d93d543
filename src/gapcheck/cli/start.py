"""Entry of the `gapcheck` command."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command and leave with its exit status."""
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
