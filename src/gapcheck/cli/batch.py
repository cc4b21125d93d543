"""The batch command, as click declares it. Nothing heavy is imported before it runs."""

from __future__ import annotations

from datetime import datetime

import click

from gapcheck.cli import options
from gapcheck.errors import ExitCode, GapcheckError

FORMATS = ("terminal", "json", "html", "markdown", "csv")
SORTS = ("fit", "coverage", "required", "title", "source")
SECONDS, MEGABYTES = 5.0, 1024  # as in batch.job, which is not imported for the help
EPILOG = """\b
Examples:
  gapcheck batch cv.pdf jobs/                     all postings in a folder and below it, ranked
  gapcheck batch cv.pdf jobs/*.html more.jsonl    files and JSON lines together
  gapcheck batch cv.pdf jobs.csv --text-field ad  a table whose column "ad" holds the texts
  gapcheck batch cv.pdf jobs.jsonl.gz --json      a report a line, as they are ready
  gapcheck batch cv.pdf jobs/ --json --sort fit   the same, best first, each with its rank
  gapcheck batch cv.pdf jobs/ --html fit.html --csv fit.csv
  gapcheck batch cv.pdf jobs/ --json -o out.jsonl --resume   go on where it was interrupted
  curl … | gapcheck batch cv.pdf -                JSON lines, or one posting, from standard input
\b
Postings: text, Markdown, saved HTML pages, PDF, DOCX; JSON lines (.jsonl) and tables (.csv, .tsv),
each also as .gz. Fields for text, title and id are found by their names (description, job_title …).
\b
A posting that cannot be read, takes too long or too much memory, or holds no keywords is a failed
input with its reason; all others are delivered. Exit status: 0 all checked; 2 at least one input
failed, or the run was not possible."""


@click.command(epilog=EPILOG)
@click.argument("resume", type=click.Path())
@click.argument("postings", nargs=-1, required=True)
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), help="Form of the result.  [default: terminal]"
)
@click.option("--json", "as_json", is_flag=True, help="One report a line, as they are ready.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the result to this file.")
@click.option("--csv", type=click.Path(dir_okay=False), metavar="FILE", help="Write the table as CSV, too.")
@click.option(
    "--html", type=click.Path(dir_okay=False), metavar="FILE", help="Write a page with the table, too."
)
@click.option(
    "--top", type=click.IntRange(min=0), help="Postings shown; 0 for all.  [default: 20; JSON: all]"
)
@click.option(
    "--min-coverage",
    type=click.FloatRange(0, 100),
    default=0.0,
    metavar="PERCENT",
    help="Leave out postings of which the resume covers less.",
)
@click.option("--sort", type=click.Choice(SORTS), help="Order of the result.  [default: fit; JSON: as ready]")
@click.option(
    "--text-field", multiple=True, metavar="NAME", help="Field of a record that holds the text; repeatable."
)
@click.option("--title-field", metavar="NAME", help="Field of a record that holds the title.")
@click.option("--id-field", metavar="NAME", help="Field of a record that holds its id.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes.  [default: one a core]")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=SECONDS,
    show_default=True,
    metavar="SECONDS",
    help="Time of the processor that one posting may take.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=1),
    default=MEGABYTES,
    show_default=True,
    metavar="MB",
    help="Memory that one posting may take.",
)
@click.option("--resume", "go_on", is_flag=True, help="Go on where the same run was interrupted.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Check on the Dask cluster with this address, e.g. tcp://host:8786.",
)
@click.option("--no-cache", is_flag=True, help="Analyse every posting anew and keep nothing of it.")
@options.password
@options.as_of
@options.config
@click.option("--color/--no-color", default=None, help="Colour the table.  [default: on a terminal]")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no warnings.")
def batch(
    resume: str,
    postings: tuple[str, ...],
    form: str | None,
    as_json: bool,
    output: str | None,
    csv: str | None,
    html: str | None,
    top: int | None,
    min_coverage: float,
    sort: str | None,
    text_field: tuple[str, ...],
    title_field: str | None,
    id_field: str | None,
    jobs: int | None,
    timeout: float,
    memory: int,
    go_on: bool,
    scheduler: str | None,
    no_cache: bool,
    password: str | None,
    as_of: datetime | None,
    config: str | None,
    color: bool | None,
    quiet: bool,
) -> int:
    """Compare RESUME with many POSTINGS: files, folders, patterns, JSON lines, tables, or "-"."""
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} exclude each other")
    if resume == "-" and "-" in postings:
        raise click.UsageError("only one of RESUME and POSTINGS can be standard input")
    from gapcheck.batch.fields import Fields
    from gapcheck.cli.batch_output import Wanted
    from gapcheck.cli.batch_run import Work, run_batch

    work = Work(
        resume=resume,
        postings=postings,
        fields=Fields(text_field, title_field, id_field),
        password=password,
        as_of=as_of.date() if as_of else None,
        config=config,
        seconds=timeout,
        megabytes=memory,
        processes=jobs,
        scheduler=scheduler,
        use_cache=not no_cache,
        go_on=go_on,
    )
    wanted = Wanted(
        form="json" if as_json else form or "terminal",
        output=output,
        csv=csv,
        html=html,
        top=top,
        min_coverage=min_coverage / 100,
        sort=sort,
        color=color,
        quiet=quiet,
    )
    try:
        return ExitCode.FAILED if run_batch(work, wanted) else ExitCode.DONE
    except KeyboardInterrupt as error:
        raise GapcheckError(
            "interrupted", "not all is done", "Go on with the same command and --resume", code="interrupted"
        ) from error
