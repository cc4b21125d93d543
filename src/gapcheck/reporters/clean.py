"""Make text of unknown origin harmless to show: no control sequences, no bidi tricks, ASCII if asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from gapcheck.report import Report, ResumeView

if TYPE_CHECKING:
    from gapcheck.keyword_list import KeywordList

HARMFUL = (
    "\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
"""Characters, as a regular expression's class: DEL and C1 controls, the soft hyphen, zero-width and bidi
controls, lone surrogates, interlinear marks and tags. C0 controls and white space are not among them."""

Value = TypeVar("Value")

_REMOVED = re.compile(f"[\x00-\x08\x0e-\x1b{HARMFUL}]")

_ASCII_FORMS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "•": "*", "·": "-",
        "→": "->", "←": "<-", "×": "x", "≥": ">=", "≤": "<=", "ß": "ss", "æ": "ae", "Æ": "AE",
        "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i",
    }
)  # fmt: skip


def clean(text: str) -> str:
    """The text on one line, single-spaced, without what steers a terminal or the writing direction."""
    return " ".join(_REMOVED.sub("", text).split())


def harmless(text: str) -> str:
    """A stretch of a line without what steers the writing direction; blanks at its ends stay, tabs become blanks."""
    return re.sub(r"\s", " ", _REMOVED.sub("", text))


def to_ascii(text: str) -> str:
    """The text in ASCII: typographic signs spelled out, accents dropped, `?` for what has no ASCII form."""
    bare = unicodedata.normalize("NFKD", text.translate(_ASCII_FORMS))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return letters.encode("ascii", "replace").decode("ascii")


def clean_report(report: Report, *, unicode: bool = True) -> Report:
    """The report with every text in it cleaned, so that no reporter can forget one.

    Offsets still mean the text as read; the cleaned text is for showing only. The documents themselves are
    left out: what is shown of them goes through `clean` where it is quoted.
    """
    report = replace(report, documents=None)
    return _map_texts(report, clean if unicode else lambda text: to_ascii(clean(text)))  # type: ignore[no-any-return]


def clean_value(value: Value, *, unicode: bool = True) -> Value:
    """A tuple, a frozen value or a text with every text in it cleaned."""
    change = clean if unicode else lambda text: to_ascii(clean(text))
    return _map_texts(value, change)  # type: ignore[no-any-return]


def clean_view(view: ResumeView, *, unicode: bool = True) -> ResumeView:
    """The view of a resume with every text in it cleaned; its document stays as read."""
    change = clean if unicode else lambda text: to_ascii(clean(text))
    return ResumeView(
        version=change(view.version),
        resume=_map_texts(view.resume, change),
        ten_second=_map_texts(view.ten_second, change),
        reading=_map_texts(view.reading, change),
        document=view.document,
        seen=view.seen,
    )


def clean_keywords(found: KeywordList, *, unicode: bool = True) -> KeywordList:
    """The keywords of a posting with every text cleaned."""
    return _map_texts(found, clean if unicode else lambda text: to_ascii(clean(text)))  # type: ignore[no-any-return]


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_map_texts(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {item.name: _map_texts(getattr(value, item.name), change) for item in fields(value)}
        return replace(value, **changed)
    return value
