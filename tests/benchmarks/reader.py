"""What the ten-second reader costs of a warm check, as a ratio of medians: a look against everything else.

    python tests/benchmarks/reader.py [RUNS]

Everything else is reading both files, analysing posting and resume, and comparing them without the look. Each pair
of sample person and own posting is measured; the bar is 0.15 of the whole check.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date
from pathlib import Path

from gapcheck import pipeline
from gapcheck.readers import read

PEOPLE = Path(__file__).parents[2] / "sample_data" / "people"
AS_OF = date(2026, 1, 1)
BAR = 0.15


def measure(resume: Path, posting: Path) -> tuple[float, float]:
    """Seconds of a whole check, and of the look within it."""
    spent = 0.0
    names = vars(pipeline)
    look = names["look"]

    def timed(*arguments: object, **options: object) -> object:
        nonlocal spent
        started = time.perf_counter()
        found: object = look(*arguments, **options)
        spent += time.perf_counter() - started
        return found

    names["look"] = timed
    try:
        started = time.perf_counter()
        analysed = pipeline.analyse_posting(read(posting))
        pipeline.compare(pipeline.analyse_resume(read(resume)), analysed, as_of=AS_OF)
        return time.perf_counter() - started, spent
    finally:
        names["look"] = look


def main() -> int:
    """Print the share of each pair and of all; return 1 above the bar."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    pairs = [(path.parent / "resume.pdf", path) for path in sorted(PEOPLE.glob("*/job-*"))]
    measure(*pairs[0])
    wholes, looks = [], []
    for resume, posting in pairs:
        figures = [measure(resume, posting) for _ in range(runs)]
        whole = statistics.median(total for total, _ in figures)
        look = statistics.median(spent for _, spent in figures)
        wholes.append(whole)
        looks.append(look)
        name = f"{posting.parent.name}/{posting.name}"
        print(
            f"{name:40} check {whole * 1000:6.1f} ms   look {look * 1000:5.1f} ms   share {look / whole:5.3f}"
        )
    share = sum(looks) / sum(wholes)
    print(f"share of all {share:.3f} (bar {BAR})")
    return int(share > BAR)


if __name__ == "__main__":
    sys.exit(main())
