"""Score the product on the labelled cases: `python tests/evaluation/score.py [CASES]`.

A reported keyword names a labelled requirement when its term or one of its mentions shares at least half of all their
words with one of the requirement's wordings, and holds the whole wording or two thirds of both ("Apache Airflow" names
"Airflow", "data" does not name "data engineering"). Words are compared by the product's stems.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from gapcheck import Analyzer, Report
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.report import Keyword, Status
from gapcheck.words import tokenize

CASES = Path(__file__).parent / "cases"
SHOWN = {"exact", "variant"}


def words(text: str) -> frozenset[str]:
    """Stems of a wording without function words and the empty "skills"."""
    return frozenset(t.stem for t in tokenize(text) if t.stem not in FUNCTION_WORDS | {"skill", "experience"})


def names(keyword: Keyword, requirement: dict[str, Any]) -> bool:
    """Whether a reported keyword names a labelled requirement."""
    ours = [words(form) for form in (keyword.term, *(mention.text for mention in keyword.posting))]
    wordings = [requirement["term"], *requirement["surfaces"], *requirement.get("accept", [])]
    return any(_alike(mine, words(theirs)) for mine in ours for theirs in wordings)


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if not mine or not theirs:
        return False
    shared = len(mine & theirs) / len(mine | theirs)
    return shared >= (0.5 if theirs <= mine else 0.66)


def score(report: Report, requirements: Iterable[dict[str, Any]], resume: str) -> Counter[str]:
    """Counts over one posting and one resume."""
    labelled = list(requirements)
    counts: Counter[str] = Counter()
    missing = report.missing()[:10]
    for keyword in report.keywords:
        counts["reported"] += 1
        counts["asked for"] += any(names(keyword, q) for q in labelled)
    for q in labelled:
        if q["importance"] < 2:
            continue
        hits = [keyword for keyword in report.keywords if names(keyword, q)]
        counts["wanted"] += 1
        counts["found"] += bool(hits)
        if q["resumes"][resume]["status"] in SHOWN:
            counts["shown"] += 1
            counts["alarms"] += bool(hits) and all(k.status is Status.MISSING for k in hits)
    for keyword in missing:
        gaps = [q for q in labelled if names(keyword, q)]
        counts["first ten"] += 1
        counts["true gaps"] += any(q["resumes"][resume]["status"] not in SHOWN for q in gaps)
    return counts


def figures(cases: Path) -> dict[str, float]:
    """Precision and recall of the keywords, precision of the first ten gaps, false alarms; micro-averaged."""
    analyzer = Analyzer(as_of=date(2026, 1, 1))
    total: Counter[str] = Counter()
    for case in sorted(path for path in cases.iterdir() if (path / "gold.json").is_file()):
        gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
        for resume in sorted(case.glob("r?.*")):
            report = analyzer.check(resume, case / "posting.txt")
            total += score(report, gold["requirements"], resume.stem)
    return {
        "keyword precision": total["asked for"] / total["reported"],
        "keyword recall": total["found"] / total["wanted"],
        "precision of the first ten gaps": total["true gaps"] / total["first ten"],
        "false alarms": total["alarms"] / total["shown"],
    }


if __name__ == "__main__":
    for name, figure in figures(Path(sys.argv[1]) if len(sys.argv) > 1 else CASES).items():
        print(f"{name:32} {figure:.2f}")
