"""The commands, as click declares them. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gapcheck import __version__
from gapcheck.cli import options
from gapcheck.cli.batch import batch
from gapcheck.cli.cache import cache, open_cache
from gapcheck.cli.help import EPILOG, ReaderLeftError, RootGroup
from gapcheck.cli.output import Destination, deliver, write
from gapcheck.errors import ExitCode, GapcheckError
from gapcheck.report import Strength

if TYPE_CHECKING:
    from gapcheck.glance import Settings

FORMATS = ("terminal", "json", "html", "markdown", "csv")
VIEW_FORMATS = ("terminal", "html")
KEYWORD_FORMATS = ("terminal", "json", "csv")


@click.group(cls=RootGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="gapcheck", message="%(prog)s %(version)s")
def root() -> None:
    """Tell whether a reader would see within ten seconds that a resume fits a job, and what it lacks."""


@root.command()
@click.argument("resume", type=click.Path())
@click.argument("job", type=click.Path())
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), help="Form of the report.  [default: terminal]"
)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write one self-contained HTML page; short for --format html --output FILE.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    help="Write the report to this file, whole or not at all.",
)
@click.option(
    "--top",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Missing keywords shown; 0 for all.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit with 1 when the resume covers less than this share of the posting.",
)
@click.option(
    "--fail-on-missing",
    type=click.Choice(["required"]),
    help="Exit with 1 when a required keyword is missing.",
)
@options.password
@options.as_of
@options.config
@click.option("--no-cache", is_flag=True, help="Analyse the posting anew and keep nothing of it.")
@click.option("--color/--no-color", default=None, help="Colour the report.  [default: on a terminal]")
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict and what is missing; no warnings.")
def check(
    resume: str,
    job: str,
    form: str | None,
    as_json: bool,
    html: str | None,
    output: str | None,
    top: int,
    fail_under: float | None,
    fail_on_missing: str | None,
    password: str | None,
    as_of: datetime | None,
    config: str | None,
    no_cache: bool,
    color: bool | None,
    quiet: bool,
) -> int:
    """Compare RESUME with JOB, a saved posting. Either may be "-" for standard input."""
    if resume == job == "-":
        raise click.UsageError("only one of RESUME and JOB can be standard input")
    form, output = _settle(form or ("json" if as_json else None), html, output)
    if as_json and form != "json":
        raise click.UsageError(f"--json and --format {form} exclude each other")
    from gapcheck.cli.ahead import prepare, second_process
    from gapcheck.cli.lean import lean_loading
    from gapcheck.pipeline import Analyzer
    from gapcheck.readers import read, read_bytes, read_file

    analyzer = Analyzer(
        as_of=_day(as_of),
        password=password,
        settings=_settings(config),
        loading=lean_loading,
        cache=None if no_cache else open_cache(quiet=quiet),
    )
    data = read_file(resume)
    posting = read(job, password=password)
    known = analyzer.recall(posting)
    with second_process(data, password, meaning=known is not None) as second:
        document = read_bytes(data, resume, password=password)
        report = analyzer.check(prepare(document, known, second), known or posting)
    destination = Destination(output, color=color)
    deliver(report, form, destination, top=top, quiet=quiet)
    return _judge(
        report.coverage.overall, fail_under, bool(fail_on_missing and report.missing(Strength.REQUIRED))
    )


def _settings(config: str | None) -> Settings:
    if config is None:
        from gapcheck.glance import DEFAULTS

        return DEFAULTS
    from gapcheck.config import read_settings

    return read_settings(Path(config))


def _settle(form: str | None, html: str | None, output: str | None) -> tuple[str, str | None]:
    """Form and file that the options amount to; `--html FILE` names both."""
    if html is None:
        return form or "terminal", output
    if form not in (None, "html"):
        raise click.UsageError(f"--html and --format {form} exclude each other")
    if output is not None:
        raise click.UsageError("--html FILE and --output exclude each other: both name the file")
    return "html", html


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _judge(coverage: float | None, fail_under: float | None, required_missing: bool) -> int:
    too_low = fail_under is not None and (coverage is None or coverage * 100 < fail_under)
    return ExitCode.CONDITION_FAILED if too_low or required_missing else ExitCode.DONE


@root.command()
@click.argument("resume", type=click.Path())
@click.option(
    "-f", "--format", "form", type=click.Choice(VIEW_FORMATS), help="Form of the view.  [default: terminal]"
)
@click.option(
    "--html",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write one HTML page with the picture; short for --format html --output FILE.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the view to this file.")
@options.password
@click.option("--color/--no-color", default=None, help="Colour the view.  [default: on a terminal]")
def view(
    resume: str,
    form: str | None,
    html: str | None,
    output: str | None,
    password: str | None,
    color: bool | None,
) -> int:
    """Show what ten seconds show of RESUME, and what a parser reads; needs no posting."""
    from gapcheck.pipeline import view as view_resume
    from gapcheck.readers import read
    from gapcheck.reporters import View, render_view

    settled, path = _settle(form, html, output)
    seen = view_resume(read(resume, password=password))
    destination = Destination(path, color=color)
    looks = View(width=destination.width, color=destination.in_color, unicode=destination.unicode)
    write(render_view(seen, settled, looks), destination)
    return ExitCode.DONE


root.add_command(batch)
root.add_command(cache)


@root.command()
@click.argument("posting", type=click.Path())
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(KEYWORD_FORMATS),
    help="Form of the list.  [default: terminal]",
)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option(
    "--explain",
    is_flag=True,
    help="Show every sentence with every candidate, and why it was kept or dropped (terminal and json).",
)
@click.option("--top", type=click.IntRange(min=0), default=0, help="Keywords shown; 0 for all.  [default: 0]")
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Least certainty of a keyword, 0 to 1: 0.5 leaves out what is more likely not asked for.  [default: 0]",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write the list to this file.")
@click.option("--color/--no-color", default=None, help="Colour the list.  [default: on a terminal]")
def extract(
    posting: str,
    form: str | None,
    as_json: bool,
    explain: bool,
    top: int,
    least: float,
    output: str | None,
    color: bool | None,
) -> int:
    """List the keywords of POSTING alone, with what each rests on; "-" reads standard input."""
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} exclude each other")
    settled = form or ("json" if as_json else "terminal")
    if explain and settled == "csv":
        raise click.UsageError("--explain needs --format terminal or json: a table has no room for it")
    from gapcheck.cli.lean import lean_loading
    from gapcheck.pipeline import Analyzer
    from gapcheck.reporters import View, render_keywords

    found = Analyzer(loading=lean_loading).extract(posting, explain=explain, least=least)
    destination = Destination(output, color=color)
    looks = View(destination.width, destination.in_color, top, unicode=destination.unicode)
    write(render_keywords(found, settled, looks), destination)
    return ExitCode.DONE if found.keywords else ExitCode.NOTHING_TO_JUDGE


@root.command()
@click.argument("what", type=click.Choice(["report", "batch"]), default="report")
def schema(what: str) -> int:
    """Print the JSON Schema of the JSON report."""
    from gapcheck.reporters.schema import schema_text

    click.echo(schema_text(what), nl=False)
    return ExitCode.DONE


@root.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Say what a finding such as GAP003 means; list all without CODE."""
    from gapcheck.reporters.explain import explain as explain_code
    from gapcheck.reporters.explain import list_codes

    click.echo(explain_code(code) if code else list_codes(), nl=False)
    return ExitCode.DONE


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; expected failures become one line on standard error."""
    try:
        status = root.main(args=arguments, prog_name="gapcheck", standalone_mode=False)
        return int(status or 0)
    except GapcheckError as error:
        return _fail(str(error), error.exit_code)
    except click.ClickException as error:
        error.show()
        return ExitCode.FAILED
    except click.Abort:
        return _fail("interrupted", ExitCode.FAILED)
    except ReaderLeftError:
        # Nothing went wrong with us; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE


def _fail(message: str, status: int) -> int:
    click.echo(f"gapcheck: {message}", err=True)
    return status
