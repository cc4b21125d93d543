"""Whatever file is given: one clear line, the right exit status, no traceback, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gapcheck.cli.commands import run
from tests.cli.bad_files import BAD_FILES, PASSWORD, write
from tests.cli.program import JOB, PEOPLE, RESUME, Finished, gapcheck

GERMAN = """Wir suchen zum nächsten Ersten eine Pflegefachkraft für unser Haus in Leipzig. Sie planen die Pflege,
führen die Dokumentation, leiten Hilfskräfte an und arbeiten im Team mit Ärzten und Angehörigen zusammen.
Sie bringen eine abgeschlossene Ausbildung, Freude am Beruf und gute Kenntnisse in Excel und SAP mit.
Wir bieten eine unbefristete Stelle, Fortbildungen, einen Zuschuss zur Altersvorsorge und dreißig Tage Urlaub.
"""


def refusal(stderr: str, source: str) -> str:
    """The one line a refusal consists of: `gapcheck: FILE: REASON. REMEDY`."""
    (line,) = stderr.splitlines()
    assert line.startswith(f"gapcheck: {source}: ")
    reason, _, remedy = line.removeprefix(f"gapcheck: {source}: ").partition(". ")
    assert reason
    assert remedy
    assert "Traceback" not in stderr
    return line


def refused(done: Finished, source: str) -> str:
    assert (done.returncode, done.stdout) == (2, "")
    return refusal(done.stderr, source)


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_resume_is_refused_and_nothing_written(name: str, tmp_path: Path) -> None:
    path, kept = write(name, tmp_path), tmp_path / "report.md"
    kept.write_text("from last time", encoding="utf-8")
    line = refused(gapcheck(path, JOB, "-f", "markdown", "-o", kept), str(path))
    assert BAD_FILES[name][1].lower() in line.lower()
    assert kept.read_text(encoding="utf-8") == "from last time"
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([name, "report.md"])


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_posting_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(name, tmp_path)
    assert run([str(PEOPLE / RESUME), str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert BAD_FILES[name][1].lower() in refusal(err, str(path)).lower()


@pytest.mark.parametrize(("source", "reason"), [("no/such/file.pdf", "no such file"), (".", "folder")])
def test_what_is_no_file_is_refused(source: str, reason: str) -> None:
    assert reason in refused(gapcheck(source, JOB), source)
    assert reason in refused(gapcheck(RESUME, source), source)


def test_empty_standard_input_is_refused() -> None:
    assert "no text" in refused(gapcheck(RESUME, "-", stdin=""), "-")


def report(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, object]:
    """The JSON report of a check in this process."""
    assert run([*map(str, arguments), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    found = json.loads(out)
    assert isinstance(found, dict)
    return found


def codes(found: dict[str, object]) -> set[str]:
    reading = found["reading"]
    assert isinstance(reading, list)
    return {finding["code"] for finding in reading}


def test_the_password_opens_an_encrypted_resume(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write("encrypted.pdf", tmp_path)
    with_password = report(capsys, path, PEOPLE / JOB, "--password", PASSWORD)
    without_need = report(capsys, PEOPLE / "nurse/resume.pdf", PEOPLE / JOB)
    assert with_password["coverage"] == without_need["coverage"]
    assert run([str(path), str(PEOPLE / JOB), "--password", "wrong"]) == 2
    assert "password" in refusal(capsys.readouterr().err, str(path))


def test_a_resume_cut_in_half_is_refused_or_doubted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (PEOPLE / "nurse/resume.pdf").read_bytes()
    path = tmp_path / "resume.pdf"
    path.write_bytes(whole[: len(whole) // 2])
    status = run([str(path), str(PEOPLE / JOB), "--json"])
    out, err = capsys.readouterr()
    if status == 2:
        assert out == ""
        assert "damaged" in refusal(err, str(path))
    else:
        assert json.loads(out)["confidence"]["level"] == "low"


def test_a_posting_of_three_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "job.txt"
    path.write_text("Nurse wanted now\n", encoding="utf-8")
    status = run([str(PEOPLE / RESUME), str(path), "--json"])
    out, err = capsys.readouterr()
    if status == 3:
        refusal(err, str(path))
    else:
        found = json.loads(out)
        assert (status, found["confidence"]["level"]) == (0, "low")
        assert "READ008" in codes(found)


def test_a_posting_in_another_language_is_never_judged_with_confidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stelle.txt"
    path.write_text(GERMAN, encoding="utf-8")
    status = run([str(PEOPLE / RESUME), str(path), "--json"])
    out, err = capsys.readouterr()
    if status == 3:
        refusal(err, str(path))
    else:
        found = json.loads(out)
        assert (status, found["confidence"]["level"]) == (0, "low")
        assert "READ006" in codes(found)
        assert len(found["keywords"]) < 10


def test_swapped_documents_are_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    found = report(capsys, PEOPLE / JOB, PEOPLE / RESUME)
    assert "READ007" in codes(found)
    assert found["confidence"] != {"level": "high", "reasons": []}
    assert "READ007" not in codes(report(capsys, PEOPLE / RESUME, PEOPLE / JOB))


def test_a_posting_without_keywords_is_nothing_to_judge(tmp_path: Path) -> None:
    path, kept = tmp_path / "job.txt", tmp_path / "report.json"
    path.write_text("zzz qqq vvv\n", encoding="utf-8")
    kept.write_text("from last time", encoding="utf-8")
    done = gapcheck(RESUME, path, "--json", "-o", kept)
    assert (done.returncode, done.stdout) == (3, "")
    assert "no keywords" in refusal(done.stderr, str(path))
    assert kept.read_text(encoding="utf-8") == "from last time"
