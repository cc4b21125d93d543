"""A sentence that demands one thing and wishes for another, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.segment.cues import says_preferred
from gapcheck.segment.model import Span

_WISHED = (
    r"(?!(?:strongly|highly|very|much|most|not|but|and|also|is|are)\s)(?:(?!\s[–—-]\s)[^();]){2,50}\s(?:\w+ly\s)?"
    r"(?:preferred|pref['’]d|pref\.|desired|desirable|a\s(?:\w+\s)?plus|an?\s(?:\w+\s)?(?:advantage|asset|bonus)|(?:is|are)\sideal)\W?"
)
"""What is wished for, by a word behind it: "graduate degree strongly preferred"."""

LONGEST_CLAUSE = 200
"""Characters in which a clause says how much it is wished for; hostile input must not cost time."""

_WISHED_ALL = (
    r"(?:(?!\band\b)[^;]){0,120}\b(?:is|are|would|will)\s(?:also\s)?(?:be\s)?(?:an?\s)?(?:\w+ly\s)?"
    r"(?:advantag|benefi|desirable|preferred|plus|bonus|asset)"
)
"""What is said of all before it: "experience, preferably in claims, would be advantageous"."""

_WISH_BEGINS = re.compile(
    rf";\s+|,?\s+(?=[(–-]?\s*(?:ideally|preferably|desirably)\b(?!\W*$))(?!{_WISHED_ALL})|\s[–—-]\s+(?={_WISHED}$)"
    r"|,\s+(?=[^,;()]{2,60}\s(?:ideally|preferably)\W*$)"
    rf"|\s*(?P<bracket>\({_WISHED}\))\s*"
    r"|(?:(?<=\srequired)|(?<=\sessential)|(?<=\smandatory)|(?<=\sa must)|(?<=\sneeded)|(?<=\sexpected))"
    r"(?P<demanded>,\s+(?:and\s|but\s|with\s)?|\s+(?:and|but|while|whilst|although|though|with)\s+)"
    r"(?!(?:preferred|preferably|desired|desirable|not|or)\b)"
    r"|(?:(?<=\spreferred)|(?<=\sdesired)|(?<=\sdesirable)),\s+(?=[^,;]{2,60}\s(?:required|essential|mandatory|a\smust)\b)"
    r"|[,;]\s+(?=[^,;()]{2,60}\s\((?:preferred|desired|desirable|optional|a\splus|nice[\s-]to[\s-]have)\)\W*$)"
    r"|,?\s+(?P<wished>and|but|however)\s+"
    r"(?=[^,;]{3,80}\s(?:is|are)\s(?:\w+ly\s)?(?:essential|required|mandatory|a\smust)\b)"
    r"|,\s+(?=[^,;()]{2,40}\soptional\W*$)"
    r"|,\s+(?=what\sis\sessential\b)"
    rf"|(?P<counted>,\s+)(?={_WISHED}$)",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"\W*(?:at least|minimum|must|\d+\+?\s?(?:years|yrs|months))\b[^,]*", re.IGNORECASE)
"""A demand by its beginning: "at least a year of acute care", which a wish behind a comma does not soften."""


def wishes_apart(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that demands one thing and wishes for another, else the whole of it.

    "A degree; a master's is a plus", "CAD, ideally SolidWorks", "containers - Docker preferred", "a degree (a
    master's preferred) and two years of experience" and "SQL is essential and Python would be useful": the word of
    wishing is said of one part only.
    """
    start = span.start
    if says_preferred(text[span.start : span.end]):
        for match in _WISH_BEGINS.finditer(text, span.start + 1, span.end):
            behind = text[match.end() : min(span.end, match.end() + LONGEST_CLAUSE)]
            before = text[max(start, match.start() - LONGEST_CLAUSE) : match.start()]
            if match["demanded"] and not says_preferred(behind):
                continue
            if match["counted"] and (not _COUNTED.fullmatch(before) or says_preferred(before)):
                continue
            if match["wished"] and not says_preferred(before):
                continue
            yield start, match.start()
            start = match.end()
            if match["bracket"]:
                yield match.span("bracket")
    if any(map(str.isalnum, text[start : span.end])):
        yield start, span.end
