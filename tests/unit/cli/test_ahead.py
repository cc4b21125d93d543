"""What a second process is asked ahead: the same answer, whatever becomes of that process."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import numpy
import pytest

from gapcheck.cli import ahead
from gapcheck.cli.ahead import SecondProcess, second_process
from gapcheck.document import Document
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.lexicon import load_lexicon
from gapcheck.match import Closeness, Meaning, forms_of, index_resume
from gapcheck.readers import read
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import PostingSection
from tests.cli.program import PEOPLE

RESUME = PEOPLE / "nurse" / "resume.pdf"


def keyword(said: str, kind: Kind = Kind.SKILL) -> ExtractedKeyword:
    mention = Mention(0, len(said), said, PostingSection.REQUIRED)
    return ExtractedKeyword(said, kind, Strength.REQUIRED, (Origin.MODEL,), (mention,))


TOOL = keyword("Epic", Kind.TOOL)
KEYWORDS = (keyword("wound management"), keyword("mentoring of students"), keyword("zxcvb"))


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


@pytest.fixture
def resume() -> Document:
    return read(RESUME)


@pytest.fixture
def second() -> Iterator[SecondProcess]:
    process = SecondProcess(RESUME.read_bytes(), None, meaning=True)
    yield process
    process.end()


def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever is worked out in this process fail."""
    monkeypatch.setattr("gapcheck.readers.pdf.parser_text", lambda *_: pytest.fail("parsed here"))
    monkeypatch.setattr(ahead, "index_resume", lambda *_: pytest.fail("measured here"))


def closeness(meaning: Meaning | None) -> list[Closeness | None]:
    assert meaning is not None
    return [meaning.closeness(forms_of(wanted)) for wanted in KEYWORDS]


def test_the_answers_are_the_same(
    second: SecondProcess, resume: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = second.with_parser_text(read(RESUME))
    measured = second.measure(resume, [*KEYWORDS, TOOL])
    wanted = closeness(index_resume(resume, load_lexicon()).meaning)
    assert wanted[0] is not None
    assert resume.parser_text
    with monkeypatch.context() as patched:
        here(patched)
        assert closeness(measured) == wanted
        assert asked.parser_text == resume.parser_text
    assert asked == resume


def test_what_was_not_asked_for_is_measured_here(second: SecondProcess, resume: Document) -> None:
    measured = second.measure(resume, KEYWORDS[:1])
    assert closeness(measured) == closeness(index_resume(resume, load_lexicon()).meaning)


def test_a_process_that_is_killed_is_replaced(second: SecondProcess, resume: Document) -> None:
    os.kill(second._child, signal.SIGKILL)
    asked = second.with_parser_text(read(RESUME))
    assert asked.parser_text == resume.parser_text
    assert closeness(second.measure(resume, KEYWORDS)) == closeness(
        index_resume(resume, load_lexicon()).meaning
    )


def test_half_an_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_line", lambda *_: b'{"parser_text": "half')
    with second_process(RESUME.read_bytes(), None, meaning=False) as started:
        assert started is not None
        assert started.with_parser_text(read(RESUME)).parser_text == read(RESUME).parser_text


def test_it_does_not_outlive_its_context(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "parser_text", lambda *_: signal.pause())
    with second_process(RESUME.read_bytes(), None, meaning=False) as started:
        assert started is not None
        os.kill(started._child, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(started._child, 0)


def test_meaning_is_left_to_whoever_loads_numpy_anyway(resume: Document) -> None:
    assert numpy
    with second_process(RESUME.read_bytes(), None, meaning=True) as started:
        assert started is not None
        assert started.measure(resume, KEYWORDS) is None


@pytest.mark.parametrize(("data", "processors"), [(b"Nurse", {0, 1}), (b"%PDF-1.7", {0})])
def test_nothing_is_started_in_vain(
    data: bytes, processors: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: processors)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was started"))
    with second_process(data, None, meaning=False) as started:
        assert started is None


def test_only_a_pdf_has_a_parsers_view(second: SecondProcess) -> None:
    text = read(RESUME.with_suffix(".txt"))
    assert second.with_parser_text(text) is text
