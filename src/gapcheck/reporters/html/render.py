"""From values to the text of a page, through Jinja2 with every value escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from gapcheck.codes import CODES
from gapcheck.report import Report, ResumeView
from gapcheck.reporters.html.gather import gather, gather_view
from gapcheck.reporters.html.security import policy
from gapcheck.reporters.html.sentences import REQUIREMENT_WORDS, WORDINGS


def render(report: Report) -> str:
    """The whole report as one page, with a final line break."""
    return _fill("report.html.j2", content=gather(report))


def render_view(view: ResumeView) -> str:
    """A resume alone: what is seen of it in ten seconds, and what a parser reads."""
    return _fill("view.html.j2", content=gather_view(view))


def fill_part(name: str, **values: object) -> str:
    """One template without the page around it."""
    return environment().get_template(name).render(**values)


def _fill(name: str, **values: object) -> str:
    style, script = source("style.css"), source("script.js")
    text = fill_part(
        name,
        style=Markup(style),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own file
        policy=policy(style, script),
        **values,
    )
    return text if text.endswith("\n") else text + "\n"


@cache
def source(name: str) -> str:
    """The text of one of the package's own files."""
    return (files("gapcheck.reporters.html") / "templates" / name).read_text("utf-8")


@cache
def environment() -> Environment:
    """Jinja2 set up to escape everything and to fail on a name it does not know."""
    made = Environment(
        autoescape=True,
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    made.globals.update(_GLOBALS)
    return made


_GLOBALS: dict[str, Any] = {"CODES": CODES, "WORDINGS": WORDINGS, "REQUIREMENT_WORDS": REQUIREMENT_WORDS}
