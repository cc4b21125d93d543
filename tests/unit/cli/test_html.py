from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.cli.commands import run
from tests.unit.reporters_html.pages import PEOPLE

NURSE = PEOPLE / "nurse"
AS_OF = ("--as-of", "2026-01-01")


def test_html_names_form_and_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    short, long = tmp_path / "short.html", tmp_path / "long.html"
    pair = (str(NURSE / "resume.pdf"), str(NURSE / "job-2.txt"))
    assert run([*pair, *AS_OF, "--html", str(short)]) == 0
    assert run([*pair, *AS_OF, "-f", "html", "-o", str(long)]) == 0
    assert capsys.readouterr() == ("", "")
    assert short.read_bytes() == long.read_bytes()
    assert short.read_text("utf-8").startswith("<!doctype html>")
    assert 50_000 < short.stat().st_size < 2_000_000


@pytest.mark.parametrize(
    "options",
    [("--json",), ("-f", "markdown"), ("-f", "json"), ("-o", "other.html")],
)
def test_html_and_another_form_or_file_exclude_each_other(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["cv.pdf", "job.txt", "--html", str(tmp_path / "a.html"), *options]) == 2
    assert "exclude each other" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_view_on_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["view", str(NURSE / "resume.pdf")]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert "words are seen in ten seconds" in out
    assert "What a parser reads" in out


def test_a_view_as_html(tmp_path: Path) -> None:
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    assert run(["view", str(NURSE / "resume.pdf"), "--html", str(first)]) == 0
    assert run(["view", str(NURSE / "resume.pdf"), "-f", "html", "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert b"data:image/png;base64," in first.read_bytes()


def test_a_view_of_no_file_fails_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.html"
    assert run(["view", str(tmp_path / "none.pdf"), "--html", str(target)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not target.exists()


def test_a_view_in_two_forms_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["view", "cv.pdf", "-f", "terminal", "--html", str(tmp_path / "a.html")]) == 2
    assert "exclude each other" in capsys.readouterr().err
