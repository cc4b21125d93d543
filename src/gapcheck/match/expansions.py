"""Abbreviations within a phrase: "public relations campaigns" for "PR campaigns", "HR policies" the other way."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.lexicon import Lexicon, LexiconEntry
from gapcheck.match.initials import initials
from gapcheck.words import phrase_tokens


def expansions(form: str, lexicon: Lexicon) -> Iterator[str]:
    """A phrase with a part of it spelt out, or abbreviated, as the lexicon knows that part."""
    words = phrase_tokens(form)
    if len(words) < 2:
        return
    # What an abbreviation means here, nothing near it need prove: by chance no resume says all the words it stands for.
    for hit in dict.fromkeys((*lexicon.find(words), *lexicon.doubtful(words))):
        if hit.last - hit.first + 1 < len(words):
            start, end = words[hit.first].start, words[hit.last].end
            for other in _of_same_letters(form[start:end], hit.entry):
                yield f"{form[:start]}{other}{form[end:]}"


def _of_same_letters(said: str, entry: LexiconEntry) -> Iterator[str]:
    """The entry's names that abbreviate what is said, or that it abbreviates."""
    for name in entry.forms:
        short, long = sorted((said, name), key=len)
        if short.isupper() and short.lower() == initials(long):
            yield name
