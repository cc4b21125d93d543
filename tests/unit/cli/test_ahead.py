"""The parser's view asked for ahead: the same answer, whatever becomes of the process that is asked."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from gapcheck.cli import ahead
from gapcheck.cli.ahead import ask_parser_ahead
from gapcheck.readers import read
from tests.cli.program import PEOPLE

RESUME = PEOPLE / "nurse" / "resume.pdf"


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


def test_the_answer_is_the_same() -> None:
    asked = ask_parser_ahead(read(RESUME))
    assert asked.parser_text == read(RESUME).parser_text
    assert asked.parser_text  # asked twice, told twice
    assert asked == read(RESUME)


def test_the_answer_comes_from_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = tmp_path / "process"

    def text(*_: object) -> str | None:
        noted.write_text(str(os.getpid()), encoding="utf-8")
        return None

    monkeypatch.setattr("gapcheck.readers.pdf.parser_text", text)
    assert ask_parser_ahead(read(RESUME)).parser_text is None
    assert int(noted.read_text(encoding="utf-8")) != os.getpid()


def test_a_process_that_is_killed_or_fails_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def text(*_: object) -> str:
        if os.getpid() != here:
            time.sleep(30)
        return "from here"

    monkeypatch.setattr("gapcheck.readers.pdf.parser_text", text)
    asked = ask_parser_ahead(read(RESUME))
    os.kill(asked.__dict__["_parser_text"]._child, signal.SIGKILL)
    assert asked.parser_text == "from here"


def test_nothing_is_started_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was started"))
    text = read(RESUME.with_suffix(".txt"))
    assert ask_parser_ahead(text) is text
    monkeypatch.setattr(ahead, "_can_be_done_beside", lambda: False)
    resume = read(RESUME)
    assert ask_parser_ahead(resume) is resume
