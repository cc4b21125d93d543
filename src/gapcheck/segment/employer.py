"""Names of the employer in a posting: they stand everywhere in it, and nobody's resume lacks them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gapcheck.document import Document
from gapcheck.segment.headings import section_of_heading
from gapcheck.segment.model import PostingSection
from gapcheck.segment.titles import split_title

_NAME = r"(?P<name>[A-Z][\w&'’.-]*(?: (?:of |and |& |for |the )?[A-Z][\w&'’.-]*){0,5})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:About|Why|Life at|Working (?:at|for)|Welcome to|Who is|Introducing) (?:the )?{_NAME}\s*[:?]?$",
        rf"\b(?:Here )?[Aa]t {_NAME},? (?:we|our|you|everyone)\b",
        rf"(?:^|[.!?] ?|\n){_NAME} (?:is|are) (?:an?\b|the\b|one of|proud|committed|looking|seeking|currently|recruiting|hiring|"
        r"dedicated|leading|part of|known|home to|based|acting)",
        rf"\b(?:[Jj]oin|[Jj]oining|[Ww]orking (?:for|at)|[Ww]ork (?:for|at)|on behalf of|here at|[Ww]elcome to|[Ll]ife at)"
        rf" (?:the |us at )?{_NAME}",
        rf"^(?:Company|Employer|Organi[sz]ation|Client|School|Trust|Agency|Department)(?: [Nn]ame)?: {_NAME}\s*$",
        rf"\b{_NAME} (?:offers|provides|does not discriminate|values|believes|has been|was founded|embraces|welcomes|"
        r"celebrates|will not|participates|serves|employs)\b",
        rf"\b{_NAME}['’]s\b(?!\W*$|[,;.)]| (?:to|and|or|for|in|with|of|from|at|by|on|that|which|are|is|as)\b)",
    )
)
_TOP_LINE = re.compile(rf"^{_NAME}\s+[—–|·-]\s+[A-Z][\w .'-]+, ?[A-Z][\w .,'-]*$")
TOP_LINES = 5
"""Lines from the top among which "Acme — Leeds, England" names the employer."""

_NO_NAMES = frozenset(
    """the this our we you your it a an they there who what in at as if all any i here these that those he she
    candidates applicants successful ideal experience knowledge ability working benefits must role position
    job salary location responsibilities qualifications requirements skills team teams company monday friday
    bachelor master associate driver children women men world today""".split()
)


def find_employers(document: Document) -> frozenset[str]:
    """Names that the posting uses for its employer, as written; empty when it names none."""
    found = Counter(_names(document.text))
    for line in document.lines[:TOP_LINES]:
        if match := _TOP_LINE.match(document.line_text(line)):
            found[match.group("name")] += 1
    if document.employer:
        found[document.employer] += 1
    names = frozenset(name for name in found if _plausible(name, document.text))
    return names | frozenset(word for name in names for word in _its_people(name, document.text))


def is_top_line(document: Document, start: int, end: int) -> bool:
    """Whether a stretch is a line on top that says who hires and where ("Acme — Leeds, England")."""
    return document.line_index(start) < TOP_LINES and _TOP_LINE.match(document.text[start:end]) is not None


def _its_people(name: str, text: str) -> Iterator[str]:
    """What a posting calls the people of an employer of one word: "Googlers"."""
    if name.isalpha():
        yield from re.findall(rf"\b{name}(?:e?r|i?an)s?\b", text)


def _names(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for pattern in _PATTERNS:
            for match in pattern.finditer(line):
                yield match.group("name").rstrip(".'’").removesuffix("’s").removesuffix("'s")


def _plausible(name: str, text: str) -> bool:
    """Whether a name is more than a capital at the start of a sentence: said twice, or of two words or more."""
    words = name.lower().split()
    if words[0] in _NO_NAMES or section_of_heading(name) not in (None, PostingSection.COMPANY):
        return False
    if split_title(name).head and len(words) < 4:
        return False
    return len(words) > 1 or text.count(name) > 1
