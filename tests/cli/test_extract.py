"""`gapcheck extract`: the keywords of a posting alone, and the explanation of every candidate."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.program import JOB, RESUME, gapcheck

POSTING = """Bookkeeper

Requirements
- Experience in Xero and bank reconciliation
- Two years of payroll, or accounts payable, in a friendly place
- A bachelor's degree in forestry

Benefits
- Free Python courses
"""


@pytest.fixture
def posting(tmp_path: Path) -> str:
    path = tmp_path / "job.txt"
    path.write_text(POSTING, encoding="utf-8")
    return str(path)


def test_the_keywords_are_those_of_a_check() -> None:
    alone = json.loads(gapcheck("extract", JOB, "--json").stdout)
    checked = json.loads(gapcheck(RESUME, JOB, "--json").stdout)
    fields = ("term", "kind", "strength", "weight", "tf", "idf", "group", "origin", "posting")
    assert [[k[f] for f in fields] for k in alone["keywords"]] == [
        [k[f] for f in fields] for k in checked["keywords"]
    ]
    assert alone["posting"] == checked["posting"]
    assert alone["tool"] == checked["tool"]
    assert "sentences" not in alone


def test_explain_tells_every_sentence_and_candidate(posting: str) -> None:
    found = json.loads(gapcheck("extract", posting, "--json", "--explain").stdout)
    by_section = {sentence["section"]: sentence for sentence in found["sentences"]}
    assert by_section["benefits"]["candidates"] == []
    kept = {c["term"] for s in found["sentences"] for c in s["candidates"] if c["dropped"] is None}
    assert {"Xero", "bank reconciliation", "payroll"} <= kept
    # Some are named as a whole: years that either of two keywords will do for, a degree with its subject.
    assert {"2 years of experience", "bachelor's degree in forestry"} <= kept
    assert kept == {keyword["term"] for keyword in found["keywords"]}
    dropped = [c for s in found["sentences"] for c in s["candidates"] if c["dropped"]]
    assert dropped
    assert all(candidate["sources"] for candidate in dropped)
    for sentence in found["sentences"]:
        for candidate in sentence["candidates"]:
            assert sentence["start"] <= candidate["start"] < candidate["end"] <= sentence["end"]


def test_in_the_terminal(posting: str) -> None:
    shown = gapcheck("extract", posting).stdout
    assert "Keywords (" in shown
    assert "bank reconciliation" in shown
    assert "Python" not in shown
    explained = gapcheck("extract", posting, "--explain").stdout
    assert "benefits" in explained
    assert "unlikely" in explained
    assert "named as a whole" in explained
    assert "named with “bachelor's degree in forestry”" in " ".join(explained.split())
    assert max(map(len, explained.splitlines())) <= 80


def test_as_a_table(posting: str) -> None:
    rows = list(csv.DictReader(StringIO(gapcheck("extract", posting, "-f", "csv").stdout)))
    assert "Xero" in {row["term"] for row in rows}
    assert sum(float(row["weight"]) for row in rows) == pytest.approx(1, abs=0.01)


def test_top_limits_the_list(posting: str) -> None:
    shown = gapcheck("extract", posting, "--top", "1").stdout
    assert "--top 0 for all" in shown


def test_the_uncertain_can_be_left_out(posting: str) -> None:
    keywords = json.loads(gapcheck("extract", posting, "--json").stdout)["keywords"]
    surest = max(k["certainty"] for k in keywords)
    left = json.loads(gapcheck("extract", posting, "--json", "--least", str(surest)).stdout)["keywords"]
    assert left == [k for k in keywords if k["certainty"] >= surest]
    assert 0 < len(left) < len(keywords)
    none = gapcheck("extract", posting, "--least", "1")
    assert none.returncode == 3
    assert f"The surest is {surest}" in none.stderr
    assert gapcheck("extract", posting, "--least", "1.5").returncode == 2


def test_a_posting_without_keywords_exits_with_3(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(
        "We are a friendly company. Come and say hello to us any day of the week.\n", encoding="utf-8"
    )
    done = gapcheck("extract", str(path))
    assert done.returncode == 3
    assert "no keywords" in done.stderr
    explained = gapcheck("extract", str(path), "--explain")
    assert explained.returncode == 3
    assert "friendly company" in explained.stdout


def test_options_that_exclude_each_other(posting: str) -> None:
    assert gapcheck("extract", posting, "--json", "-f", "csv").returncode == 2
    assert gapcheck("extract", posting, "--explain", "-f", "csv").returncode == 2
