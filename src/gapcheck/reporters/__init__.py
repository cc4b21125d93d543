"""Reporters: pure functions from a report to text. They open no file and know no terminal; the command does.

Each format is imported when it is first used, so that the JSON report does not pay for loading rich.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from gapcheck.report import Report, ResumeView

if TYPE_CHECKING:
    from gapcheck.keyword_list import KeywordList


@dataclass(frozen=True, slots=True)
class View:
    """How a report is to be shown; a format ignores what it has no use for.

    `width` is in terminal columns, `top` limits the list of missing words (0: all of them), `quiet` leaves
    out everything but the findings, `unicode` is False where the output can hold ASCII only. `posting_text`
    is the text of the posting as read (`Document.text`): with it, findings quote the posting's line instead
    of the word alone.
    """

    width: int = 80
    color: bool = False
    top: int = 10
    quiet: bool = False
    unicode: bool = True
    posting_text: str | None = None


PLAIN = View()
"""80 columns without colour, as for a pipe."""


class Reporter(Protocol):
    """A pure function from a report to the text of one format, with a final line break."""

    def __call__(self, report: Report, view: View = PLAIN, /) -> str:
        """Render a report."""


def _terminal(report: Report, view: View = PLAIN, /) -> str:
    from gapcheck.reporters.terminal import render

    return render(
        report,
        width=view.width,
        color=view.color,
        top=view.top,
        quiet=view.quiet,
        unicode=view.unicode,
        posting_text=view.posting_text,
    )


def _json(report: Report, _: View = PLAIN, /) -> str:
    from gapcheck.reporters.json_report import render_json

    return render_json(report)


def _markdown(report: Report, view: View = PLAIN, /) -> str:
    from gapcheck.reporters.markdown import render

    return render(report, top=view.top, posting_text=view.posting_text)


def _csv(report: Report, _: View = PLAIN, /) -> str:
    from gapcheck.reporters.csv_report import render

    return render(report)


def _html(report: Report, _: View = PLAIN, /) -> str:
    from gapcheck.reporters.html import render

    return render(report)


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {"terminal": _terminal, "json": _json, "html": _html, "markdown": _markdown, "csv": _csv}
)


def render(
    report: Report,
    form: str = "terminal",
    *,
    width: int = 80,
    color: bool = False,
    top: int = 10,
    quiet: bool = False,
    unicode: bool = True,
    posting_text: str | None = None,
) -> str:
    """The report in one format (a key of `REPORTERS`, else `KeyError`); the options are those of `View`."""
    return REPORTERS[form](report, View(width, color, top, quiet, unicode, posting_text))


def render_view(view: ResumeView, form: str = "terminal", looks: View = PLAIN) -> str:
    """A resume alone: ``terminal`` or ``html``, else `KeyError`; with a final line break."""
    return VIEW_REPORTERS[form](view, looks)


def _terminal_view(view: ResumeView, looks: View, /) -> str:
    from gapcheck.reporters.terminal.view import render_view

    return render_view(view, width=looks.width, color=looks.color, unicode=looks.unicode)


def _html_view(view: ResumeView, _: View, /) -> str:
    from gapcheck.reporters.html import render_view

    return render_view(view)


VIEW_REPORTERS: Mapping[str, Callable[[ResumeView, View], str]] = MappingProxyType(
    {"terminal": _terminal_view, "html": _html_view}
)


def render_keywords(found: KeywordList, form: str = "terminal", looks: View = PLAIN) -> str:
    """The keywords of a posting alone: ``terminal``, ``json`` or ``csv``, else `KeyError`; with a final line break."""
    return KEYWORD_REPORTERS[form](found, looks)


def _terminal_keywords(found: KeywordList, looks: View, /) -> str:
    from gapcheck.reporters.terminal.posting import render_keywords

    return render_keywords(found, width=looks.width, color=looks.color, top=looks.top, unicode=looks.unicode)


def _json_keywords(found: KeywordList, _: View, /) -> str:
    from gapcheck.reporters.json_report import render_keywords

    return render_keywords(found)


def _csv_keywords(found: KeywordList, _: View, /) -> str:
    from gapcheck.reporters.csv_report import render_keywords

    return render_keywords(found)


KEYWORD_REPORTERS: Mapping[str, Callable[[KeywordList, View], str]] = MappingProxyType(
    {"terminal": _terminal_keywords, "json": _json_keywords, "csv": _csv_keywords}
)
