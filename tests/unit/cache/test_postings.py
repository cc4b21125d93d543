"""Findings kept by content and versions, and where."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from gapcheck.cache import PostingCache, cache_folder, records, versions
from gapcheck.cache.versions import fingerprint
from gapcheck.document import Document, Role
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.findings import PostingFindings
from gapcheck.ledger.model import Fluency, Level, Need
from gapcheck.readers import read_text
from gapcheck.report import Kind, Origin, RequirementType, Strength
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting
from gapcheck.trust import Impression
from gapcheck.weigh import WeighedKeyword

FINDINGS = PostingFindings(
    SegmentedPosting("Staff Nurse", (Passage(0, 11, PostingSection.TITLE),)),
    (
        WeighedKeyword(
            ExtractedKeyword(
                "wound care",
                Kind.SKILL,
                Strength.REQUIRED,
                (Origin.LEXICON, Origin.MODEL),
                (Mention(12, 22, "Wound care", PostingSection.REQUIRED),),
                ("wound management",),
                "wound care",
                "g1",
            ),
            2,
            7.1,
            1 / 3,
        ),
    ),
    (
        Need(
            RequirementType.DEGREE,
            3,
            9,
            "a degree",
            Strength.PREFERRED,
            level=Level.BACHELOR,
            fields=("nursing",),
            fluency=Fluency.C1,
        ),
    ),
    Impression(english=True, leaning=3, words=120),
)
TEXT = "Staff Nurse\nWound care"


def fail() -> PostingFindings:
    raise AssertionError("it was looked for again")


def cache(folder: Path) -> PostingCache:
    return PostingCache(folder, warn=pytest.fail)


def counting(times: list[int]) -> Callable[[], PostingFindings]:
    def find() -> PostingFindings:
        times.append(1)
        return FINDINGS

    return find


def test_what_was_found_once_is_not_looked_for_again(tmp_path: Path) -> None:
    posting = read_text(TEXT, "job.txt")
    assert cache(tmp_path).findings_of(posting, lambda: FINDINGS) == FINDINGS
    assert cache(tmp_path).findings_of(posting, fail) == FINDINGS
    assert cache(tmp_path).findings_of(read_text(TEXT, "other name"), fail) == FINDINGS
    assert cache(tmp_path).size().entries == 1


def changed(posting: Document) -> dict[str, Document]:
    first, *rest = posting.lines
    return {
        "text": replace(posting, text=posting.text.upper()),
        "title": replace(posting, title="Nurse"),
        "employer": replace(posting, employer="Acme"),
        "role": replace(posting, lines=(replace(first, role=Role.HEADING), *rest)),
        "block": replace(posting, lines=(replace(first, block=7), *rest)),
        "size": replace(posting, lines=(replace(first, size=20.0), *rest)),
    }


@pytest.mark.parametrize("what", ["text", "title", "employer", "role", "block", "size"])
def test_another_posting_is_looked_at(tmp_path: Path, what: str) -> None:
    posting = read_text(TEXT, "job.txt")
    times: list[int] = []
    kept = cache(tmp_path)
    kept.findings_of(posting, counting(times))
    kept.findings_of(changed(posting)[what], counting(times))
    kept.findings_of(posting, counting(times))
    assert len(times) == 2


def test_a_changed_model_is_noticed_without_a_new_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "model"
    (model / "ner").mkdir(parents=True)
    weights = model / "ner" / "weights"
    weights.write_bytes(b"12")
    monkeypatch.setattr(versions, "model_folder", lambda: model)
    monkeypatch.setattr(
        versions, "_installed", versions._installed.__wrapped__
    )  # as the next process sees it
    before = fingerprint("schema")
    assert fingerprint("schema") == before
    assert fingerprint("another schema") != before
    weights.write_bytes(b"21")
    os.utime(weights, ns=(1, 1))
    assert fingerprint("schema") != before


def test_other_versions_are_a_miss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    posting = read_text(TEXT, "job.txt")
    times: list[int] = []
    cache(tmp_path).findings_of(posting, counting(times))
    monkeypatch.setattr(records, "fingerprint", lambda schema: b"newer" + schema.encode())
    cache(tmp_path).findings_of(posting, counting(times))
    assert len(times) == 2
    assert cache(tmp_path).size().entries == 2


def test_a_value_of_another_form_is_a_miss_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posting = read_text(TEXT, "job.txt")
    for value in (b"no json", b"[]", b'[["t",[[1,2,"nowhere"]]],[],[],[true,0,1]]', b"\xff"):
        with monkeypatch.context() as patch:
            patch.setattr("gapcheck.cache.store.Store.get", lambda *_, value=value: value)
            assert cache(tmp_path).findings_of(posting, lambda: FINDINGS) == FINDINGS
    assert cache(tmp_path).findings_of(posting, fail) == FINDINGS


def test_clear(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    kept.findings_of(read_text(TEXT, "job.txt"), lambda: FINDINGS)
    kept.clear()
    assert kept.size().entries == 0


def test_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "here"))
    assert cache_folder() == tmp_path / "here"
    assert PostingCache().folder == tmp_path / "here"
    monkeypatch.delenv("GAPCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == platformdirs.user_cache_path("gapcheck", appauthor=False)
    for unset in ("", "  "):
        monkeypatch.setenv("XDG_CACHE_HOME", unset)
        assert cache_folder() == platformdirs.user_cache_path("gapcheck", appauthor=False)
    assert PostingCache(tmp_path).folder == tmp_path
