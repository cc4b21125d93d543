"""Reading notes: the READ codes of the table, with what is particular to one file."""

from __future__ import annotations

from gapcheck.codes import CODES
from gapcheck.document import ReadingNote


def note(code: str, message: str | None = None) -> ReadingNote:
    """Return the note for `code`; `message` says it in the words of this one file."""
    row = CODES[code]
    return ReadingNote(code, message or row.meaning, row.remedy)
