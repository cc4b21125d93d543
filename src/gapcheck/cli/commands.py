"""The commands, as click declares them. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date, datetime

import click

from gapcheck import __version__
from gapcheck.cli.help import EPILOG, ReaderLeftError, RootGroup
from gapcheck.cli.output import Destination, deliver
from gapcheck.errors import ExitCode, GapcheckError
from gapcheck.report import Strength

FORMATS = ("terminal", "json", "markdown", "csv")


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
@click.option("--password", metavar="TEXT", help="Password of an encrypted resume.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day that “present” in the resume means.  [default: today]",
)
@click.option("--color/--no-color", default=None, help="Colour the report.  [default: on a terminal]")
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict and what is missing; no warnings.")
def check(
    resume: str,
    job: str,
    form: str | None,
    as_json: bool,
    output: str | None,
    top: int,
    fail_under: float | None,
    fail_on_missing: str | None,
    password: str | None,
    as_of: datetime | None,
    color: bool | None,
    quiet: bool,
) -> int:
    """Compare RESUME with JOB, a saved posting. Either may be "-" for standard input."""
    if resume == job == "-":
        raise click.UsageError("only one of RESUME and JOB can be standard input")
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} exclude each other")
    from gapcheck.cli.lean import lean_loading
    from gapcheck.pipeline import Analyzer

    analyzer = Analyzer(as_of=_day(as_of), password=password, loading=lean_loading)
    report = analyzer.check(resume, job)
    destination = Destination(output, color=color)
    deliver(report, "json" if as_json else form or "terminal", destination, top=top, quiet=quiet)
    return _judge(
        report.coverage.overall, fail_under, bool(fail_on_missing and report.missing(Strength.REQUIRED))
    )


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _judge(coverage: float | None, fail_under: float | None, required_missing: bool) -> int:
    too_low = fail_under is not None and (coverage is None or coverage * 100 < fail_under)
    return ExitCode.CONDITION_FAILED if too_low or required_missing else ExitCode.DONE


@root.command()
@click.argument("what", type=click.Choice(["report", "batch"]), default="report")
def schema(what: str) -> int:
    """Print the JSON Schema of the JSON report (or of one line of a batch)."""
    from gapcheck.reporters.schema import schema_text

    click.echo(schema_text(what), nl=False)
    return ExitCode.DONE


@root.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Say what a finding (such as GAP003) means and what to do; without CODE list them all."""
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
