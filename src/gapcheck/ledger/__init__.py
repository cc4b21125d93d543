"""The requirements ledger: what a posting demands that words cannot fix, and whether the resume shows it.

`find_requirements` reads a posting, `find_facts` a resume, `judge_needs` compares; `judge` does all three.
The first two results are plain frozen values and can be kept: one resume against a thousand postings is
read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gapcheck.document import Document
from gapcheck.ledger.experience import asks_for_such_work
from gapcheck.ledger.facts import ResumeFacts, find_facts
from gapcheck.ledger.line import judge_needs
from gapcheck.ledger.model import Need
from gapcheck.ledger.proof import prove
from gapcheck.report import Requirement
from gapcheck.segment.model import Passage, SegmentedPosting, SegmentedResume

__all__ = [
    "Need",
    "ResumeFacts",
    "asks_for_such_work",
    "find_facts",
    "find_requirements",
    "judge",
    "judge_needs",
    "prove",
]


def find_requirements(text: str, passages: Sequence[Passage]) -> tuple[Need, ...]:
    """The needs of a posting in text order, each once (see `gapcheck.ledger.needs`)."""
    from gapcheck.ledger import needs  # here, for the needs of a posting that is known are not looked for

    return needs.find_requirements(text, passages)


def judge(
    posting: Document,
    segmented_posting: SegmentedPosting,
    resume: Document,
    segmented_resume: SegmentedResume,
    *,
    as_of: date,
) -> tuple[Requirement, ...]:
    """Every requirement of the posting in text order, judged by the resume; `as_of` is the day "present"
    means.
    """
    needs = find_requirements(posting.text, segmented_posting.passages)
    return judge_needs(posting.text, needs, find_facts(resume, segmented_resume, as_of))
