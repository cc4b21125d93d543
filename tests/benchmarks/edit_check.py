"""Edit, check, edit, check: a check against a posting in the cache as a share of a cold one, in alternating runs.

    python tests/benchmarks/edit_check.py [RUNS [RESUME JOB]]

Every run is a fresh process with a resume that differs from the last one's. "cold" has an empty cache; "again" has
seen the posting, never the resume. Prints medians of wall and processor time, their ratios, and whether spaCy was
imported.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PERSON = ROOT / "sample_data" / "people" / "nurse"
GAPCHECK = str(Path(sys.executable).with_name("gapcheck"))


def edited(resume: Path, folder: Path, number: int) -> Path:
    """A copy of the resume with other bytes: a comment behind the end of a PDF, a line more in a text."""
    copy = folder / f"resume-{number}{resume.suffix}"
    extra = b"%% %d\n" % number if resume.suffix == ".pdf" else b"\nEdited %d times\n" % number
    copy.write_bytes(resume.read_bytes() + (b"" if resume.suffix == ".docx" else extra))
    return copy


def run(resume: Path, job: Path, cache: Path) -> tuple[float, float]:
    """Wall and processor seconds of one check in a process of its own."""
    started = time.perf_counter()
    environment = {**os.environ, "GAPCHECK_CACHE_DIR": str(cache)}
    process = subprocess.Popen(
        [GAPCHECK, str(resume), str(job), "--json"], env=environment, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("the check failed")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime


def imports_spacy(resume: Path, job: Path, cache: Path) -> bool:
    """Whether a check loads spaCy."""
    program = "import sys; from gapcheck.cli.commands import run; run(sys.argv[1:]); sys.exit('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program, str(resume), str(job), "--json"],
        env={**os.environ, "GAPCHECK_CACHE_DIR": str(cache)},
        stdout=subprocess.DEVNULL,
    )
    return done.returncode != 0


def main() -> None:
    """Print medians and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    paths = sys.argv[2:4] if len(sys.argv) > 3 else (PERSON / "resume.pdf", PERSON / "job-1.html")
    resume, job = (Path(path) for path in paths)
    cold: list[tuple[float, float]] = []
    again: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty, seen = folder / "empty", folder / "seen"
        run(edited(resume, folder, 0), job, seen)
        for number in range(1, runs + 1):
            shutil.rmtree(empty, ignore_errors=True)
            cold.append(run(edited(resume, folder, 2 * number), job, empty))
            again.append(run(edited(resume, folder, 2 * number + 1), job, seen))
        loaded = imports_spacy(edited(resume, folder, 1), job, seen)
    for what, place in (("wall", 0), ("processor", 1)):
        first, second = (statistics.median(figures[place] for figures in taken) for taken in (cold, again))
        print(f"{what:10} cold {first:5.2f} s   again {second:5.2f} s   ratio {second / first:4.2f}")
    print(f"spaCy imported when checking again: {'yes' if loaded else 'no'}")


if __name__ == "__main__":
    main()
