"""Install the wheel into a fresh environment and compare what it says with what this one says.

    python tests/smoke.py DIST_DIR

DIST_DIR holds one wheel and one sdist (`make wheel`). One line for each check; exit 1 when one fails.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PEOPLE = Path(__file__).resolve().parents[1] / "sample_data" / "people"
PAIRS = (
    ("nurse/resume.pdf", "nurse/job-1.html"),
    ("bookkeeper/resume.docx", "bookkeeper/job-1.md"),
    ("software-engineer/resume.txt", "software-engineer/job-1.txt"),
)
DAY = "2026-01-01"
ANALYZE = """
import sys
from datetime import date
import gapcheck
from gapcheck import Analyzer
report = Analyzer(as_of=date.fromisoformat(sys.argv[3])).check(sys.argv[1], sys.argv[2])
assert report.keywords and report.to_dict()["coverage"]["overall"] is not None
print(gapcheck.__file__)
"""
SHIPPED = ("models/en_gapcheck/meta.json", "models/en_gapcheck_stats/lexicon.jsonl.gz", "py.typed")
"""Files of the package without which an installed gapcheck could not work, or would not be typed."""


class SmokeError(Exception):
    """A check that does not hold."""


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed, in an environment without our paths."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        shown = " ".join(Path(str(part)).name for part in command[:4])
        raise SmokeError(f"`{shown} …` left with {done.returncode}:\n{done.stderr.strip()[-2000:]}")
    return done.stdout


def the_only(folder: Path, pattern: str) -> Path:
    """The one file that fits the pattern."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise SmokeError(f"{folder} holds {len(found)} files {pattern}, not one")
    return found[0]


def check_contents(wheel: Path) -> None:
    """The wheel holds model, lexicon and type marker, and nothing but the package."""
    names = zipfile.ZipFile(wheel).namelist()
    missing = [name for name in SHIPPED if f"gapcheck/{name}" not in names]
    if missing:
        raise SmokeError(f"{wheel.name} lacks {', '.join(missing)}")
    strange = {name.split("/")[0] for name in names if not name.startswith("gapcheck")}
    if strange:
        raise SmokeError(f"{wheel.name} holds {', '.join(sorted(strange))}")


def install(wheel: Path, folder: Path) -> Path:
    """The `bin` folder of a new environment with the wheel and what it needs."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    run(
        scripts / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        wheel,
        cwd=folder,
    )
    return scripts


def reports(program: Path, cwd: Path) -> Iterator[str]:
    """The JSON report of each sample pair; the paths given are the same wherever the program is."""
    for resume, job in PAIRS:
        text = run(program, PEOPLE / resume, PEOPLE / job, "--json", "--as-of", DAY, cwd=cwd)
        if not json.loads(text)["keywords"]:
            raise SmokeError(f"no keywords for {resume} and {job}")
        yield text


def check_reports(installed: Path, cwd: Path) -> None:
    """The installed program says byte for byte what this environment's does."""
    ours = Path(sys.executable).with_name("gapcheck")
    for pair, here, there in zip(PAIRS, reports(ours, cwd), reports(installed, cwd), strict=True):
        if here != there:
            raise SmokeError(f"another report for {' and '.join(pair)}")


def check_import(python: Path, cwd: Path, environment: Path) -> None:
    """`gapcheck.Analyzer` works from the installed package, not from this checkout."""
    resume, job = (PEOPLE / name for name in PAIRS[0])
    place = Path(run(python, "-c", ANALYZE, resume, job, DAY, cwd=cwd).strip())
    if environment.resolve() not in place.resolve().parents:
        raise SmokeError(f"gapcheck was imported from {place}")


def check_sdist(sdist: Path, wheel: Path, folder: Path) -> None:
    """The sdist builds a wheel with the same files as the one that was made from the checkout."""
    # Python 3.11 has had filters since 3.11.4 only, and Debian 12 ships 3.11.2.
    safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, **safely)  # noqa: S202, it is our own
    source = the_only(folder, "gapcheck-*")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder / "rebuilt", source, cwd=folder)
    again = the_only(folder / "rebuilt", "*.whl")
    check_contents(again)
    difference = set(zipfile.ZipFile(again).namelist()) ^ set(zipfile.ZipFile(wheel).namelist())
    if difference:
        raise SmokeError(f"the wheel from the sdist differs in {', '.join(sorted(difference)[:5])}")


def smoke(dist: Path, folder: Path) -> Iterator[str]:
    """Run the checks; what held, one after the other. Raises `SmokeError` at the first that does not."""
    wheel, sdist = the_only(dist, "*.whl"), the_only(dist, "*.tar.gz")
    check_contents(wheel)
    yield f"{wheel.name} holds the package, the model and the lexicon"
    environment, elsewhere, sources = (folder / name for name in ("environment", "elsewhere", "sources"))
    elsewhere.mkdir()
    sources.mkdir()
    scripts = install(wheel, environment)
    yield "it installs into a fresh environment"
    check_reports(scripts / "gapcheck", elsewhere)
    yield f"installed, it gives the same {len(PAIRS)} reports as here"
    check_import(scripts / "python", elsewhere, environment)
    yield "installed, `from gapcheck import Analyzer` works"
    check_sdist(sdist, wheel, sources)
    yield f"{sdist.name} builds a wheel with the same files"


def main(arguments: list[str]) -> int:
    """Print the checks that hold, and the one that does not; 0 when all hold."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python tests/smoke.py DIST_DIR", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="gapcheck-smoke-") as folder:
        try:
            for line in smoke(Path(arguments[0]).resolve(), Path(folder)):
                print(f"ok: {line}", flush=True)
        except SmokeError as error:
            print(f"FAILED: {error}")
            return 1
    print("all smoke checks passed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
