"""The sample data as the laws use it: read and analysed once a process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from gapcheck.document import Document
from gapcheck.pipeline import AnalysedPosting, AnalysedResume, analyse_posting, analyse_resume, compare
from gapcheck.readers import read, read_text
from gapcheck.report import Report, Status

PEOPLE = Path(__file__).resolve().parents[2] / "sample_data" / "people"
PERSONS = tuple(sorted(folder.name for folder in PEOPLE.iterdir() if folder.is_dir()))
POSTINGS = tuple(
    sorted(f"{path.parent.name}/{path.name}" for path in PEOPLE.glob("*/job-*") if path.is_file())
)
AS_OF = date(2026, 1, 1)

Statuses = Mapping[tuple[str, str], Status]
"""Posting and term → how a resume shows the term."""


@cache
def posting(name: str) -> AnalysedPosting:
    """A sample posting, analysed."""
    return analyse_posting(read(PEOPLE / name))


@cache
def resume(person: str, suffix: str = "txt") -> AnalysedResume:
    """The resume of a sample person, analysed."""
    return analyse_resume(read(PEOPLE / person / f"resume.{suffix}"))


def resume_text(person: str) -> str:
    """The text file of a sample person's resume."""
    return (PEOPLE / person / "resume.txt").read_text(encoding="utf-8")


@cache
def report(person: str, name: str, suffix: str = "txt") -> Report:
    """A sample person's resume compared with a sample posting."""
    return compare(resume(person, suffix), posting(name), as_of=AS_OF)


@cache
def statuses(text: str) -> Statuses:
    """How a resume in plain text shows the keywords of all sample postings."""
    return statuses_of(read_text(text))


def statuses_of(document: Document) -> Statuses:
    """How a resume shows the keywords of all sample postings."""
    analysed = analyse_resume(document)
    return {
        (name, keyword.term): keyword.status
        for name in POSTINGS
        for keyword in compare(analysed, posting(name), as_of=AS_OF).keywords
    }


def changed(before: Mapping[tuple[str, str], object], after: Mapping[tuple[str, str], object]) -> list[str]:
    """What differs between two sets of statuses, in words; empty where nothing does."""
    return [
        f"{' '.join(key)}: {before.get(key)} -> {after.get(key)}"
        for key in sorted(before.keys() | after.keys())
        if before.get(key) != after.get(key)
    ]


def own_postings(person: str) -> tuple[str, ...]:
    """The two postings written for a sample person."""
    return tuple(name for name in POSTINGS if name.startswith(f"{person}/"))


def unsound_offsets(found: Report) -> Iterator[str]:
    """Every passage of a report that is not what its offsets point at."""
    assert found.documents is not None
    posting_text, resume_document = found.documents.posting.text, found.documents.resume
    for keyword in found.keywords:
        for mention in keyword.posting:
            if posting_text[mention.start : mention.end] != mention.text:
                yield f"posting: {mention}"
        for shown in keyword.resume:
            line = resume_document.lines[shown.line - 1]
            whole = resume_document.text[shown.start : shown.end] == shown.text
            if not whole or line.page != shown.page or not line.start <= shown.start < line.end:
                yield f"resume: {shown}"
    for demand in found.requirements:
        if posting_text[demand.start : demand.end] != demand.text:
            yield f"requirement: {demand}"
        for proof in demand.evidence:
            if resume_document.text[proof.start : proof.end] != proof.text:
                yield f"evidence: {proof}"
