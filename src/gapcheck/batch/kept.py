"""Results of earlier runs: the same resume against the same posting need not be checked again, nor the posting read."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from gapcheck.batch.job import Job, Outcome
from gapcheck.batch.model import PostingRow
from gapcheck.cache import PostingCache, ResultCache
from gapcheck.readers.jobposting import JobPosting


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a posting that was checked; what failed is tried again every time."""

    row: PostingRow
    line: str | None


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting before it is read: its bytes or its parts, and the names that its reading and its outcome depend on."""

    content: bytes | JobPosting
    name: str
    source: str

    @property
    def parts(self) -> tuple[bytes | str, ...]:
        """All that the outcome depends on."""
        if isinstance(self.content, bytes):
            return self.content, self.name, self.source
        given = self.content
        sections = (text for section in given.sections for text in section)
        return "record", given.title or "", given.employer or "", given.description, *sections, self.source


class Results:
    """What one job has found before, in a cache."""

    def __init__(self, cache: PostingCache, job: Job) -> None:
        resume = (sha256(job.resume.data).digest(), job.resume.source, job.resume.password)
        about = (resume, job.as_of, job.settings, job.lines, job.details)
        self._results = ResultCache(cache, Checked, about)

    def get(self, posting: Posting) -> Outcome | None:
        """The outcome of the same posting, None where there is none."""
        kept = self._results.get(*posting.parts)
        return Outcome(kept.row, kept.line) if kept else None

    def put(self, posting: Posting, outcome: Outcome) -> None:
        """Keep the outcome of a posting that was checked."""
        if isinstance(outcome.row, PostingRow):
            self._results.put(Checked(outcome.row, outcome.line), *posting.parts)
