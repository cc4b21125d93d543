"""Job titles and employers on the head lines of a job: which piece of the text is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gapcheck.segment.model import Span
from gapcheck.segment.resume_lines import LineFacts, any_of, trimmed
from gapcheck.segment.title_words import FIELDS, SENIORITY
from gapcheck.segment.titles import head_span, split_title

_ORGANISATION_WORDS = """
    inc|llc|llp|ltd|limited|plc|gmbh|ag|corp|corporation|co|company|companies|group|holdings|partners
    |associates|university|college|school|academy|institute|institution|hospital|clinic
    |medical cent(?:er|re)|health(?:care)?|bank|trust|council|county|city of|department|ministry
    |agency|foundation|society|association|church|labs?|laborator(?:y|ies)|systems|solutions|services
    |technologies|industries|enterprises|consulting|studios?|restaurant|hotel|store|shop|nhs|army|navy
    |air force|isd|district
"""
ORGANISATION = any_of(_ORGANISATION_WORDS, r"\b{}\b")
"""Words that say that a name is an organisation's."""

_PLACE_CODE = re.compile(
    r"(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT"
    r"|V[AT]|W[AIVY]|UK|USA?|U\.S\.A?\.?|BC|ON|QC|AB|UAE)(?:\s+\d{5}(?:-\d{4})?)?"
)
_PLACE_WORD = any_of(
    """
    remote|hybrid|on-?site|usa|united (?:states|kingdom)|england|scotland|wales|ireland|canada|india
    |germany|france|spain|australia|new zealand|china|japan|singapore|netherlands|italy|poland|mexico
    |brazil|ohio|texas|city|state|london|new york(?: city)?|full[- ]?time|part[- ]?time|contract
    |temporary|permanent|freelance|internship|seasonal|volunteer|current|present|.*\\b(?:hours|hrs
    |per week)\\b.*
    """
)
_LEGAL_FORM = re.compile(r",\s+(?:inc|llc|llp|ltd|plc|corp|co)\b\.?", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:job )?(?:title|position|role|employer|company|organi[sz]ation|location|dates?|duration|period)",
    re.IGNORECASE,
)


def find_job_title(lines: Iterable[LineFacts], text: str) -> Span | None:
    """Offsets of the job title among the head lines of a job: the first piece that reads as one.

    A piece that is plainly an organisation ("Nurse Partners Ltd") only counts when nothing else does.
    """
    fallback = None
    for item in lines:
        for piece in item.pieces:
            span = _title_in(piece, text)
            if span is None:
                continue
            if not ORGANISATION.search(text, piece.start, piece.end):
                return span
            fallback = fallback or span
    return fallback


def _title_in(piece: Span, text: str) -> Span | None:
    """The title within a piece, without an employer's name glued to its end."""
    words = text[piece.start : piece.end]
    if split_title(words).head is None:
        return None
    head = head_span(words)
    if head is None:
        return piece
    rest = words[head[1] :].split()
    keep = 0
    while keep < len(rest) and (
        rest[keep].strip(",.").casefold() in SENIORITY | FIELDS or not rest[keep][0].isupper()
    ):
        keep += 1
    if keep == len(rest) or (keep and rest[keep - 1].islower()):
        return piece  # "Director of Nursing Services": what follows belongs to the title
    end = head[1]
    for word in rest[:keep]:
        end = words.index(word, end) + len(word)
    return trimmed(text, piece.start, piece.start + end)


def find_employer(lines: Sequence[LineFacts], title: Span | None, text: str) -> Span | None:
    """Offsets of the employer among the pieces that are neither title, date nor place.

    In this order: what an organisation's word names, what stands before a place, the first; pieces on the
    title's own line come before those of other lines.
    """
    rows = _title_line_first(lines, title)
    pieces = [piece for item in rows for piece in _without_title(item.pieces, title, text)]
    named = [_with_legal_form(piece, text) for piece in pieces if not _is_place(piece, pieces, text)]
    organisations = (piece for piece in named if ORGANISATION.search(text, piece.start, piece.end))
    located = (piece for piece in named if _stands_before_place(piece, pieces, text))
    short = (
        piece for piece in (*organisations, *located, *named) if len(text[piece.start : piece.end]) <= 80
    )
    return next(short, None)


def _stands_before_place(piece: Span, pieces: Sequence[Span], text: str) -> bool:
    after = next((other for other in pieces if 0 < other.start - piece.end <= 4), None)
    return after is not None and _is_place(after, pieces, text)


def _title_line_first(lines: Sequence[LineFacts], title: Span | None) -> list[LineFacts]:
    return sorted(lines, key=lambda item: title is None or not item.line.start <= title.start < item.line.end)


def _without_title(pieces: Iterable[Span], title: Span | None, text: str) -> list[Span]:
    rest = []
    for piece in pieces:
        holds_title = title is not None and piece.start <= title.start < piece.end
        left = trimmed(text, title.end, piece.end) if title is not None and holds_title else piece
        if left.end - left.start > 1:
            rest.append(left)
    return rest


def _is_place(piece: Span, pieces: Sequence[Span], text: str) -> bool:
    """Whether a piece is a place or a note: a state code, the town before one, "Remote", a label."""
    words = text[piece.start : piece.end]
    if (
        _LEGAL_FORM.fullmatch(", " + words)
        or _PLACE_CODE.fullmatch(words)
        or _PLACE_WORD.fullmatch(words)
        or _LABEL.fullmatch(words)
    ):
        return True
    if not any(map(str.isalpha, words)) or words[0].islower():
        return True
    after = next((other for other in pieces if 0 < other.start - piece.end <= 3), None)
    if after is None or text[piece.end : after.start].strip() != ",":
        return False
    follower = text[after.start : after.end]
    return bool(
        _PLACE_CODE.fullmatch(follower) or _PLACE_WORD.fullmatch(follower)
    ) and not ORGANISATION.search(words)


def _with_legal_form(piece: Span, text: str) -> Span:
    form = _LEGAL_FORM.match(text, piece.end)
    return Span(piece.start, form.end()) if form else piece
