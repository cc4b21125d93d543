r"""What a line is: company, duty, required, preferred, benefit, legal or application.

Logistic regression over the words and word pairs of one line, shipped as plain numbers in
`line_kinds.json`: `{"labels": [...], "intercepts": [...], "scale": s, "weights": {feature: [one integer a
label]}}`. A line's score for a label is its intercept plus `scale` times the sum of the integers of its
distinct features, each divided by the root of the number of known distinct features (all features known to
the model; unknown ones are ignored), those of the lines beside it also by their share. The probabilities are
the softmax of the scores.

Features of a line: its words (`gapcheck.counting`; a word of digits only becomes `0`), a `^` before the first
and a `$` after the last, and all pairs of neighbours joined by a space; and the words of the lines before and
after it, marked `<` and `>`. Scoring is the product's (`gapcheck.segment.line_kinds`): the standard library is enough.

    python -m recipe.line_kinds        # makes it alone; needs GAPCHECK_DATA
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from gapcheck.segment.line_kinds import LineBetween, LineKinds, known_features, line_features, lines_between
from recipe import annotations, corpus, postings
from recipe.paths import CORPUS, JUDGED_LINES, STATISTICS, data_folder
from recipe.seeds import seeded

KINDS = {
    "C": "company",
    "D": "duty",
    "R": "required",
    "P": "preferred",
    "B": "benefit",
    "L": "legal",
    "A": "application",
}
FEATURES = 25_000
DISTANT_A_LABEL = 1_600
OWN_TRUST, DISTANT_TRUST, KEPT_APART_TRUST = 4.0, 0.1, 0.3
"""How much a line of the project's corpus counts, of which there are few, one that is labelled by the heading above it,
and one by the field of the posting it stands in; one of a real posting that was read counts 1. With more trust in the
fields every line reads as if from a posting of theirs."""

APART = ("google",)
"""Sources that keep what they require and what they prefer in fields of their own."""

SHORTEST = 25
"""Characters of the shortest line that headings and fields label."""

_SCALE = 0.01
LEAST_WEIGHT = 120
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


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line among its neighbours, and its kind."""

    line: LineBetween
    kind: str

    @property
    def text(self) -> str:
        """The line by itself."""
        return self.line.text


def _labelled(lines: Sequence[tuple[str, str | None]]) -> Iterator[Labelled]:
    """The lines of one posting that have a kind, each among those beside it."""
    for line, (_, kind) in zip(lines_between([text for text, _ in lines]), lines, strict=True):
        if kind is not None:
            yield Labelled(line, kind)


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


def _under_headings(text: str) -> Iterator[Labelled]:
    found: list[tuple[str, str | None]] = []
    kind, below = "", 0
    for line in (line.strip() for line in text.splitlines() if line.strip()):
        heading = _heading(line)
        if heading is not None:
            kind, below = heading, 0
        taught = heading is None and kind and below < 12 and SHORTEST <= len(line) <= 400
        below += bool(taught)
        found.append((line, kind if taught else None))
    return _labelled(found)


def distant(data: Path, *, seed: int = 1) -> list[Labelled]:
    """Lines of real postings, labelled by the heading above them."""
    rng = seeded(seed)
    found: dict[str, Labelled] = {}
    for posting in postings.sample(data, cap=3_000, seed=seed):
        if posting.source not in APART:
            found |= {line.text: line for line in _under_headings(posting.text)}
    by_kind: dict[str, list[Labelled]] = {}
    for line in found.values():
        by_kind.setdefault(line.kind, []).append(line)
    return [
        line
        for _kind, lines in sorted(by_kind.items())
        for line in rng.sample(lines, min(DISTANT_A_LABEL, len(lines)))
    ]


def kept_apart(data: Path) -> list[Labelled]:
    """Lines of postings that keep in fields of their own what they require and what they prefer."""
    found: dict[str, Labelled] = {}
    for source in APART:
        for posting in postings.read(data, source):
            fields = ((posting.required, "required"), (posting.preferred, "preferred"))
            lines = [(line.strip(), kind) for text, kind in fields for line in text.splitlines()]
            found |= {line.text: line for line in _labelled(lines) if len(line.text) >= SHORTEST}
    return list(found.values())


def judged(data: Path, *, quarter: bool | None = None) -> list[Labelled]:
    """The lines of real postings that readers have judged: all, those of every fourth posting, or the others."""
    return [
        line
        for posting in annotations.read_lines(JUDGED_LINES, data)
        if quarter is None or (crc32(posting.id.encode()) % 4 == 0) == quarter
        for line in _labelled(_with_rest(posting))
    ]


def _with_rest(posting: annotations.JudgedPosting) -> list[tuple[str, str | None]]:
    """The judged lines of a posting, and the title and the headings between them."""
    found: list[tuple[str, str | None]] = []
    end = 0
    for line in posting.lines:
        between = posting.text[end : line.start].splitlines()
        found += [(text.strip(), None) for text in between if text.strip()]
        found.append((posting.text[line.start : line.end], KINDS[line.kind]))
        end = line.end
    return found


def own(folder: Path, *, held: bool) -> list[Labelled]:
    """The lines of the project's corpus: the held-out tenth, or the rest."""
    chosen = (posting for posting in corpus.read(folder) if corpus.held_out(posting) == held)
    return [
        line
        for posting in chosen
        for line in _labelled([(line.text, KINDS.get(line.kind)) for line in posting.lines])
    ]


def unit_rows(named: Sequence[Sequence[str]], index: dict[str, int]) -> sparse.csr_matrix:
    """A row of length 1 for each text: its known features, all alike; `index` gives their columns."""
    known = [[name for name in names if name in index] for names in named]
    return feature_rows([dict.fromkeys(names, 1.0 / math.sqrt(max(1, len(names)))) for names in known], index)


def feature_rows(shares: Sequence[Mapping[str, float]], index: dict[str, int]) -> sparse.csr_matrix:
    """A row for each text, of its features with their shares; `index` gives their columns."""
    rows, columns, values = [], [], []
    for row, named in enumerate(shares):
        rows += [row] * len(named)
        columns += [index[name] for name in named]
        values += named.values()
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(shares), len(index)))


def train(lines: list[Labelled], trust: Sequence[float]) -> LineKinds:
    """Fit on `lines`, each counting as much as `trust` says."""
    frequency = Counter(name for line in lines for names in line_features(line.line) for name in names)
    ranked = sorted(frequency.items(), key=lambda item: (-item[1], item[0]))
    index = {name: at for at, (name, count) in enumerate(ranked[:FEATURES]) if count >= 3}
    model = LogisticRegression(C=20.0, max_iter=400)
    rows = feature_rows(
        [
            {name: share for names, share in known_features(line.line, index) for name in names}
            for line in lines
        ],
        index,
    )
    model.fit(rows, [line.kind for line in lines], sample_weight=np.array(trust))
    whole = np.rint(model.coef_ / _SCALE).astype(int)
    kept = {
        name: whole[:, at].tolist()
        for name, at in sorted(index.items())
        if np.abs(whole[:, at]).max() >= LEAST_WEIGHT
    }
    intercepts = [round(float(value), 4) for value in model.intercept_]
    return LineKinds([str(label) for label in model.classes_], intercepts, _SCALE, kept)


def build(data: Path, folder: Path, *, quarter_apart: bool = False) -> LineKinds:
    """Train on the project's corpus, the judged lines (without every fourth posting where `quarter_apart` says so), and
    those that headings and fields label."""
    taught = [
        (own(folder, held=False), OWN_TRUST),
        (judged(data, quarter=False if quarter_apart else None), 1.0),
        (distant(data), DISTANT_TRUST),
        (kept_apart(data), KEPT_APART_TRUST),
    ]
    lines = [line for found, _ in taught for line in found]
    return train(lines, [trust for found, trust in taught for _ in found])


def write(path: Path, kinds: LineKinds) -> None:
    """One line of JSON."""
    path.write_text(
        json.dumps(asdict(kinds), ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    write(STATISTICS / "line_kinds.json", build(data_folder(), CORPUS))
