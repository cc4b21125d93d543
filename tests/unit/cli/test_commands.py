"""The judgement behind the exit status, and what becomes of errors."""

from __future__ import annotations

import click
import pytest

from gapcheck.cli import commands, start
from gapcheck.cli.commands import run
from gapcheck.errors import ExitCode, GapcheckError


@pytest.mark.parametrize(
    ("coverage", "fail_under", "required_missing", "status"),
    [
        (0.5, None, False, 0),
        (0.5, 50.0, False, 0),
        (0.4999, 50.0, False, 1),
        (None, 0.0, False, 1),
        (None, None, False, 0),
        (1.0, 50.0, True, 1),
    ],
)
def test_status(
    coverage: float | None, fail_under: float | None, required_missing: bool, status: int
) -> None:
    assert commands._judge(coverage, fail_under, required_missing) == status


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (GapcheckError("cv.pdf", "odd", "Mend it"), ExitCode.FAILED, "gapcheck: cv.pdf: odd. Mend it\n"),
        (KeyboardInterrupt(), ExitCode.FAILED, "\ngapcheck: interrupted\n"),
        (click.ClickException("no"), ExitCode.FAILED, "Error: no\n"),
        (BrokenPipeError(), ExitCode.DONE, ""),
    ],
)
def test_expected_errors(
    error: BaseException,
    status: ExitCode,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail(_: str) -> None:
        raise error

    monkeypatch.setattr("gapcheck.reporters.schema.schema_text", fail)
    if isinstance(error, BrokenPipeError):
        monkeypatch.setattr("os.dup2", lambda *_: None)  # our own standard output is still wanted
    assert run(["schema"]) == status
    assert capfd.readouterr().err == said


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("gapcheck.reporters.schema.schema_text", fail)
    with pytest.raises(ZeroDivisionError):
        run(["schema"])


def test_the_program_leaves_with_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[int] = []
    monkeypatch.setattr("os._exit", left.append)
    monkeypatch.setattr(commands, "run", lambda: ExitCode.NOTHING_TO_JUDGE)
    start.main()
    assert left == [3]


def test_a_reader_that_left_does_not_change_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def flush(self) -> None:
            raise BrokenPipeError

    left: list[int] = []
    monkeypatch.setattr("os._exit", left.append)
    monkeypatch.setattr("sys.stdout", Gone())
    start._leave(1)
    assert left == [1]
