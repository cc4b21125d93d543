"""Quotes from the posting: the line a keyword stands in, cut short around it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report import PostingMention
from gapcheck.reporters.clean import clean, to_ascii

_LIST_MARKS = "-*+•–—·▪●◦‣∙>#|□■✓➢ "


@dataclass(frozen=True, slots=True)
class Quote:
    """A line in three parts: `before + hit + after`, where `hit` is the keyword as the posting says it."""

    before: str
    hit: str
    after: str


def quote(mention: PostingMention, posting_text: str | None, room: int, *, unicode: bool = True) -> Quote:
    """The line around a mention, cut to about `room` characters at word borders.

    Without the posting's text, or where the mention does not fit that text, the quote is the keyword alone.
    """
    if posting_text is None or posting_text[mention.start : mention.end] != mention.text:
        return Quote("", _plain(mention.text, unicode), "")
    line_start = posting_text.rfind("\n", 0, mention.start) + 1
    line_end = posting_text.find("\n", mention.end)
    left = posting_text[line_start : mention.start]
    right = posting_text[mention.end :] if line_end < 0 else posting_text[mention.end : line_end]
    hit = _plain(mention.text, unicode)
    before, after = _plain(left, unicode).lstrip(_LIST_MARKS), _plain(right, unicode)
    spare = max(0, room - len(hit) - 2)  # 2: a blank on either side
    room_before = max(spare // 3, spare - len(after))
    before = _tail(before, room_before, unicode)
    after = _head(after, spare - len(before), unicode)
    return Quote(
        before + " " * (bool(before) and left[-1:].isspace()),
        hit,
        " " * (bool(after) and right[:1].isspace()) + after,
    )


def _plain(text: str, unicode: bool) -> str:
    return clean(text) if unicode else to_ascii(clean(text))


def _head(text: str, room: int, unicode: bool) -> str:
    """The beginning of a text, whole words only, with an ellipsis if it was cut."""
    if len(text) <= room:
        return text
    mark = "…" if unicode else "..."
    border = text.rfind(" ", 0, max(0, room - len(mark)) + 1)
    return text[: max(0, border)].rstrip(" ,;:") + mark


def _tail(text: str, room: int, unicode: bool) -> str:
    """The end of a text, whole words only, with an ellipsis if it was cut."""
    if len(text) <= room:
        return text
    mark = "…" if unicode else "..."
    border = text.find(" ", len(text) - max(0, room - len(mark)) - 1)
    return mark + (text[border + 1 :] if border >= 0 else "")
