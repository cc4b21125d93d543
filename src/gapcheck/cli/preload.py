"""Imported by the process that workers are forked from: what they all need is loaded once, but for the model.

Where the cache has every posting, nobody needs the model; a worker that does loads it for itself.
"""

from __future__ import annotations

import gapcheck.batch.check  # noqa: F401
from gapcheck.background import load_background
from gapcheck.lexicon import load_lexicon

load_lexicon()
load_background()
