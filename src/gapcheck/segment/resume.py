"""Segmentation of a resume: name, headline, parts, jobs and studies, each as offsets into the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.document import Document
from gapcheck.segment.model import Entry, ResumePart, ResumeSection, SegmentedResume
from gapcheck.segment.resume_header import find_headline, find_name
from gapcheck.segment.resume_jobs import find_jobs, find_unheaded_jobs
from gapcheck.segment.resume_lines import LineFacts, line_facts
from gapcheck.segment.resume_parts import find_parts
from gapcheck.segment.resume_studies import find_studies

# Parts in which jobs may stand when no heading announces them.
_MAY_HOLD_JOBS = frozenset(
    {ResumeSection.HEADER, ResumeSection.SUMMARY, ResumeSection.SKILLS, ResumeSection.OTHER}
)


def segment_resume(document: Document) -> SegmentedResume:
    """Find the parts of a resume and what stands in them.

    Any document gives a result: where nothing is recognised, everything is one part and there are no entries.
    """
    facts = line_facts(document)
    parts = find_parts(document, facts)
    jobs = find_jobs(facts, parts, document.text)
    if not jobs:
        parts, jobs = _with_unheaded_jobs(facts, parts, document.text)
    name = find_name(document, facts)
    return SegmentedResume(
        name=name,
        headline=find_headline(document, facts, parts, name),
        parts=parts,
        jobs=jobs,
        studies=find_studies(facts, parts, document.text),
    )


def _with_unheaded_jobs(
    facts: Sequence[LineFacts], parts: tuple[ResumePart, ...], text: str
) -> tuple[tuple[ResumePart, ...], tuple[Entry, ...]]:
    """Jobs that no heading announces, and the parts with a part of experience cut out for them."""
    cut: list[ResumePart] = []
    jobs: list[Entry] = []
    for part in parts:
        found = find_unheaded_jobs(facts, part, text) if part.section in _MAY_HOLD_JOBS else ()
        if not found:
            cut.append(part)
            continue
        jobs.extend(found)
        if found[0].first_line > part.first_line:
            cut.append(replace(part, last_line=found[0].first_line - 1))
        cut.append(ResumePart(ResumeSection.EXPERIENCE, found[0].first_line, part.last_line))
    return tuple(cut), tuple(jobs)
