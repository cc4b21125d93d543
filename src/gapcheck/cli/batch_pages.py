"""The pages of single postings that a batch's page links to: its first ones, checked once more for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from gapcheck.batch.find import is_url
from gapcheck.batch.inputs import Input
from gapcheck.batch.job import Job
from gapcheck.batch.links import MOST_PAGES, page_name, pages_folder
from gapcheck.batch.model import PostingRow
from gapcheck.batch.overview import Overview
from gapcheck.batch.run import Mapper
from gapcheck.batch.scratch import Scratch
from gapcheck.cli.output import write_whole
from gapcheck.readers import STANDARD_INPUT


def folder_for(page: str | None, postings: Sequence[str]) -> Path | None:
    """Folder of the pages beside a batch's page; None where there can be none, as for what can be read only once."""
    if page is None or is_url(page) or any(_is_gone(argument) for argument in postings):
        return None
    path = Path(page)
    return path.parent / pages_folder(path.name)


def page_job(job: Job) -> Job:
    """The same job, for pages alone."""
    return replace(job, lines=False, details=False, pages=True)


def write_pages(folder: Path, overview: Overview, inputs: Iterable[Input], mapper: Mapper) -> None:
    """Write the pages of the table's first postings; `mapper` works on a `page_job`.

    Raises `GapcheckError` when one cannot be written.
    """
    wanted = frozenset(overview.first(MOST_PAGES))
    with closing(Scratch()) as scratch:
        for outcome in mapper(_chosen(scratch.unique(inputs), wanted)):
            if isinstance(outcome.row, PostingRow) and outcome.line is not None:
                folder.mkdir(parents=True, exist_ok=True)
                write_whole(folder / page_name(outcome.row.id), outcome.line)


def _is_gone(argument: str) -> bool:
    return argument == STANDARD_INPUT or (not is_url(argument) and Path(argument).is_fifo())


def _chosen(inputs: Iterable[Input], wanted: Collection[str]) -> Iterator[Input]:
    left = len(wanted)
    for item in inputs if left else ():
        if item.source in wanted:
            yield item
            left -= 1
            if not left:
                return
