"""Make resume.pdf, resume.docx and resume.txt of every invented person from the words in resume.toml.

    python sample_data/build.py            write the files
    python sample_data/build.py --check    write nothing; exit 1 when a file differs from a fresh build

The files do not depend on the day, the machine or its fonts; a new version of Typst or of python-docx may
change them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from people import ROOT, Person, load_people
from write_docx import write_docx
from write_pdf import write_pdf
from write_text import write_text

_FILES: tuple[tuple[str, Callable[[Person], bytes]], ...] = (
    ("resume.pdf", write_pdf),
    ("resume.docx", write_docx),
    ("resume.txt", write_text),
)


def build(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every output file with its content."""
    for person in load_people(root):
        for name, write in _FILES:
            yield person.folder / name, write(person)


def main(arguments: list[str] | None = None) -> int:
    """Write or check the files; return the exit code."""
    parser = argparse.ArgumentParser(description="Build the sample resumes from their words.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is stale")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder with people/ and layouts/")
    options = parser.parse_args(arguments)
    stale = [(path, data) for path, data in build(options.root.resolve()) if not _same(path, data)]
    for path, data in stale:
        if options.check:
            print(f"out of date: {path}", file=sys.stderr)
        else:
            path.write_bytes(data)
            print(f"written: {path}")
    return 1 if options.check and stale else 0


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


if __name__ == "__main__":
    sys.exit(main())
