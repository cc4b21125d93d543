"""What comes out of the batch command, and where it goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import click

from gapcheck.batch.find import is_url
from gapcheck.batch.lines import FileLines, Lines, SortedLines, StreamLines, encode
from gapcheck.batch.overview import Overview
from gapcheck.batch.run import Run
from gapcheck.batch.scratch import Scratch
from gapcheck.batch.summary import Sort, SummaryOptions
from gapcheck.cli.output import Destination, write
from gapcheck.reporters import View

TOP = 20
"""Rows of the table: what a person looks through."""


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

    @property
    def page(self) -> str | None:
        """File of the HTML page, None where it goes to standard output or is not wanted."""
        return self.html or (self.output if self.form == "html" else None)


def lines_for(wanted: Wanted, scratch: Scratch, stack: ExitStack) -> Lines | None:
    """Where JSON lines go, None where none are wanted."""
    if wanted.form != "json":
        return None
    if wanted.sort or wanted.top:
        destination = Destination(wanted.output)
        sort = Sort(wanted.sort or Sort.FIT)
        return SortedLines(scratch, sort, wanted.top or 0, lambda lines: _write(lines, destination))
    if wanted.output is None:
        return StreamLines(sys.stdout.buffer)
    if is_url(wanted.output):
        from gapcheck.batch.remote import open_output

        return StreamLines(stack.enter_context(open_output(wanted.output)))
    path = Path(wanted.output).resolve()
    if path.exists() and not path.is_file():
        return StreamLines(stack.enter_context(path.open("wb")))
    return FileLines(path)


def overview_for(resume: str, wanted: Wanted) -> Overview | None:
    """What becomes the table, None where nobody asked for one: it is all that grows with the number of postings."""
    if wanted.form == "json" and not (wanted.csv or wanted.html):
        return None
    whole = wanted.csv or wanted.html or wanted.form in ("csv", "html")
    return Overview(
        SummaryOptions(
            resume=Path(resume).name,
            sort=Sort(wanted.sort or Sort.FIT),
            min_coverage=wanted.min_coverage,
            top=wanted.top if wanted.top is not None else 0 if whole else TOP,
        )
    )


def deliver(run: Run, wanted: Wanted, pages: str | None = None) -> None:
    """Write what waits for the end: sorted lines, and the table in every form that is wanted.

    `pages` is the folder of the postings' own pages, as seen from the HTML page.
    """
    if run.lines:
        run.lines.finish()
    tables = [] if wanted.form == "json" else [(wanted.form, wanted.output)]
    tables += [(form, path) for form, path in (("csv", wanted.csv), ("html", wanted.html)) if path]
    for form, path in tables:
        destination = Destination(path, color=wanted.color)
        view = View(
            width=destination.width,
            color=destination.in_color,
            top=TOP if wanted.top is None else wanted.top,
            quiet=wanted.quiet,
            unicode=destination.unicode,
        )
        if run.overview:
            _write(run.overview.render(form, view, pages), destination)
    if run.failed and not wanted.quiet:
        count = run.checked + run.failed
        click.echo(f"gapcheck: {run.failed} of {count} postings could not be checked", err=True)


def _write(text: str | Iterator[str], destination: Destination) -> None:
    """Write to a file, to standard output, or to an address."""
    if destination.path is None or not is_url(destination.path):
        write(text, destination)
        return
    from gapcheck.batch.remote import open_output

    with open_output(destination.path) as file:
        file.writelines(encode(piece) for piece in ((text,) if isinstance(text, str) else text))
