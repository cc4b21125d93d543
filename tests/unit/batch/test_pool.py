"""Whatever a posting does to its worker, every input gets its outcome, and always the same."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from gapcheck.batch.inputs import File, Given, Input, Unusable
from gapcheck.batch.job import Job, Outcome, Resume
from gapcheck.batch.model import FailedRow, PostingRow
from gapcheck.batch.pool import Pool, start_context
from gapcheck.errors import ReadError
from gapcheck.readers.jobposting import JobPosting
from tests.unit.batch.poison import loading

RESUME = b"Ada Example\nCook\n\nSkills\nHACCP, menu planning, stock rotation\n"
REMEDY = "Export it again, give it as text, or raise the limit with --memory"
TEXT = "We look for a cook who knows HACCP and menu planning."


def job(resume: bytes = RESUME, *, seconds: float = 10.0, megabytes: int = 1024, lines: bool = False) -> Job:
    return Job(
        Resume(resume, "cv.txt"),
        as_of=date(2026, 1, 1),
        seconds=seconds,
        megabytes=megabytes,
        lines=lines,
        loading=loading,
    )


def posting(name: str, text: str = TEXT) -> Input:
    return Input(name, JobPosting(None, None, text, ()))


def run(wanted: Job, inputs: Iterable[Input], processes: int = 2) -> list[Outcome]:
    with Pool(wanted, processes, start_context(["gapcheck.cli.preload"])) as pool:
        return sorted(pool.map(inputs), key=lambda outcome: outcome.row.id)


def codes(outcomes: list[Outcome]) -> dict[str, str | None]:
    return {
        outcome.row.id: outcome.row.code if isinstance(outcome.row, FailedRow) else None
        for outcome in outcomes
    }


def test_every_harm_is_one_failed_input_and_all_others_are_checked() -> None:
    harms = {
        "SPIN": "timeout",
        "SLEEP": "timeout",
        "SEGFAULT": "crashed",
        "EXIT": "crashed",
        "BUG": "internal",
    }
    inputs = [posting(f"good {number}") for number in range(8)]
    for place, harm in enumerate(harms):
        inputs.insert(2 * place, posting(harm, f"{harm} {TEXT}"))
    found = codes(run(job(seconds=1), inputs))
    assert found == {**dict.fromkeys((f"good {number}" for number in range(8)), None), **harms}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is not limited")
def test_memory_has_a_limit() -> None:
    found = codes(run(job(megabytes=300), [posting("GROW", "GROW " + TEXT), posting("good")], processes=1))
    assert found == {"GROW": "too_much_memory", "good": None}


def test_a_worker_that_somebody_kills_costs_nothing(tmp_path: Path) -> None:
    inputs = [posting("a"), posting("b", f"ONCE {tmp_path / 'flag'}"), posting("c")]
    outcomes = run(job(), inputs, processes=1)
    assert (tmp_path / "flag").exists()
    assert [outcome.row.id for outcome in outcomes] == ["a", "b", "c"]
    assert codes(outcomes)["b"] != "crashed"


def test_reasons_say_what_to_do() -> None:
    inputs = [posting("SPIN", "SPIN"), posting("SEGFAULT", "SEGFAULT"), posting("BUG", "BUG " + TEXT)]
    messages = [
        re.sub(r"line \d+", "line N", outcome.row.message)
        for outcome in run(job(seconds=1), inputs)
        if isinstance(outcome.row, FailedRow)
    ]
    assert messages == [
        "gapcheck failed on it (ZeroDivisionError in poison.py, line N). Please report this with the file",
        f"reading it ends the program by signal 11, as for want of memory. {REMEDY}",
        "it takes more than 1 seconds of work. Raise the limit with --timeout, or give it as text",
    ]


def test_every_kind_of_input(tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text(TEXT)
    inputs = [
        Input("bad", Unusable("bad_json", "no JSON", "Mend it")),
        Input("bytes", Given(TEXT.encode(), "-")),
        Input("file", File(str(tmp_path / "job.txt"))),
        Input("gone", File(str(tmp_path / "none.txt"))),
        Input("record", JobPosting("Cook", None, f"<p>{TEXT}</p>", ())),
    ]
    outcomes = run(job(lines=True), inputs)
    assert codes(outcomes) == {
        "bad": "bad_json",
        "bytes": None,
        "file": None,
        "gone": "not_found",
        "record": None,
    }
    for outcome in outcomes:
        assert outcome.line is not None
        assert f'"source":"{outcome.row.source}"' in outcome.line


def test_the_outcome_does_not_depend_on_the_number_of_processes() -> None:
    inputs = [
        posting(str(number), f"{TEXT} You can cook for {number} guests, and bake.") for number in range(12)
    ]
    one, three = (run(job(lines=True), inputs, processes) for processes in (1, 3))
    assert one == three
    assert all(isinstance(outcome.row, PostingRow) for outcome in one)


def test_an_unreadable_resume_ends_the_run() -> None:
    with pytest.raises(ReadError, match="no text") as caught:
        run(job(b" \n "), [posting("a")])
    assert (caught.value.code, caught.value.source) == ("empty", "cv.txt")


def test_without_inputs_no_process_is_started() -> None:
    with Pool(job(), 2, start_context()) as pool:
        assert list(pool.map([])) == []
        assert pool._workers == []


def test_a_pool_can_be_used_again() -> None:
    with Pool(job(), 1, start_context()) as pool:
        first, second = list(pool.map([posting("a")])), list(pool.map([posting("a")]))
    assert first == second
