"""Names of organisations in a text: a school, an agency or a company is nobody's skill, whoever it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.segment.model import Span

_WORD = r"[A-Z][\w&'’.-]*"
_ORGANISATION = re.compile(
    rf"\b(?P<name>(?:{_WORD} (?:(?:of|for|and|&|the) )*){{1,6}}?"
    r"(?:(?:Community |State |Technical )?Colleges?|Universit(?:y|ies)|Academy"
    r"|(?:Public |Middle |Elementary |High )?Schools?"
    r"|(?:NHS )?(?:Foundation )?Trust|Hospitals?|Council|County|District|Inc|LLC|LLP|Ltd|Limited|plc|PLC"
    r"|Corp(?:oration)?"
    r"|Institutes?|Foundation|Agency|Commission|Authority|Administration|Ministry|Church|Association|Society|Bureau|Corps)"
    rf"(?: (?:of|for|at|in) (?:the )?{_WORD}(?: (?:and |& )?{_WORD}){{0,3}})?)(?![\w-])"
)
_DEPARTMENT = re.compile(
    rf"\b(?:Department|College|University|Institute|Ministry|Office|School|Bureau) of (?:the )?{_WORD}"
    rf"(?:(?:,? and|,| &)? {_WORD}){{0,4}}"
)
_NO_NAMES = frozenset(
    """a an the your our this any all high middle elementary secondary primary public private medical nursing law
    graduate accredited approved bachelor master associate experience ability knowledge business database system systems
    network contract office health healthcare sales oracle linux windows server public land""".split()
)
"""First words of what only looks like a name: "High School", "Nursing School", "System Administration"."""


def find_organisations(text: str) -> Iterator[Span]:
    """Where a text names organisations, in text order within each pattern."""
    for pattern in (_ORGANISATION, _DEPARTMENT):
        for match in pattern.finditer(text):
            if match.group().split()[0].lower() not in _NO_NAMES:
                yield Span(*match.span())


SHORTEST = 3
"""Letters of the shortest abbreviation that is taken for an organisation's: two are the initials of anything."""

_CAPITALS = re.compile(r"\b[A-Z]{3,7}\b")


def find_initials(text: str) -> frozenset[str]:
    """Words in capitals that abbreviate the name of an organisation in the text: "SHFT" for a "… Foundation Trust"."""
    names = {text[span.start : span.end] for span in find_organisations(text)}
    initials = {"".join(word[0] for word in name.split() if word[0].isupper()) for name in names}
    return frozenset(
        word for word in set(_CAPITALS.findall(text)) if any(_abbreviates(word, own) for own in initials)
    )


def _abbreviates(word: str, initials: str) -> bool:
    """Whether a word is the initials, or lacks one of them."""
    if word[0] != initials[:1] or not SHORTEST <= len(word) <= len(initials) <= len(word) + 1:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in word)
