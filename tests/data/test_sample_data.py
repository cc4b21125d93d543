"""The sample data: the same words in all formats, what the README promises, and files that are up to date."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from gapcheck.document import Document, Format
from gapcheck.readers import read

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"
PEOPLE = sorted(folder for folder in (SAMPLES / "people").iterdir() if folder.is_dir())
POSTINGS = sorted(path for folder in PEOPLE for path in folder.glob("job-*"))
_MARKS = ".,;:|·()–—•"

each_person = pytest.mark.parametrize("folder", PEOPLE, ids=lambda folder: folder.name)
each_posting = pytest.mark.parametrize("path", POSTINGS, ids=lambda path: f"{path.parent.name}/{path.name}")


def bag(text: str) -> Counter[str]:
    """Count the words of a text, without the marks between them: lists have commas in one layout only."""
    words = (word.strip(_MARKS).casefold() for word in text.split())
    return Counter(word for word in words if any(map(str.isalnum, word)))


def source_words(folder: Path) -> int:
    def words(value: object) -> int:
        if isinstance(value, dict):
            return sum(
                words(inner) for key, inner in value.items() if key not in {"kind", "layout", "language"}
            )
        if isinstance(value, list):
            return sum(map(words, value))
        return len(str(value).split()) if isinstance(value, str) else 0

    return words(tomllib.loads((folder / "resume.toml").read_text(encoding="utf-8")))


def run_build(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = str(SAMPLES / "build.py")
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, timeout=120)


def resume(folder: Path, suffix: str) -> Document:
    return read(folder / f"resume.{suffix}")


@each_person
@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_formats_carry_the_same_words(folder: Path, suffix: str) -> None:
    text, other = bag(resume(folder, "txt").text), bag(resume(folder, suffix).text)
    assert sum(text.values()) >= 300
    assert (other - text, text - other) == (Counter(), Counter())


def test_a_lost_word_is_noticed() -> None:
    assert bag("Skills: C#, C++") == bag("SKILLS\nC++ | C#")
    assert bag("Skills: C#, C++") != bag("Skills: C, C++")


@each_person
def test_resumes_have_the_length_of_real_ones(folder: Path) -> None:
    assert 350 <= source_words(folder) <= 600


def test_page_counts() -> None:
    pages = {folder.name: resume(folder, "pdf").pages for folder in PEOPLE}
    assert pages.pop("teacher") == 2
    assert set(pages.values()) == {1}


def test_everybody_has_a_layout_of_their_own() -> None:
    sources = [tomllib.loads((folder / "resume.toml").read_text(encoding="utf-8")) for folder in PEOPLE]
    assert len(sources) >= 6
    for kind in ("pdf", "docx"):
        layouts = [source["layout"][kind] for source in sources]
        assert len(set(layouts)) == len(layouts)


@each_person
def test_everybody_has_two_postings_and_a_row(folder: Path) -> None:
    assert [path.stem for path in sorted(folder.glob("job-*"))] == ["job-1", "job-2"]
    assert f"`people/{folder.name}`" in (SAMPLES / "README.md").read_text(encoding="utf-8")


@each_posting
def test_postings_are_read(path: Path) -> None:
    posting = read(path)
    assert 250 <= posting.word_count <= 500
    assert posting.notes == ()


def test_postings_come_in_all_forms() -> None:
    assert {read(path).format for path in POSTINGS} == {Format.TEXT, Format.MARKDOWN, Format.HTML}
    assert any("JobPosting" in path.read_text(encoding="utf-8") for path in POSTINGS)
    assert any(len(path.read_text(encoding="utf-8").strip().splitlines()) == 1 for path in POSTINGS)


def test_page_furniture_is_not_read() -> None:
    for person in ("nurse/job-1", "teacher/job-2"):
        text = read(SAMPLES / "people" / f"{person}.html").text.casefold()
        assert not [noise for noise in ("cookie", "similar jobs", "vacancies", "sign in") if noise in text]


def test_files_are_up_to_date() -> None:
    done = run_build("--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_check_notices_a_stale_file_and_a_build_mends_it(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "layouts", tmp_path / "layouts")
    shutil.copytree(SAMPLES / "people" / "teacher", tmp_path / "people" / "teacher")
    source = tmp_path / "people" / "teacher" / "resume.toml"
    source.write_text(source.read_text(encoding="utf-8").replace("Chess,", "Draughts,"), encoding="utf-8")
    stale = run_build("--check", "--root", str(tmp_path))
    assert stale.returncode == 1
    assert stale.stderr.count("out of date") == 3
    assert run_build("--root", str(tmp_path)).returncode == 0
    assert run_build("--check", "--root", str(tmp_path)).returncode == 0
