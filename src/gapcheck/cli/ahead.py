"""What a second process works out while this one reads, judges and looks.

That is the parser's view of a resume and, where the posting is known, how close the resume comes in meaning to the
keywords: each takes a fifth of such a check, and is wanted towards its end only. Used by the command alone, and where a
second processor is there.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from typing import Any

from gapcheck.document import Document, Format, Line
from gapcheck.extract.model import ExtractedKeyword
from gapcheck.lexicon import Lexicon, load_lexicon
from gapcheck.match import Closeness, Meaning, forms_of, index_resume, is_sought_by_meaning
from gapcheck.meaning import load_word_vectors
from gapcheck.pipeline import AnalysedPosting, AnalysedResume, analyse_resume
from gapcheck.readers.parser_view import parser_text
from gapcheck.readers.sniff import is_pdf

Forms = tuple[str, ...]


@contextmanager
def second_process(resume: bytes, password: str | None, *, meaning: bool) -> Iterator[SecondProcess | None]:
    """A process that has begun with what can be done of this resume, and does not outlive the context.

    `meaning` is to be measured ahead where no language model will be loaded, for what takes the time is loading NumPy
    and the vectors. None where there is nothing to do, or no second processor to do it.
    """
    meaning = meaning and "numpy" not in sys.modules
    if not (is_pdf(resume) or meaning) or not _can_be_done_beside():
        yield None
        return
    process = SecondProcess(resume, password, meaning=meaning)
    try:
        yield process
    finally:
        process.end()


def prepare(
    resume: Document, posting: AnalysedPosting | None, second: SecondProcess | None
) -> AnalysedResume:
    """The resume made ready to be compared with a posting, if that is known; `second` does its part."""
    if second is None:
        return analyse_resume(resume)
    keywords = [item.keyword for item in posting.keywords] if posting else []
    return analyse_resume(second.with_parser_text(resume), second.measure(resume, keywords))


def _can_be_done_beside() -> bool:
    return hasattr(os, "fork") and hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


class SecondProcess:
    """A child process that has a resume's bytes from the start, and is told its text when that has been read.

    What it fails to do is done here, when it is wanted.
    """

    def __init__(self, resume: bytes, password: str | None, *, meaning: bool) -> None:
        self._meaning = meaning
        question, self._question = os.pipe()
        self._answer, answer = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(self._question)
            os.close(self._answer)
            _work(resume, password, question if meaning else None, answer)
        os.close(question)
        os.close(answer)

    def with_parser_text(self, resume: Document) -> Document:
        """The same document; its `parser_text` is on its way, if it is a PDF."""
        if resume.format is not Format.PDF:
            return resume
        return replace(resume, parser_text=partial(self._parser_text, resume))

    def _parser_text(self, resume: Document) -> str | None:
        answers = self._answers
        return answers["parser_text"] if "parser_text" in answers else resume.parser_text  # noqa: SIM401

    def measure(self, resume: Document, keywords: Sequence[ExtractedKeyword]) -> Meaning | None:
        """How close the resume comes to these keywords is on its way; None where no meaning is measured ahead."""
        if not self._meaning:
            return None
        forms = list(
            dict.fromkeys(forms_of(keyword) for keyword in keywords if is_sought_by_meaning(keyword))
        )
        lines = [(line.start, line.end, line.page, line.block) for line in resume.lines]
        with suppress(BrokenPipeError), os.fdopen(self._question, "wb") as pipe:
            pipe.write(json.dumps([resume.text, lines, forms]).encode())
        return _Measured(resume, lambda: dict(zip(forms, self._answers.get("closeness", ()), strict=False)))

    def end(self) -> None:
        """Stop the process if it still runs."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)

    @cached_property
    def _answers(self) -> dict[str, Any]:
        """All answers; everything must have been asked. A line that was not written to its end is none."""
        with os.fdopen(self._answer, "rb") as pipe:
            lines = pipe.read().split(b"\n")[:-1]
        return {name: answer for line in lines for name, answer in json.loads(line).items()}


class _Measured:
    """The closeness of one resume to keywords, when it is wanted (see `Meaning`)."""

    def __init__(self, resume: Document, answer: Callable[[], dict[Forms, Sequence[Any] | None]]) -> None:
        self._resume = resume
        self._answer = answer

    def closeness(self, forms: Sequence[str]) -> Closeness | None:
        """As measured; what was not asked for is measured here."""
        wanted = tuple(forms)
        return _restored(self._found[wanted]) if wanted in self._found else self._here.closeness(wanted)

    @cached_property
    def _found(self) -> dict[Forms, Sequence[Any] | None]:
        return self._answer()

    @cached_property
    def _here(self) -> Meaning:
        return index_resume(self._resume, load_lexicon()).meaning


def _restored(numbers: Sequence[Any] | None) -> Closeness | None:
    """A closeness as it was before it was written as JSON."""
    if numbers is None:
        return None
    close = Closeness._make(numbers)
    return close._replace(run=(close.run[0], close.run[1]))


def _work(resume: bytes, password: str | None, question: int | None, answer: int) -> None:
    """Do what is wanted and end the process, whatever happens: nothing of the parent's is to be cleaned up here."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with os.fdopen(answer, "wb", buffering=0) as pipe:
            if question is not None:
                import_module("gapcheck.match.meaning").load_network()
                load_word_vectors()
            if is_pdf(resume):
                pipe.write(_line("parser_text", parser_text(resume, password)))
            if question is not None:
                with os.fdopen(question, "rb") as asked:
                    pipe.write(_line("closeness", _measure(*json.loads(asked.read()))))
    finally:
        os._exit(0)


def _line(name: str, answer: object) -> bytes:
    return json.dumps({name: answer}).encode() + b"\n"


def _measure(
    text: str, lines: Sequence[tuple[int, int, int, int]], forms: Sequence[Sequence[str]]
) -> list[Closeness | None]:
    """Closeness of a resume, given as text and lines, to each keyword, given as its forms."""
    own = (Line(start, end, page, block) for start, end, page, block in lines)
    document = Document("", Format.TEXT, "", text, tuple(own))
    meaning = index_resume(document, Lexicon("none", (), {})).meaning
    return [meaning.closeness(wanted) for wanted in forms]
