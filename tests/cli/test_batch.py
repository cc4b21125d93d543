"""`gapcheck batch`, the installed program: what it takes, what comes out, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gapcheck.reporters.schema import batch_schema
from tests.cli.postings import write_lines, write_poison
from tests.cli.program import (
    DAY,
    JOB,
    PATIENCE,
    PEOPLE,
    PROGRAM,
    RESUME,
    Finished,
    environment,
    gapcheck,
)

VALIDATOR = jsonschema.Draft202012Validator(batch_schema())


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for journals."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("GAPCHECK_STATE_DIR", str(folder))
    return folder


def batch(*arguments: str | Path, stdin: str = "") -> Finished:
    return gapcheck("batch", RESUME, *arguments, "-j", "2", *DAY, stdin=stdin)


def lines(text: str) -> list[dict[str, Any]]:
    """The lines of a JSON batch, each valid."""
    found = [json.loads(line) for line in text.splitlines()]
    for value in found:
        VALIDATOR.validate(value)
    return found


def name(value: dict[str, Any]) -> str:
    return str(value["source"] if "error" in value else value["posting"]["source"])


def test_a_batch_of_one_equals_a_single_check() -> None:
    single = gapcheck(RESUME, JOB, "--json", *DAY)
    done = batch(JOB, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert lines(done.stdout) == [json.loads(single.stdout)]


def test_files_folders_patterns_and_records_together(tmp_path: Path) -> None:
    table = tmp_path / "jobs.csv"
    table.write_text("Ref;Role;Advert\n1;Cook;We look for a cook who knows HACCP.\n", encoding="utf-8")
    packed = write_lines(tmp_path / "jobs.jsonl.gz", 3)
    done = batch("nurse/job-2.txt", "teacher/job-*", table, packed, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = {name(value): value["posting"]["title"] for value in lines(done.stdout)}
    assert sorted(found) == sorted(
        ["nurse/job-2.txt", "teacher/job-1.txt", "teacher/job-2.html", f"{table}#1"]
        + [f"{packed}#p000{number}" for number in range(3)]
    )
    assert found[f"{table}#1"] == "Cook"


def test_records_from_standard_input_with_named_fields() -> None:
    record = {
        "no": "x1",
        "head": "Cook",
        "ad": {"long": "<p>You know <b>HACCP</b></p><ul><li>baking</li></ul>"},
    }
    options = ("--text-field", "ad.long", "--title-field", "head", "--id-field", "no")
    done = batch("-", "--json", *options, stdin=json.dumps(record) + "\n")
    (value,) = lines(done.stdout)
    assert (name(value), value["posting"]["title"], value["posting"]["format"]) == ("-#x1", "Cook", "html")
    assert "HACCP" in {keyword["term"] for keyword in value["keywords"]}


def test_one_posting_from_standard_input() -> None:
    text = (PEOPLE / "nurse/job-2.txt").read_text(encoding="utf-8")
    (value,) = lines(batch("-", "--json", stdin=text).stdout)
    single = json.loads(gapcheck(RESUME, "-", "--json", *DAY, stdin=text).stdout)
    assert value == single


def test_sorted_lines_have_ranks(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    done = batch(".", "nothing.txt", "--json", "--sort", "coverage", "--top", "5", "-o", path)
    assert (done.returncode, done.stdout) == (2, "")
    found = lines(path.read_text(encoding="utf-8"))
    assert [value.get("rank") for value in found] == [1, 2, 3, 4, 5, None]
    covers = [value["coverage"]["overall"] for value in found[:5]]
    assert covers == sorted(covers, reverse=True)
    assert name(found[5]) == "nothing.txt"


def test_a_table_in_the_terminal_and_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    done = batch("nurse", "teacher", "--csv", path)
    assert (done.returncode, done.stderr) == (0, "")
    places = [
        done.stdout.find(title) for title in ("Staff Nurse", "Senior Staff Nurse", "Assistant Headteacher")
    ]
    assert -1 < places[0] < places[1] < places[2]
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert len(rows) == 1 + 10


def test_postings_below_a_coverage_are_left_out() -> None:
    done = batch("nurse", "teacher", "--json", "--min-coverage", "50")
    covers = [value["coverage"]["overall"] for value in lines(done.stdout)]
    assert covers
    assert min(covers) >= 0.5


def test_every_bad_input_is_a_line_with_its_reason_and_all_others_are_checked(tmp_path: Path) -> None:
    expected = write_poison(tmp_path / "bad")
    good = write_lines(tmp_path / "good.jsonl", 8)
    done = batch(tmp_path / "bad", good, "--json")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    found = {name(value): value for value in lines(done.stdout)}
    reasons = {
        Path(source).name: value["error"]["message"] for source, value in found.items() if "error" in value
    }
    assert sorted(reasons) == sorted(expected)
    for source, reason in expected.items():
        assert reason.lower() in reasons[source].lower()
        assert ". " in reasons[source]  # what is wrong, and what to do
    assert len(found) == len(expected) + 8


def test_time_and_memory_have_limits(tmp_path: Path) -> None:
    text = "You will need experience with Python and wound care in a busy hospital team.\n" * 60_000
    (tmp_path / "large.txt").write_text(text)
    good = PEOPLE / JOB
    limits = ((("--timeout=2",), "timeout"), (("--memory=40", "--timeout=60"), "too_much_memory"))
    for options, code in limits:
        done = batch(tmp_path, good, "--json", *options)
        assert done.returncode == 2
        found = {name(value): value.get("error", {}).get("code") for value in lines(done.stdout)}
        assert found == {f"{tmp_path}/large.txt": code, str(good): None}


def test_a_posting_without_keywords_is_a_failed_input(tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("zzz qqq vvv\n")
    done = batch(tmp_path, "--json")
    (value,) = lines(done.stdout)
    assert (done.returncode, value["error"]["code"]) == (2, "no_keywords")


@pytest.mark.parametrize("arguments", [("none.pdf", JOB), (".", JOB), ("-", JOB)])
def test_an_unusable_resume_ends_the_run_and_nothing_is_written(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    kept = tmp_path / "out.jsonl"
    kept.write_text("from last time")
    done = gapcheck("batch", *arguments, "--json", "-o", kept)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"gapcheck: {arguments[0]}: ")
    assert len(done.stderr.splitlines()) == 1
    assert kept.read_text() == "from last time"


def test_no_postings_is_said(tmp_path: Path) -> None:
    done = batch(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no postings found" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (JOB, "--json", "-f", "csv"),
        (JOB, "-j", "0"),
        (JOB, "--timeout", "0"),
        (JOB, "--sort", "luck"),
        (JOB, "--min-coverage", "101"),
        ("s3://bucket/jobs.jsonl",),
    ],
)
def test_usage(arguments: tuple[str, ...]) -> None:
    done = gapcheck("batch", RESUME, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_both_cannot_be_standard_input() -> None:
    assert gapcheck("batch", "-", "-").returncode == 2


def test_the_help_teaches() -> None:
    done = gapcheck("batch", "--help")
    assert done.returncode == 0
    for word in ("Examples:", "--resume", "--scheduler", ".jsonl", "Exit status"):
        assert word in done.stdout


def test_nobody_waits_for_a_reader_that_left(tmp_path: Path) -> None:
    from tests.cli.program import shell

    path = write_lines(tmp_path / "jobs.jsonl", 12)
    done = shell(f'"$GAPCHECK" batch {RESUME} {path} --json -j 1 | head -c 5; exit ${{PIPESTATUS[0]}}')
    assert (done.returncode, done.stdout, done.stderr) == (0, '{"sch', "")


def test_the_journal_is_gone_when_the_run_is_complete(state: Path) -> None:
    assert batch(JOB, "--json").returncode == 0
    assert list(state.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_progress_is_shown_on_a_terminal_and_only_there(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [PROGRAM, "batch", RESUME, JOB, "nurse/job-2.txt", "--json", "-o", str(out), *DAY],
        cwd=PEOPLE,
        env=environment(TERM="xterm", COLUMNS="100"),
        stderr=theirs,
    )
    os.close(theirs)
    pieces = []
    with suppress(OSError):  # the terminal is gone when the process is
        while piece := os.read(ours, 4096):
            pieces.append(piece)
    os.close(ours)
    assert process.wait(PATIENCE) == 0
    shown = b"".join(pieces).decode()
    assert "0/2" in shown
    assert "postings" in shown
    assert len(lines(out.read_text(encoding="utf-8"))) == 2


IN_THIS_PROCESS = """
import sys
from gapcheck.cli.commands import run
status = run(["batch", *sys.argv[1:], "--json", "-q"])
heavy = sorted({"spacy", "sklearn", "rich", "pypdf", "trafilatura", "distributed"} & set(sys.modules))
sys.exit(f"loaded: {heavy}" if heavy else status)
"""


def test_the_main_process_loads_nothing_heavy() -> None:
    done = gapcheck(RESUME, JOB, *DAY, command=(sys.executable, "-c", IN_THIS_PROCESS))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(lines(done.stdout)) == 1


def test_the_output_does_not_depend_on_processes_hash_seed_or_cache(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "jobs.jsonl", 10)
    one, three, cold, warm = (
        gapcheck(
            *("batch", RESUME, path, "--json", *DAY, *options),
            env={"PYTHONHASHSEED": seed, "GAPCHECK_CACHE_DIR": str(tmp_path / "cache")},
        )
        for options, seed in (
            (("-j", "1", "--no-cache"), "1"),
            (("-j", "3", "--no-cache"), "2"),
            (("-j", "2"), "3"),
            (("-j", "2"), "4"),
        )
    )
    expected = sorted(one.stdout.splitlines())
    assert len(expected) == 10
    for other in (three, cold, warm):
        assert (other.returncode, other.stderr) == (0, "")
        assert sorted(other.stdout.splitlines()) == expected


def test_a_page_links_to_the_pages_of_its_postings(tmp_path: Path) -> None:
    page = tmp_path / "fit.html"
    done = batch("nurse", "teacher/job-1.txt", "--html", page, "--top", "3")
    assert (done.returncode, done.stderr) == (0, "")
    links = re.findall(r'href="(fit_files/[^"]+)"', page.read_text(encoding="utf-8"))
    assert len(links) == 3
    assert sorted(links) == sorted(f"fit_files/{path.name}" for path in (tmp_path / "fit_files").iterdir())
    assert all("Staff Nurse" in (tmp_path / link).read_text(encoding="utf-8") for link in links)


def test_a_page_of_what_can_be_read_once_has_no_links(tmp_path: Path) -> None:
    page = tmp_path / "fit.html"
    text = (PEOPLE / "nurse/job-2.txt").read_text(encoding="utf-8")
    assert batch("-", "-f", "html", "-o", page, stdin=text).returncode == 0
    assert "fit_files" not in page.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["fit.html"]


def test_the_order_of_the_inputs_changes_no_line(tmp_path: Path) -> None:
    first, second = write_lines(tmp_path / "b.jsonl", 4), write_lines(tmp_path / "a.jsonl.gz", 4)
    there, back = batch(first, second, JOB, "--json"), batch(JOB, second, first, "--json")
    assert sorted(there.stdout.splitlines()) == sorted(back.stdout.splitlines())
