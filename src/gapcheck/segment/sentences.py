"""Sentences of a line, by rule: postings lack the punctuation that a trained splitter relies on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gapcheck.segment.model import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|inc|ltd|co|corp|dr|mr|mrs|ms|st|no|nos|approx|min|max|yrs?|hrs?|dept|incl|eq|equiv|sr|jr|"
    r"prof|ref|ext|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|ph\.d|b\.s|b\.a|m\.s|m\.a|m\.d|d\.c)|(?<![+#/&])\b[A-Z])\.$",
    re.IGNORECASE,
)
_SURE_BULLETS = "•●▪◦‣∙■►▶▸➢➤✓✔✦★"
"""Signs that stand for nothing else within a line."""
_BULLETS = f"{_SURE_BULLETS}·*□○◆➔→"
_BREAK = re.compile(
    rf"""
      (?P<stop>[.!?]+["”’)\]]*)(?P<space>\s+)(?=["“‘(\[]?[A-Z0-9•\-*])     # a full stop, a blank and a capital
    | (?P<glued>(?<=[a-z)\]]{{2}})[.!?])(?=(?:[A-Z][a-z]+|[A-Z]{{4,}})[ ,:])      # "experience.Strong knowledge"
    | (?<=[a-z]{{4}})(?=\d{{1,2}}\+?\s(?:years|yrs)\b)                           # "preferred5+ years"
    | \s+(?=[{_BULLETS}]\s)                                                  # bullets run together on one line
    | (?<=[\w:;)])(?:\s*[{_SURE_BULLETS}]\s*|·\s+)(?=\w)                      # "skills•Able", "Requirements:· Able"
    | (?<=[a-z]{{3}})\s+(?=(?:If\ you|Please|To\ apply|For\ (?:more|further)       # a new sentence, the stop forgotten
        |(?:Our|My)\ [Cc]lient\ (?:is|are|has)|You\ (?:will|must|are)|We\ (?:are|offer|have)
        |This\ (?:role|position|is\ an?)|The\ (?:successful|ideal|right)\ (?:candidate|applicant))\b)
    """,
    re.VERBOSE,
)


def split_sentences(text: str, offset: int = 0) -> Iterator[Span]:
    """Sentences of one line of text as offsets (plus `offset`), without the blanks around them.

    A full stop after an abbreviation ends no sentence, except after "etc." before a capital letter.
    """
    start = 0
    for match in _BREAK.finditer(text):
        if match.group("stop"):
            end = match.end("stop")
            before = text[start:end]
            if _ABBREVIATION.search(before) and not before.lower().endswith("etc."):
                continue
        else:
            end = match.end("glued") if match.group("glued") else match.start()
        yield from _trimmed(text, start, end, offset)
        start = match.end()
    yield from _trimmed(text, start, len(text), offset)


_LOST_BREAK = re.compile(
    r"(?<=[a-z0-9)%])(?=[A-Z][a-z])|(?<=[a-z]{3})(?=[A-Z]{2,}\b)|(?<=[A-Z]{3})(?=[A-Z][a-z])"
)


def split_glued(text: str, span: Span, known: Callable[[str], bool]) -> Iterator[Span]:
    """The pieces of a sentence where a line break got lost: "… Ads ManagerEmail marketing …".

    A capital inside a word is such a place when the whole word is one that nobody uses and both its parts are known;
    a single letter before it belongs to a name ("cPanel").
    A name that is known together with the word before it ("QuickBooks ProAdvisor") stays whole, and so does what
    stands in brackets.
    """
    start = span.start
    for match in _LOST_BREAK.finditer(text, span.start, span.end):
        if _in_brackets(text, start, match.start()) or _in_address(text, span.start, match.start()):
            continue
        if _is_lost_break(text, span.start, match.start(), known):
            yield Span(start, match.start())
            start = match.start()
    yield Span(start, span.end)


LONGEST_ADDRESS = 300
"""Characters of the longest address of a page that is looked for before a place in it."""


def _in_address(text: str, start: int, position: int) -> bool:
    """Whether the word that the position is in is the address of a page."""
    first = max(start, position - LONGEST_ADDRESS)
    return "www." in text[max(first, text.rfind(" ", first, position)) : position]


def _in_brackets(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)


def _is_lost_break(text: str, start: int, position: int, known: Callable[[str], bool]) -> bool:
    left = _WORD_BEFORE.search(text, max(start, position - LONGEST_LOOK_BACK), position)
    before = left.group("word") if left else ""
    if len(before) == 1 or (before and not known(before)):
        return False
    # "PostGIS": a line that ends in a capitalised word and goes on in an abbreviation is rarer.
    if before[:1].isupper() and text[position : position + 2].isupper():
        return False
    if left and before.istitle() and _NAME_ENDS.match(text, position) and _is_within_item(text, left):
        return False
    for pattern in (_WORD_AFTER, _NAME_AFTER):
        right = pattern.match(text, position)
        after = right.group() if right else ""
        whole = (before + after, left.group() + after) if left else ()  # nothing is known to end in a bracket
        if after and known(after) and not any(map(known, whole)):
            return True
    return False


def _is_within_item(text: str, left: re.Match[str]) -> bool:
    """Whether the capitalised word that a match ends in begins no line: a small one stands before it, or a sign that
    parts the items of a list."""
    return not left.group()[0].isupper() or text[max(0, left.start() - 2) : left.start()].strip() in {
        "/",
        ",",
        "(",
        "&",
    }


LONGEST_LOOK_BACK = 60
"""Characters before a place in which the two words before it are sought; hostile input must not cost time."""

_WORD_BEFORE = re.compile(r"(?:[A-Za-z]+ )?(?P<word>[A-Za-z]+)\Z")
_WORD_AFTER = re.compile(r"[A-Z](?:[a-z]+|[A-Z]+\b)")
_NAME_AFTER = re.compile(r"[A-Z][A-Za-z]{1,40}(?![A-Za-z])")
"""A word with capitals inside ("TikTok")."""
_NAME_ENDS = re.compile(r"[A-Z][a-z]+(?:[,.;:)]|\s?[(/]|\s(?:and|or)\b|\s*\Z)")
"""The rest of a name, an item by itself: "Civil 3D and MicroDrainage (or similar)"."""

_EDGE = f" \t{_BULLETS}–—-"


def _trimmed(text: str, start: int, end: int, offset: int) -> Iterator[Span]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    if start < end:
        yield Span(start + offset, end + offset)
