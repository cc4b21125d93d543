from __future__ import annotations

import subprocess
import sys

from gapcheck.batch.groups import FEWEST_POSTINGS
from gapcheck.batch.model import PostingRow
from tests.unit.batch.rows import row, summed

NURSING = ["wound care", "cannulation", "triage", "safeguarding"]
SOFTWARE = ["Python", "Docker", "SQL", "Terraform"]


def postings(count: int) -> list[PostingRow]:
    """Alternately a nurse's and a developer's posting, each with three of the four words of its trade."""
    made = []
    for number in range(count):
        words, sign, title = ((NURSING, "+", "Staff Nurse"), (SOFTWARE, "-", "Software Engineer"))[number % 2]
        terms = [f"{sign}!1 {word}" for place, word in enumerate(words) if place != number // 2 % 4]
        made.append(row(f"{number:02}", terms, title=title, fit=0.8 if sign == "+" else 0.1))
    return made


def test_similar_postings_make_a_group_the_best_first() -> None:
    summary = summed(postings(16))
    nurse, engineer = summary.groups
    assert (nurse.titles, nurse.postings, nurse.coverage, nurse.met) == (("nurse",), 8, 1.0, 8)
    assert (engineer.titles, engineer.postings, engineer.coverage, engineer.met) == (
        ("software engineer",),
        8,
        0.0,
        0,
    )
    assert set(nurse.terms) <= set(NURSING)
    assert set(engineer.terms) <= set(SOFTWARE)
    assert {item.group for item in summary.ranked if item.title == "Staff Nurse"} == {1}
    assert {item.group for item in summary.ranked if item.title == "Software Engineer"} == {2}


def test_a_handful_of_postings_is_not_grouped() -> None:
    summary = summed(postings(FEWEST_POSTINGS - 1))
    assert summary.groups == ()
    assert {item.group for item in summary.ranked} == {None}


def test_postings_without_a_common_word_are_not_grouped() -> None:
    assert summed([row(str(number), [f"+!1 word{number}"]) for number in range(12)]).groups == ()


def test_the_same_posting_many_times_is_one_group_or_none() -> None:
    rows = [row(f"{number:02}", ["+!1 Python", "-!1 SQL", "-!1 Docker"]) for number in range(12)]
    assert sum(group.postings for group in summed(rows).groups) in (0, 12)


def test_scikit_learn_is_loaded_for_groups_only() -> None:
    code = (
        "import sys; from tests.unit.batch.test_groups import postings, summed;"
        "summed(postings(7)); assert 'sklearn' not in sys.modules;"
        "summed(postings(9)); assert 'sklearn' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
