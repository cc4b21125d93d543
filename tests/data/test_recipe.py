"""The parts of the model's recipe on which its labels depend, by hand-made values."""

from __future__ import annotations

import gzip
import importlib
import json
import lzma
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt
import pytest
import spacy
from tests.evaluation.cases import Wording, read_cases

from gapcheck.match.often import odds

MODELS = Path(__file__).parents[2] / "models"
PARTS = (
    "annotations",
    "asking",
    "corpus",
    "decision",
    "judged",
    "labelled",
    "labels",
    "lines",
    "meaning",
    "paths",
    "wordings",
)


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    sys.path.insert(0, str(MODELS))
    try:
        for name in PARTS:
            importlib.import_module(f"recipe.{name}")
    finally:
        sys.path.remove(str(MODELS))
    return sys.modules["recipe"]


def named(recipe: ModuleType, allowed: npt.NDArray[np.bool_], labels: tuple[str, ...]) -> list[set[str]]:
    """The allowed labels of each token, by name."""
    names = recipe.labels.alphabet(labels)
    return [{name for name, may in zip(names, row, strict=True) if may} for row in allowed]


def test_marks_become_a_label_for_each_token(recipe: ModuleType) -> None:
    line = recipe.corpus.parse("R", "Some [s:wound care] and [t:Excel] skills")
    doc = spacy.blank("en")(line.text)
    allowed = recipe.labels.encode(doc, line.marks, recipe.labels.KEYWORDS)
    assert named(recipe, allowed, recipe.labels.KEYWORDS) == [
        {"O"},
        {"B-SKILL"},
        {"I-SKILL"},
        {"O"},
        {"B-TOOL"},
        {"O"},
    ]


def test_a_mark_without_a_label_is_not_learnt_from_and_the_longer_of_two_wins(recipe: ModuleType) -> None:
    mark = recipe.lines.Mark
    doc = spacy.blank("en")("manage wound care well")
    marks = (mark(0, 17, ""), mark(7, 17, "SKILL"), mark(7, 12, "TOOL"))
    labels = ("SKILL", "TOOL")
    allowed = recipe.labels.encode(doc, marks, labels)
    anything = set(recipe.labels.alphabet(labels))
    assert named(recipe, allowed, labels) == [anything, {"B-SKILL"}, {"I-SKILL"}, {"O"}]


def test_of_marks_within_each_other_any_may_be_the_span(recipe: ModuleType) -> None:
    mark = recipe.lines.Mark
    doc = spacy.blank("en")("write SQL queries and test")
    marks = (mark(6, 9, "*"), mark(6, 17, "*"), mark(22, 26, "*"))
    allowed = recipe.labels.encode_any(doc, marks, ("SKILL", "TOOL"))
    first, further = {"B-SKILL", "B-TOOL"}, {"I-SKILL", "I-TOOL"}
    assert named(recipe, allowed, ("SKILL", "TOOL")) == [{"O"}, first, {"O"} | further, {"O"}, first]


def test_of_marks_that_cross_the_longer_counts(recipe: ModuleType) -> None:
    mark = recipe.lines.Mark
    doc = spacy.blank("en")("acute wound care plans")
    allowed = recipe.labels.encode_any(doc, (mark(0, 16, "*"), mark(12, 22, "*")), ("SKILL",))
    assert named(recipe, allowed, ("SKILL",)) == [{"B-SKILL"}, {"I-SKILL"}, {"I-SKILL"}, {"O"}]


def test_annotated_sentences_have_a_mark_on_the_shortest_phrase_that_is_asked_for(
    recipe: ModuleType,
) -> None:
    asked = ("complex wound care", "wound care", "data analysis", "analysis", "IT")
    text = "Requirements\n- Complex wound care, with data analysis. Its analysis in wound\ncare and IT."
    posting = recipe.annotations.Annotated("n-1", text, asked)
    marked = [
        line.text[mark.start : mark.end] for line in recipe.annotations.lines(posting) for mark in line.marks
    ]
    # "Complex" begins the line; "analysis" within "data analysis" stays open
    assert marked == ["wound care", "data analysis", "analysis", "analysis", "wound care", "IT"]


def test_rows_of_words_are_fitted_so_that_sums_give_phrases(recipe: ModuleType) -> None:
    words = np.array([[1, 0], [0, 1]], np.float32)
    phrases, targets = [("a", "b")] * 50, np.array([[2.0, 1.0]] * 50, np.float32)
    rows = recipe.meaning._fitted(words, {"a": 0, "b": 1}, phrases, targets)
    assert rows.sum(axis=0) == pytest.approx([2.0, 1.0], abs=0.02)


def test_rows_are_quantised_on_one_scale(recipe: ModuleType) -> None:
    rows = recipe.meaning.quantised(np.array([[1.0, -1.0], [0.5, 0.0]], np.float32))
    assert rows.dtype == np.int8
    assert rows.tolist() == [[127, -127], [64, 0]]


def test_annotations_are_stretches_of_texts_that_the_data_has(recipe: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "postings").mkdir()
    posting = {"id": "n-1", "title": "Nurse", "text": "You give wound care."}
    with gzip.open(tmp_path / "postings" / "nhs.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(posting) + "\n")
    path = tmp_path / "annotations.jsonl.xz"
    path.write_bytes(lzma.compress(b'{"source":"nhs","id":"n-1","asked":[0,5,11,15,5,10],"unasked":[7,3]}\n'))
    (found,) = recipe.annotations.read(path, tmp_path)
    assert found.text == "Nurse\n\nYou give wound care."
    assert found.asked == ("Nurse", "wound care")  # "give wound care" is longer
    assert found.unasked == ("You",)
    path.write_bytes(lzma.compress(b'{"source":"nhs","id":"n-2","asked":[]}\n'))
    with pytest.raises(ValueError, match="n-2 is annotated but not among the postings of nhs"):
        list(recipe.annotations.read(path, tmp_path))


def test_the_annotations_hold_numbers_and_no_text(recipe: ModuleType) -> None:
    with lzma.open(recipe.paths.ANNOTATIONS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == len(rows) > 1600
    for row in rows:
        assert {"source", "id", "asked"} <= row.keys() <= {"source", "id", "asked", "unasked"}
        assert row["asked"]
        for numbers in (row["asked"], row.get("unasked", [])):
            gaps, lengths = numbers[::2], numbers[1::2]
            assert len(gaps) == len(lengths)
            assert all(gap >= 0 for gap in gaps)
            assert all(length > 0 for length in lengths)


def test_labelled_cases_are_written_in_the_form_of_our_own(recipe: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "postings").mkdir()
    posting = {"id": "n-1", "title": "Nurse", "text": "Wound care, triage. We have local priorities."}
    with gzip.open(tmp_path / "postings" / "nhs.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(posting) + "\n")
    asked = {"said": [7, 10], "term": "wound care", "accept": ["care of wounds"], "kind": "skill"}
    resumes = ["CARE/cv-1.txt", "CARE/cv-2.txt"]
    row = {
        "lot": 2,
        "source": "nhs",
        "id": "n-1",
        "resumes": resumes,
        "asked": [{**asked, "strength": "required", "importance": 3, "status": "V."}],
        "unasked": [35, 16],
    }
    path = tmp_path / "cases.jsonl.xz"
    path.write_bytes(lzma.compress(json.dumps(row).encode()))
    (tmp_path / "CARE").mkdir()
    for resume in resumes:
        (tmp_path / resume).write_text(f"Dressed ulcers ({resume})\n", encoding="utf-8")

    (case,) = recipe.labelled.read_labelled(path, tmp_path)
    recipe.labelled.write(case, tmp_path / "cases", tmp_path)

    (read,) = read_cases(tmp_path / "cases" / "2")
    (label,) = read.labels
    assert (read.name, label.term, label.strength, label.importance) == ("n-1", "wound care", "required", 3)
    assert Wording.of("care of wounds") in label.wordings
    assert label.truth == {"r1": "variant", "r2": "absent"}
    assert read.noise == (Wording.of("local priorities"),)
    assert read.posting.read_text(encoding="utf-8").startswith("Nurse")
    assert read.resumes["r2"].read_text(encoding="utf-8") == "Dressed ulcers (CARE/cv-2.txt)\n"


def test_labelled_cases_hold_terms_and_places_and_no_text(recipe: ModuleType) -> None:
    with lzma.open(recipe.paths.LABELLED_CASES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == len(rows) == 128
    for row in rows:
        assert row.keys() == {"lot", "source", "id", "resumes", "asked", "unasked"}
        assert all(type(number) is int for one in row["asked"] for number in (*one["said"], *row["unasked"]))
        assert all(len(one["status"]) == len(row["resumes"]) == 2 for one in row["asked"])
        assert max(len(text) for one in row["asked"] for text in (one["term"], *one.get("accept", ()))) < 80


def test_judgements_are_places_in_a_posting_and_in_a_resume(recipe: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "postings").mkdir()
    posting = {"id": "n-1", "title": "Nurse", "text": "Wound care, triage, rotas, Excel"}
    with gzip.open(tmp_path / "postings" / "nhs.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(posting) + "\n")
    for source in ("dice", "glassdoor", "google", "linkedin", "usajobs"):
        gzip.open(tmp_path / "postings" / f"{source}.jsonl.gz", "wt").close()
    (tmp_path / "cv.txt").write_text("Dressed  ulcers daily\nPlanned shifts\n", encoding="utf-8")
    judged = {
        "resume": "cv.txt",
        "asked": [[0, [7, 10, 12, 6, 8, 5, 7, 5], "S.I?", [0, 2]]],
        "unsure": [[0, [34, 5], ".", []]],
    }
    path = tmp_path / "shown.jsonl.xz"
    rows = [{"postings": [["nhs", "n-1"]]}, judged, judged]
    path.write_bytes(lzma.compress("\n".join(map(json.dumps, rows)).encode()))
    (found,) = recipe.annotations.read_shown(path, tmp_path, tmp_path, lambda number: number == 1)
    text = found.read().text
    said = [
        (
            asked.text,
            asked.shown,
            asked.implied,
            asked.unsure,
            asked.words and text[recipe.annotations.place(asked.words, text)],
        )
        for asked in found.keywords
    ]
    assert said == [
        ("Wound care", True, True, False, "Dressed ulcers"),
        ("triage", False, False, False, None),
        ("rotas", False, True, False, None),
        ("Excel", False, False, True, None),
    ]


def test_the_judgements_hold_numbers_and_letters_and_no_text(recipe: ModuleType) -> None:
    with lzma.open(recipe.paths.JUDGED_RESUMES, "rt", encoding="utf-8") as lines:
        asked, *rows = map(json.loads, lines)
    assert len({row["resume"] for row in rows}) == len(rows) == 2280
    for at, row in enumerate(rows):
        # What tells how good the network is stays as it was found.
        assert at % recipe.judged.LEFT_OUT or "unsure" not in row
        for number, stretches, letters, places in [*row["asked"], *row.get("unsure", ())]:
            assert 0 <= number < len(asked["postings"])
            assert len(stretches) == 2 * len(letters)
            assert set(letters) <= set("SI.?")
            assert len(places) == 2 * letters.count("S")
            assert all(type(value) is int for value in (*stretches, *places))


def test_a_keyword_of_a_judged_resume_has_the_name_of_the_lexicon(recipe: ModuleType) -> None:
    known = recipe.annotations.JudgedKeyword("purchase ledger", shown=False, implied=False, words=None)
    assert recipe.judged.forms(known) == ("accounts payable", "purchase ledger")
    odd = recipe.annotations.JudgedKeyword("ledger zymurgy", shown=False, implied=False, words=None)
    assert recipe.judged.forms(odd) == ("ledger zymurgy",)


def test_a_judgement_is_no_sign_of_itself(recipe: ModuleType) -> None:
    def resume(*keywords: tuple[str, bool]) -> object:
        judged = (
            recipe.annotations.JudgedKeyword(text, shown=shown, implied=shown, words=None)
            for text, shown in keywords
        )
        return recipe.annotations.JudgedResume(Path("cv.txt"), tuple(judged))

    first = resume(("zymurgy", True), ("zoning law", False))
    often = recipe.judged.counted([first, resume(("zymurgy", True)), resume(("Zymurgy", False))])
    assert sorted(often.counts.values()) == [(1, 0), (3, 2)]
    alone, without = recipe.judged.besides(first, often), recipe.judged.in_others(first, often)
    assert alone == pytest.approx([odds(2, 1), 0])
    assert without == pytest.approx([odds(3, 2), odds(1, 0)])


def test_what_was_asked_for_because_nobody_could_tell_is_not_counted(recipe: ModuleType) -> None:
    picked = recipe.annotations.JudgedKeyword("zymurgy", shown=True, implied=True, words=None, unsure=True)
    found = replace(picked, shown=False, implied=False, unsure=False)
    resume = recipe.annotations.JudgedResume(Path("cv.txt"), (picked, found))
    often = recipe.judged.counted([resume])
    assert often.counts == {"zymurgy": (1, 0)}
    assert recipe.judged.besides(resume, often) == pytest.approx([odds(1, 0), 0])


def test_a_verdict_goes_by_the_words_that_are_asked_for(recipe: ModuleType) -> None:
    def judge(said: str, *asked: str) -> tuple[bool, float] | None:
        found: tuple[bool, float] | None = recipe.decision.judge(
            [frozenset(said.split())], [frozenset(wording.split()) for wording in asked]
        )
        return found

    assert judge("wound care", "care plans", "wound care") == (True, 1.0)
    assert judge("patient care", "complex patient care") == (True, recipe.decision.PART)
    assert judge("involving complex care", "complex care") == (False, recipe.decision.PART)
    assert judge("care", "wound care") is None
    assert judge("friendly place", "wound care") == (False, 1.0)
    assert judge("wound care") == (False, 1.0)
    place = frozenset({"friendly", "place"})
    assert recipe.decision.judge([place], [], {place}) == (False, recipe.decision.REFUSED)


def test_the_decision_learns_what_tells_keywords_and_forgets_what_is_rare(recipe: ModuleType) -> None:
    weighed = recipe.decision.Weighed
    good = (weighed({"head care": 1.0}, {"lexicon skill": 1.0}), (True, 1.0))
    bad = (weighed({"head place": 1.0}, {"lexicon none": 1.0}), (False, 1.0))
    rare = (weighed({"head place": 1.0, "word friendly": 1.0}, {"lexicon none": 1.0}), (False, 1.0))
    weights = recipe.decision.train([good] * 20 + [bad] * 20 + [rare]).score.weights
    assert weights["asking"] == recipe.decision.ASKING  # set, not learnt
    assert weights["lexicon skill"] > 0 > weights["lexicon none"]
    assert "word friendly" not in weights


def test_which_sentences_ask_is_learnt_from_what_readers_marked(recipe: ModuleType) -> None:
    taught = recipe.asking.Taught
    lessons = [taught({"need", "a"}, True, 1.0), taught({"our", "a"}, False, 1.0)] * 30
    found = recipe.asking.train([*lessons, taught({"rare"}, True, 1.0)])
    assert found.weights["need"] > 0 > found.weights["our"]
    assert "rare" not in found.weights


def test_a_passage_asks_where_a_marked_wording_stands(recipe: ModuleType) -> None:
    text = "Our IT team. Know IT and care plans."
    says = recipe.asking._says_any(text, ["care plans", "IT"])
    holds = recipe.asking._holds_any(text, ["IT and care"])
    assert [says(0, 12), says(13, 36)] == [True, True]
    assert not recipe.asking._says_any("with pity", ["care plans", "IT"])(0, 9)
    assert [holds(0, 12), holds(13, 36)] == [False, True]
    assert not recipe.asking._says_any(text, [])(0, 36)


def test_wordings_are_read_as_shown_and_near(recipe: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "wordings.txt.xz"
    path.write_bytes(lzma.compress(b"tact | calmed a queue | soft words || tactics | contact\n"))
    assert list(recipe.wordings.read(path)) == [
        recipe.wordings.Asked("tact", ("calmed a queue", "soft words"), ("tactics", "contact"))
    ]


def test_the_wordings_are_sorted_and_complete(recipe: ModuleType) -> None:
    asked = list(recipe.wordings.read(recipe.paths.WORDINGS))
    assert len(asked) > 10_000
    terms = [one.term for one in asked]
    assert terms == sorted(set(terms), key=lambda term: (term.lower(), term))
    for one in asked:
        assert len(one.shown) >= 3, one.term
        assert one.near, one.term
        assert all(one.shown), one.term
        assert all(one.near), one.term
        assert not set(one.shown) & set(one.near), one.term


def test_the_lexicon_gives_wordings_of_what_may_be_said_freely(recipe: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "care.toml").write_text(
        'field = "care"\n[skill]\n"wound care" = { aliases = ["dressings"], shown_by = ["dressed wounds"] }\n'
        '"triage" = {}\n[tool]\n"Epic" = { aliases = ["EpicCare"] }\n',
        encoding="utf-8",
    )
    assert list(recipe.wordings.of_lexicon(tmp_path)) == [
        recipe.wordings.Asked("wound care", ("dressings", "dressed wounds"))
    ]
