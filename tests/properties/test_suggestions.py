"""Every suggestion made for the sample people holds when it is followed: written into the source, rendered and
read again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from gapcheck.pipeline import analyse_resume, compare
from gapcheck.readers import read
from gapcheck.report import Suggestion, TenSecond, Verdict
from tests.properties.rendered import build, source_of, with_headline, with_summary_below_jobs
from tests.properties.samples import AS_OF, PERSONS, POSTINGS, posting, report

SUFFIXES = ("pdf", "docx", "txt")
RANK = {Verdict.NO: 0, Verdict.BORDERLINE: 1, Verdict.YES: 2}
_QUOTED = re.compile("“([^”]+)”")


@dataclass(frozen=True)
class Promise:
    """What the report on one person, posting and format says would happen."""

    person: str
    posting: str
    suffix: str
    before: Verdict
    suggestion: Suggestion


def look_of(person: str, name: str, suffix: str) -> TenSecond:
    found = report(person, name, suffix).ten_second
    assert found is not None
    return found


@pytest.fixture(scope="module")
def promises() -> tuple[Promise, ...]:
    return tuple(
        Promise(person, name, suffix, look_of(person, name, suffix).verdict, suggestion)
        for person in PERSONS
        for name in POSTINGS
        for suffix in SUFFIXES
        for suggestion in look_of(person, name, suffix).suggestions
    )


def follow(source: str, change: str) -> str:
    """The source of a resume with a suggestion followed to the letter."""
    if change.startswith("Put "):
        return with_headline(source, *_QUOTED.findall(change))
    assert change == "Move the summary below your newest job."
    return with_summary_below_jobs(source)


def test_there_are_promises_of_every_format(promises: tuple[Promise, ...]) -> None:
    assert {promise.suffix for promise in promises} == set(SUFFIXES)
    assert Verdict.YES in {promise.suggestion.verdict_after for promise in promises}


def test_every_promise_is_a_better_verdict(promises: tuple[Promise, ...]) -> None:
    assert all(RANK[promise.suggestion.verdict_after] > RANK[promise.before] for promise in promises)


def test_no_suggestion_contains_another_that_does_as_much(promises: tuple[Promise, ...]) -> None:
    for one in promises:
        for other in promises:
            same = (one.person, one.posting, one.suffix) == (other.person, other.posting, other.suffix)
            if same and one is not other:
                more = set(_QUOTED.findall(one.suggestion.change))
                less = set(_QUOTED.findall(other.suggestion.change))
                enough = RANK[other.suggestion.verdict_after] >= RANK[one.suggestion.verdict_after]
                assert not (less and less <= more and enough), (one, other)


def test_every_promise_is_kept(promises: tuple[Promise, ...], tmp_path: Path) -> None:
    changes = sorted({(promise.person, promise.suggestion.change) for promise in promises})
    folders = {change: f"{number:03d}" for number, change in enumerate(changes)}
    build(tmp_path, {folders[key]: follow(source_of(key[0]), key[1]) for key in changes})
    broken = []
    for promise in promises:
        folder = tmp_path / "people" / folders[promise.person, promise.suggestion.change]
        resume = analyse_resume(read(folder / f"resume.{promise.suffix}"))
        after = compare(resume, posting(promise.posting), as_of=AS_OF).ten_second
        assert after is not None
        if after.verdict is not promise.suggestion.verdict_after:
            broken.append((promise, after.verdict, after.title, after.must_have))
    assert broken == []
