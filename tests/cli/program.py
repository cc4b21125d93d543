"""The installed program, driven as a user drives it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PEOPLE = Path(__file__).resolve().parents[2] / "sample_data" / "people"
PROGRAM = str(Path(sys.executable).with_name("gapcheck"))
RESUME, JOB = "nurse/resume.txt", "nurse/job-1.html"
DAY = ("--as-of", "2026-01-01")
PATIENCE = 120.0
"""Seconds after which a hanging program is given up."""

Finished = subprocess.CompletedProcess[str]


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without what would colour or complete, and with the changes."""
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    return {**plain, "PYTHONIOENCODING": "utf-8", **changes}


def gapcheck(
    *arguments: str | Path,
    stdin: str = "",
    env: Mapping[str, str] | None = None,
    cwd: Path = PEOPLE,
    command: tuple[str, ...] = (PROGRAM,),
) -> Finished:
    """Run the program in the folder of the sample people; its output is decoded as UTF-8."""
    return subprocess.run(
        [*command, *map(str, arguments)],
        input=stdin,
        env=environment(**(env or {})),
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def shell(line: str, **variables: str) -> Finished:
    """Run a line of shell; `$GAPCHECK` is the program."""
    return subprocess.run(
        ["bash", "-c", line],
        env=environment(GAPCHECK=PROGRAM, **variables),
        cwd=PEOPLE,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
