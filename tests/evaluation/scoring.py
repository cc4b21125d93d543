"""Figures of a gap analyser on labelled cases: what it found, what it made up, and whether the status is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.evaluation.cases import Case, Label, Wording

FIRST = 10
"""Missing keywords that a reader looks at."""

SHOWN = frozenset({"exact", "variant"})
TRUTH = {
    "exact": "exact",
    "inflected": "exact",
    "alias": "variant",
    "related": "implied",
    "missing": "absent",
}
"""What each status of a report says in the words of the labels."""

VERDICTS = ("no", "borderline", "yes")

FIGURES: dict[str, tuple[str, str]] = {
    "kw_precision": ("asked for", "reported"),
    "kw_recall": ("found", "wanted"),
    "must_recall": ("must found", "must"),
    "noise_rate": ("noise", "reported"),
    "first_precision": ("first asked for", "first"),
    "gap_precision": ("true gaps", "gaps"),
    "gap_recall": ("absent found", "absent"),
    "false_alarm": ("alarms", "shown"),
    "status_accuracy": ("status right", "status"),
    "strength_accuracy": ("strength right", "strength"),
    "ten_second": ("verdict right", "verdict"),
}
"""Each figure as one count by another, summed over all cases and resumes.

kw_precision: reported keywords that are asked for. kw_recall: labelled requirements of importance 2 and 3 that are
reported; must_recall: of importance 3. noise_rate: reported keywords labelled as no requirement. first_precision: of
the ten heaviest keywords, those asked for. gap_precision: of the first ten reported missing, those asked for and truly
not shown. gap_recall: requirements truly absent that are reported missing. false_alarm: requirements truly shown that
are reported missing. status_accuracy and strength_accuracy: of the requirements found. ten_second: verdicts that agree.
"""

LOWER_IS_BETTER = frozenset({"noise_rate", "false_alarm"})

Keywords = Sequence[dict[str, Any]]
"""A report's keywords in its order: `term`, `status`, `strength`, `posting[].text`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an analyser says of one pair: its keywords, and its verdict if it has one."""

    keywords: Keywords
    verdict: str | None = None


Analyse = Callable[[Case, str], Outcome]
"""An analyser: a case and the name of one of its resumes."""


def count(case: Case, resume: str, outcome: Outcome) -> Counter[str]:
    """The counts that the figures of `FIGURES` are made of, for one pair."""
    named = [_label_of(keyword, case.labels) for keyword in outcome.keywords]
    hits: dict[str, dict[str, Any]] = {}
    for keyword, label in zip(outcome.keywords, named, strict=True):
        if label is not None:
            hits.setdefault(label.id, keyword)
    counts = _count_keywords(case, outcome.keywords, named)
    counts += _count_gaps(case, resume, outcome.keywords, named)
    for label in case.labels:
        counts += _count_label(label, resume, hits.get(label.id), _met(case, resume))
    if outcome.verdict in VERDICTS and resume in case.verdicts:
        counts["verdict"] += 1
        counts["verdict right"] += outcome.verdict == case.verdicts[resume]
    return counts


def _label_of(keyword: dict[str, Any], labels: Iterable[Label]) -> Label | None:
    """The labelled requirement that a keyword names best."""
    forms = [Wording.of(text) for text in (keyword["term"], *(said["text"] for said in keyword["posting"]))]
    best: tuple[float, Label | None] = (0.0, None)
    for label in labels:
        alike = max(form.names(wording) for form in forms for wording in label.wordings)
        if alike > best[0]:
            best = (alike, label)
    return best[1]


def _met(case: Case, resume: str) -> frozenset[str]:
    """Groups of alternatives of which the resume truly shows one."""
    return frozenset(label.group for label in case.labels if label.group and label.truth[resume] in SHOWN)


def _count_keywords(case: Case, keywords: Keywords, named: Sequence[Label | None]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for rank, (keyword, label) in enumerate(zip(keywords, named, strict=True)):
        own = Wording.of(keyword["term"])
        counts["reported"] += 1
        counts["asked for"] += label is not None
        counts["noise"] += label is None and any(own.likeness(noise) >= 0.99 for noise in case.noise)
        if rank < FIRST:
            counts["first"] += 1
            counts["first asked for"] += label is not None
    return counts


def _count_gaps(case: Case, resume: str, keywords: Keywords, named: Sequence[Label | None]) -> Counter[str]:
    counts: Counter[str] = Counter()
    met = _met(case, resume)
    missing = [
        label for keyword, label in zip(keywords, named, strict=True) if keyword["status"] == "missing"
    ]
    for label in missing[:FIRST]:
        counts["gaps"] += 1
        counts["true gaps"] += (
            label is not None and label.truth[resume] not in SHOWN and label.group not in met
        )
    return counts


def _count_label(label: Label, resume: str, hit: dict[str, Any] | None, met: frozenset[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    truth = label.truth[resume]
    missing = hit is not None and hit["status"] == "missing"
    if label.importance >= 2:
        counts["wanted"] += 1
        counts["found"] += hit is not None
        if truth == "absent" and label.group not in met:
            counts["absent"] += 1
            counts["absent found"] += missing
    if label.importance == 3:
        counts["must"] += 1
        counts["must found"] += hit is not None
    if truth in SHOWN:
        counts["shown"] += 1
        counts["alarms"] += missing
    if hit is not None:
        counts["status"] += 1
        counts["status right"] += TRUTH[hit["status"]] == truth
        if label.strength in ("required", "preferred") and hit.get("strength"):
            counts["strength"] += 1
            counts["strength right"] += hit["strength"] == label.strength
    return counts


def figures(counts: Counter[str]) -> dict[str, float | None]:
    """The figures of summed counts; None where nothing was counted."""
    return {
        name: counts[part] / counts[whole] if counts[whole] else None
        for name, (part, whole) in FIGURES.items()
    }


def score(cases: Iterable[Case], analyse: Analyse) -> dict[str, Counter[str]]:
    """The counts of each case, over all its resumes."""
    return {
        case.name: sum(
            (count(case, resume, analyse(case, resume)) for resume in case.resumes), Counter[str]()
        )
        for case in cases
    }
