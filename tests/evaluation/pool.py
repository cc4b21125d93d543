"""Postings sorted into job categories by their titles, for the ranking check."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCES = ("google", "nhs", "usajobs", "dice", "glassdoor", "linkedin")

SHORTEST = 400
"""Characters below which a text is a note, not a posting."""

MOST = 45
"""Postings of one category."""

PER_SOURCE = 18
"""Postings of one category taken from one source, so that none is the category."""

_GOOGLE = {
    "Sales & Account Management": "SALES",
    "Finance": "FINANCE",
    "People Operations": "HR",
    "Business Strategy": "BUSINESS-DEVELOPMENT",
    "Partnerships": "BUSINESS-DEVELOPMENT",
    "Legal & Government Relations": "ADVOCATE",
    "Software Engineering": "INFORMATION-TECHNOLOGY",
    "Technical Infrastructure": "INFORMATION-TECHNOLOGY",
    "Network Engineering": "INFORMATION-TECHNOLOGY",
    "IT & Data Management": "INFORMATION-TECHNOLOGY",
    "Hardware Engineering": "ENGINEERING",
    "User Experience & Design": "DESIGNER",
    "Marketing & Communications": "PUBLIC-RELATIONS",
}
"""The publisher's own departments, where they are one of the categories."""

_TITLES = {
    "CHEF": "chef|cook\\b|cooks\\b|cooking|catering|kitchen",
    "HR": "hr\\b|human resources?|recruit(?:er|ment|ing)|talent acquisition|workforce",
    "ACCOUNTANT": "account(?:ant|ing)\\b|accounts (?:payable|receivable|assistant)|ledger|bookkeep|auditor",
    "ADVOCATE": "attorney|paralegal|lawyer|solicitor|counsel\\b|legal|advocate\\b",
    "PUBLIC-RELATIONS": "communications? (?:officer|manager|specialist|lead)|public (?:relations|affairs)|press",
    "BUSINESS-DEVELOPMENT": "business development|partnerships?",
    "SALES": "sales|account (?:manager|executive)|store (?:associate|worker)",
    "TEACHER": "teacher|tutor|lecturer|teaching assistant|school|instructor",
    "CONSTRUCTION": (
        "construction|carpenter|plumber|pipefitter|electrician|mason\\b|painter|joiner|building"
        "|maintenance (?:mechanic|worker)|estates officer|wood worker|surveyor|roofer"
    ),
    "INFORMATION-TECHNOLOGY": (
        "it specialist|information technology|information (?:security|systems)|software|network"
        "|systems? (?:administrator|engineer)|developer|data engineer|service desk"
        "|it (?:support|engineer|analyst|technician|manager)|cyber"
    ),
    "ENGINEERING": "engineer\\b|engineering technician",
    "FINANCE": "financ(?:e|ial)\\b|budget|treasury|payroll",
    "DESIGNER": "designer|graphic|visual information",
    "AVIATION": "aircraft|aviation|pilot|airfield|air traffic",
    "AGRICULTURE": "agricultur|forestry|rangeland|soil|horticultur|farm",
    "FITNESS": "fitness|recreation|sports",
    "HEALTHCARE": (
        "nurse|nursing|healthcare|health care|physiotherap|occupational therap|radiograph|midwife"
        "|medical (?:assistant|secretary|support|technologist|technician)|phlebotom|clinic(?:al|ian)"
        "|practitioner|pharmac|dental"
    ),
}
"""Words at whose beginning a title is of a category, the first in this order."""

_SAYS = {category: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for category, pattern in _TITLES.items()}


def category_of(source: str, posting: dict[str, str]) -> str | None:
    """The category of a posting by its publisher's department or its title, None where it fits none."""
    if source == "google":
        return _GOOGLE.get(posting["category"])
    return next((category for category, said in _SAYS.items() if said.search(posting["title"])), None)


def read_postings(data: Path, source: str) -> Iterator[dict[str, str]]:
    with gzip.open(data / "postings" / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def posting_pool(data: str | Path, most: int) -> dict[str, list[dict[str, str]]]:
    """At most `most` postings of each category, taken evenly over each source's order."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for source in SOURCES:
        by_category: dict[str, list[dict[str, str]]] = defaultdict(list)
        titles: set[str] = set()
        for posting in read_postings(Path(data), source):
            category = category_of(source, posting)
            title = posting["title"].casefold()
            if category is None or title in titles or len(posting["text"]) < SHORTEST:
                continue
            titles.add(title)
            by_category[category].append(posting)
        for category, postings in by_category.items():
            step = max(1, len(postings) // PER_SOURCE)
            found[category] += postings[::step][:PER_SOURCE]
    return {category: found[category][:most] for category in sorted(found)}


def text_of(posting: dict[str, str]) -> str:
    """The posting as a person would save it, with its title on top."""
    title, text = posting["title"], posting["text"]
    return text if text.startswith(title) else f"{title}\n\n{text}"


HERE = Path(__file__).parent
CASES, PEOPLE = HERE / "cases", HERE.parents[1] / "sample_data" / "people"

OWN = {
    "case01": "HEALTHCARE",
    "case02": "ACCOUNTANT",
    "case03": "INFORMATION-TECHNOLOGY",
    "case04": "TEACHER",
    "case05": "LOGISTICS",
    "case06": "PUBLIC-RELATIONS",
    "case07": "HR",
    "case08": "ENGINEERING",
    "case09": "CONSTRUCTION",
    "case10": "CHEF",
    "case11": "ADVOCATE",
    "case12": "SCIENCE",
    "case13": "SOCIAL-WORK",
    "case14": "CONSTRUCTION",
    "case16": "FINANCE",
    "case17": "INFORMATION-TECHNOLOGY",
    "case19": "TEACHER",
    "case20": "ENGINEERING",
    "case21": "HR",
    "case22": "PUBLIC-RELATIONS",
    "case28": "HEALTHCARE",
    "case29": "AVIATION",
    "case30": "DESIGNER",
    "case32": "FITNESS",
    "case34": "INFORMATION-TECHNOLOGY",
    "case37": "SALES",
    "case38": "CONSTRUCTION",
    "bookkeeper": "ACCOUNTANT",
    "marketing-manager": "PUBLIC-RELATIONS",
    "nurse": "HEALTHCARE",
    "software-engineer": "INFORMATION-TECHNOLOGY",
    "teacher": "TEACHER",
    "warehouse-team-leader": "LOGISTICS",
}
"""Categories of the repository's own cases and people; cases of no category are left out."""


def _own(pattern: str, people: str) -> Iterator[tuple[str, str, Path]]:
    for folder, kind, wanted in ((CASES, "cases", pattern), (PEOPLE, "people", people)):
        for path in sorted(folder.glob(wanted)):
            name = path.parent.name.split("-")[0] if kind == "cases" else path.parent.name
            if name in OWN:
                yield OWN[name], kind, path


def own_postings() -> list[tuple[str, Path]]:
    """The repository's own postings."""
    return [(category, path) for category, _, path in _own("*/posting.txt", "*/job-*")]


def own_people() -> list[tuple[str, str, Path]]:
    """The repository's own resumes: category, where from, path."""
    return list(_own("*/r?.txt", "*/resume.pdf"))


def people_of(data: str | Path) -> list[tuple[str, str, Path]]:
    """The resumes of the data folder."""
    found = []
    for meta in sorted(Path(data).glob("gold/*/meta.json")):
        category = json.loads(meta.read_text(encoding="utf-8"))["category"]
        found += [(category, "anonymised", path) for path in sorted(meta.parent.glob("r?.pdf"))]
    for path in sorted(Path(data).glob("resumes_docx/soupboss*")):
        name = path.stem.rsplit("-", 1)[-1]
        if category := {"Accountant": "ACCOUNTANT", "Support": "INFORMATION-TECHNOLOGY"}.get(name, ""):
            found.append((category, "samples", path))
    return found
