"""The cache as a user meets it: edit, check, edit, check."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gapcheck.cache.store import FILE_NAME
from gapcheck.cli.commands import run
from tests.cli.program import DAY, JOB, PEOPLE, PROGRAM, RESUME, Finished, environment, gapcheck

MODEL = {"spacy", "thinc", "sklearn", "scipy", "pandas"}
WHAT_IS_LOADED = """
import sys
from gapcheck.cli.commands import run
status = run(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
raise SystemExit(status)
"""


def check(folder: Path, *arguments: str | Path) -> Finished:
    return gapcheck(*arguments, *DAY, env={"GAPCHECK_CACHE_DIR": str(folder)})


def check_noting_modules(folder: Path, *arguments: str | Path) -> tuple[str, set[str]]:
    done = gapcheck(
        *arguments,
        *DAY,
        env={"GAPCHECK_CACHE_DIR": str(folder)},
        command=(sys.executable, "-c", WHAT_IS_LOADED),
    )
    assert done.returncode == 0
    return done.stdout, {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("suffix", ["txt", "pdf", "docx"])
def test_an_edited_resume_is_checked_without_the_model(tmp_path: Path, suffix: str) -> None:
    first, modules = check_noting_modules(tmp_path, RESUME, JOB, "--json")
    assert MODEL & modules >= {"spacy", "thinc"}
    again, modules = check_noting_modules(tmp_path, RESUME, JOB, "--json")
    assert modules & MODEL == set()
    assert "json" in modules
    assert again == first
    other = f"nurse/resume.{suffix}"
    edited, modules = check_noting_modules(tmp_path, other, JOB, "--json")
    assert modules & MODEL == set()
    assert edited == check(tmp_path, other, JOB, "--json", "--no-cache").stdout
    assert (edited == first) is (suffix == "txt")


def test_without_the_cache_nothing_is_read_or_written(tmp_path: Path) -> None:
    done, modules = check_noting_modules(tmp_path / "new", RESUME, JOB, "--no-cache")
    assert done
    assert "spacy" in modules
    assert not (tmp_path / "new").exists()
    check(tmp_path, RESUME, JOB)
    assert "spacy" in check_noting_modules(tmp_path, RESUME, JOB, "--no-cache")[1]


def test_info_and_clear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = {"GAPCHECK_CACHE_DIR": str(tmp_path / "new")}
    empty = gapcheck("cache", "info", env=folder)
    assert (empty.returncode, empty.stderr) == (0, "")
    assert empty.stdout == (
        f"folder    {tmp_path / 'new'}\nentries   0\nsize      0.0 MB of at most 200 MB\n"
    )
    assert check(tmp_path / "new", RESUME, JOB).returncode == 0
    assert "\nentries   1\n" in gapcheck("cache", "info", env=folder).stdout
    assert gapcheck("cache", "clear", env=folder).returncode == 0
    assert "\nentries   0\n" in gapcheck("cache", "info", env=folder).stdout
    assert run(["cache", "burn"]) == 2
    assert "No such command 'burn'" in capsys.readouterr().err


def test_a_posting_without_keywords_is_refused_alike_the_second_time(tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text("zzz qqq vvv", encoding="utf-8")
    first, second = (check(tmp_path / "cache", RESUME, job) for _ in range(2))
    assert first.returncode == second.returncode == 3
    assert first.stderr == second.stderr != ""


def damage(folder: Path, how: str) -> None:
    file = folder / FILE_NAME
    if how == "garbage":
        for left in folder.iterdir():
            left.unlink()
        file.write_bytes(b"this is no database " * 1000)
    elif how == "cut off":
        gapcheck("cache", "clear", env={"GAPCHECK_CACHE_DIR": str(folder)})
        file.write_bytes(file.read_bytes()[:5000])
    elif how == "a folder":
        for left in folder.iterdir():
            left.unlink()
        file.mkdir()


@pytest.mark.parametrize("how", ["garbage", "cut off", "a folder"])
def test_a_cache_that_cannot_be_used_is_told_of_once(tmp_path: Path, how: str) -> None:
    good = check(tmp_path, RESUME, JOB, "--json")
    damage(tmp_path, how)
    done = check(tmp_path, RESUME, JOB, "--json")
    assert (done.returncode, done.stdout) == (0, good.stdout)
    assert done.stderr.count("\n") == 1
    assert "the cache" in done.stderr
    assert "working without it" in done.stderr
    assert check(tmp_path, RESUME, JOB, "-q").stderr == ""


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = check(tmp_path / "file" / "cache", RESUME, JOB, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["schema_version"]
    assert "working without it" in done.stderr
    assert gapcheck("cache", "info", env={"GAPCHECK_CACHE_DIR": str(tmp_path / "file/cache")}).returncode == 0


def test_many_at_once_and_one_killed_give_what_one_alone_gives(tmp_path: Path) -> None:
    alone = check(tmp_path / "alone", RESUME, JOB, "--json").stdout
    command = [PROGRAM, RESUME, JOB, "--json", *DAY]
    env = environment(GAPCHECK_CACHE_DIR=str(tmp_path / "shared"))
    runs = [
        subprocess.Popen(command, env=env, cwd=PEOPLE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    os.kill(runs[0].pid, signal.SIGKILL)
    results = [(*run.communicate(), run.returncode) for run in runs]
    assert results[0][2] == -signal.SIGKILL
    assert results[1:] == [(alone.encode(), b"", 0)] * 2
    assert check(tmp_path / "shared", RESUME, JOB, "--json").stdout == alone
