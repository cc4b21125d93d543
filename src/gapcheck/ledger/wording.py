"""Words shared by both sides of the ledger: numbers in words, light stems, and how a need is put strongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapcheck.document import Document, Line
from gapcheck.ledger.lazy import Lazy
from gapcheck.report import Strength
from gapcheck.segment.model import PostingSection

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty "
)

NUMBER_WORDS = {word: number for number, word in enumerate(_NUMBERS.split())} | {
    "a": 1,
    "an": 1,
    "half": 0.5,
    "thirty": 30,
    "twenty-four": 24,
    "thirty-six": 36,
    "twenty-five": 25,
}

# Suffixes in the order they are tried. They also take off what makes a person of a trade (nurse, nursing;
# accountant, accounting; developer, development), since a job title names the person and a posting the trade.
_SUFFIX_LIST = (
    "ationally ational ations ation ators ator ating ated ates ate ements ement ments ment ancies ancy "
    "ances ance ants ant erings ering eers eer ings ing ists ist ians ian ers er ors or ships ship ies "
    "ied ed es als al ives ive ics ic s y e "
)
_SUFFIXES = tuple(_SUFFIX_LIST.split())

# Families of words that suffixes alone do not bring together.
_FAMILIES = (
    "analy",
    "scien",
    "pharmac",
    "program",
    "therap",
    "psycholog",
    "physi",
    "admin",
    "radio",
    "theat",
)

_WORD = Lazy(r"[^\W_][\w+#.]*[\w+#]|[^\W_]")

_STOP_WORDS = (
    "a an the of in on at for to with and or as by from into within using including experience "
    "experienced years year months other similar related relevant equivalent role roles position "
    "positions level field fields area areas work working environment environments setting settings "
    "capacity our your their this that its is are be any all one more some etc e.g i.e such professional "
    "industry following either both least minimum proven demonstrated strong good solid hands-on previous "
    "prior recent successful success track record direct directly various multiple variety type types "
    "based across well including preferably ideally must have having been who can will us uk performing "
    "leading closely supporting working managing helping company companies organization organisation team "
    "teams practices practice best principles concepts tools technologies technology techniques methods "
    "systems system services service products product business "
)

_STOP = frozenset(_STOP_WORDS.split())
_WEAK_WORDS = (
    "practices practice principles concepts tools technologies technology techniques methods systems "
    "system services service products product business team teams managing leading "
)

# The last words of _STOP are too common to prove a scope by themselves; alone they still have to count.
_WEAK = frozenset(_WEAK_WORDS.split())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A light stem that a trade and the person who practises it share; never shorter than three letters."""
    word = word.lower().strip(".'’")
    if any(sign in word for sign in "+#") or len(word) < 4:
        return word
    for family in _FAMILIES:
        if word.startswith(family):
            return family
    for suffix in _SUFFIXES:
        if (
            word.endswith(suffix)
            and len(word) - len(suffix) >= max(3, len(suffix))
            and not word.endswith("ss")
        ):
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 3 and (word[-1] in "ey" or word[-1] == word[-2]) else word


def stems(text: str) -> frozenset[str]:
    """Stems of all words of a text."""
    return frozenset(stem(word) for word in words(text))


_WITH_UP = Lazy(r"(?<=\w)-up\b", re.IGNORECASE)


def words(text: str) -> list[str]:
    """Words of a text; hyphens and slashes part them, but "start-up" is one word (and no "start")."""
    return _WORD.findall(_WITH_UP.sub("up", text))


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in order; of the weak ones only where there is nothing else."""
    plain = [word.lower() for word in words(text)]
    strong = [stem(word) for word in plain if word not in _STOP]
    return tuple(dict.fromkeys(strong or [stem(word) for word in plain if word in _WEAK]))


# Resumes have lines and pages; what goes on longer than this is no resume, and reading it whole takes minutes.
LONGEST_LINE = 1000
MOST_LINES = 600


def resume_lines(resume: Document) -> Iterator[tuple[int, Line, str]]:
    """Index, line and text of the lines of a resume, each cut to a sane length."""
    for index, line in enumerate(resume.lines[:MOST_LINES]):
        yield index, line, resume.text[line.start : min(line.end, line.start + LONGEST_LINE)]


_PREFERRED = (
    r"prefer(?:red|ably|able|ence)?\b|desir(?:ed|able|ous)\b|advantage(?:ous)?\b|nice[- ]to[- ]have"
    r"|ideal(?:ly)?\b"
    r"|\b(?:a|an|big|huge|strong|definite) (?:bonus|plus|asset)\b|\bbonus(?: points)?\b|\bplus(?:$"
    r"|[.;!)])|beneficial\b"
    r"|\boptional\b|(?:would|will|it['’]d) be (?:great|helpful|useful|welcome[d]?|an asset)|\b(?:is"
    r"|are) (?:helpful|useful|welcome)"
    r"|not (?:essential|required|necessary|mandatory|needed)|\bwelcomed\b|even better"
)
_REQUIRED = (
    r"\brequire[sd]?\b|\bessential\b|\bmandatory\b|\bmust\b|\bminimum\b|\bat least\b"
    r"|\bnecessary\b|\bneed(?:ed|s)?\b"
)
_CUE = Lazy(rf"(?P<preferred>{_PREFERRED})|(?P<required>{_REQUIRED})", re.IGNORECASE)


# "3 years of litigation, preferably in a law firm": the cue is about what follows it.
_AHEAD = Lazy(r"\b(?:preferably|ideally)\b", re.IGNORECASE)


def strength_of(before: str, inside: str, after: str, section: PostingSection) -> Strength:
    """How strongly a need is put.

    The cue behind it in its sentence wins ("Master's preferred"), then one inside or in front of it ("must
    have", "preferably"), then the section it stands in.
    """
    after = _AHEAD.split(after)[0]
    for text in (after, inside, before):
        cues = list(_CUE.finditer(text))
        if cues:
            cue = cues[0] if text is after else cues[-1]
            return Strength.PREFERRED if cue["preferred"] else Strength.REQUIRED
    if section is PostingSection.PREFERRED:
        return Strength.PREFERRED
    if section in (PostingSection.DUTIES, PostingSection.TITLE):
        return Strength.MENTIONED
    return Strength.REQUIRED
