"""Pools of postings for the batch: the sample people's, each changed a little, and what is wrong with some."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from tests.cli.bad_files import BAD_FILES, write
from tests.cli.program import PEOPLE

SAMPLES = tuple(sorted(PEOPLE.glob("*/job-*.[tm]*")))
TASKS = (
    "rota planning",
    "stock control",
    "staff training",
    "budgeting",
    "audit",
    "complaints handling",
    "reporting",
)
POISON_LINES = (b"{bad", b'"text"', b'{"text": "caf\xe9"}', b'{"text": ""}', b'{"salary": 1}')


def records(count: int) -> list[dict[str, str]]:
    """So many different postings; ids are not in the order of the records."""
    return [
        {
            "id": f"p{(7 * number) % count:04}",
            "title": f"Post {number}",
            "text": f"{SAMPLES[number % len(SAMPLES)].read_text(encoding='utf-8')}\n\n"
            f"You will also do {TASKS[number % len(TASKS)]} for {number + 2} teams.\n",
        }
        for number in range(count)
    ]


def write_lines(path: Path, count: int) -> Path:
    """The postings as JSON lines, packed where the name says so."""
    data = "".join(json.dumps(record) + "\n" for record in records(count)).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def write_poison(folder: Path) -> dict[str, str]:
    """A folder of inputs that must each fail, most as files; their names and a word of each reason."""
    folder.mkdir()
    expected = {}
    for name, (_, reason) in BAD_FILES.items():
        if Path(name).suffix in {".txt", ".pdf", ".docx"}:
            write(name, folder)
            expected[name] = reason
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "half.txt").write_bytes(b"\xff\xfe\x00\xd8\x00")
    (folder / "lines.jsonl").write_bytes(b"\n".join(POISON_LINES))
    (folder / "long.jsonl").write_bytes(b'{"text": "' + b"word " * 4_000_000 + b'"}\n')
    whole = gzip.compress(b"".join(json.dumps(record).encode() + b"\n" for record in records(3)))
    (folder / "cut.jsonl.gz").write_bytes(whole[:20])
    return {
        **expected,
        "dangling.txt": "no such file",
        "half.txt": "UTF-16",
        "lines.jsonl:1": "not JSON",
        "lines.jsonl:2": "not a JSON object",
        "lines.jsonl:3": "not UTF-8",
        "lines.jsonl:4": "no text",
        "lines.jsonl:5": "no field",
        "long.jsonl:1": "longer than",
        "cut.jsonl.gz:1": "from here on",
    }
