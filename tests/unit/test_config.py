"""The configuration file of the ten-second reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.cli.commands import run
from gapcheck.config import read_settings
from gapcheck.errors import GapcheckError
from gapcheck.glance import DEFAULTS

PEOPLE = Path(__file__).parents[2] / "sample_data" / "people"


def written(folder: Path, text: str) -> Path:
    path = folder / "gapcheck.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_named_settings_change_and_the_others_stay(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, "[ten_second]\ntotal_seconds = 7\nedge_words = 2\n"))
    assert (settings.total_seconds, settings.edge_words) == (7.0, 2)
    assert settings.reading_words_per_minute == DEFAULTS.reading_words_per_minute


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, "")) == DEFAULTS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ten_second]\nspeed = 3\n", "no setting speed"),
        ("[ten_second]\ntotal_seconds = 'long'\n", "must be a number above zero"),
        ("[ten_second]\ntotal_seconds = 0\n", "must be a number above zero"),
        ("[ten_second]\nedge_words = true\n", "must be a number above zero"),
        ("ten_second = 1\n", "is not a table"),
        ("[ten_second\n", "cannot be read as TOML"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(GapcheckError, match=said):
        read_settings(written(tmp_path, text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(GapcheckError, match="No such file"):
        read_settings(tmp_path / "none.toml")


def test_the_command_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader with two seconds sees less; a bad file is refused before anything is read."""
    arguments = [
        str(PEOPLE / "nurse" / "resume.txt"),
        str(PEOPLE / "nurse" / "job-1.html"),
        "--as-of",
        "2026-01-01",
    ]
    config = written(tmp_path, "[ten_second]\ntotal_seconds = 2\nreading_seconds = 1.5\n")
    assert run([*arguments, "--config", str(config)]) == 0
    short = capsys.readouterr().out
    assert run(arguments) == 0
    assert capsys.readouterr().out != short
    assert run([*arguments, "--config", str(written(tmp_path, "[ten_second]\nspeed = 3\n"))]) == 2
