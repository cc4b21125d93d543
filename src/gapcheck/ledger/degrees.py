"""Degrees a posting asks for: level, fields, and what is accepted instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gapcheck.ledger.degree_words import POSTGRADUATE, DegreeWord, find_degree_words
from gapcheck.ledger.fields import split_fields
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Level, Need
from gapcheck.report import RequirementType

LEVEL_NAMES = {
    Level.ENTRY: "a level 1 qualification",
    Level.SECONDARY: "a high-school diploma or GCSEs",
    Level.UPPER_SECONDARY: "A levels or a level 3 qualification",
    Level.CERTIFICATE: "a level 4 certificate",
    Level.ASSOCIATE: "an associate or foundation degree",
    Level.BACHELOR: "a bachelor's degree",
    Level.MASTER: "a master's degree",
    Level.DOCTORATE: "a doctorate",
}


# Without one of these there is no degree: looking for them is far quicker than the full pattern.
_HINT_WORDS = (
    "degree bachelor master doctor diploma gcse vq btec level baccal associate graduate school juris "
    "certificate city "
)
_HINTS = tuple(_HINT_WORDS.split())
_ABBREVIATED = Lazy(
    r"\b(?:[BMDEJ]\.?\s?[A-Z]|[BMP]\.?[A-Z]?[a-z]|LL\.?[BM]|P[Gh]|HN[CD]|EMBA|A\.?[ADS]|GED|DClin)"
)


LONGEST_LIST = 400
"""Characters of a list of fields; federal postings name a dozen and more."""


@cache
def _cues() -> dict[str, Lazy]:
    patterns = {
        "joined": (
            r"[\s,/()&-]*(?:or|and/or|and|&|to)?[\s(/]*(?:(?:an?|other|the|any|some|even|relevant"
            r"|equivalent)\s){0,2}(?:degree\s)?"
        ),
        # "a master's degree or higher with a degree in": the level of the clause is that of its first degree.
        "repeated": (r"\s\(?or\s(?:higher|above|better)\)?,?\s(?:(?:with|including)\san?\s)?|\swith\san?\s"),
        "fields": (
            r"[’'`´s]{0,3}(?:\s(?:degrees?|level|qualification"
            r"|diploma))?(?:\s?\([^)\n]{1,40}\))?(?:,?\s(?:required|preferred"
            r"|or\s(?:higher|above|equivalent)|with\sa\s(?:major|specialization|concentration|minor)"
            r"|with\s(?:honou?rs|distinction"
            r"|emphasis|quantitative\sfocus|major|specialization|concentration)|major|specializing"
            r"|majoring|concentration))?"
            r"(?:,?\sfrom\s(?:an?\s|the\s)?(?:[\w.]+[\s/-]){0,4}?(?:college|universit|institut|school)\w*"
            r"(?:(?:\sor\s|\sand\s|\s?/\s?)(?:college|universit|institut|school)\w*)?(?=\sin\b))?"
            r"\s?[,:]?\s?(?:\bin\b|\bof\b|(?<=\bof)|\(|:|(?<!\s\s)[–-]\s)\s?"
        ),
        "stop": (
            r"(?<!\be\.g)(?<!\bi\.e)\.(?:\s|$)|[;\n!?•·▪●]|\s{2}|\s\*\s|(?:\s(?:and|or))?\s\(\d\)|\s[-–]\s|\bor\s(?:an?\s)?equivalent\b|\bor\s(?:an?\s)?(?:equivalent"
            r"|combination|comparable)\b"
            r"|,?\s(?:and|with|plus|or)\s(?:an?\s(?:minimum|strong|proven)|\d|at\sleast|minimum|one|two"
            r"|three|four|five|six|seven|eight"
            r"|ten|relevant\s(?:work|experience)|experience|equivalent|work|practical|demonstrated"
            r"|strong|excellent|current|valid|good|basic|sound|more\sthan|meet|hcpc|nmc)"
            r"|\swith\s|\sfrom\b|\s(?:is|are)\b|\b(?:required|preferred|desired|desirable|essential"
            r"|preferably|plus)\b|\swho\b|\swhich\b"
            r"|\bor\s(?:an?\s)?(?:master|bachelor|ph\.?d|mba|m\.?s\b|phd|higher|above|associate|diploma"
            r"|hnd|advanced)|\sat\s|\sgrades?\b|\band/or\b|\+|\bexperience\b"
            r"|,?\s(?:and,\sin\saddition|successfully)|,\s(?:and\s)?(?:an?|must|at\sleast|with|or\s\d)\b"
            r"|\b(?:must|including\sat|that|you|we|awarded|completed|obtained|plus)\b"
            r"|,?\s(?:and\s)?(?:have|has|had|having|be|being|been|given|holds?|holding|possess\w*|eligib\w+"
            r"|registered|granted|issued|I|provided|if|unless|while|because|although|but|resulting|followed\sby|would|will|may|can|should|as\soutlined|as\sdescribed)\b"
            r"|\b(?:and|with)\sno\b|\band\s(?:bachelor|master|an?\s)|\):"
        ),
        "equivalent": (
            r"\bequivalent\b(?!\s(?:fields?|disciplines?|subjects?|areas?|majors?)\b)"
            r"|\bor\s(?:\w+\s){0,3}experience\b|in\slieu|substitut\w+|\bcomparable\b"
            r"|\bqualified\sby\sexperience"
        ),
        "trap_before": (
            r"\b(?:teach\w*|deliver\w*|students?|supervis\w+|tuition|enrol\w+|offer\w*|curriculum|our"
            r"|leads?\sto|leading\sto"
            r"|mentor\w*|graduating|completion\sof|you\swill\s(?:achieve|gain|receive|earn|study)|children|pupils|tutor\w*|tutoring|work(?:s|ing)?\swith|alongside"
            r"|team\sof|regardless\sof|funded|free"
            r"|\bno|study|studying|sponsor\w*|courses?|prospective|fund|between)\s(?:[\w/&,-]+\s){0,3}$"
            r"|\bwe\s(?:will\s|can\s|also\s)?(?:fund|offer|provide|sponsor|pay)\b[^.;\n]*$"
            r"|\b(?:RNs?|LPNs?|nurses?|physicians?|providers?)\)?[\s,]*(?:/|or|and|and/or)\s?(?:an?\s|the\s)?$"
        ),
        "trap_after": (
            r"[’'s]{0,3}\s(?:bridge\s|students?|programs?(?!\s(?:in|accredited|or"
            r"|approved))|programmes?(?!\s(?:in|accredited|or))"
            r"|courses?|candidates?|apprentic\w+|classes|curriculum|teachers?|lessons?|research|thesis"
            r"|pupils|scientists?|supervis\w+"
            r"|awarding|opportunit\w+|(?:and\s\w+\s)?(?:students?|pupils))\b"
        ),
        "or_equivalent": r"(?:\bequivalent|\bequal)\s(?:to\s)?(?:an?\s)?$",
        "not_counted": (
            r"\bnot\sbe\ssubstituted|\bnot\sacceptable|\bdoes\snot\squalify|\bnot\scompleted"
            r"|\bonly\saccredit|\baccredits?\sonly|\bplease\sprovide|\btranscripts?\b|\bnot\seligible|\bnot\sobtained|\bmonth\sand\syear|\baccredit(?:s|ed\s(?:both|only))\b|level\sof\seducation|\bfollowing\sinformation"
            r"|(?<!\bI\s)\bha(?:s|ve)\s(?:already\s)?met\s(?:the|this|all)\b"
        ),
        "that_degree": (
            r"\b(?:the|this|these|those|your|such|lower|each|which|of|my|other|accredits|confer\w*"
            r"|awards?|\w+['’]s)\s(?:[a-z]+\s){0,3}$|\(\s?$"
        ),
        "or_related": (
            r"[\s,]*or\s(?:an?\s)?(?:equivalent|related|similar|relevant"
            r"|comparable)\s(?:\w+\s)?(?:fields?|disciplines?|subjects?|areas?)"
        ),
        "pursuing": (
            r"\b(?:pursuing|studying\s(?:for|towards?)|working\stowards?|enrolled\sin|completing"
            r"|toward)\s(?:[\w/,-]+\s){0,4}$"
        ),
        "not_needed": r"\s(?:is\s|are\s)?(?:not\s(?:required|necessary|needed|essential)|isn['’]t\srequired)",
        "front": (
            r"(?<![\w/])((?:(?!(?:Be|Being|Have|Hold|Must|Is|To|With)\b)[A-Z][\w&-]+|(?:nursing|engineering|business|finance|accounting|law"
            r"|psychology|marketing|education|teaching"
            r"|science|quantitative|technical|technology|numerate|scientific|maths"
            r"|mathematics))(?:\s(?:and|or|&|/)?\s?(?=[A-Z]"
            r"|science|related))?){1,5}(?:[\s-]related)?\s$"
        ),
        "grade": r"\b(2[:.][12]|first[- ]class|second[- ]class)(?:\sor\s(?:above|higher|better))?",
    }
    flags = {"front": re.RegexFlag(0)}
    return {name: Lazy(pattern, flags.get(name, re.IGNORECASE)) for name, pattern in patterns.items()}


def find_degrees(passage: str, offset: int) -> Iterator[Need]:
    """Degrees one passage demands; neighbours joined by "or" are one need of the lowest level named."""
    low = passage.lower()
    if not any(hint in low for hint in _HINTS) and _ABBREVIATED.search(passage) is None:
        return
    reached = -1
    for found in _runs(passage, list(find_degree_words(passage))):
        run = _demanded(passage, found)
        if not run or run[0].start < reached:
            continue
        need = _need(passage, run, offset)
        reached = need.end - offset
        yield need


def _runs(passage: str, found: list[DegreeWord]) -> Iterator[list[DegreeWord]]:
    run: list[DegreeWord] = []
    for word in found:
        if run and not _continues(passage, run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _continues(passage: str, last: DegreeWord, word: DegreeWord) -> bool:
    between = passage[last.end : word.start]
    plain = passage[word.start : word.end].lower() in _PLAIN
    return _cues()["joined"].fullmatch(between) is not None or (
        plain and _cues()["repeated"].fullmatch(between) is not None
    )


def _demanded(passage: str, run: list[DegreeWord]) -> list[DegreeWord]:
    """The part of a run that is demanded: all of it, none, or the same again behind what is not: "education leading to
    a master's degree or a master's degree"."""
    if not _trap(passage, run):
        return run
    rest = run[1:]
    same = bool(rest) and rest[0].level is run[0].level and passage[rest[0].start : rest[0].end] not in _PLAIN
    return rest if same and not _trap(passage, rest) else []


def _trap(passage: str, run: list[DegreeWord]) -> bool:
    cues = _cues()
    before, end = passage[max(0, run[0].start - 60) : run[0].start], run[-1].end
    if cues["pursuing"].search(before):
        return False
    if re.search(r"\b(?:post-?\s?|(?:above|beyond)\s(?:an?\s)?)$", before, re.IGNORECASE):
        return True
    if cues["or_equivalent"].search(before) or cues["not_counted"].search(passage):
        return True
    if len(run) == 1 and passage[run[0].start : end].lower() in _PLAIN and cues["that_degree"].search(before):
        return True
    if cues["trap_before"].search(before) or cues["trap_after"].match(passage, end):
        return True
    return cues["not_needed"].match(passage, end) is not None


def _level(run: list[DegreeWord]) -> Level:
    """The lowest level named; plain "degree" behind another word only repeats it ("MS degree")."""
    return min(word.level for word in run)


_GRADUATE = Lazy(r"(?<!under)graduate(?:[ -]level)? education\W{1,3}$", re.IGNORECASE)


def _need(passage: str, run: list[DegreeWord], offset: int) -> Need:
    cues = _cues()
    end = run[-1].end
    run = [
        word
        for index, word in enumerate(run)
        if not (index and passage[word.start : word.end].lower() in _PLAIN)
    ] or run
    start = run[0].start
    fields, related, end = _fields_behind(passage, end)
    front = cues["front"].search(passage, max(0, start - 60), start)
    if not fields and front is not None and passage[start:].lower().startswith("degree"):
        fields, related = split_fields(front[0])
        start = front.start() if fields else start
    implied = tuple(word.field for word in run if word.field)
    if not fields and len(implied) == len(run):
        fields = tuple(dict.fromkeys(implied))
    nearby = re.split(r"[.;\n](?:\s|$)", passage[run[0].end : end + 110])[0]
    level = _level(run)
    if level is Level.BACHELOR and _GRADUATE.search(passage[max(0, start - 40) : start]):
        level = Level.MASTER
    grade = cues["grade"].search(passage)
    title = LEVEL_NAMES[level]
    if len(run) == 1 and POSTGRADUATE.match(passage, run[0].start):
        title = "a postgraduate qualification"
    return Need(
        RequirementType.DEGREE,
        offset + start,
        offset + end,
        _label(title, fields, related=related, grade=grade[0] if grade else None),
        level=level,
        fields=fields,
        related=related,
        equivalent=cues["equivalent"].search(nearby) is not None,
        obtainable=cues["pursuing"].search(passage, max(0, start - 60), start) is not None,
    )


_PLAIN = frozenset({"degree", "degrees", "degree level"})


def _fields_behind(passage: str, end: int) -> tuple[tuple[str, ...], bool, int]:
    lead = _cues()["fields"].match(passage, end)
    if lead is None:
        tail = re.compile(r"[’'`´s]{0,3}\s(?:degrees?|level)\b").match(passage, end)
        return (), False, tail.end() if tail else end
    limit = min(len(passage), lead.end() + LONGEST_LIST)
    stop = _cues()["stop"].search(passage, lead.end(), limit)
    last = stop.start() if stop else limit
    fields, related = split_fields(passage[lead.end() : last])
    if not fields and not related:
        return (), False, end
    related = related or _cues()["or_related"].match(passage, last) is not None
    return (
        fields,
        related,
        lead.end() + len(re.sub(r"(?:\W|\b(?:and|or|and/or))+$", "", passage[lead.end() : last])),
    )


def _label(label: str, fields: tuple[str, ...], *, related: bool, grade: str | None) -> str:
    if fields:
        shown = ", ".join(fields[:4]) + (" …" if len(fields) > 4 else "")
        label += f" in {shown}" + (" or a related field" if related else "")
    return label + (f" ({grade})" if grade else "")
