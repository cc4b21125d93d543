"""Where the recipe reads and writes."""

import os
from pathlib import Path

MODELS = Path(__file__).resolve().parent.parent
PIPELINE = MODELS / "en_gapcheck"
STATISTICS = MODELS / "en_gapcheck_stats"
CORPUS = MODELS / "corpus"
CASES = MODELS.parent / "tests" / "evaluation" / "cases"
WORDINGS = MODELS / "wordings.txt.xz"
ANNOTATIONS = MODELS / "annotations" / "postings.jsonl.xz"
JUDGED_LINES = MODELS / "annotations" / "lines.jsonl.xz"
JUDGED_RESUMES = MODELS / "annotations" / "shown.jsonl.xz"
LABELLED_CASES = MODELS / "annotations" / "cases.jsonl.xz"
BUILD = MODELS / "build"
"""Results of the stages; not committed, and cleared by `make model`."""
DISTILLED = BUILD / "distilled"
"""Word vectors as the encoder gives them, before our wordings teach them more."""
TAUGHT = BUILD / "taught"
"""The same once our wordings have, before judged resumes do."""


def data_folder() -> Path:
    """The folder of downloaded training data, named by the variable GAPCHECK_DATA."""
    return _folder("GAPCHECK_DATA", "the training data")


def resumes_folder() -> Path:
    """The folder of downloaded resumes, named by the variable GAPCHECK_RESUMES."""
    return _folder("GAPCHECK_RESUMES", "the resumes, a folder for each occupation")


def _folder(variable: str, content: str) -> Path:
    folder = os.environ.get(variable)
    if not folder:
        raise SystemExit(f"set {variable} to the folder with {content} (see MODEL_CARD.md)")
    return Path(folder)
