"""The report as one self-contained HTML page: it loads nothing, sends nothing, and reads well without scripts."""

from __future__ import annotations

from gapcheck.reporters.html.render import render, render_view

__all__ = ["render", "render_view"]
