"""Checking one input: whatever it is, the outcome is a row or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from traceback import extract_tb

from gapcheck.batch.find import is_url
from gapcheck.batch.fit import measure_fit, prepare_fit
from gapcheck.batch.inputs import File, Given, Input, Unusable
from gapcheck.batch.job import Job, Outcome, failed
from gapcheck.batch.kept import Posting, Results
from gapcheck.batch.limits import Limits
from gapcheck.batch.remote import read_url
from gapcheck.batch.rows import row_of
from gapcheck.cache import PostingCache
from gapcheck.document import Document
from gapcheck.errors import GapcheckError, ReadError
from gapcheck.glance import DEFAULTS
from gapcheck.language_model import is_loaded
from gapcheck.pipeline import Analyzer
from gapcheck.readers import read_bytes, read_file
from gapcheck.readers.record import read_record
from gapcheck.report import Report
from gapcheck.reporters.json_report import render_json_line


class Checker:
    """A resume made ready, asked for one posting after the other. Raises `ReadError` for an unreadable resume."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._limits = Limits(job.seconds, job.megabytes)
        # A model that is there was loaded by the same function in the process this one was forked from.
        loading = job.loading if is_loaded() else self._unlimited_loading
        # Where the cache cannot be used, the process that started this one has said so.
        cache = PostingCache(warn=lambda _: None) if job.use_cache else None
        self._analyzer = Analyzer(
            as_of=job.as_of,
            password=job.resume.password,
            settings=job.settings or DEFAULTS,
            loading=loading,
            cache=cache,
        )
        self._results = Results(cache, job) if cache and not job.pages else None
        with self._limits.on():
            self._resume = self._analyzer.prepare(
                read_bytes(job.resume.data, job.resume.source, password=job.resume.password)
            )
            self._fit = prepare_fit(self._resume)

    def check(self, item: Input) -> Outcome:
        """The outcome of one input; it raises nothing but what ends the process."""
        try:
            with self._limits.on():
                return self._check(_posting(item))
        except GapcheckError as error:
            return failed(item, error, lines=self._job.lines)
        except MemoryError:
            return failed(item, _too_much_memory(item, self._job.megabytes), lines=self._job.lines)
        except Exception as error:
            return failed(item, _bug(item, error), lines=self._job.lines)

    def _check(self, posting: Posting) -> Outcome:
        if self._results and (kept := self._results.get(posting)):
            return kept
        report = self._analyzer.check(self._resume, _document(posting, self._job.resume.password))
        row = row_of(report, posting.source, measure_fit(self._fit, report), details=self._job.details)
        outcome = Outcome(row, self._render(report))
        if self._results:
            self._results.put(posting, outcome)
        return outcome

    def _render(self, report: Report) -> str | None:
        if self._job.pages:
            return report.to_html()
        return render_json_line(report) if self._job.lines else None

    @contextmanager
    def _unlimited_loading(self) -> Iterator[None]:
        with self._limits.paused(), self._job.loading():
            yield


def _posting(item: Input) -> Posting:
    match item.content:
        case File(path):
            data = read_url(path) if is_url(path) else read_file(path)
            return Posting(data, path, item.source)
        case Given(data, name):
            return Posting(data, name, item.source)
        case Unusable(code, reason, remedy):
            raise ReadError(item.source, reason, remedy, code=code)
        case posting:
            return Posting(posting, item.source, item.source)


def _document(posting: Posting, password: str | None) -> Document:
    if isinstance(posting.content, bytes):
        return _named(read_bytes(posting.content, posting.name, password=password), posting.source)
    return read_record(posting.content, posting.source)


def _named(document: Document, source: str) -> Document:
    return document if document.source == source else replace(document, source=source)


def _too_much_memory(item: Input, megabytes: int) -> GapcheckError:
    return GapcheckError(
        item.source,
        f"it needs more than {megabytes} MB of memory",
        "Raise the limit with --memory, or give it as text",
        code="too_much_memory",
    )


def _bug(item: Input, error: Exception) -> GapcheckError:
    """An error of ours, with its place and nothing of the document."""
    frame = extract_tb(error.__traceback__)[-1]
    return GapcheckError(
        item.source,
        f"gapcheck failed on it ({type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno})",
        "Please report this with the file",
        code="internal",
    )
