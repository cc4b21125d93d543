"""Where the report goes, in which form, and that nothing else goes there."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import time
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import jsonschema
import pytest

from gapcheck.cli.commands import run
from tests.cli.program import DAY, JOB, PATIENCE, PEOPLE, PROGRAM, RESUME, environment, gapcheck, shell

PAIR = (str(PEOPLE / RESUME), str(PEOPLE / JOB), *DAY)


def output(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert run(arguments) == status
    out, err = capsys.readouterr()
    assert err == ""
    return out


# --- exit statuses -----------------------------------------------------------------------------------------


def test_done_is_0_and_the_json_report_keeps_its_published_schema() -> None:
    done = gapcheck("nurse/resume.pdf", JOB, "--json", *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    schema = gapcheck("schema")
    assert (schema.returncode, schema.stderr) == (0, "")
    report = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(json.loads(schema.stdout))
    jsonschema.Draft202012Validator(json.loads(schema.stdout)).validate(report)
    assert report["resume"]["source"] == "nurse/resume.pdf"
    assert report["keywords"]


def test_a_condition_that_does_not_hold_is_1_and_the_report_comes_all_the_same() -> None:
    posting = (PEOPLE / JOB).read_text(encoding="utf-8")
    done = gapcheck(RESUME, "-", "--fail-under", "100", "--json", *DAY, stdin=posting)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["posting"]["source"] == "-"


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        (["--fail-under", "100"], 1),
        (["--fail-under", "0"], 0),
        (["--fail-on-missing", "required"], 1),
        (["--fail-under", "0", "--fail-on-missing", "required"], 1),
        ([], 0),
    ],
)
def test_conditions(condition: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, *PAIR, *condition, status=status)


def test_nothing_required_missing_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(output(capsys, *PAIR, "--json"))
    missing = [word["term"] for word in report["keywords"] if word["status"] == "missing"]
    resume = tmp_path / "resume.txt"
    text = (PEOPLE / RESUME).read_text(encoding="utf-8")
    resume.write_text("\n\n".join([text, *missing]), encoding="utf-8")
    output(capsys, str(resume), PAIR[1], "--fail-on-missing", "required", "--fail-under", "90")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        [RESUME],
        ["-", "-"],
        [RESUME, JOB, "--no-such-option"],
        [RESUME, JOB, "--format", "pdf"],
        [RESUME, JOB, "--json", "--format", "csv"],
        [RESUME, JOB, "--fail-under", "101"],
        [RESUME, JOB, "--fail-on-missing", "preferred"],
        [RESUME, JOB, "--top", "-1"],
        [RESUME, JOB, "--as-of", "yesterday"],
        [RESUME, JOB, "-o", "nurse"],
        [RESUME, JOB, "third"],
        ["schema", "other"],
    ],
)
def test_wrong_usage_is_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PEOPLE)
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Usage: gapcheck" in err


def test_json_may_be_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(output(capsys, *PAIR, "--json", "-f", "json"))


# --- forms -------------------------------------------------------------------------------------------------


def test_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert output(capsys, *PAIR, "-f", "markdown").startswith("# ")


def test_csv_has_a_row_for_each_keyword(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(StringIO(output(capsys, *PAIR, "--format", "csv"))))
    keywords = json.loads(output(capsys, *PAIR, "--json"))["keywords"]
    assert [row["term"] for row in rows] == [keyword["term"] for keyword in keywords]


def test_a_piped_terminal_report_is_plain_and_80_columns_wide(capsys: pytest.CaptureFixture[str]) -> None:
    out = output(capsys, *PAIR)
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert "GAP001" in out


def test_color_is_shown_where_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b[" in output(capsys, *PAIR, "--color")
    assert "\x1b" not in output(capsys, *PAIR, "--no-color")


def test_top_limits_the_missing_words(capsys: pytest.CaptureFixture[str]) -> None:
    few, many = (output(capsys, *PAIR, "--top", number) for number in ("2", "0"))
    assert len(few.splitlines()) < len(many.splitlines())


def test_quiet_is_shorter(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(output(capsys, *PAIR, "-q")) < len(output(capsys, *PAIR))


def test_the_posting_is_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (PEOPLE / RESUME).read_bytes()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))
    found = json.loads(output(capsys, "-", *PAIR[1:], "--json"))
    assert found["resume"]["source"] == "-"
    assert found["keywords"] == json.loads(output(capsys, *PAIR, "--json"))["keywords"]


def in_a_terminal(**variables: str) -> str:
    """What the program writes when its standard output is a terminal of 100 columns."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 100))
    command = [PROGRAM, RESUME, JOB, *DAY]
    with subprocess.Popen(command, stdout=theirs, env=environment(**variables), cwd=PEOPLE) as process:
        os.close(theirs)
        written = bytearray()
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # Linux's way to say that the other end is closed
                break
            if not chunk:
                break
            written += chunk
        assert process.wait(PATIENCE) == 0
    os.close(ours)
    return written.decode()


def test_a_terminal_is_coloured_and_filled() -> None:
    out = in_a_terminal(TERM="xterm-256color", COLUMNS="100")
    assert "\x1b[" in out


def test_a_terminal_that_wants_no_color_gets_none() -> None:
    assert "\x1b[" not in in_a_terminal(TERM="xterm-256color", NO_COLOR="1")


def test_the_report_is_utf_8_whatever_the_locale() -> None:
    done = gapcheck(RESUME, JOB, "--json", *DAY, env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["keywords"]


# --- files -------------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("from last time", encoding="utf-8")
    text = (PEOPLE / RESUME).read_text(encoding="utf-8")
    done = gapcheck("-", JOB, "--json", "-o", path, *DAY, stdin=text)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(path.read_text(encoding="utf-8"))["keywords"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_holds_what_would_have_been_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.md"
    assert output(capsys, *PAIR, "-f", "markdown", "-o", str(path)) == ""
    assert path.read_text(encoding="utf-8") == output(capsys, *PAIR, "-f", "markdown")


@pytest.mark.parametrize("place", ["no/such/folder/report.md", "taken/report.md"])
def test_a_file_that_cannot_be_written_is_2(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert run([*PAIR, "-f", "markdown", "-o", str(tmp_path / place)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"gapcheck: {tmp_path / place}: cannot be written (")
    assert len(err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o500)
    try:
        assert run([*PAIR, "-o", str(tmp_path / "report.txt")]) == 2
    finally:
        tmp_path.chmod(0o700)
    assert "Permission denied" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


# --- being left and interrupted ----------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[RESUME, JOB, *DAY], ["schema"], ["--help"]])
def test_a_reader_that_has_left_is_no_failure(arguments: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [PROGRAM, *arguments], stdout=theirs, stderr=subprocess.PIPE, cwd=PEOPLE, timeout=PATIENCE
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


def test_head() -> None:
    done = shell('"$GAPCHECK" explain | head -1; echo "${PIPESTATUS[0]}"')
    assert done.stdout.splitlines()[0].startswith("GAP001")
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")


def test_an_interrupt_is_said_in_one_word(tmp_path: Path) -> None:
    pipe = tmp_path / "job.txt"
    os.mkfifo(pipe)
    command = [PROGRAM, RESUME, str(pipe)]
    with subprocess.Popen(
        command, cwd=PEOPLE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        writer = opened_for_writing(pipe)  # the program waits for the posting now
        process.send_signal(signal.SIGINT)
        # Python sees a signal that comes between opening and reading only once the reading ends.
        os.close(writer)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (2, "")
    assert err.strip() == "gapcheck: interrupted"


def opened_for_writing(pipe: Path) -> int:
    """The writing end of a named pipe, as soon as somebody has opened it for reading."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
