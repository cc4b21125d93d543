"""Imported by the process that workers are forked from: the model is loaded once for all of them."""

from __future__ import annotations

import gc

from gapcheck.cli.lean import lean_loading
from gapcheck.language_model import load_language_model
from gapcheck.lexicon import load_lexicon

load_lexicon()
load_language_model(lean_loading)
gc.freeze()  # what is there now is never collected, so its memory stays shared
