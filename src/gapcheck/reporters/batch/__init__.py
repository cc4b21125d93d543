"""Reports on many postings: pure functions from a summary to text, as for a single check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gapcheck.batch.summary import BatchSummary
from gapcheck.reporters import PLAIN, View


def render_batch(
    summary: BatchSummary, form: str = "terminal", view: View = PLAIN, *, pages: str | None = None
) -> str:
    """The summary in one format (a key of `BATCH_REPORTERS`, else `KeyError`), with a final line break.

    `pages` is the folder, as seen from the HTML page, that holds each posting's own page under the name that
    `gapcheck.batch.links.page_name` gives its id; without it rows are no links.
    """
    return BATCH_REPORTERS[form](summary, view, pages)


def _terminal(summary: BatchSummary, view: View, _: str | None, /) -> str:
    from gapcheck.reporters.batch.terminal import render

    return render(summary, view)


def _csv(summary: BatchSummary, _: View, __: str | None, /) -> str:
    from gapcheck.reporters.batch.table import render

    return render(summary)


def _markdown(summary: BatchSummary, view: View, _: str | None, /) -> str:
    from gapcheck.reporters.batch.markdown import render

    return render(summary, view)


def _html(summary: BatchSummary, _: View, pages: str | None, /) -> str:
    from gapcheck.reporters.batch.html import render

    return render(summary, pages)


BATCH_REPORTERS: Mapping[str, Callable[[BatchSummary, View, str | None], str]] = MappingProxyType(
    {"terminal": _terminal, "csv": _csv, "markdown": _markdown, "html": _html}
)
