"""Carrying out the batch command: what it works on, where results go, and what is said on standard error."""

from __future__ import annotations

import hashlib
import os
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
from gapcheck.batch.pool import Pool, start_context
from gapcheck.batch.run import Mapper, Run
from gapcheck.batch.scratch import Scratch
from gapcheck.cli.batch_output import Wanted, deliver, lines_for, overview_for
from gapcheck.cli.batch_pages import folder_for, page_job, write_pages
from gapcheck.cli.cache import open_cache
from gapcheck.cli.lean import lean_loading
from gapcheck.cli.progress import watching
from gapcheck.errors import GapcheckError
from gapcheck.language_model import model_version
from gapcheck.lexicon import FILE_NAME
from gapcheck.readers import read_file
from gapcheck.resources import stats_folder

if TYPE_CHECKING:
    from gapcheck.glance import Settings

LIGHT, WITH_MODEL = ("gapcheck.cli.preload",), ("gapcheck.cli.preload", "gapcheck.cli.preload_model")


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


def run_batch(work: Work, wanted: Wanted) -> int:
    """Check all postings and deliver the results; how many inputs failed.

    Raises `GapcheckError` when the run is not possible: the resume cannot be read, nothing is found, a file cannot
    be written.
    """
    data = read_file(work.resume)
    settings = _settings(work.config)
    with ExitStack() as stack:
        scratch = stack.enter_context(closing(Scratch()))
        journal = _open_journal(work, wanted, data)
        lines = lines_for(wanted, scratch, stack)
        run = Run(scratch, overview_for(work.resume, wanted), lines, journal, wanted.min_coverage)
        stack.callback(run.leave)
        job = Job(
            resume=Resume(data, work.resume, work.password),
            as_of=journal.as_of if journal else work.as_of or today(),
            settings=settings,
            seconds=work.seconds,
            megabytes=work.megabytes,
            lines=lines is not None,
            details=run.overview is not None,
            use_cache=work.use_cache,
            loading=lean_loading,
        )
        _work_through(run, work, job, quiet=wanted.quiet)
        if not run.checked + run.failed:
            raise _nothing_found(work.postings)
        folder = folder_for(wanted.page, work.postings)
        if folder and run.overview:
            with ExitStack() as pool:
                write_pages(folder, run.overview, *_means(work, page_job(job), pool, quiet=wanted.quiet))
        deliver(run, wanted, folder.name if folder else None)
    run.complete()
    return run.failed


def _work_through(run: Run, work: Work, job: Job, *, quiet: bool) -> None:
    with watching(work.postings, quiet=quiet) as run.watch, ExitStack() as stack:
        done = run.replay()
        if work.go_on and not quiet:
            told = f"{done} postings are done already" if done else "nothing to go on with; starting anew"
            click.echo(f"gapcheck: {told}", err=True)
        run.work(*_means(work, job, stack, quiet=quiet))


def today() -> date:
    """The day it is, everywhere the same."""
    return datetime.now(tz=UTC).date()


def _settings(config: str | None) -> Settings | None:
    if config is None:
        return None
    from gapcheck.config import read_settings

    return read_settings(Path(config))


def _means(work: Work, job: Job, stack: ExitStack, *, quiet: bool) -> tuple[Iterator[Input], Mapper]:
    """The inputs and what checks them: processes here, or a cluster."""
    if work.scheduler:
        from gapcheck.batch.cluster import Cluster
        from gapcheck.batch.remote import find_anywhere

        cluster = stack.enter_context(Cluster(work.scheduler, job, WITH_MODEL))
        return find_anywhere(work.postings, work.fields), cluster.map
    for argument in (*work.postings, work.resume):
        if is_url(argument):
            raise GapcheckError(
                argument,
                "addresses are read by a cluster only",
                "Give --scheduler, or a local file",
                code="usage",
            )
    knows_postings = work.use_cache and open_cache(quiet=quiet).size().entries > 0
    context = start_context(LIGHT if knows_postings else WITH_MODEL)
    pool = stack.enter_context(Pool(job, work.processes or _cores(), context))
    return find_inputs(work.postings, work.fields), pool.map


def _cores() -> int:
    """Cores this process may use: in a container often fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
    lexicon = (stats_folder() / FILE_NAME).stat()
    return run_key(
        (__version__, model_version(), lexicon.st_size, lexicon.st_mtime_ns),
        hashlib.sha256(resume).hexdigest(),
        (work.resume, work.postings, work.config, work.as_of, astuple(work.fields)),
        (wanted.form, wanted.output, wanted.csv, wanted.html, wanted.sort, wanted.top, wanted.min_coverage),
        str(Path.cwd()),
    )


def _nothing_found(postings: tuple[str, ...]) -> GapcheckError:
    return GapcheckError(
        " ".join(postings),
        "no postings found",
        "Check the path; see gapcheck batch --help",
        code="not_found",
    )
