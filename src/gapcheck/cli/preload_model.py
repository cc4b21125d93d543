"""Imported by the process that workers are forked from where the cache is empty: the model is loaded once for all."""

from __future__ import annotations

import gapcheck.cli.preload  # noqa: F401
from gapcheck.cli.lean import lean_loading
from gapcheck.language_model import load_language_model

load_language_model(lean_loading)
