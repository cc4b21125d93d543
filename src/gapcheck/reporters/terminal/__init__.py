"""The report for people at a terminal."""

from gapcheck.reporters.terminal.render import render

__all__ = ["render"]
