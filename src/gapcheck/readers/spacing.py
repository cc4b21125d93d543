"""Letter-spaced words in text: `E X P E R I E N C E` is one word, and `J O H N   D O E` is two."""

from __future__ import annotations

import re

# Four letters or more: "A B C" and "vitamins B C D" are lists, "J O H N" is a word.
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_]|&)(?:[ \t\xa0]{1,8}(?:[^\W\d_]|&)(?![^\s:.,;])){3,}")
_WORD_GAP = re.compile(r"[ \t\xa0]{2,}")


def join_spaced(line: str) -> str:
    """Return `line` with letter-spaced words joined; several blanks between letters part words.

    Only runs of one case are joined (all capitals, or a capital and small letters).
    """
    if len(line) < 7:
        return line
    return _SPACED.sub(lambda match: _join(match.group()), line)


def _join(run: str) -> str:
    words = ["".join(part.split()) for part in _WORD_GAP.split(run)]
    joined = " ".join(words)
    letters = joined.replace(" ", "").replace("&", "")
    if not (letters.isupper() or all(word[1:] == word[1:].lower() for word in words)):
        return run
    # Equal gaps everywhere wider than one blank: the gaps part letters, not words.
    return "".join(words) if all(len(word) == 1 for word in words) else joined
