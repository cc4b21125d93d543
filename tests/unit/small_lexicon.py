"""A handful of lexicon entries for tests that need to know exactly what the lexicon says."""

from __future__ import annotations

import json
from collections import defaultdict

from gapcheck.lexicon import Lexicon, Row, both_ways
from gapcheck.words import comparable, key, tokenize

_ENTRIES: tuple[dict[str, object], ...] = (
    {"term": "Python", "kind": "tool", "field": "software"},
    {"term": "Django", "kind": "tool", "field": "software", "implies": ["Python"]},
    {
        "term": "Wagtail",
        "kind": "tool",
        "field": "software",
        "aliases": ["Wagtail CMS"],
        "implies": ["Django"],
    },
    {"term": "C++", "kind": "tool", "field": "software"},
    {
        "term": "Go",
        "kind": "tool",
        "field": "software",
        "aliases": ["Golang"],
        "caution": 1,
        "context": ["backend", "goroutines"],
    },
    {"term": "Go modules", "kind": "skill", "field": "software", "implies": ["Go"]},
    {
        "term": "CompTIA A+",
        "kind": "certification",
        "field": "software",
        "ambiguous": ["A+"],
        "context": ["courses"],
    },
    {"term": "ARM", "kind": "tool", "field": "software", "caution": 1, "context": ["embedded"]},
    {"term": "C", "kind": "tool", "field": "software", "caution": 1, "context": ["embedded"]},
    {"term": "SQL", "kind": "tool", "field": "data"},
    {"term": "NoSQL", "kind": "tool", "field": "data"},
    {"term": "SQL Server", "kind": "tool", "field": "data", "implies": ["SQL"]},
    {"term": "customer relationship management", "kind": "tool", "field": "sales", "aliases": ["CRM"]},
    {"term": "casework", "kind": "skill", "field": "social"},
    {"term": "design systems", "kind": "skill", "field": "software"},
    {"term": "system design", "kind": "skill", "field": "software", "aliases": ["designing architectures"]},
    {"term": "acute wound care nursing", "kind": "skill", "field": "nursing"},
    {"term": "wound care", "kind": "skill", "field": "nursing", "aliases": ["wound management"]},
    {
        "term": "physiotherapy",
        "kind": "knowledge",
        "field": "health",
        "aliases": ["PT sessions"],
        "ambiguous": ["PT"],
        "context": ["rehabilitation", "clinic"],
    },
    {
        "term": "capillary refill testing",
        "kind": "skill",
        "field": "health",
        "ambiguous": ["CRT"],
        "context": ["clinic"],
    },
    {"term": "bachelor's degree", "kind": "degree", "field": "general", "aliases": ["BSc", "BA"]},
    {
        "term": "master's degree",
        "kind": "degree",
        "field": "general",
        "aliases": ["MSc"],
        "implies": ["bachelor's degree"],
    },
    {"term": "teamwork", "kind": "soft", "field": "soft"},
    {"term": "budget management", "kind": "skill", "field": "finance"},
    {
        "term": "complaint handling",
        "kind": "skill",
        "field": "retail",
        "shown_by": ["resolve complaints", "respond to complaints", "ombudsman"],
        "suggested_by": ["answer phones", "CRM", "wound care"],
    },
    {"term": "software engineer", "kind": "title", "field": "titles", "aliases": ["software developer"]},
    {"term": "CCRN", "kind": "certification", "field": "nursing"},
    {"term": "diploma in forestry", "kind": "degree", "field": "outdoors"},
    {"term": "press manager", "kind": "title", "field": "titles", "suggested_by": ["brand manager"]},
)


def _row(entry: dict[str, object]) -> Row:
    context = [" ".join(token.stem for token in tokenize(word)) for word in entry.get("context", [])]  # type: ignore[attr-defined]
    return (  # type: ignore[return-value]
        entry["term"],
        entry["kind"],
        entry["field"],
        entry.get("aliases", []),
        entry.get("ambiguous", []),
        entry.get("caution", 0),
        context,
        entry.get("implies", []),
        [comparable(phrase) for phrase in entry.get("shown_by", [])],  # type: ignore[attr-defined]
        [comparable(phrase) for phrase in entry.get("suggested_by", [])],  # type: ignore[attr-defined]
    )


_ABBREVIATIONS = {
    "LOLER": ["Lifting Operations and Lifting Equipment Regulations"],
    "PAT": ["portable appliance testing"],
    "NVH": ["noise, vibration and harshness"],
    "SPC": ["statistical process control", "separate prop channel"],
    "CRM": ["crew resource management"],
    "RUST": ["review of unsafe site tools"],
}


def small_lexicon() -> Lexicon:
    """The lexicon of these tests."""
    rows = [_row(entry) for entry in _ENTRIES]
    forms: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (term, _, _, aliases, ambiguous, caution, *_) in enumerate(rows):
        for form, cautious in ((term, caution), *((a, 0) for a in aliases), *((a, 1) for a in ambiguous)):
            forms[key(form)].append((number, cautious))
    listed = {"wound burn scar care": next(n for n, row in enumerate(rows) if row[0] == "wound care")}
    return Lexicon("test", [json.dumps(row) for row in rows], forms, listed, both_ways(_ABBREVIATIONS))
