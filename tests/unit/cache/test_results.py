"""Whole results, kept by what went in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from gapcheck.cache import PostingCache, ResultCache


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    scores: tuple[float, ...]
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Other:
    name: str


RESULT = Result("nurse", (0.25, 1 / 3), "{}")


def results(folder: Path, *about: object) -> ResultCache[Result]:
    return ResultCache(PostingCache(folder, warn=pytest.fail), Result, about or ("resume", 1))


def test_a_result_is_kept_for_the_same_posting(tmp_path: Path) -> None:
    assert results(tmp_path).get(b"text", "job.txt") is None
    results(tmp_path).put(RESULT, b"text", "job.txt")
    assert results(tmp_path).get(b"text", "job.txt") == RESULT
    assert results(tmp_path).get("text", b"job.txt") == RESULT  # bytes are what counts


@pytest.mark.parametrize(
    "posting", [(b"text", "job.html"), (b"Text", "job.txt"), (b"textj", "ob.txt"), (b"text",)]
)
def test_another_posting_has_none(tmp_path: Path, posting: tuple[bytes | str, ...]) -> None:
    results(tmp_path).put(RESULT, b"text", "job.txt")
    assert results(tmp_path).get(*posting) is None


@pytest.mark.parametrize("about", [("resume", 2), ("resume!", 1), ("resume",), ("resume", 1, None)])
def test_another_resume_day_or_setting_has_none(tmp_path: Path, about: tuple[object, ...]) -> None:
    results(tmp_path).put(RESULT, b"text")
    assert results(tmp_path, *about).get(b"text") is None


def test_another_type_has_none(tmp_path: Path) -> None:
    cache = PostingCache(tmp_path, warn=pytest.fail)
    ResultCache(cache, Result, ()).put(RESULT, b"text")
    assert ResultCache(cache, Other, ()).get(b"text") is None
    assert cache.size().entries == 1
