"""How long a cold check takes against plain spaCy, as ratios of medians from alternating runs.

    python tests/benchmarks/cold_check.py [RUNS]

Reference: a Python process that imports spaCy, loads the shipped pipeline with `spacy.load` and runs it over the
posting. Compared with it: one whole check in a fresh process, and `gapcheck --help`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PERSON = ROOT / "sample_data" / "people" / "software-engineer"
RESUME, POSTING = PERSON / "resume.pdf", PERSON / "job-1.txt"
GAPCHECK = [str(Path(sys.executable).with_name("gapcheck"))]
PLAIN = """
import pathlib, spacy
from gapcheck.resources import model_folder
nlp = spacy.load(model_folder())
nlp(pathlib.Path({posting!r}).read_text(encoding="utf-8"))
"""


def run(command: list[str]) -> tuple[float, int]:
    """Wall seconds of a process and its peak memory in KiB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - started, usage.ru_maxrss


def main() -> None:
    """Print medians, ratios and peak memory."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    resume, posting = (Path(path) for path in sys.argv[2:4]) if len(sys.argv) > 3 else (RESUME, POSTING)
    commands = {
        "plain spaCy": [sys.executable, "-c", PLAIN.format(posting=str(posting))],
        "gapcheck RESUME JOB": [*GAPCHECK, str(resume), str(posting), "--json", "--no-cache"],
        "gapcheck --help": [*GAPCHECK, "--help"],
    }
    figures: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    for command in commands.values():
        run(command)
    for _ in range(runs):
        for name, command in commands.items():
            figures[name].append(run(command))
    reference = statistics.median(seconds for seconds, _ in figures["plain spaCy"])
    for name, measured in figures.items():
        median = statistics.median(seconds for seconds, _ in measured)
        peak = max(memory for _, memory in measured) // 1024
        print(f"{name:20} median {median:5.2f} s   ratio {median / reference:4.2f}   peak {peak} MiB")


if __name__ == "__main__":
    main()
