"""Changes of the sample people's sources, rendered anew in all formats."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.properties.samples import PEOPLE

SUFFIXES = ("pdf", "docx", "txt")
_HEADLINE = re.compile(r'^headline = "(.*)"$', re.MULTILINE)
_PDF_LAYOUT = re.compile(r'(?<=pdf = ")[\w-]+')
_SECTION = "\n[[sections]]\n"


def source_of(person: str) -> str:
    """The source of a sample person's resume."""
    return (PEOPLE / person / "resume.toml").read_text(encoding="utf-8")


def with_headline(source: str, *phrases: str) -> str:
    """The source with phrases behind what stands on the line under the name."""
    said = _HEADLINE.search(source)
    assert said is not None
    headline = json.dumps(" | ".join([said[1], *phrases]), ensure_ascii=False)
    return source.replace(said[0], f"headline = {headline}")


def with_summary_below_jobs(source: str) -> str:
    """The source with its summary behind the part about jobs."""
    head, *sections = source.split(_SECTION)
    summary = next(section for section in sections if _is(section, "prose"))
    sections.remove(summary)
    jobs = next(place for place, section in enumerate(sections) if _is(section, "jobs"))
    return _SECTION.join([head, *sections[: jobs + 1], summary, *sections[jobs + 1 :]])


def with_summary(source: str, summary: str) -> str:
    """The source with another summary on top; without any where it is empty."""
    head, *sections = source.split(_SECTION)
    first = next((place for place, section in enumerate(sections) if _is(section, "prose")), None)
    jobs = next(place for place, section in enumerate(sections) if _is(section, "jobs"))
    if first is not None and first < jobs:
        del sections[first]
    written = f'kind = "prose"\nheading = "Summary"\nparagraphs = [{json.dumps(summary)}]\n'
    return _SECTION.join([head, *([written] if summary else []), *sections])


def with_pdf_layout(source: str, layout: str) -> str:
    """The source set in another PDF layout."""
    changed, count = _PDF_LAYOUT.subn(layout, source, count=1)
    assert count == 1
    return changed


def _is(section: str, kind: str) -> bool:
    return section.startswith(f'kind = "{kind}"')


def build(root: Path, sources: Mapping[str, str]) -> None:
    """Render sources, each in a folder `people/<name>` of its own."""
    shutil.copytree(PEOPLE.parent / "layouts", root / "layouts")
    for name, source in sources.items():
        folder = root / "people" / name
        folder.mkdir(parents=True)
        (folder / "resume.toml").write_text(source, encoding="utf-8")
    command = [sys.executable, str(PEOPLE.parent / "build.py"), "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
