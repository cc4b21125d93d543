"""Text of a document never steers the terminal, a spreadsheet, or a program that shows markup."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from gapcheck.cli.commands import run

CONTROLS = (
    "\x1b[31mred\x1b[0m \x1b]0;owned\x07 \x9b2J \x08\x08 \u202egnp.exe \x1b]8;;http://example.org\x1b\\here"
)
MARKUP = (
    "[bold red]loud[/bold red] [link=http://example.org]here[/link] [/] <script>alert(1)</script> ![x](y)"
)
RESUME = f"""Ann Lee {CONTROLS}
ann@example.org

Experience
Staff Nurse {MARKUP}
Hill Hospital
2019 - present
- Wound management and {MARKUP} triage {CONTROLS}

Skills
=HYPERLINK("http://example.org"), phlebotomy, @SUM(1), Excel
"""
POSTING = f"""Staff Nurse {MARKUP}

We are looking for a registered nurse for our ward. You will work with the team to plan and give care.

Requirements
- Wound care {CONTROLS} {MARKUP}
- =cmd|' /C calc'!A0 phlebotomy and intravenous cannulation {MARKUP}
- Experience of {MARKUP} care planning and medication administration
- Registration with the NMC and two years of experience on a ward {CONTROLS}
"""
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def documents(tmp_path: Path) -> list[str]:
    paths = tmp_path / "resume.txt", tmp_path / "job.txt"
    for path, text in zip(paths, (RESUME, POSTING), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("form", ["terminal", "markdown", "csv"])
def test_no_control_sequence_gets_through(
    form: str, documents: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = output(capsys, *documents, "-f", form, "--top", "0")
    assert "Wound care" in out or "wound care" in out
    assert STEERING.findall(out) == []


def test_in_colour_there_are_colours_only(documents: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = output(capsys, *documents, "--color", "--top", "0")
    assert COLOUR.search(out)
    assert STEERING.findall(COLOUR.sub("", out)) == []


def test_markup_is_shown_as_it_stands(documents: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = output(capsys, *documents, "--top", "0")
    assert "[bold red]" in out or "[link=" in out


def test_markdown_holds_no_tag_and_no_picture(
    documents: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = output(capsys, *documents, "-f", "markdown", "--top", "0")
    assert not re.search(r"(?<!\\)<script", out)
    assert not re.search(r"(?<!\\)!\[x\]\(y\)", out)


def test_a_cell_is_never_a_formula(documents: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = output(capsys, *documents, "-f", "csv")
    cells = [cell for row in csv.reader(StringIO(out)) for cell in row]
    assert len(cells) > 20
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []
