"""The labelled cases as data: every label is found where it says it is, and the form is the one agreed on."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CASES = tuple(sorted((Path(__file__).parent / "cases").glob("case*")))
RESUMES = ("r1", "r2")
STRENGTHS = {"required", "preferred", "duty"}
KINDS = {"tool", "skill", "knowledge", "certification", "degree", "experience", "language", "soft"}
STATUSES = {"exact", "variant", "implied", "absent"}
VERDICTS = {"yes", "borderline", "no"}
REQUIREMENTS = range(12, 36)
NOT_REQUIREMENTS = range(8, 16)
MOST_SOFT = 5
MOST_WORDS_OF_A_TERM = 4
POSTING_WORDS = range(180, 601)
RESUME_WORDS = range(150, 701)

Json = dict[str, Any]


def squeeze(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def problems(folder: Path) -> tuple[str, ...]:
    """Everything wrong with the labels of one case, in the order of the file."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    posting = (folder / "posting.txt").read_text(encoding="utf-8")
    resumes = {name: (folder / f"{name}.txt").read_text(encoding="utf-8") for name in RESUMES}
    found = [*_of_texts(posting, resumes), *_of_case(gold, folder.name, posting)]
    for requirement in gold["requirements"]:
        faults = (*_of_requirement(requirement, posting), *_of_statuses(requirement, resumes))
        found += [f"{requirement['id']} {requirement['term']}: {fault}" for fault in faults]
    return tuple(found)


def _of_texts(posting: str, resumes: dict[str, str]) -> Iterator[str]:
    if len(posting.split()) not in POSTING_WORDS:
        yield "length of the posting"
    yield from (
        f"length of {name}" for name, text in resumes.items() if len(text.split()) not in RESUME_WORDS
    )


def _of_case(gold: Json, name: str, posting: str) -> Iterator[str]:
    requirements, refused = gold["requirements"], gold["not_requirements"]
    if gold["id"] != name or not gold["field"] or not gold["title"]:
        yield "id, field or title of the case"
    if not set(gold.get("ten_second", {}).values()) <= VERDICTS:
        yield "unknown verdict"
    if len(requirements) not in REQUIREMENTS:
        yield f"{len(requirements)} requirements"
    if len(refused) not in NOT_REQUIREMENTS:
        yield f"{len(refused)} not_requirements"
    if sum(requirement["kind"] == "soft" for requirement in requirements) > MOST_SOFT:
        yield "too many soft skills"
    for key in ("id", "term"):
        seen = Counter(requirement[key].casefold() for requirement in requirements)
        yield from (f"{key} twice: {value}" for value, times in seen.items() if times > 1)
    groups = Counter(requirement["group"] for requirement in requirements if requirement["group"])
    yield from (f"group of one: {group}" for group, members in groups.items() if members == 1)
    yield from (f"not in the posting: {phrase}" for phrase in refused if phrase not in posting)
    wanted = {surface.casefold() for requirement in requirements for surface in requirement["surfaces"]}
    yield from (f"wanted and refused: {phrase}" for phrase in refused if phrase.casefold() in wanted)


def _of_requirement(requirement: Json, posting: str) -> Iterator[str]:
    if len(requirement["term"].split()) > MOST_WORDS_OF_A_TERM:
        yield "term too long"
    if not requirement["surfaces"]:
        yield "no surface"
    yield from (f"not in the posting: {text}" for text in requirement["surfaces"] if text not in posting)
    if requirement["strength"] not in STRENGTHS or requirement["kind"] not in KINDS:
        yield "unknown strength or kind"
    if requirement["importance"] not in (1, 2, 3):
        yield "unknown importance"
    if requirement["years"] is not None and requirement["kind"] != "experience":
        yield "years of something that is no experience"


def _of_statuses(requirement: Json, resumes: dict[str, str]) -> Iterator[str]:
    if tuple(requirement["resumes"]) != RESUMES:
        yield "a resume without a label"
        return
    for name, label in requirement["resumes"].items():
        status, evidence = label["status"], label["evidence"]
        if status not in STATUSES:
            yield f"unknown status {status} in {name}"
        if (status == "absent") != (evidence is None):
            yield f"evidence must stand for what is shown, and only for that, in {name}"
        reasoned = requirement["kind"] == "experience"  # dates added up are no quotation
        if evidence is not None and not reasoned and evidence not in squeeze(resumes[name]):
            yield f"not in {name}: {evidence}"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_labels_are_found_where_they_say(folder: Path) -> None:
    assert problems(folder) == ()


def test_fields_and_ids_differ() -> None:
    golds = [json.loads((folder / "gold.json").read_text(encoding="utf-8")) for folder in CASES]
    assert len(golds) == 38
    assert len({gold["id"] for gold in golds}) == len({gold["field"] for gold in golds}) == len(golds)


def test_every_status_occurs_in_every_kind_of_resume() -> None:
    """A set in which one answer never occurs could not tell a tool that never gives it."""
    labels = [
        (name, label["status"])
        for folder in CASES
        for requirement in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["requirements"]
        for name, label in requirement["resumes"].items()
    ]
    assert set(labels) == {(name, status) for name in RESUMES for status in STATUSES}


def _first(gold: Json) -> Json:
    requirement: Json = gold["requirements"][0]
    return requirement


BROKEN: dict[str, tuple[Callable[[Json], object], str]] = {
    "surface": (lambda gold: _first(gold)["surfaces"].append("Zzz"), "not in the posting: Zzz"),
    "no surface": (lambda gold: _first(gold)["surfaces"].clear(), "no surface"),
    "refused": (lambda gold: gold["not_requirements"].append("Zzz"), "not in the posting: Zzz"),
    "refused and wanted": (lambda gold: gold["not_requirements"].append("icu"), "wanted and refused: icu"),
    "evidence": (lambda gold: _first(gold)["resumes"]["r1"].update(evidence="Zzz"), "not in r1: Zzz"),
    "no evidence": (lambda gold: _first(gold)["resumes"]["r1"].update(evidence=None), "evidence must stand"),
    "status": (lambda gold: _first(gold)["resumes"]["r2"].update(status="perhaps"), "unknown status perhaps"),
    "resume": (lambda gold: _first(gold)["resumes"].pop("r2"), "a resume without a label"),
    "id twice": (lambda gold: _first(gold).update(id="q2"), "id twice: q2"),
    "term twice": (lambda gold: _first(gold).update(term="EPIC"), "term twice: epic"),
    "group": (lambda gold: _first(gold).update(group="Z"), "group of one: Z"),
    "kind": (lambda gold: _first(gold).update(kind="talent"), "unknown strength or kind"),
    "importance": (lambda gold: _first(gold).update(importance=4), "unknown importance"),
    "years": (lambda gold: _first(gold).update(years=2), "years of something"),
    "long term": (lambda gold: _first(gold).update(term="a b c d e"), "term too long"),
    "few": (lambda gold: gold["requirements"].__delitem__(slice(11, None)), "11 requirements"),
    "many": (lambda gold: gold["requirements"].extend(gold["requirements"][:4]), "36 requirements"),
    "few refused": (lambda gold: gold["not_requirements"].__delitem__(slice(7, None)), "7 not_requirements"),
    "case": (lambda gold: gold.update(id="other"), "id, field or title"),
    "verdict": (lambda gold: gold.update(ten_second={"r1": "perhaps", "r2": "no"}), "unknown verdict"),
    "soft": (
        lambda gold: [requirement.update(kind="soft") for requirement in gold["requirements"][:6]],
        "too many soft skills",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_label_is_found(name: str, tmp_path: Path) -> None:
    damage, expected = BROKEN[name]
    folder = tmp_path / CASES[0].name
    shutil.copytree(CASES[0], folder)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    damage(gold)
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert any(expected in problem for problem in problems(folder))


@pytest.mark.parametrize("name", ["posting", "r1", "r2"])
def test_a_text_of_the_wrong_length_is_found(name: str, tmp_path: Path) -> None:
    folder = tmp_path / CASES[0].name
    shutil.copytree(CASES[0], folder)
    (folder / f"{name}.txt").write_text("too short", encoding="utf-8")
    assert any(problem.startswith("length of") and name in problem for problem in problems(folder))
