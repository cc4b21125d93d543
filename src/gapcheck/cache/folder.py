"""Where the cache lies. It is private: a posting somebody looked at says something about them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "GAPCHECK_CACHE_DIR"
"""Environment variable that names another folder."""


def cache_folder() -> Path:
    """The folder of the cache: what `GAPCHECK_CACHE_DIR` names, else gapcheck's in the user's cache directory."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    system: str = sys.platform
    if system == "linux":  # what platformdirs would say; it takes a fiftieth of a second to import
        return Path(os.environ.get("XDG_CACHE_HOME", "").strip() or Path.home() / ".cache") / "gapcheck"
    from platformdirs import user_cache_path

    return user_cache_path("gapcheck", appauthor=False)


def make_private(folder: Path, file: Path) -> None:
    """Create the folder and an empty file in it that nobody else may read; what is there is left as it is.

    Raises `OSError` when that is not possible.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
