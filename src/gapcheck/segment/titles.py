"""Job titles: what the head noun is, what narrows it, and what is only rank, place, contract or pay.

Works the same on a posting's title line ("Senior Nurse (m/f/d) - Band 6 - Leeds, £37k") and on a line of a
resume ("Site Reliability Engineer II, Acme"): the title is the first stretch between separators that has a
head noun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gapcheck.segment.title_words import (
    FIELDS,
    HEAD_NOUNS,
    HEAD_SUFFIX,
    RANKS_AS_HEADS,
    SENIORITY,
    SHORT_TITLES,
    WEAK_HEADS,
    word_set,
)

LONGEST_CORE = 8
"""Words in the longest title once place, pay and contract are off; longer stretches are sentences."""
LONGEST_TEXT = 400
"""Characters looked at: no title line is longer, and hostile input must not cost time."""

_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_GENDER = re.compile(r"\b[mfwdxh](?:\s?/\s?[mfwdxh*]){1,3}\b", re.IGNORECASE)
_PAY = r"[$£€]\s?\d[\d,.]*\s?k?"
_NUMBERED = (
    r"\b(?:job|req(?:uisition)?|ref(?:erence)?|posting|vacancy)\b\.?\s*(?:id|no|number|code)?\.?\s*[:#]?\s*"
)
_PER = r"(?:\s*(?:/|per |an? |p)\s?(?:hr|hour|year|yr|annum|day|week|h|a)\b)?"
_NOISE = re.compile(
    "|".join(
        (
            r"\b(?:full|part)[- ]?time\b",
            r"(?<![\d-])\b\d{2}\s*[-/–]\s*\d{2}\b(?:\s+(?:school|academic) year)?",
            r"\b(?:fixed[- ]term|permanent|temporary|per diem|seasonal)\b",
            r"\bcontract\b(?! (?:manager|administrator|specialist))",
            r"\b(?:100% )?(?:remote|hybrid|on-?site|work from home|wfh)\b",
            r"\b(?:band|grade|level|scale|salary)[ :]*(?:\d+\w?|i{1,3}|iv|v)(?:\s*[-/–]\s*\d+\w?)?(?!\w)",
            rf"{_NUMBERED}(?=[\w/-]*\d)[\w/-]+",
            r"#\s*\w*\d\w*|\b[A-Z]{1,4}-?\d{3,}\b|\b[A-Z]{2}-\d{1,2}\b|\b\d{4,}\b",
            rf"(?:up to |from )?{_PAY}(?:\s*(?:-|–|to)\s*[$£€]?\s?\d[\d,.]*\s?k?)?{_PER}",
            r"\b\d{1,2}\s*(?:hours|hrs)(?:\s*(?:per|a|/)\s*week)?\b",
            r"\b(?:day|night|late|early|morning|evening) shifts?\b|\b(?:days|nights)\b",
            r"\bjoin (?:us|our \w+) as (?:an? |our )?|\bx\s?\d{1,2}\b|\b\d{1,2}\s?x\b",
            r"\b(?:urgent(?:ly)?|immediate start|(?:now |we'?re )?hiring|wanted|needed|required)\b!*",
        )
    ),
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s+[-–—|•·@:]+\s+|\s*[|•·;]\s*|\s*[,–—]\s*|:\s+|\s+-|-\s+|\t+|\s{3,}|\s+at\s+(?=[A-Z])|\s+(?i:with)\s+"
)
_TIGHT_DASH = re.compile(r"\b([A-Za-z]{4,})-(?=[A-Z])")
_WORD = re.compile(r"\.NET\b|[A-Za-zÀ-ÿ0-9][\w+#.&'’-]*")
_TURN = word_set("of for to in with on within from into by the a an as at under across")
"""Prepositions and articles: the head noun stands before the first of them."""
_SENTENCE = word_set(
    "we you they he she our your their my is are was were will be been have has had who that this not"
)
_PARTICIPLES = word_set("""
    accredited advanced applied armed automated certified chartered distributed embedded experienced
    integrated licenced licensed limited qualified registered salaried skilled specialised
    specialized supervised talented unqualified dedicated motivated
    """)
_SUFFIX = re.compile(rf"[a-z]{{2,}}{HEAD_SUFFIX}")


@dataclass(frozen=True, slots=True)
class Title:
    """A job title taken apart.

    `core` is the title cleaned of contract, place, pay and numbers, in the case it was written in. `head` is
    the head noun in lower case and singular, None when the text is no job title. `modifiers` are the other
    words that say what the job is, in lower case and text order; `seniority` those that say how high ("ii").
    """

    core: str
    head: str | None
    modifiers: tuple[str, ...] = ()
    seniority: tuple[str, ...] = ()


def split_title(text: str) -> Title:
    """Take a title apart; `head` is None when the text does not read as a job title."""
    pieces = _pieces(text)
    for position, piece in enumerate(pieces):
        title = _split_piece(piece)
        if title is not None:
            return title if title.modifiers else _with_field(title, pieces[position + 1 :])
    return Title(pieces[0] if pieces else "", None)


def _pieces(text: str) -> list[str]:
    plain = _GENDER.sub(" ", _BRACKETS.sub(" ", _BRACKETS.sub(" ", text[:LONGEST_TEXT])))
    plain = _TIGHT_DASH.sub(_loosen, _NOISE.sub(" | ", plain))
    pieces = (" ".join(part.split()).strip(" -–—|,:/*•·").rstrip(".") for part in _SEPARATOR.split(plain))
    return [piece for piece in pieces if piece]


def _loosen(match: re.Match[str]) -> str:
    """A dash set tight behind a head noun ("Nurse-Clinic Float") divides; any other belongs to its word."""
    return f"{match[1]} - " if _is_head(match[1]) else match[0]


def _split_piece(piece: str) -> Title | None:
    """The piece as a title; of "Developer/Engineer" and "Cook and Cleaner" the first alternative counts.

    In "Liaison and Diversion Practitioner" the left side is not an alternative: it is the shorter one.
    """
    for separator in ("/", " and ", " & ", " or "):
        left, found, right = piece.partition(separator)
        if found and len(left.split()) >= len(right.split()) and _looks_like_title(left):
            title = _parts(left.strip())
            return title if separator == "/" else replace(title, core=piece)
    return _parts(piece) if _looks_like_title(piece) else None


def _looks_like_title(piece: str) -> bool:
    words = _WORD.findall(piece)
    lower = [word.lower() for word in words]
    if not words or len(words) > LONGEST_CORE or _SENTENCE.intersection(lower):
        return False
    if lower[0] in _TURN or lower[0] == "i" or _is_verb(lower[0]):
        return False
    head = _head_index(words)
    first_is_weak = len(words) > 1 and head == 0 and lower[0] in WEAK_HEADS and lower[1] not in _TURN
    return head is not None and not first_is_weak


def _is_verb(word: str) -> bool:
    """Whether a first word is a verb in the past ("Managed a team of engineers"), not a participle of titles."""
    return word.endswith("ed") and len(word) > 4 and word not in _PARTICIPLES


def _head_index(words: list[str]) -> int | None:
    """Index of the head noun: the last before a preposition, passing over a rank behind another head noun."""
    lower = [word.lower() for word in words]
    turn = next((index for index, word in enumerate(lower) if word in _TURN), len(words))
    heads = [index for index in range(turn) if _is_head(words[index])]
    if len(heads) > 1 and _yields(lower, heads[-2], heads[-1]):
        heads.pop()
    return heads[-1] if heads else None


def _yields(lower: list[str], first: int, last: int) -> bool:
    """Whether the last head noun gives way to one before it: a rank behind it, or a firm of "Partners"."""
    rank = lower[last] in RANKS_AS_HEADS and first == last - 1
    return rank or (lower[last] not in WEAK_HEADS and singular(lower[last]) in WEAK_HEADS)


def head_span(piece: str) -> tuple[int, int] | None:
    """Offsets of the head noun within a single title (no separators), None when it has none."""
    matches = list(_WORD.finditer(piece))
    index = _head_index([match.group() for match in matches])
    return None if index is None else matches[index].span()


def _is_head(word: str) -> bool:
    return (
        word in SHORT_TITLES
        or singular(word.lower()) in HEAD_NOUNS
        or bool(_SUFFIX.fullmatch(singular(word.lower())))
    )


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A head noun without its plural ending ("secretaries" -> "secretary"); other words unchanged."""
    if word in HEAD_NOUNS:
        return word
    for plural, single in (
        ("ies", "y"),
        ("men", "man"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("wives", "wife"),
        ("s", ""),
    ):
        if word.endswith(plural) and word[: -len(plural)] + single in HEAD_NOUNS:
            return word[: -len(plural)] + single
    return word[:-1] if word.endswith("s") and _SUFFIX.fullmatch(word[:-1]) else word


def _parts(core: str) -> Title:
    words = _WORD.findall(core)
    place = _head_index(words)
    if place is None:
        return Title(core, None)
    others = [word.lower() for index, word in enumerate(words) if index != place]
    seniority = tuple(word.rstrip(".") for word in others if word in SENIORITY)
    modifiers = tuple(
        word for word in others if word not in SENIORITY and word not in _TURN and word not in ("and", "&")
    )
    head, implied = SHORT_TITLES.get(words[place], (singular(words[place].lower()), ()))
    return Title(core, head, implied + modifiers, seniority)


def _with_field(title: Title, rest: list[str]) -> Title:
    """A bare head takes the field named after the comma: "Manager, Human Resources"; a place is left out."""
    for piece in rest:
        words = tuple(word.lower() for word in _WORD.findall(piece))
        if words and len(words) <= 4 and any(word in FIELDS for word in words):
            modifiers = tuple(word for word in words if word not in _TURN and word not in ("and", "&"))
            return Title(f"{title.core}, {piece}", title.head, modifiers, title.seniority)
    return title
