"""`gapcheck cache`: what is kept of postings, and forgetting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gapcheck.errors import ExitCode, GapcheckError

if TYPE_CHECKING:
    from gapcheck.cache import PostingCache


@click.group()
def cache() -> None:
    """Show or clear what is kept of postings between checks."""


@cache.command()
def info() -> int:
    """Say where the cache lies, how many entries it holds and how large it is."""
    kept = open_cache()
    size = kept.size()
    click.echo(f"folder    {kept.folder}")
    click.echo(f"entries   {size.entries}")
    click.echo(f"size      {size.bytes / 1e6:.1f} MB of at most {kept.limit / 1e6:.0f} MB")
    return ExitCode.DONE


@cache.command()
def clear() -> int:
    """Forget all postings."""
    kept = open_cache()
    try:
        kept.clear()
    except OSError as error:
        reason = error.strerror or str(error)
        raise GapcheckError(
            str(kept.folder),
            f"cannot be cleared ({reason})",
            "Delete the folder yourself",
            code="not_cleared",
        ) from error
    return ExitCode.DONE


def open_cache(*, quiet: bool = False) -> PostingCache:
    """The user's cache; where it cannot be used, one line on standard error says so, unless `quiet`."""
    from gapcheck.cache import PostingCache

    return PostingCache(warn=(lambda _: None) if quiet else _warn)


def _warn(message: str) -> None:
    click.echo(f"gapcheck: {message}", err=True)
