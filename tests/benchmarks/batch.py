"""What a batch costs, as ratios of medians from alternating runs, and its bars.

    python tests/benchmarks/batch.py POSTINGS.jsonl[.gz] [--postings 2000] [--runs 3] [--only cold warm memory poison]

Without a file, `$GAPCHECK_DATA/postings/nhs.jsonl.gz` is taken. Each record needs a field `text`.

cold    the first N postings, empty cache, two processes, against a bare `nlp.pipe` of the shipped pipeline over the
        same texts with two processes, each in a process of its own and with everything it loads (bar 1.0)
warm    the same once more, with the cache that the cold run has filled (bar 0.05)
memory  peak memory of the main process for 5 N postings against that for N / 2 (bar 1.2)
poison  N / 2 postings of which one in twenty is poison, against as many good ones (bar 2.0); as many reasons as
        poison, as many results as good ones, exit status 2
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.cli.bad_files import BAD_FILES  # noqa: E402
from tests.unit.readers.pdfs import assemble  # noqa: E402

RESUME = ROOT / "sample_data" / "people" / "nurse" / "resume.pdf"
GAPCHECK = str(Path(sys.executable).with_name("gapcheck"))
PLAIN = """
import gzip, json, sys, spacy
from gapcheck.resources import model_folder
if __name__ == "__main__":
    texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
    nlp = spacy.load(model_folder())
    for doc in nlp.pipe(texts, n_process=2):
        pass
"""
BARS = {"cold": 1.0, "warm": 0.05, "memory": 1.2, "poison": 2.0}
PEAK_TICK = 0.02


class Bench:
    """The postings, and a folder to work in."""

    def __init__(self, source: Path, folder: Path, postings: int, runs: int) -> None:
        self._source = source
        self._folder = folder
        self._postings = postings
        self._runs = runs

    def cold_and_warm(self) -> Iterator[tuple[str, float, str]]:
        """Wall time against plain spaCy, with an empty cache and with a full one."""
        texts = self._write("texts.jsonl", self._postings)
        plain = [sys.executable, "-c", PLAIN, str(texts)]
        seconds: dict[str, list[float]] = {"plain": [], "cold": [], "warm": []}
        for _ in range(self._runs):
            seconds["plain"].append(self._time(plain))
            shutil.rmtree(self._folder / "cache", ignore_errors=True)
            seconds["cold"].append(self._time(self._batch(texts)))
            seconds["warm"].append(self._time(self._batch(texts)))
        median = {name: statistics.median(values) for name, values in seconds.items()}
        for name in ("cold", "warm"):
            told = f"{median[name]:.1f} s against {median['plain']:.1f} s for {self._postings} postings"
            yield name, median[name] / median["plain"], told

    def memory(self) -> Iterator[tuple[str, float, str]]:
        """Peak memory of the main process for many and for few."""
        few, many = self._postings // 2, 5 * self._postings
        peaks = [
            self._peak(self._batch(self._write(f"{count}.jsonl", count, most=400))) for count in (few, many)
        ]
        told = f"{peaks[1] / 1024:.0f} MiB for {many} postings, {peaks[0] / 1024:.0f} MiB for {few}"
        yield "memory", peaks[1] / peaks[0], told

    def poison(self) -> Iterator[tuple[str, float, str]]:
        """Wall time with and without poison; nothing cached."""
        count = self._postings // 2
        bad = max(1, count // 20)
        clean, some = self._write("clean.jsonl", count), self._write("some.jsonl", count - bad)
        folder = self._folder / "poison"
        write_poison(folder, bad)
        seconds: dict[str, list[float]] = {"clean": [], "poison": []}
        for _ in range(self._runs):
            seconds["clean"].append(self._time([*self._batch(clean), "--no-cache"]))
            out = self._folder / "out.jsonl"
            command = [*self._batch(some, folder), "--no-cache", "-o", str(out)]
            seconds["poison"].append(self._time(command, status=2))
            failed = sum('"error":{' in line for line in out.read_text(encoding="utf-8").splitlines())
            if failed < bad:
                raise SystemExit(f"{failed} reasons for {bad} poison inputs")
        clean_median, median = (statistics.median(seconds[name]) for name in ("clean", "poison"))
        told = f"{median:.1f} s with {bad} poison inputs, {clean_median:.1f} s for {count} good ones"
        yield "poison", median / clean_median, told

    def _write(self, name: str, count: int, most: int | None = None) -> Path:
        """The first so many postings, from the start again where there are not enough; `most` cuts their texts."""
        path = self._folder / name
        with path.open("w", encoding="utf-8") as file:
            for number, line in enumerate(islice(cycle_lines(self._source), count)):
                record = json.loads(line)
                kept = {"id": number, "title": record.get("title"), "text": record["text"][:most]}
                file.write(json.dumps(kept) + "\n")
        return path

    def _batch(self, *inputs: Path) -> list[str]:
        return [GAPCHECK, "batch", str(RESUME), *map(str, inputs), "--json", "-j", "2", "-q"]

    def _environment(self) -> dict[str, str]:
        folders = {"GAPCHECK_CACHE_DIR": "cache", "GAPCHECK_STATE_DIR": "state"}
        return {**os.environ, **{name: str(self._folder / folder) for name, folder in folders.items()}}

    def _time(self, command: list[str], status: int | None = None) -> float:
        started = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, env=self._environment(), check=False)
        if done.returncode not in ((0, 2) if status is None else (status,)):
            raise SystemExit(f"left with {done.returncode}: {' '.join(command[:3])} …")
        return time.perf_counter() - started

    def _peak(self, command: list[str]) -> int:
        """Peak KiB of the process itself, without those it starts."""
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=self._environment())
        peak = 0
        while process.poll() is None:
            peak = max(peak, high_water(process.pid))
            time.sleep(PEAK_TICK)
        return peak


def high_water(pid: int) -> int:
    """Peak resident KiB of a process so far, 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def cycle_lines(path: Path) -> Iterator[str]:
    """The lines of a file, again and again."""
    while True:
        with (
            gzip.open(path, "rt", encoding="utf-8")
            if path.suffix == ".gz"
            else path.open(encoding="utf-8") as file
        ):
            yield from file


def hanging_pdf(depth: int = 9, fan: int = 10) -> bytes:
    """A PDF of two kilobytes that draws the same word a billion times, by forms within forms."""
    font = 5 + depth
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/F Do\nendstream",
    ]
    for level in range(depth):
        last = level == depth - 1
        body = b"BT /A 12 Tf (x) Tj ET" if last else b"/F Do " * fan
        used = b"/Font<</A %d 0 R>>" % font if last else b"/XObject<</F %d 0 R>>" % (6 + level)
        form = b"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%s>>/Length %d>>" % (
            used,
            len(body),
        )
        objects.append(form + b"stream\n" + body + b"\nendstream")
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    return assemble(objects)


def write_poison(folder: Path, count: int) -> None:
    """So many inputs that must fail, of every sort in turn."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    sorts: tuple[tuple[str, Callable[[], bytes] | None], ...] = (
        ("corrupt.pdf", BAD_FILES["cut-off.pdf"][0]),
        ("bomb.docx", BAD_FILES["bomb.docx"][0]),
        ("empty.txt", lambda: b""),
        ("binary.txt", BAD_FILES["noise.txt"][0]),
        ("encoding.txt", lambda: b"\xff\xfe\x00\xd8\x00"),
        ("long.jsonl", lambda: b'{"text": "' + b"word " * 4_000_000 + b'"}\n'),
        ("json.jsonl", lambda: b"{bad\n"),
        ("hang.pdf", hanging_pdf),
        ("scan.pdf", BAD_FILES["scan.pdf"][0]),
        ("dangling.txt", None),
    )
    for number, (name, make) in enumerate(islice(cycle(sorts), count)):
        path = folder / f"{number:03}-{name}"
        if make is None:
            path.symlink_to("nowhere.txt")
        else:
            path.write_bytes(make())


def main() -> int:
    """Print the ratios; 1 when one is above its bar."""
    parser = argparse.ArgumentParser(description="What a batch costs, as ratios.")
    data = os.environ.get("GAPCHECK_DATA")
    default = Path(data, "postings", "nhs.jsonl.gz") if data else None
    parser.add_argument("source", type=Path, nargs="?", default=default)
    parser.add_argument("--postings", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=list(BARS), default=list(BARS))
    wanted = parser.parse_args()
    if wanted.source is None:
        parser.error("name a file of postings, or set GAPCHECK_DATA")
    missed = False
    with tempfile.TemporaryDirectory(prefix="gapcheck-batch-") as folder:
        bench = Bench(wanted.source, Path(folder), wanted.postings, wanted.runs)
        parts = {
            "cold": bench.cold_and_warm,
            "warm": bench.cold_and_warm,
            "memory": bench.memory,
            "poison": bench.poison,
        }
        for part in dict.fromkeys(parts[name] for name in wanted.only):
            for name, ratio, told in part():
                missed |= ratio > BARS[name]
                print(f"{name:7} ratio {ratio:5.2f}  (bar {BARS[name]})  {told}", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
