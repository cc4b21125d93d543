"""Help, version, start-up, completion and the small commands."""

from __future__ import annotations

import re
import sys

import pytest

from gapcheck import __version__
from gapcheck.cli.commands import run
from gapcheck.codes import CODES
from tests.cli.program import DAY, JOB, RESUME, gapcheck

MODULE = (sys.executable, "-m", "gapcheck")
HEAVY = {
    "spacy",
    "thinc",
    "sklearn",
    "scipy",
    "numpy",
    "pypdf",
    "pypdfium2",
    "docx",
    "lxml",
    "rich",
    "trafilatura",
}


def imported(*arguments: str) -> tuple[str, set[str]]:
    """Standard output of the program, and the top-level packages it imported."""
    done = gapcheck(*arguments, command=(sys.executable, "-X", "importtime", "-m", "gapcheck"))
    assert done.returncode == 0
    names = re.findall(r"^import time:[^|]*\|[^|]*\|\s*([\w.]+)$", done.stderr, re.MULTILINE)
    return done.stdout, {name.split(".")[0] for name in names}


def test_help_teaches_and_loads_nothing() -> None:
    text, modules = imported("--help")
    assert "click" in modules
    assert modules & HEAVY == set()
    for taught in (
        "gapcheck resume.pdf job.txt",
        "- < job.txt",
        "Exit status",
        "--fail-under",
        "-o",
        "offline",
    ):
        assert taught in text
    for status in ("0 done", "1 done", "2 could not", "3 nothing"):
        assert status in text
    for command in ("schema", "explain"):
        assert re.search(rf"^  {command} ", text, re.MULTILINE)


def test_every_option_is_explained() -> None:
    text = gapcheck("-h").stdout
    options = text[text.index("Options:") : text.index("Commands:")]
    for name in (
        "--format",
        "--json",
        "--output",
        "--top",
        "--fail-on-missing",
        "--password",
        "--as-of",
        "--color",
    ):
        assert re.search(rf"{name}\b[^\n]*(\n {{20,}}|  +)[A-Z][^\n]+", options), name


def test_version_loads_nothing() -> None:
    text, modules = imported("--version")
    assert text == f"gapcheck {__version__}\n"
    assert modules & HEAVY == set()


def test_a_check_does_not_load_scikit_learn() -> None:
    text, modules = imported(RESUME, JOB, "-q", "--no-cache", *DAY)
    assert text
    assert "spacy" in modules
    assert modules & {"sklearn", "scipy", "pandas", "dask", "typer"} == set()


def test_the_module_is_the_program() -> None:
    done = gapcheck("explain", "GAP003", command=MODULE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == gapcheck("explain", "GAP003").stdout


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", code.lower()]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{code}  {CODES[code].title}\n")
    assert " ".join(CODES[code].remedy.split()) in " ".join(out.split())


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(CODES)


def test_an_unknown_code_is_answered_with_the_closest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "GAP0003"]) == 2
    assert "Did you mean GAP003" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["report", "batch"])
def test_schemas(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", name]) == 0
    assert '"$schema"' in capsys.readouterr().out


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_there_is_a_completion_script(name: str) -> None:
    done = gapcheck(env={"_GAPCHECK_COMPLETE": f"{name}_source"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "_GAPCHECK_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("typed", "place", "offered"),
    [
        ("gapcheck sch", "1", ["file,sch", "plain,schema"]),
        ("gapcheck res", "1", ["file,res"]),
        ("gapcheck resume.pdf jo", "2", ["file,jo"]),
        ("gapcheck --form", "1", ["plain,--format"]),
        ("gapcheck resume.pdf job.txt --form", "3", ["plain,--format"]),
        ("gapcheck a b --format mark", "4", ["plain,markdown"]),
        ("gapcheck schema ba", "2", ["plain,batch"]),
    ],
)
def test_completion(
    typed: str,
    place: str,
    offered: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("_GAPCHECK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", place)
    with pytest.raises(SystemExit) as left:
        run([])
    assert left.value.code == 0
    assert capsys.readouterr().out.splitlines() == offered
