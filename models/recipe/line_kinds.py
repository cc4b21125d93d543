r"""What a line is: company, duty, required, preferred, benefit, legal, application, title or heading.

Logistic regression over the words and word pairs of one line, shipped as plain numbers in
`line_kinds.json`: `{"labels": [...], "intercepts": [...], "scale": s, "weights": {feature: [one integer a
label]}}`. A line's score for a label is its intercept plus `scale` times the sum of the integers of its
distinct features, each divided by the root of the number of known distinct features (all features known to
the model; unknown ones are ignored). The probabilities are the softmax of the scores.

Features of a line: its words (module `words`; a word of digits only becomes `0`), a `^` before the first
and a `$` after the last, and all pairs of neighbours joined by a space. `score` is the reference: the
standard library is enough.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from gapcheck.segment.line_kinds import line_features
from recipe import corpus, postings
from recipe.seeds import seeded

KINDS = {
    "T": "title",
    "H": "heading",
    "C": "company",
    "D": "duty",
    "R": "required",
    "P": "preferred",
    "B": "benefit",
    "L": "legal",
    "A": "application",
}
FEATURES = 12_000
DISTANT_A_LABEL = 1_600
# A distant line counts a tenth of one of ours: 0.25 cost a point of accuracy on ours.
DISTANT_TRUST = 0.1
_SCALE = 0.01
LEAST_WEIGHT = 75
"""Weight, in units of the scale, below which a feature is left out: without them no line is told worse."""

# Which heading names which kind. Only the lines below such a heading are learnt from, never the heading.
_HEADINGS = {
    "preferred": r"preferred|desir(?:ed|able)|nice[ -]to[ -]haves?|bonus(?: points)?"
    r"|(?:a |big )?plus(?:es)?|advantageous",
    "legal": r"equal (?:employment )?opportunit|eeo\b|diversity|data protection|privacy"
    r"|safeguarding|accommodations?",
    "application": r"how to apply|to apply|application (?:process|procedure|instructions)|next steps|contact",
    "benefit": r"benefits|perks|what we (?:offer|can offer|provide)|we offer|what you(?:.ll| will) get"
    r"|compensation|in return",
    "required": r"required|requirements?|minimum|basic qualifications|essential|must[ -]haves?|qualifications"
    r"|what you(?:.ll| will) (?:bring|need)|who you are|about you|skills|experience",
    "duty": r"responsibilities|duties|what you(?:.ll| will) do|the role|job (?:purpose|description|summary)"
    r"|accountabilities|day[ -]to[ -]day",
    "company": r"about us|who we are|about (?:the )?(?:company|team|organi[sz]ation|trust|[A-Z]\w+)"
    r"|our (?:company|mission|story|trust)|company",
}
_HEADING = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _HEADINGS.items()]
_MARK = re.compile(r"^[\s•·●○▪■*\-–—►➢✓]+(?=\S)|[\s:*#]+$")


class Model(TypedDict):
    """What is written as JSON."""

    labels: list[str]
    intercepts: list[float]
    scale: float
    weights: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line and its kind."""

    text: str
    kind: str


def features(text: str) -> list[str]:
    """The distinct features of a line, sorted."""
    return sorted(line_features(text))


def _heading(line: str) -> str | None:
    """The kind that a heading announces; "" for a heading of unknown kind, None for no heading."""
    bare = _MARK.sub("", line.strip())
    if not 0 < len(bare.split()) <= 6 or bare.endswith((".", ",", ";")):
        return None
    if not (line.rstrip().endswith((":", "**")) or bare.istitle() or bare.isupper() or line[:1].isupper()):
        return None
    for kind, pattern in _HEADING:
        if pattern.search(bare):
            return kind
    return "" if line.rstrip().endswith(":") or bare.isupper() else None


def _under_headings(text: str) -> list[Labelled]:
    found: list[Labelled] = []
    kind, below = "", 0
    for line in text.splitlines():
        if not line.strip():
            continue
        heading = _heading(line)
        if heading is not None:
            kind, below = heading, 0
        elif kind and below < 12 and 25 <= len(line) <= 400:
            found.append(Labelled(line.strip(), kind))
            below += 1
    return found


def distant(data: Path, *, seed: int = 1) -> list[Labelled]:
    """Lines of real postings, labelled by the heading above them or the field they stand in."""
    rng = seeded(seed)
    found: dict[str, str] = {}
    for posting in postings.sample(data, cap=3_000, seed=seed):
        if posting.source == "google":
            fields = (
                ("duty", posting.duties),
                ("required", posting.required),
                ("preferred", posting.preferred),
            )
            found |= {
                line.strip(): kind for kind, text in fields for line in text.splitlines() if len(line) > 25
            }
        else:
            found |= {line.text: line.kind for line in _under_headings(posting.text)}
            found[posting.title] = "title"
    by_kind: dict[str, list[str]] = {}
    for text, kind in found.items():
        by_kind.setdefault(kind, []).append(text)
    return [
        Labelled(text, kind)
        for kind, texts in sorted(by_kind.items())
        for text in rng.sample(texts, min(DISTANT_A_LABEL, len(texts)))
    ]


def own(folder: Path, *, held: bool) -> list[Labelled]:
    """The lines of the project's corpus: the held-out tenth, or the rest."""
    chosen = (posting for posting in corpus.read(folder) if corpus.held_out(posting) == held)
    return [Labelled(line.text, KINDS[line.kind]) for posting in chosen for line in posting.lines]


def unit_rows(named: Sequence[Sequence[str]], index: dict[str, int]) -> sparse.csr_matrix:
    """A row of length 1 for each text: its known features, all alike; `index` gives their columns."""
    rows, columns, values = [], [], []
    for row, names in enumerate(named):
        known = [index[name] for name in names if name in index]
        rows += [row] * len(known)
        columns += known
        values += [1.0 / math.sqrt(max(1, len(known)))] * len(known)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(named), len(index)))


def train(lines: list[Labelled], trust: Sequence[float]) -> Model:
    """Fit on `lines`, each counting as much as `trust` says; the result is what is written as JSON."""
    frequency = Counter(name for line in lines for name in features(line.text))
    ranked = sorted(frequency.items(), key=lambda item: (-item[1], item[0]))
    index = {name: at for at, (name, count) in enumerate(ranked[:FEATURES]) if count >= 3}
    model = LogisticRegression(C=20.0, max_iter=400)
    rows = unit_rows([features(line.text) for line in lines], index)
    model.fit(rows, [line.kind for line in lines], sample_weight=np.array(trust))
    whole = np.rint(model.coef_ / _SCALE).astype(int)
    kept = {
        name: whole[:, at].tolist()
        for name, at in sorted(index.items())
        if np.abs(whole[:, at]).max() >= LEAST_WEIGHT
    }
    return {
        "labels": [str(label) for label in model.classes_],
        "intercepts": [round(float(value), 4) for value in model.intercept_],
        "scale": _SCALE,
        "weights": kept,
    }


def build(data: Path, folder: Path) -> Model:
    """Train on the project's corpus and the distant lines."""
    ours, far = own(folder, held=False), distant(data)
    return train(ours + far, [1.0] * len(ours) + [DISTANT_TRUST] * len(far))


def write(path: Path, model: Model) -> None:
    """One line of JSON."""
    path.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def load(path: Path) -> Model:
    """The model as `train` made it."""
    model: Model = json.loads(path.read_text(encoding="utf-8"))
    return model


def score(model: Model, text: str) -> dict[str, float]:
    """The reference scorer: probability by label."""
    labels, intercepts, scale, weights = (
        model["labels"],
        model["intercepts"],
        model["scale"],
        model["weights"],
    )
    known = [weights[name] for name in features(text) if name in weights]
    unit = scale / math.sqrt(max(1, len(known)))
    scores = [start + unit * sum(row[at] for row in known) for at, start in enumerate(intercepts)]
    top = max(scores)
    powers = [math.exp(value - top) for value in scores]
    return {label: power / sum(powers) for label, power in zip(labels, powers, strict=True)}
