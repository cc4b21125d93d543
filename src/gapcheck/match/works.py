"""The work that a job's name stands for: "project management" of a project manager, "Java" of a Java developer."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.extract.senses import entry_of_name
from gapcheck.extract.work_nouns import WORK_OF_TITLE, singular
from gapcheck.lexicon import Lexicon
from gapcheck.report import Kind
from gapcheck.words import phrase_tokens


def works_of(title: str, lexicon: Lexicon) -> Iterator[str]:
    """What a resume says that shows the work of a job without its name: what is done, or what it is done with, if that
    is a tool or a term of several words of the lexicon."""
    words = phrase_tokens(title)
    if len(words) == 1:
        return
    about, head = title[: words[-2].end], singular(words[-1].lower)
    if head in WORK_OF_TITLE:
        yield f"{about} {WORK_OF_TITLE[head]}"
    entry = entry_of_name(about, lexicon)
    if entry is not None and (len(words) > 2 or entry.kind is Kind.TOOL):
        yield about
