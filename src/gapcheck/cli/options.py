"""Options that several commands take."""

from __future__ import annotations

import click

password = click.option("--password", metavar="TEXT", help="Password of an encrypted resume.")

as_of = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day that “present” in the resume means.  [default: today]",
)

config = click.option(
    "--config",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="TOML file that changes constants of the ten-second reader ([ten_second]).",
)
