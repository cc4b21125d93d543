"""Laws of the ten-second reader on real files: the sample people, changed in their sources and rendered anew."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from gapcheck.glance import Glance, look
from gapcheck.pipeline import analyse_resume, compare
from gapcheck.readers import read
from gapcheck.report import Verdict
from gapcheck.segment.resume import segment_resume
from tests.properties.rendered import (
    SUFFIXES,
    build,
    source_of,
    with_headline,
    with_pdf_layout,
    with_summary,
)
from tests.properties.samples import AS_OF, PERSONS, posting, report

ONE_COLUMN = ("plain", "colour", "latex")
RANK = {Verdict.NO: 0, Verdict.BORDERLINE: 1, Verdict.YES: 2}
SIXTY_WORDS = " ".join(["Calm and patient people work well with many others every day."] * 6)[:-1].rsplit(
    " ", 6
)[0]

OWN = (
    "bookkeeper/job-1.md",
    "marketing-manager/job-1.txt",
    "nurse/job-1.html",
    "software-engineer/job-1.txt",
    "teacher/job-1.txt",
    "warehouse-team-leader/job-1.txt",
)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources: dict[str, str] = {}
    for person in PERSONS:
        source = source_of(person)
        sources[f"{person} short"] = with_summary(source, "")
        sources[f"{person} long"] = with_summary(source, SIXTY_WORDS)
    for layout in (*ONE_COLUMN, "sidebar"):
        sources[f"nurse {layout}"] = with_pdf_layout(source_of("nurse"), layout)
    sources["teacher page 2"] = with_headline(source_of("teacher"), "Qualified Teacher Status")
    root = tmp_path_factory.mktemp("rendered")
    build(root, {name.replace(" ", "-"): source for name, source in sources.items()})
    return root / "people"


def glance(path: Path) -> Glance:
    document = read(path)
    return look(document, segment_resume(document), None)


def first_seen(path: Path) -> Mapping[str, float]:
    """Second at which each visit ends, by its words, from the newest job on; of equal words the first counts."""
    document = read(path)
    resume = segment_resume(document)
    seen: dict[str, float] = {}
    for visit in look(document, resume, None).gaze.visits:
        if resume.jobs and visit.start >= document.lines[resume.jobs[0].first_line].start:
            words = " ".join(document.text[start:end] for start, end in visit.words)
            seen.setdefault(f"{visit.kind} {words}", visit.at)
    return seen


def test_a_summary_of_sixty_words_is_one() -> None:
    assert len(SIXTY_WORDS.split()) == 60


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("person", PERSONS)
def test_a_long_summary_delays_everything_after_it(person: str, suffix: str, rendered: Path) -> None:
    early = first_seen(rendered / f"{person}-short" / f"resume.{suffix}")
    late = first_seen(rendered / f"{person}-long" / f"resume.{suffix}")
    both = early.keys() & late.keys()
    assert len(both) >= 3
    assert [words for words in sorted(both) if late[words] <= early[words]] == []


@pytest.mark.parametrize("layout", ONE_COLUMN)
def test_one_and_two_columns_show_about_as_many_words(layout: str, rendered: Path) -> None:
    one, two = (glance(rendered / f"nurse-{name}" / "resume.pdf").report for name in (layout, "sidebar"))
    assert 0.75 <= two.words_seen / one.words_seen <= 1.25


def test_a_keyword_of_page_two_in_the_headline_is_seen_and_never_makes_it_worse(rendered: Path) -> None:
    before = report("teacher", "teacher/job-1.txt", "pdf")
    resume = analyse_resume(read(rendered / "teacher-page-2" / "resume.pdf"))
    after = compare(resume, posting("teacher/job-1.txt"), as_of=AS_OF)
    times = [
        [shown.seen_at for keyword in found.keywords if keyword.term == "QTS" for shown in keyword.resume]
        for found in (before, after)
    ]
    assert times[0]
    assert not any(times[0])
    assert any(times[1])
    assert before.ten_second is not None
    assert after.ten_second is not None
    assert RANK[after.ten_second.verdict] >= RANK[before.ten_second.verdict]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("person", PERSONS)
def test_name_and_newest_title_come_first(person: str, suffix: str, rendered: Path) -> None:
    source = tomllib.loads(source_of(person))
    jobs = next(section for section in source["sections"] if section["kind"] == "jobs")
    timeline = glance(rendered / f"{person}-short" / f"resume.{suffix}").report.timeline[:3]
    assert timeline[0].text == source["name"]
    assert any(
        glimpse.kind == "title" and jobs["entries"][0]["title"].startswith(glimpse.text)
        for glimpse in timeline
    )


@pytest.mark.parametrize("person", PERSONS)
def test_the_person_a_posting_was_written_for_is_recognised(person: str) -> None:
    """Their own posting is never no; those of other fields always are."""
    own = next(name for name in OWN if name.startswith(person))
    for name in OWN:
        found = report(person, name, "pdf").ten_second
        assert found is not None
        assert (found.verdict is Verdict.NO) is (name != own)


def test_the_reader_can_say_yes() -> None:
    found = report("software-engineer", "software-engineer/job-1.txt", "pdf").ten_second
    assert found is not None
    assert found.verdict is Verdict.YES
