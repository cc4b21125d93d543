"""gapcheck: would a reader see within ten seconds that a resume fits a posting, and which of its words are missing?

>>> from gapcheck import Analyzer
>>> report = Analyzer().check("resume.pdf", "job.txt")
>>> [keyword.term for keyword in report.missing()]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.errors import GapcheckError, NothingToJudgeError, ReadError
    from gapcheck.pipeline import Analyzer
    from gapcheck.report import Report

__version__ = "0.1.0"
__all__ = ["Analyzer", "GapcheckError", "NothingToJudgeError", "ReadError", "Report", "__version__"]

_HOME = {
    "Analyzer": "gapcheck.pipeline",
    "Report": "gapcheck.report",
    "GapcheckError": "gapcheck.errors",
    "NothingToJudgeError": "gapcheck.errors",
    "ReadError": "gapcheck.errors",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `gapcheck --help` loads nothing."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOME[name]), name)
