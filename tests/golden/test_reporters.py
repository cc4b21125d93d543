from __future__ import annotations

from collections.abc import Callable

import pytest

from gapcheck.report import Report
from gapcheck.reporters import REPORTERS, View
from gapcheck.reporters.explain import explain
from gapcheck.reporters.json_report import render_json_line
from gapcheck.reporters.schema import schema_text
from tests.golden.conftest import FOLDER
from tests.unit.reporters.sample import POSTING, bare_report, sample_report

RENDERED: dict[str, tuple[Report, str, View]] = {
    "terminal-60.txt": (sample_report(), "terminal", View(width=60, posting_text=POSTING)),
    "terminal-80.txt": (sample_report(), "terminal", View(width=80, posting_text=POSTING)),
    "terminal-140.txt": (sample_report(), "terminal", View(width=140, posting_text=POSTING)),
    "terminal-80-color.txt": (sample_report(), "terminal", View(width=80, color=True, posting_text=POSTING)),
    "terminal-80-ascii.txt": (
        sample_report(),
        "terminal",
        View(width=80, unicode=False, posting_text=POSTING),
    ),
    "terminal-80-quiet.txt": (sample_report(), "terminal", View(width=80, quiet=True)),
    "terminal-80-top.txt": (sample_report(), "terminal", View(width=80, top=3)),
    "terminal-bare.txt": (bare_report(), "terminal", View()),
    "report.json": (sample_report(), "json", View()),
    "report-bare.json": (bare_report(), "json", View()),
    "report.md": (sample_report(), "markdown", View(posting_text=POSTING)),
    "report-bare.md": (bare_report(), "markdown", View()),
    "report.csv": (sample_report(), "csv", View()),
}

TEXTS: dict[str, Callable[[], str]] = {
    "line.jsonl": lambda: render_json_line(bare_report(), rank=1),
    "report.schema.json": lambda: schema_text("report"),
    "batch.schema.json": lambda: schema_text("batch"),
    "explain-GAP003.txt": lambda: explain("GAP003"),
}


@pytest.mark.parametrize("name", RENDERED)
def test_report(name: str, golden: Callable[[str, str], None]) -> None:
    report, form, view = RENDERED[name]
    golden(f"reporters/{name}", REPORTERS[form](report, view))


@pytest.mark.parametrize("name", TEXTS)
def test_text(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"reporters/{name}", TEXTS[name]())


def test_no_golden_file_is_left_over() -> None:
    names = {path.name for path in (FOLDER / "reporters").iterdir()}
    assert names == RENDERED.keys() | TEXTS.keys()
