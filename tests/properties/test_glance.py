"""Laws of the ten-second reader."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.document import Document
from gapcheck.report import Verdict
from tests.unit.glance.pages import Row, glance_at, on_page, page, plain

TERMS = ("wound care", "triage", "dialysis", "phlebotomy", "handover", "suturing")
ORDER = [Verdict.NO, Verdict.BORDERLINE, Verdict.YES]

_filler = st.sampled_from(
    [
        "Looked after people on a busy ward",
        "Wrote reports for the board every month",
        "Kept stock and ordered more",
    ]
)
_words = st.lists(st.one_of(_filler, st.sampled_from(TERMS)), min_size=1, max_size=8)
_summary = st.integers(0, 30).map(lambda count: ["Kind people do good work " * (count // 5)] if count else [])
_headline = st.sampled_from(["", "Staff Nurse", "Ward manager who cares", "Nurse | " + " | ".join(TERMS[:2])])
_job = st.sampled_from(
    ["Staff Nurse, Alpha Hospital", "Cook, Delta Diner", "Ward Manager of Surgery, Beta Trust"]
)


def resume(headline: str, summary: list[str], jobs: list[str], bullets: list[str], skills: list[str]) -> str:
    lines = ["Ann Lee", *([headline] if headline else []), "ann@example.org", ""]
    lines += ["Summary", *(f"{line}." for line in summary), ""] if summary else []
    lines += ["Experience"]
    for number, job in enumerate(jobs):
        lines += [job, f"{2015 - 4 * number} - {2019 - 4 * number}", *(f"- {line}" for line in bullets), ""]
    return "\n".join([*lines, "Skills", ", ".join(skills)])


_resumes = st.builds(resume, _headline, _summary, st.lists(_job, min_size=1, max_size=2), _words, _words)
_targets = st.sampled_from(["Staff Nurse", "Head Chef", "Ward Manager", None])


def second_page(text: str, more: str) -> Document:
    """The resume with one more line on page 2."""
    document = plain(f"{text}\n\nMore\n{more}")
    return on_page(document, len(document.lines) - 1, 2)


def into_headline(text: str, term: str) -> str:
    """The resume with a term on the line under the name, which is made where there is none."""
    name, below, *rest = text.split("\n")
    lines = [name, term, below] if "@" in below else [name, f"{below} | {term}"]
    return "\n".join([*lines, *rest])


@settings(max_examples=200, deadline=None)
@given(_resumes, _targets, st.sampled_from(TERMS))
def test_moving_a_required_keyword_into_the_headline_never_makes_it_worse(
    text: str, target: str | None, term: str
) -> None:
    before = glance_at(second_page(text, f"Did {term}"), target, *TERMS)
    after = glance_at(second_page(into_headline(text, term), "Did other things"), target, *TERMS)
    assert ORDER.index(after.report.verdict) >= ORDER.index(before.report.verdict)


@pytest.mark.parametrize("length", range(17))
def test_it_costs_no_time_where_time_is_short(length: int) -> None:
    """The title of the job before the newest is read at the end of the time: longer summaries push it out."""
    jobs = ["Cook of the house, Delta Diner Company", "Staff Nurse, Alpha Hospital"]
    text = resume("Helper", ["Kind " * length] if length else [], jobs, ["Kept stock"], ["tidy"])
    before = glance_at(
        second_page(text, "Did chronic wound care"), "Staff Nurse", "chronic wound care", "x", "y"
    )
    changed = second_page(into_headline(text, "chronic wound care"), "Did other things")
    after = glance_at(changed, "Staff Nurse", "chronic wound care", "x", "y")
    assert ORDER.index(after.report.verdict) >= ORDER.index(before.report.verdict)
    assert after.report.title.seen_at == before.report.title.seen_at


@settings(max_examples=100, deadline=None)
@given(_resumes, _targets, st.sampled_from(TERMS))
def test_a_required_keyword_in_the_headline_is_seen(text: str, target: str | None, term: str) -> None:
    document = plain(into_headline(text, term))
    line = document.text.index(term)
    assert glance_at(document, target, *TERMS).seen_at(line, line + len(term)) is not None


@settings(max_examples=100, deadline=None)
@given(_headline, _job, _words, _words)
def test_a_long_summary_delays_everything_below_it(
    headline: str, job: str, bullets: list[str], skills: list[str]
) -> None:
    short = plain(resume(headline, [], [job], bullets, skills))
    long = plain(
        resume(headline, ["people matter a lot to those who work here " * 6] * 2, [job], bullets, skills)
    )
    without, with_it = glance_at(short, None, *TERMS), glance_at(long, None, *TERMS)
    for place in range(short.text.index("Experience"), len(short.text)):
        early = without.gaze.seen_at(place, place + 1)
        late = with_it.gaze.seen_at(
            place + len(long.text) - len(short.text), place + 1 + len(long.text) - len(short.text)
        )
        assert late is None or (early is not None and early < late)


@settings(max_examples=60, deadline=None)
@given(st.lists(_filler, min_size=8, max_size=30), _job)
def test_two_columns_show_about_as_many_words_as_one(bullets: list[str], job: str) -> None:
    head = [Row("Ann Lee", size=20), Row("Experience", bold=True, size=12), Row(f"{job} 2015 - 2019")]
    side = [Row("Skills", bold=True, size=12), *(Row(line) for line in bullets[::2])]
    body = [Row(line) for line in bullets[1::2]]
    one = page(*head, *body, *side)
    left = [Row(row.text, row.size, row.bold, 50.0, 1) for row in (*head, *body)]
    right = [Row(row.text, row.size, row.bold, 350.0, 2) for row in side]
    for two in (page(*left, *right), page(*right, *left)):
        ratio = glance_at(two, None).report.words_seen / glance_at(one, None).report.words_seen
        assert 0.75 <= ratio <= 1.25


@settings(max_examples=60, deadline=None)
@given(_resumes, _targets)
def test_a_look_is_sound(text: str, target: str | None) -> None:
    document = plain(text)
    glance = glance_at(document, target, *TERMS)
    report = glance.report
    times = [glimpse.at for glimpse in report.timeline]
    assert times == sorted(times)
    assert all(0 < at <= 10 for at in times)
    assert report.words_seen == sum(len(visit.words) for visit in glance.gaze.visits)
    assert report.must_have.seen <= report.must_have.total <= 5
    assert all(ORDER.index(item.verdict_after) > ORDER.index(report.verdict) for item in report.suggestions)
    assert report == glance_at(document, target, *TERMS).report


def test_the_law_of_the_headline_can_fail() -> None:
    """Words the reader does not look for take time, and theirs delays the sight of a keyword."""
    text = resume("Nurse", [], ["Cook, Delta Diner"], ["Kept stock"], ["triage"])
    stuffed = text.replace("Nurse\n", "Nurse | " + " | ".join(["gastroenterology"] * 5) + "\n", 1)
    seen = []
    for document in (plain(text), plain(stuffed)):
        place = document.text.rindex("triage")
        seen.append(glance_at(document, None, "triage", "dialysis").seen_at(place, place + 6))
    assert seen[0] is not None
    assert seen[1] is None or seen[1] > seen[0]
