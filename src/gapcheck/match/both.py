"""Another name of a keyword that the posting uses too: there the resume does speak its language."""

from __future__ import annotations

import re
from functools import lru_cache

from gapcheck.words import key

_BLANKS = re.compile(r"\s+")


def is_posting_word(said: str, term: str, posting: str | None) -> bool:
    """Whether a passage of the resume stands in the posting and is the term itself or an abbreviation.

    "Excel" where the posting writes "Microsoft Excel", "ICU" where it writes "Intensive Care Unit" here and "ICU"
    there. What else stands in both may be a part of the keyword only ("drawings" of "detailed drawings").
    """
    if posting is None:
        return False
    words = _BLANKS.sub(" ", said).casefold().removesuffix("s")
    text, folded = _as_one_line(posting)
    if words not in folded:  # quicker than a pattern of its own for each word
        return False
    found = re.findall(rf"(?<!\w){re.escape(words)}s?(?!\w)", text, re.IGNORECASE)
    return bool(found) and (_is_term(said.casefold(), term.casefold()) or any(map(str.isupper, found)))


def _is_term(said: str, term: str) -> bool:
    return (key(said) == key(term) and said[-1:] == term[-1:]) or said.removesuffix("s") == term


@lru_cache(maxsize=4)
def _as_one_line(text: str) -> tuple[str, str]:
    """The text on one line, and the same without capitals."""
    line = _BLANKS.sub(" ", text)
    return line, line.casefold()
