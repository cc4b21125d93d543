"""The help text: the main command is `gapcheck RESUME JOB`, the others are named words in front."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

EPILOG = """\b
Examples:
  gapcheck resume.pdf job.txt                 report in the terminal
  gapcheck resume.pdf job.html --json         the same for programs
  gapcheck resume.pdf job.txt --html fit.html one page to open in a browser
  gapcheck view resume.pdf                    what ten seconds show of the resume alone
  gapcheck extract job.txt                    the posting's keywords alone, and what they rest on
  gapcheck resume.docx - < job.txt            posting from standard input
  gapcheck resume.pdf job.txt -f markdown -o report.md
\b
Resume: PDF, DOCX, text or Markdown. Posting: text, Markdown, a saved HTML page, PDF or DOCX.
\b
Exit status: 0 done; 1 done, and a condition you asked for does not hold (--fail-under,
--fail-on-missing); 2 could not do it (usage, unreadable file); 3 nothing to judge in the posting.
Nothing is sent anywhere: gapcheck works offline."""

MAIN = "check"


class ReaderLeftError(Exception):
    """Whoever read the output has closed it (`gapcheck … | head`)."""


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """Tell a closed pipe apart before click does, which would leave with 1: "a condition does not hold"."""
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderLeftError from error


class RootGroup(click.Group):
    """A group whose first command is meant when none is named."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parse the arguments; help and version are printed here."""
        with _reader_may_leave():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _reader_may_leave():
            return super().invoke(ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The other commands, and what the main command takes: a file or an option."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            return [*self.commands[MAIN].shell_complete(ctx, incomplete), *found]
        return [CompletionItem(incomplete, type="file"), *found]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the main command's name in front unless a command or a group option is given."""
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if args and args[0] not in self.commands and args[0] not in own:
            args = [MAIN, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways to call."""
        formatter.write_usage(ctx.command_path, "RESUME JOB [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The main command's options, then the other commands."""
        main = self.commands[MAIN]
        options = [p for p in (*main.get_params(ctx), *self.get_params(ctx)) if isinstance(p, click.Option)]
        seen = dict.fromkeys(record for option in options if (record := option.get_help_record(ctx)))
        with formatter.section("Options"):
            formatter.write_dl(list(seen))
        rows = [
            (name, command.get_short_help_str(120)) for name, command in self.commands.items() if name != MAIN
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
