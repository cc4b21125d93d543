r"""When other words count as the same: weights for how close a resume comes to a keyword it does not say.

Logistic regression over the figures of `gapcheck.match.judgement.features`, fitted to the labelled cases in
`tests/evaluation/cases` (every requirement that the words alone do not show, of a kind that may be said in other words)
and to the judged resumes that the network has not learned from; an example is positive where a reader takes it as
shown. Shipped as plain numbers in `matching.json`:
`{"weights": [one a feature], "intercept": b, "shown_from": p, "implied_from": q}`. One of the figures is how often the
judged resumes show a keyword (`gapcheck.match.often`): counted on those that the network has learned from while the
weights are fitted, on all for what ships.

    python -m recipe.matching          # fit, write, and print the figures below
"""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.lexicon import load_lexicon
from gapcheck.match import ResumeIndex, forms_of, index_resume, match_words
from gapcheck.match import often as oftens
from gapcheck.match.judgement import FILE_NAME, features, is_sought_by_meaning
from gapcheck.match.often import Often
from gapcheck.readers import read
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import PostingSection
from recipe.annotations import JudgedResume
from recipe.judged import counted, forms, judged_resumes
from recipe.lexicon import entry_of
from recipe.paths import CASES, STATISTICS

SHOWN = frozenset({"exact", "variant"})
REGULARISATION = 1.0
JUDGED_WEIGHT = 4.0
"""How much all judged resumes count together, the cases being 1. The cases were written to be hard to see through; on
four lots of real postings more weight than this gives no better order, and less a worse."""
SHOWN_FROM = 0.30
"""Below a half: a false alarm is worse than a gap passed over. Above, more that is shown is called missing."""

IMPLIED_FROM = SHOWN_FROM
"""No band of its own: between shown and absent the cases that are implied are the fewest."""

FEWEST_JUDGED = 3
"""Resumes that must have been read for a keyword for its count to ship."""


@dataclass(frozen=True, slots=True)
class Example:
    """Figures of one keyword and one resume, whether a reader takes it as shown, and where it is from: the name of a
    case, or of a judged resume."""

    values: tuple[float, ...]
    shown: bool
    source: str
    judged: bool = False


def keyword_of(requirement: dict[str, Any]) -> ExtractedKeyword:
    """A labelled requirement as a perfect extraction would report it."""
    surfaces = requirement["surfaces"]
    entry = entry_of([requirement["term"], *surfaces])
    kind = Kind.SKILL if requirement["kind"] == "experience" else Kind(requirement["kind"])
    return ExtractedKeyword(
        term=entry.term if entry else requirement["term"],
        kind=entry.kind if entry else kind,
        strength=Strength.REQUIRED,
        origins=(Origin.LEXICON,),
        mentions=tuple(Mention(0, len(said), said, PostingSection.REQUIRED) for said in surfaces),
        wordings=entry.wordings if entry else (),
        lexicon=entry.term if entry else None,
    )


def examples(cases: Path, often: Often) -> Iterator[Example]:
    """What the words alone do not decide, in every case."""
    for case in sorted(path for path in cases.iterdir() if (path / "gold.json").is_file()):
        requirements = json.loads((case / "gold.json").read_text(encoding="utf-8"))["requirements"]
        for resume in sorted(case.glob("r[12].*")):
            index = index_resume(read(resume), load_lexicon())
            for requirement in requirements:
                values = _values(requirement, index, often)
                if values is not None:
                    status = requirement["resumes"][resume.stem]["status"]
                    yield Example(values, status in SHOWN, case.name)


def _values(requirement: dict[str, Any], index: ResumeIndex, often: Often) -> tuple[float, ...] | None:
    """Figures of a requirement that is looked for by meaning; None for the others."""
    keyword = keyword_of(requirement)
    if (
        requirement.get("years")
        or not is_sought_by_meaning(keyword)
        or match_words(keyword, index) is not None
    ):
        return None
    return _figures(forms_of(keyword), index, often, known=keyword.lexicon is not None)


def _figures(
    said: Sequence[str], index: ResumeIndex, often: Often, *, known: bool
) -> tuple[float, ...] | None:
    """Figures of a keyword in these forms; None where the resume has nothing near."""
    close = index.meaning.closeness(said)
    return None if close is None else features(close, known=known, often=often.odds(said))


def judged_examples(judged: JudgedResume, often: Often) -> list[Example]:
    """What readers say of a resume that the network has not learned from."""
    index = index_resume(judged.read(), load_lexicon())
    found = []
    for keyword in judged.keywords:
        known = entry_of([keyword.text]) is not None
        values = _figures(forms(keyword), index, often, known=known)
        if values is not None:
            found.append(Example(values, keyword.shown, str(judged.path), judged=True))
    return found


def fit(found: Sequence[Example]) -> tuple[LogisticRegression, npt.NDArray[np.float64]]:
    """The model, and the probability of each example when its case or resume is left out."""
    x = np.array([example.values for example in found])
    y = np.array([example.shown for example in found])
    judged = np.array([example.judged for example in found])
    counts = np.where(judged, JUDGED_WEIGHT * (~judged).sum() / judged.sum(), 1.0)
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    left_out = cross_val_predict(
        model,
        x,
        y,
        groups=[example.source for example in found],
        cv=GroupKFold(10),
        method="predict_proba",
        params={"sample_weight": counts},
    )
    return model.fit(x, y, sample_weight=counts), left_out[:, 1]


def describe(found: Sequence[Example], probability: npt.NDArray[np.float64]) -> str:
    """Area under the curve, and what the threshold does to the shown and to the absent."""
    y = np.array([example.shown for example in found])
    named = probability >= SHOWN_FROM
    return (
        f"{len(found)} examples, {y.mean():.0%} shown: area under the curve {roc_auc_score(y, probability):.3f}, "
        f"{(named == y).mean():.3f} right, {named[y].mean():.2f} of the shown and {named[~y].mean():.2f} of the others "
        "called shown"
    )


def main() -> None:
    """Fit the weights and write them."""
    learned, others = (list(judged_resumes(learned=learned)) for learned in (True, False))
    often = counted(learned)
    with ProcessPoolExecutor() as pool:
        judged = pool.map(partial(judged_examples, often=often), others, chunksize=8)
        found = [*examples(CASES, often), *chain.from_iterable(judged)]
    model, left_out = fit(found)
    numbers = {
        "weights": [round(float(weight), 3) for weight in model.coef_[0]],
        "intercept": round(float(model.intercept_[0]), 3),
        "shown_from": SHOWN_FROM,
        "implied_from": IMPLIED_FROM,
    }
    (STATISTICS / FILE_NAME).write_text(json.dumps(numbers) + "\n", encoding="utf-8")
    counts = counted([*learned, *others]).counts
    shipped = Often({name: count for name, count in counts.items() if count[0] >= FEWEST_JUDGED})
    (STATISTICS / oftens.FILE_NAME).write_text(oftens.to_text(shipped), encoding="utf-8")
    print(numbers)
    for name, judged in (("cases", False), ("judged resumes", True)):
        own = [at for at, example in enumerate(found) if example.judged is judged]
        print(f"{name}, each left out:", describe([found[at] for at in own], left_out[own]))


if __name__ == "__main__":
    main()
