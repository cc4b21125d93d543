"""Rows of a page to lines with blocks and roles."""
from __future__ import annotations
from gapcheck.readers.draft import DraftLine, DraftWord
from gapcheck.readers.page_columns import reading_order
from gapcheck.readers.page_words import page_words

def page_lines(glyphs, page, block0):
    rows = reading_order(page_words(glyphs))
    return [DraftLine(tuple(DraftWord(w.text, w.box, w.size, w.bold) for w in r.words), page=page, block=block0+i, column=r.column) for i, r in enumerate(rows)]
