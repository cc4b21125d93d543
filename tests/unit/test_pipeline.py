"""The data's way from two texts to a report, and the Python interface."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import gapcheck
from gapcheck import Analyzer, GapcheckError, NothingToJudgeError, ReadError, Report
from gapcheck.cache import PostingCache
from gapcheck.document import Document
from gapcheck.pipeline import analyse_posting, analyse_resume, compare
from gapcheck.readers import read_text
from gapcheck.report import Status, Strength

RESUME = """Ann Lee
Staff Nurse
ann@example.org

Experience
Staff Nurse, Hill Hospital
2019 - present
- Wound management and medication rounds for a ward of 24
- Mentor of nursing students

Education
BSc Nursing, Leeds, 2016
"""
POSTING = """Senior Staff Nurse

We are looking for a registered nurse for our ward. You will plan and deliver care with a friendly team.

Requirements
- Experience of wound care and of intravenous cannulation
- BLS or ACLS certificate
- Three years of experience on a ward

Nice to have
- Mentorship of students, phlebotomy
"""
DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def report() -> Report:
    return Analyzer(as_of=DAY).check(resume(), posting())


def resume() -> Document:
    return read_text(RESUME, "cv")


def posting() -> Document:
    return read_text(POSTING, "job")


def test_all_parts_of_the_report_are_there(report: Report) -> None:
    assert (report.schema_version, report.tool.name, report.tool.version) == (
        "1.0",
        "gapcheck",
        gapcheck.__version__,
    )
    assert report.tool.model
    assert report.tool.lexicon
    assert (report.resume.source, report.posting.source) == ("cv", "job")
    assert report.posting.title is not None
    assert "Staff Nurse" in report.posting.title
    assert report.ten_second is not None
    assert report.requirements
    assert report.confidence.level == "high"
    assert report.documents is not None
    assert report.documents.resume.text.startswith("Ann Lee")


def test_statuses_and_strengths(report: Report) -> None:
    found = {keyword.term: keyword for keyword in report.keywords}
    assert found["wound care"].status in (Status.ALIAS, Status.INFLECTED)
    assert found["phlebotomy"].status is Status.MISSING
    assert found["phlebotomy"].strength is Strength.PREFERRED
    assert found["wound care"].strength is Strength.REQUIRED
    assert sum(keyword.weight for keyword in report.keywords) == pytest.approx(1.0)


def test_keywords_fall_in_weight(report: Report) -> None:
    order = [(-round(keyword.weight, 9), keyword.term) for keyword in report.keywords]
    assert order == sorted(order)


def test_missing_is_what_no_group_makes_good(report: Report) -> None:
    assert {keyword.status for keyword in report.missing()} == {Status.MISSING}
    assert {keyword.strength for keyword in report.missing(Strength.PREFERRED)} == {Strength.PREFERRED}
    names = {keyword.term for keyword in report.missing()}
    assert names >= {keyword.term for keyword in report.missing(Strength.REQUIRED)}


def test_a_report_cannot_be_changed(report: Report) -> None:
    with pytest.raises(FrozenInstanceError):
        report.coverage = None  # type: ignore[misc, assignment]


def test_the_documents_are_no_part_of_the_dictionary(report: Report) -> None:
    values = report.to_dict()
    assert "documents" not in values
    assert list(values) == [
        "schema_version",
        "tool",
        "resume",
        "posting",
        "coverage",
        "confidence",
        "ten_second",
        "keywords",
        "groups",
        "requirements",
        "reading",
    ]


def test_the_stages_give_what_the_analyzer_gives(report: Report) -> None:
    assert compare(analyse_resume(resume()), analyse_posting(posting()), as_of=DAY) == report


def test_a_posting_is_recalled_from_the_cache_alone(report: Report, tmp_path: Path) -> None:
    analyzer = Analyzer(as_of=DAY, cache=PostingCache(tmp_path, warn=pytest.fail))
    assert Analyzer(as_of=DAY).recall(posting()) is None
    assert analyzer.recall(posting()) is None
    assert analyzer.check(resume(), posting()) == report
    recalled = analyzer.recall(posting())
    assert recalled is not None
    assert analyzer.check(resume(), recalled) == report


def test_years_are_counted_up_to_the_day_given() -> None:
    early, late = (
        Analyzer(as_of=day).check(resume(), posting()) for day in (date(2020, 1, 1), date(2026, 1, 1))
    )
    assert early.keywords == late.keywords
    assert early.requirements != late.requirements


def test_today_is_the_default() -> None:
    today = datetime.now(tz=UTC).date()
    assert Analyzer().check(resume(), posting()) == Analyzer(as_of=today).check(resume(), posting())


def test_a_posting_without_keywords_is_nothing_to_judge() -> None:
    with pytest.raises(NothingToJudgeError, match="no keywords") as caught:
        Analyzer().check(resume(), read_text("Come and join us.", "job"))
    assert (caught.value.source, caught.value.code, caught.value.exit_code) == ("job", "no_keywords", 3)


def test_an_abbreviation_of_what_is_asked_for_is_no_employer() -> None:
    text = (
        "Occupational Therapist\n\nWe are recruiting an Occupational Therapist (OT).\n"
        "OT is an integral part of the team.\n\nYou will complete OT assessments.\n"
    )
    found = Analyzer().extract(read_text(text, "job"))
    assert "OT assessments" in {keyword.term for keyword in found.keywords}


def test_a_member_whole_only_with_anothers_head_is_no_cautious_word_by_itself() -> None:
    text = "Data Scientist\n\nRequirements\n- Experience with supervised and unsupervised learning\n- SQL\n"
    terms = {keyword.term for keyword in Analyzer().extract(read_text(text, "job")).keywords}
    assert {"supervised learning", "unsupervised learning"} <= terms
    assert "supervision" not in terms


def test_a_title_that_says_what_to_become_names_the_role() -> None:
    text = "BECOME A LICENSED TEACHER\n\nRequirements\n- Bachelor's degree\n"
    terms = [keyword.term for keyword in Analyzer().extract(read_text(text, "job")).keywords]
    assert not [term for term in terms if "become" in term.lower()]


def test_a_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        Analyzer().check(tmp_path / "cv.pdf", posting())
    assert issubclass(ReadError, GapcheckError)


def test_many_are_delivered_as_they_are_read() -> None:
    asked: list[str] = []

    def postings() -> Iterator[Document]:
        for name in ("first", "second"):
            asked.append(name)
            yield read_text(POSTING, name)

    reports = Analyzer(as_of=DAY).check_many(resume(), postings())
    assert asked == []
    assert next(reports).posting.source == "first"
    assert asked == ["first"]
    assert [report.posting.source for report in reports] == ["second"]


def test_a_resume_is_made_ready_once_for_many_checks() -> None:
    analyzer = Analyzer(as_of=DAY)
    ready = analyzer.prepare(resume())
    assert analyzer.check(ready, posting()) == analyzer.check(resume(), posting())
    assert analyzer.check(ready, read_text(POSTING, "other")).posting.source == "other"


def test_the_model_is_loaded_in_the_context_given() -> None:
    entered: list[bool] = []

    @contextmanager
    def loading() -> Iterator[None]:
        entered.append(True)
        yield

    analyzer = Analyzer(as_of=DAY, loading=loading)
    assert analyzer.check(resume(), posting()) == analyzer.check(resume(), posting())
    assert entered == [True]


def test_public_names() -> None:
    for name in gapcheck.__all__:
        assert getattr(gapcheck, name)
    with pytest.raises(AttributeError, match="no attribute 'Analyser'"):
        gapcheck.Analyser  # noqa: B018


def test_a_name_in_the_title_that_nobody_else_uses_is_no_keyword() -> None:
    posting = "Product Manager - Zorvexa\n\nRequirements\n- Use of the Zorvexa platform\n- Market research\n"
    terms = {keyword.term for keyword in Analyzer(as_of=DAY).extract(read_text(posting, "job")).keywords}
    assert "market research" in terms
    assert not any("Zorvexa" in term for term in terms)
