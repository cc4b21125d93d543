r"""Where lines begin in a text whose line breaks got lost.

Logistic regression over the words to both sides of a capital or number that no stop or comma stands before, shipped as
plain numbers in `lost_breaks.json`: `{"intercept": i, "weights": {feature: integer}, "scale": s}`. The score of a place
is the logistic function of the intercept plus `scale` times the integers of its features
(`gapcheck.segment.lost_breaks.break_features`). It learns from real postings that have their breaks: their lines,
joined by blanks.

    python -m recipe.lost_breaks        # makes it alone, prints how right it is; needs GAPCHECK_DATA
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from gapcheck.readers import read_text
from gapcheck.segment.lost_breaks import LEAST, LostBreaks, break_features, may_begin, tokens_of
from recipe import line_kinds, postings
from recipe.paths import STATISTICS, data_folder

POSTINGS = 2_500
"""Most postings of one source."""

FEWEST = 15
"""Places that a feature must be seen at."""

FEWEST_LINES = 6
"""Lines of a posting that is learned from: what has fewer may have lost some itself."""

LEAST_WEIGHT = 0.25
_SCALE = 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """A capital or number in a posting's lines joined by blanks: its features, and whether a line begins with it."""

    features: tuple[str, ...]
    begins: bool


def places(lines: Iterable[str]) -> Iterator[Place]:
    """The places in the lines of one posting."""
    words: list[str] = []
    begin: set[int] = set()
    for line in lines:
        begin.add(len(words))
        words += tokens_of(line)
    for at in range(1, len(words)):
        if may_begin(words, at):
            yield Place(break_features(words, at), at in begin)


def lines_of(text: str) -> list[str]:
    """The paragraphs and items of a posting, each on one line."""
    document = read_text(text, "posting")
    return [" ".join(document.text[block[0].start : block[-1].end].split()) for block in document.blocks()]


def read(data: Path) -> tuple[list[Place], list[Place]]:
    """The places of every sixth posting, and those of the others."""
    held: list[Place] = []
    taught: list[Place] = []
    for posting in postings.sample(data, cap=POSTINGS, seed=1):
        lines = lines_of(posting.text)
        if len(lines) >= FEWEST_LINES:
            (held if crc32(posting.text.encode()) % 6 == 0 else taught).extend(places(lines))
    return held, taught


def train(found: Sequence[Place]) -> LostBreaks:
    """Fit on places."""
    seen = Counter(name for place in found for name in place.features)
    index = {name: at for at, name in enumerate(sorted(n for n, count in seen.items() if count >= FEWEST))}
    model = LogisticRegression(C=0.3, max_iter=500)
    known = [dict.fromkeys((name for name in place.features if name in index), 1.0) for place in found]
    model.fit(line_kinds.feature_rows(known, index), [place.begins for place in found])
    weights = dict(zip(index, map(float, model.coef_[0]), strict=True))
    whole = {name: round(weight / _SCALE) for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    return LostBreaks(round(float(model.intercept_[0]), 4), whole, _SCALE)


def figures(breaks: LostBreaks, found: Sequence[Place]) -> str:
    """Area under the curve, precision and recall at the shipped threshold."""
    sure = np.array([breaks.score(place.features) for place in found])
    true = np.array([place.begins for place in found])
    taken = sure >= LEAST
    return (
        f"{len(found)} places, {true.mean():.3f} of them breaks: area under the curve {roc_auc_score(true, sure):.3f}, "
        f"precision {true[taken].mean():.3f}, recall {taken[true].mean():.3f}"
    )


def write(path: Path, breaks: LostBreaks) -> None:
    """One line of JSON."""
    path.write_text(
        json.dumps(asdict(breaks), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )


def build(data: Path) -> LostBreaks:
    """Train on all postings but every sixth."""
    return train(read(data)[1])


if __name__ == "__main__":
    apart, rest = read(data_folder())
    made = train(rest)
    write(STATISTICS / "lost_breaks.json", made)
    print(figures(made, apart))
