"""Carrying out the batch command: what it works on, where results go, and what is said on standard error."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gapcheck import __version__
from gapcheck.batch.fields import Fields
from gapcheck.batch.find import find_inputs, is_url
from gapcheck.batch.inputs import Input
from gapcheck.batch.job import Job, Resume
from gapcheck.batch.journal import Journal, run_key, state_folder
from gapcheck.batch.lines import FileLines, Lines, SortedLines, StreamLines
from gapcheck.batch.overview import Overview, OverviewOptions, Sort
from gapcheck.batch.pool import Pool, start_context
from gapcheck.batch.run import Mapper, Run
from gapcheck.batch.scratch import Scratch
from gapcheck.cli.lean import lean_loading
from gapcheck.cli.output import Destination, write
from gapcheck.cli.progress import watching
from gapcheck.errors import GapcheckError
from gapcheck.language_model import model_version
from gapcheck.readers import read_file
from gapcheck.reporters import View
from gapcheck.resources import stats_folder

if TYPE_CHECKING:
    from gapcheck.glance import Settings

PRELOAD = ("gapcheck.cli.preload",)
TOP = 20
"""Rows of the table: what a person looks through."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be checked and how."""

    resume: str
    postings: tuple[str, ...]
    fields: Fields
    password: str | None
    as_of: date | None
    config: str | None
    seconds: float
    megabytes: int
    processes: int | None
    scheduler: str | None
    use_cache: bool
    go_on: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to come out, and where."""

    form: str
    output: str | None
    csv: str | None
    html: str | None
    top: int | None
    min_coverage: float
    sort: str | None
    color: bool | None
    quiet: bool


def run_batch(work: Work, wanted: Wanted) -> int:
    """Check all postings and deliver the results; how many inputs failed.

    Raises `GapcheckError` when the run is not possible: the resume cannot be read, nothing is found, a file cannot
    be written.
    """
    data = read_file(work.resume)
    settings = _settings(work.config)
    options = OverviewOptions(Path(work.resume).name, Sort(wanted.sort or Sort.FIT), wanted.min_coverage)
    with ExitStack() as stack:
        scratch = stack.enter_context(closing(Scratch()))
        journal = _open_journal(work, wanted, data)
        lines = _lines(wanted, scratch, stack)
        run = Run(scratch, Overview(options), lines, journal, wanted.min_coverage)
        stack.callback(run.leave)
        job = Job(
            resume=Resume(data, work.resume, work.password),
            as_of=journal.as_of if journal else work.as_of or today(),
            settings=settings,
            seconds=work.seconds,
            megabytes=work.megabytes,
            lines=lines is not None,
            use_cache=work.use_cache,
            loading=lean_loading,
        )
        run.watch = stack.enter_context(watching(work.postings, quiet=wanted.quiet))
        _say_replayed(run.replay(), work, wanted)
        inputs, mapper = _means(work, job, stack)
        run.work(inputs, mapper)
    _deliver(run, work, wanted)
    run.complete()
    return run.failed


def today() -> date:
    """The day it is, everywhere the same."""
    return datetime.now(tz=UTC).date()


def _settings(config: str | None) -> Settings | None:
    if config is None:
        return None
    from gapcheck.config import read_settings

    return read_settings(Path(config))


def _means(work: Work, job: Job, stack: ExitStack) -> tuple[Iterator[Input], Mapper]:
    """The inputs and what checks them: processes here, or a cluster."""
    if work.scheduler:
        from gapcheck.batch.cluster import Cluster
        from gapcheck.batch.remote import find_anywhere

        cluster = stack.enter_context(Cluster(work.scheduler, job, PRELOAD))
        return find_anywhere(work.postings, work.fields), cluster.map
    for argument in (*work.postings, work.resume):
        if is_url(argument):
            raise GapcheckError(
                argument,
                "addresses are read by a cluster only",
                "Give --scheduler, or a local file",
                code="usage",
            )
    processes = (
        work.processes or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    )
    pool = stack.enter_context(Pool(job, processes or 1, start_context(PRELOAD)))
    return find_inputs(work.postings, work.fields), pool.map


def _lines(wanted: Wanted, scratch: Scratch, stack: ExitStack) -> Lines | None:
    """Where JSON lines go, None where none are wanted."""
    if wanted.form != "json":
        return None
    if wanted.sort or wanted.top:
        destination = Destination(wanted.output)
        sort = Sort(wanted.sort or Sort.FIT)
        return SortedLines(scratch, sort, wanted.top or 0, lambda lines: write(lines, destination))
    if wanted.output is None:
        return StreamLines(sys.stdout.buffer)
    if is_url(wanted.output):
        from gapcheck.batch.remote import open_output

        return StreamLines(stack.enter_context(open_output(wanted.output)))
    path = Path(wanted.output).resolve()
    if path.exists() and not path.is_file():
        return StreamLines(stack.enter_context(path.open("wb")))
    return FileLines(path)


def _open_journal(work: Work, wanted: Wanted, resume: bytes) -> Journal | None:
    """The journal of this run: gone on with where that is asked for, else begun; None where none can be kept."""
    path = state_folder() / f"{_key(work, wanted, resume)}.jsonl"
    try:
        if work.go_on and (journal := Journal.go_on(path)):
            return journal
        return Journal.begin(path, work.as_of or today())
    except BlockingIOError as error:
        if not work.go_on:
            return None
        raise GapcheckError("--resume", "the same run is still going on", "Wait for it, or end it") from error
    except OSError as error:
        if not wanted.quiet:
            click.echo(
                f"gapcheck: this run cannot be resumed, for {path.parent} cannot be written to ({error.strerror})",
                err=True,
            )
        return None


def _key(work: Work, wanted: Wanted, resume: bytes) -> str:
    """Equal for runs of which one may go on where the other was interrupted."""
    lexicon = (stats_folder() / "lexicon.json").stat()
    return run_key(
        (__version__, model_version(), lexicon.st_size, lexicon.st_mtime_ns),
        hashlib.sha256(resume).hexdigest(),
        (work.resume, work.postings, work.config, work.as_of, astuple(work.fields)),
        (wanted.form, wanted.output, wanted.sort, wanted.top, wanted.min_coverage),
        str(Path.cwd()),
    )


def _say_replayed(count: int, work: Work, wanted: Wanted) -> None:
    if work.go_on and not wanted.quiet:
        told = (
            f"{count} postings are done already" if count else "there is nothing to go on with; starting anew"
        )
        click.echo(f"gapcheck: {told}", err=True)


def _deliver(run: Run, work: Work, wanted: Wanted) -> None:
    """The table in every form that is wanted, and what is to be said of failures."""
    if not run.checked + run.failed:
        raise GapcheckError(
            " ".join(work.postings),
            "no postings found",
            "Check the path; see gapcheck batch --help",
            code="not_found",
        )
    wishes = ((wanted.form, wanted.output), ("csv", wanted.csv), ("html", wanted.html))
    for form, path in wishes:
        if form != "json" and (path or form == wanted.form):
            destination = Destination(path, color=wanted.color)
            view = View(
                width=destination.width,
                color=destination.in_color,
                top=TOP if wanted.top is None else wanted.top,
                quiet=wanted.quiet,
                unicode=destination.unicode,
            )
            write(run.overview.render(form, view), destination)
    if run.failed and not wanted.quiet:
        click.echo(
            f"gapcheck: {run.failed} of {run.checked + run.failed} postings could not be checked", err=True
        )
