"""Entry of the `gapcheck` command: gets to work fast, and leaves without tidying up memory the system frees anyway.

A check takes a second, most of it the import of spaCy and the loading of the pipeline. The measures here take off
about half of that. They belong to the command only: the importable library loads spaCy the plain way, and so does
the command where one of them does not apply any more.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType


def main() -> None:
    """Run the command and leave with its exit status."""
    from gapcheck.cli.commands import run

    _leave_out_spacy_cli()
    status = run()
    _leave(status)


def _leave_out_spacy_cli() -> None:
    """Let `import spacy` skip its own command line.

    `spacy/__init__` imports `spacy.cli` for the sake of `spacy.info`, and with it typer, weasel, httpx and requests:
    a third of all modules, none of which a check uses.
    """
    if "spacy" in sys.modules:
        return
    for name in ("spacy.cli", "spacy.cli.info"):
        stand_in = ModuleType(name)
        stand_in.info = None  # type: ignore[attr-defined]
        stand_in.__path__ = []
        sys.modules[name] = stand_in


def _leave(status: int) -> None:
    """Exit without the interpreter's tear-down, which walks over all of spaCy's tables for a third of a second."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            status = status or 0
    os._exit(status)
