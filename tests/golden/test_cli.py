"""Whole outputs of the command on the sample data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gapcheck.cli.commands import run
from tests.cli.program import PEOPLE
from tests.golden.conftest import FOLDER

PAIRS = {
    "nurse": ("nurse/resume.pdf", "nurse/job-1.html"),
    "bookkeeper": ("bookkeeper/resume.docx", "bookkeeper/job-1.md"),
    "software-engineer": ("software-engineer/resume.pdf", "software-engineer/job-2.md"),
}
FORMS = {"terminal": "txt", "json": "json", "markdown": "md", "csv": "csv"}
NAMES = {f"{name}.{suffix}": (name, form) for name in PAIRS for form, suffix in FORMS.items()}


@pytest.mark.parametrize("file", NAMES)
def test_sample_pair(
    file: str,
    golden: Callable[[str, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name, form = NAMES[file]
    monkeypatch.chdir(PEOPLE)
    assert run([*PAIRS[name], "--format", form, "--no-color", "--as-of", "2026-01-01"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    golden(f"cli/{file}", out)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in (FOLDER / "cli").iterdir()} == NAMES.keys()
