"""Degrees and school leaving certificates in the ways people write them, with their level (US, UK, EU)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Level


@dataclass(frozen=True, slots=True)
class DegreeWord:
    """A degree as written. `field` is one the title itself implies ("MBA": business), `bare` a two-letter
    form, `vocational` an award for a trade ("NVQ Level 3", "BTEC").
    """

    start: int
    end: int
    level: Level
    field: str | None = None
    bare: bool = False
    vocational: bool = False


# Abbreviations with their level and the field they imply. All are matched with or without full stops.
_SHORT: dict[str, tuple[Level, str | None]] = {
    "BSc": (Level.BACHELOR, None),
    "BSN": (Level.BACHELOR, "nursing"),
    "BEng": (Level.BACHELOR, "engineering"),
    "BTech": (Level.BACHELOR, "engineering"),
    "BBA": (Level.BACHELOR, "business administration"),
    "BCom": (Level.BACHELOR, "commerce"),
    "BEd": (Level.BACHELOR, "education"),
    "BFA": (Level.BACHELOR, "fine arts"),
    "BSW": (Level.BACHELOR, "social work"),
    "BCA": (Level.BACHELOR, "computer applications"),
    "BSEE": (Level.BACHELOR, "electrical engineering"),
    "BSCS": (Level.BACHELOR, "computer science"),
    "BArch": (Level.BACHELOR, "architecture"),
    "LLB": (Level.BACHELOR, "law"),
    "MSc": (Level.MASTER, None),
    "MBA": (Level.MASTER, "business administration"),
    "EMBA": (Level.MASTER, "business administration"),
    "MSN": (Level.MASTER, "nursing"),
    "MEng": (Level.MASTER, "engineering"),
    "MTech": (Level.MASTER, "engineering"),
    "MEd": (Level.MASTER, "education"),
    "MArch": (Level.MASTER, "architecture"),
    "MPH": (Level.MASTER, "public health"),
    "MSW": (Level.MASTER, "social work"),
    "MFA": (Level.MASTER, "fine arts"),
    "MPA": (Level.MASTER, "public administration"),
    "MCA": (Level.MASTER, "computer applications"),
    "MPhil": (Level.MASTER, None),
    "MRes": (Level.MASTER, None),
    "LLM": (Level.MASTER, "law"),
    "PhD": (Level.DOCTORATE, None),
    "DPhil": (Level.DOCTORATE, None),
    "EdD": (Level.DOCTORATE, "education"),
    "PsyD": (Level.DOCTORATE, "psychology"),
    "ScD": (Level.DOCTORATE, None),
    "DNP": (Level.DOCTORATE, "nursing"),
    "PharmD": (Level.DOCTORATE, "pharmacy"),
    "DClinPsy": (Level.DOCTORATE, "clinical psychology"),
    "MBBS": (Level.BACHELOR, "medicine"),
    "MBChB": (Level.BACHELOR, "medicine"),
    "ADN": (Level.ASSOCIATE, "nursing"),
    "HND": (Level.ASSOCIATE, None),
    "HNC": (Level.CERTIFICATE, None),
    "PGCE": (Level.BACHELOR, "education"),
    "GED": (Level.SECONDARY, None),
}

# Two letters need company to be a degree: "BS in …", "MS degree", "BA/BS", "B.S.".
_BARE: dict[str, tuple[Level, str | None]] = {
    "BA": (Level.BACHELOR, None),
    "BS": (Level.BACHELOR, None),
    "BE": (Level.BACHELOR, "engineering"),
    "MA": (Level.MASTER, None),
    "MS": (Level.MASTER, None),
    "AA": (Level.ASSOCIATE, None),
    "AS": (Level.ASSOCIATE, None),
    "AAS": (Level.ASSOCIATE, None),
    "JD": (Level.DOCTORATE, "law"),
    "MD": (Level.DOCTORATE, "medicine"),
}

# Of a master's level (RQF 7), but no master's degree.
_POSTGRADUATE = (
    r"(?:post[ -]?graduate|pg\.?) ?(?:certificate|diploma|qualification)"
    r"(?:\s?(?:/|,|or|and|&)\s?(?:certificate|diploma|degree)){0,2}"
    r"(?= in\b|\W*(?:$|[.,;:(]|or\b|and\b|preferred|required|essential|desirable|is\b|with\b|from\b))"
)
POSTGRADUATE = Lazy(_POSTGRADUATE, re.IGNORECASE)

_LONG: tuple[tuple[Level, str], ...] = (
    (
        Level.DOCTORATE,
        (
            r"doctorates?|doctoral(?:[ -](?:level|degrees?|qualification))?|juris doctor"
            r"|degree of (?:an? )?doctor(?: of| medicine)?|doctor of"
        ),
    ),
    (
        Level.MASTER,
        (
            r"(?:masters['’]?|master\s?['’`´?]\s?s)(?=\W|degree)(?:[ -](?:degrees?|level))?|master degrees?"
            r"|master(?= (?:or|and) (?:ph|doctor))|master of"
            r"|post[ -]?graduate degree|advanced (?:\w+ )?degrees?"
            rf"|{_POSTGRADUATE}"
            r"|graduate(?:[ -]level)? degrees?|(?<!or )higher degree(?! of\b)"
            r"|graduate school"
        ),
    ),
    (
        Level.CERTIFICATE,
        r"higher national certificate|certificate of higher education|(?<!school )(?<!national )diploma(?= in\b)",
    ),
    (
        Level.ASSOCIATE,
        (
            r"associate['’]?s?(?=,? (?:or )?(?:higher|bachelor|baccal|master))"
            r"|associates?['’`´?]?\s?s?['’]? degrees?|associate of (?:arts|science|applied)|associate['’]s\b"
            r"|foundation (?:\w+ )?degrees?"
            r"|(?:2|two)[- ]years? (?:college )?degree|higher national diploma|diploma of higher education"
        ),
    ),
    (
        Level.BACHELOR,
        (
            r"bachelors?['’`´?]?\s?s?['’]?(?=\W|degree)(?:[ -](?:degrees?|level))?|bachelor of"
            r"|baccalaureate(?: degrees?)?"
            r"|(?:4|four)[- ]years? (?:\w+ )?degrees?|undergraduate degrees?|(?:university|college|honou?rs"
            r"|first|relevant|recognised)"
            r"[ -]degrees?|degree[- ](?:level|qualified|educated)|(?:educated|qualification) (?:to|at) degree"
        ),
    ),
    (
        Level.UPPER_SECONDARY,
        (
            r"a[- ]levels(?!\w)|(?-i:A-[Ll]evel|A Level)(?! \d)"
            r"|access to higher education|international baccalaureate"
        ),
    ),
    (
        Level.SECONDARY,
        (
            r"high[- ]school (?:diploma|degree|graduate|equivalen\w+|education|or)|gcses?(?:['’]s)?"
            r"|g\.?e\.?d\.?(?= |$|,|\))"
            r"|secondary school diploma"
        ),
    ),
)
_VOCATIONAL = (
    r"(?:s?n?vq|qcf|rqf|city (?:&|and) guilds)\s?(?:at )?(?:level )?\s?(?P<nvq>[1-7]|i{1,3}v?|iv)\b"
    r"|level (?P<nvq2>[2-7]) (?:nvq|diploma|qualification|certificate|award|apprenticeship)"
    r"|(?P<btec>btec(?: national)?)"
)

# Degree words that are no demand: degrees of freedom, 360 degrees, "a high degree of".
_NOT_A_DEGREE = Lazy(
    r"(?:\b(?:high|higher|large|great|significant|certain|considerable|fair|good|some|any|varying|\d+"
    r"|same|appropriate|greater"
    r"|strong|substantial|this|the)\s)degrees?\s(?:of|to)\b|\b(?:greater|lesser|limited)\sdegrees?\b|\bhigh\sdegree\b(?!\s?[,(]|\sin\b|\slevel)|\d\s?°|\b\d+\sdegrees?\b"
    r"|degrees?\s(?:celsius|fahrenheit|c|f)\b|\b360",
    re.IGNORECASE,
)


@cache
def _pattern() -> re.Pattern[str]:
    long = "|".join(f"(?P<L{index}>{forms})" for index, (_, forms) in enumerate(_LONG))
    short = "|".join(sorted((_dotted(form) for form in _SHORT), key=len, reverse=True))
    bare = "|".join(sorted((_dotted(form) for form in _BARE), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.+-])(?:(?i:{long}|{_VOCATIONAL}|(?P<plain>degrees?))|(?P<short>(?i:{short}))s?"
        rf"|(?P<bare>{bare})|(?P<lower>(?i:{bare})))(?![\w#])"
    )


def _dotted(form: str) -> str:
    """The form with an optional full stop and blank behind each part: BSc, B.Sc., B. Sc; PhD, Ph.D."""
    parts = re.findall(r"[A-Z][a-z]*", form)
    return r"\.?\s?".join(parts) + r"\.?" if len(parts) > 1 else form


def _dedotted(text: str) -> str:
    return re.sub(r"[.\s]", "", text).lower()


_ALL_CAPITALS = frozenset({"bscs", "bsee", "bca", "mca", "mpa", "adn", "ged"})
_BY_SHORT = {form.lower(): value for form, value in _SHORT.items()}
_BY_BARE = {form.lower(): value for form, value in _BARE.items()}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "iiiv": 4}


def find_degree_words(text: str, *, lenient: bool = False) -> Iterator[DegreeWord]:
    """All degrees of a text in order. Plain "degree" counts as a bachelor's, as it does in the UK and the US.

    `lenient` takes two letters for a degree without more company, as among a resume's education, capitals or not.
    """
    for match in _pattern().finditer(text):
        word = _word(text, match, lenient)
        if word is not None:
            yield word


def _word(text: str, match: re.Match[str], lenient: bool) -> DegreeWord | None:
    start, end = match.span()
    if match["short"]:
        # "bed", "med" and "March" are words, BSCs are cabinets: a degree has its capitals.
        form, capitals = _dedotted(match["short"]), sum(letter.isupper() for letter in match["short"])
        if (form in ("bed", "med", "march") and capitals < 2) or (
            form in _ALL_CAPITALS and capitals < len(form)
        ):
            return None
        if _stands_for_other(text, match) or (form == "llm" and not _in_law(text, match)):
            return None
        level, field = _BY_SHORT[_dedotted(match["short"])]
        return DegreeWord(start, end, level, field)
    letters = match["bare"] or match["lower"]
    if letters:
        level, field = _BY_BARE[_dedotted(letters)]
        fits = _alone(text, match) if lenient else _in_company(text, match)
        return DegreeWord(start, end, level, field, bare="." not in letters) if fits else None
    if match["plain"]:
        nearby = text[max(0, start - 24) : end + 8]
        return None if _NOT_A_DEGREE.search(nearby) else DegreeWord(start, end, Level.BACHELOR)
    nvq = match["nvq"] or match["nvq2"]
    if nvq:
        number = _ROMAN.get(nvq.lower()) or int(nvq)
        return DegreeWord(start, end, Level(min(number, Level.MASTER)), vocational=True)
    if match["btec"]:
        return DegreeWord(start, end, Level.UPPER_SECONDARY, vocational=True)
    for index, (level, _) in enumerate(_LONG):
        if match[f"L{index}"]:
            return DegreeWord(start, end, level)
    return None


def _stands_for_other(text: str, match: re.Match[str]) -> bool:
    """Whether letters in brackets abbreviate what stands before: "Business Case Analysis (BCA)"."""
    letters = match["short"]
    if not letters.isupper() or text[match.start() - 1 : match.start()] != "(":
        return False
    named = text[max(0, match.start() - 80) : match.start() - 1].split()[-len(letters) :]
    initials = "".join(word[0] for word in named)
    return initials == letters and re.match(r"(?i)bachelor|master|doctor|associate|general", named[0]) is None


def _in_law(text: str, match: re.Match[str]) -> bool:
    """Whether LLM is the degree and not a large language model."""
    nearby = text[max(0, match.start() - 60) : match.end() + 60]
    return (
        not match[0].endswith("s")
        and re.search(r"(?i)\blaws?\b|\bj\.?d\b|degree|ll\.?b|juris|ll\.m", nearby) is not None
    )


_WORDS = frozenset({"as", "be"})
_BEFORE_SUBJECT = Lazy(r"\s?(?:$|\n|[,:;|(–-]|in\b|degree)", re.IGNORECASE)


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether two letters among a resume's education are a degree: no state, and no word of a sentence."""
    letters = match[0]
    if letters.lower() not in _WORDS:
        return not _after_city(text, match.start())
    before = text[: match.start()].rstrip(" ")
    return (
        before[-1:] in {"", "\n", ",", "|", "-", "–", "•"}
        and _BEFORE_SUBJECT.match(text, match.end()) is not None
    )


_COMPANY = Lazy(
    r"\s?(?:degrees?|in\s|/|or\s(?:ba|bs|ma|ms|ph|higher|master|equivalent|mba|m\.)|\(|,\s?(?:ba|bs|ma"
    r"|ms|ph|b\.|m\.|mba|master)"
    r"|with\s|\+|and\s(?:\d|ms|ma|ph)|preferred|required|level|[-–:]\s|[.,;]?$|\n|honou?rs|from\s|:)",
    re.IGNORECASE,
)
_MORE_DEGREES = Lazy(r"\s?(?:/|,|or|and)\s?(?:BA|BS|MA|MS|MBA|PhD|Ph\.D|MSc|BSc|M\.S|M\.A)\b")
_MICROSOFT = Lazy(
    r"\s?(?:office|excel|word|powerpoint|project|sql|access|outlook|teams|visio|dynamics|azure|windows)",
    re.IGNORECASE,
)


def _in_company(text: str, match: re.Match[str]) -> bool:
    """Whether two letters stand where a degree stands, not a state, a product, a company or a word."""
    if match["lower"]:
        return "." in match["lower"][:-1] and _BEFORE_SUBJECT.match(text, match.end()) is not None
    if _MICROSOFT.match(text, match.end()):
        return False
    # "Silver Spring, MD." ends a sentence; "MSc, M.A." does not.
    if "." not in match["bare"][:-1] and _after_city(text, match.start()):
        return False
    if "." in match["bare"]:
        return re.match(r"\s(?!Degree|In\b|Or\b|And\b)[A-Z][a-z]+\b", text[match.end() :]) is None
    before = text[max(0, match.start() - 24) : match.start()]
    if _MORE_DEGREES.match(text, match.end()):
        return True
    if (
        re.search(
            r"(?i)(?:\b(?:ba|bs|ma|ms|bsc|msc|or|a|an|have|hold|minimum|with|of|and|degree)\W{1,3}|/|^\W*)$",
            before,
        )
        is None
    ):
        return False
    return _COMPANY.match(text, match.end()) is not None


def _after_city(text: str, start: int) -> bool:
    """Whether a state stands here: "Boston, MA"."""
    before = text[max(0, start - 24) : start]
    after_degree = r"(?i)\b(?:ba|bs|ma|ms|mba|phd|degree|bachelor'?s|master'?s),\s$"
    return re.search(r"[a-z],\s$", before) is not None and re.search(after_degree, before) is None
