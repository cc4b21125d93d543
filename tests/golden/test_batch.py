"""The reports on a batch, byte by byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gapcheck.batch.summary import BatchSummary
from gapcheck.reporters import View
from gapcheck.reporters.batch import render_batch
from tests.golden.conftest import FOLDER
from tests.unit.batch.sample import failed_summary, sample_summary

RENDERED: dict[str, tuple[Callable[[], BatchSummary], str, View]] = {
    "terminal-60.txt": (sample_summary, "terminal", View(width=60)),
    "terminal-80.txt": (sample_summary, "terminal", View(width=80)),
    "terminal-120.txt": (sample_summary, "terminal", View(width=120)),
    "terminal-80-color.txt": (sample_summary, "terminal", View(width=80, color=True, top=3)),
    "terminal-80-ascii.txt": (sample_summary, "terminal", View(width=80, unicode=False, top=3)),
    "terminal-80-quiet.txt": (sample_summary, "terminal", View(width=80, quiet=True, top=0)),
    "terminal-failed.txt": (failed_summary, "terminal", View()),
    "batch.csv": (sample_summary, "csv", View()),
    "batch.md": (sample_summary, "markdown", View()),
    "failed.md": (failed_summary, "markdown", View()),
    "batch.html": (sample_summary, "html", View()),
    "failed.html": (failed_summary, "html", View()),
}


@pytest.mark.parametrize("name", RENDERED)
def test_batch(name: str, golden: Callable[[str, str], None]) -> None:
    summary, form, view = RENDERED[name]
    golden(f"batch/{name}", render_batch(summary(), form, view, pages="batch_files"))


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in (FOLDER / "batch").iterdir()} == RENDERED.keys()
