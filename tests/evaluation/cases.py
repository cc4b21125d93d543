"""Labelled cases: a posting, resumes, and what a careful reader says of both (`cases/README.md`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.words import tokenize

OWN = Path(__file__).parent / "cases"
"""The committed cases, all invented."""

EMPTY = frozenset(
    token.stem
    for token in tokenize(
        "skill skills experience knowledge ability abilities understanding strong good excellent proven proficiency"
        " proficient familiarity expertise"
    )
)
"""Stems that tell two wordings not apart."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as the scorer compares it: its stems without function words and empty ones."""

    stems: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Wording:
        """The wording of a text."""
        return cls(frozenset(token.stem for token in tokenize(text)) - FUNCTION_WORDS - EMPTY)

    def likeness(self, other: Wording) -> float:
        """Shared stems by all stems (Jaccard), 0..1."""
        if not self.stems or not other.stems:
            return 0.0
        return len(self.stems & other.stems) / len(self.stems | other.stems)

    def names(self, label: Wording) -> float:
        """How well this wording names a label: one word more is fine, a fragment of it is not."""
        alike = self.likeness(label)
        return alike if alike >= (0.5 if label.stems <= self.stems else 0.66) else 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled requirement; `truth` tells for each resume whether it is exact, variant, implied or absent."""

    id: str
    term: str
    wordings: tuple[Wording, ...]
    strength: str
    importance: int
    group: str | None
    truth: dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled posting with its resumes by name ("r1")."""

    name: str
    field: str
    posting: Path
    resumes: dict[str, Path]
    labels: tuple[Label, ...]
    noise: tuple[Wording, ...]
    verdicts: dict[str, str]


def read_cases(folder: Path) -> tuple[Case, ...]:
    """The cases of a folder, by name."""
    return tuple(_read(path.parent) for path in sorted(folder.glob("*/gold.json")))


def _read(folder: Path) -> Case:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return Case(
        name=folder.name,
        field=folder.name.partition("-")[2] or gold["title"],
        posting=folder / "posting.txt",
        resumes={path.stem: path for path in sorted(folder.glob("r?.*"))},
        labels=tuple(
            Label(
                asked["id"],
                asked["term"],
                tuple(map(Wording.of, (asked["term"], *asked["surfaces"], *asked.get("accept", ())))),
                asked["strength"],
                asked["importance"],
                asked.get("group"),
                {name: found["status"] for name, found in asked["resumes"].items()},
            )
            for asked in gold["requirements"]
        ),
        noise=tuple(map(Wording.of, gold["not_requirements"])),
        verdicts=gold.get("ten_second") or {},
    )


def fingerprint(folder: Path) -> str:
    """Hash of every file of the cases: floors belong to these very ones."""
    digest = sha256()
    for path in _files(folder):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "README.md")
