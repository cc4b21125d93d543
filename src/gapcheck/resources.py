"""Where the trained pipeline and the background weights lie: inside the package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


@cache
def models_root() -> Path:
    """Folder that holds `en_gapcheck` and `en_gapcheck_stats`.

    A wheel carries it as `gapcheck/models`. An editable install and a checkout use the `models` folder on top of
    the repository, because build back ends do not map a top-level folder into an editable package.
    """
    for folder in (_PACKAGE / "models", _CHECKOUT / "models"):
        if (folder / "en_gapcheck").is_dir():
            return folder
    raise FileNotFoundError(f"the shipped pipeline is missing: no en_gapcheck beside or above {_PACKAGE}")


def model_folder() -> Path:
    """Folder of the shipped spaCy pipeline; `spacy.load` takes it as it is."""
    return models_root() / "en_gapcheck"


def stats_folder() -> Path:
    """Folder of the shipped counts and weights that are used without spaCy."""
    return models_root() / "en_gapcheck_stats"
