"""Languages people speak, with how well: on both sides of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Fluency

_LANGUAGE_LIST = (
    "English Spanish French German Italian Portuguese Dutch Danish Swedish Norwegian Finnish Icelandic "
    "Polish Czech Slovak Hungarian Romanian Bulgarian Greek Turkish Russian Ukrainian Serbian Croatian "
    "Slovenian Albanian Lithuanian Latvian Estonian Arabic Hebrew Farsi Persian Dari Pashto Kurdish Urdu "
    "Hindi Bengali Punjabi Gujarati Tamil Telugu Marathi Malayalam Kannada Nepali Sinhala Mandarin "
    "Cantonese Chinese Japanese Korean Vietnamese Thai Indonesian Malay Tagalog Filipino Burmese Khmer "
    "Lao Mongolian Swahili Somali Amharic Yoruba Igbo Hausa Zulu Afrikaans Welsh Irish Gaelic Catalan "
    "Basque Galician Creole Hmong Navajo Armenian Georgian Maltese Flemish "
)
LANGUAGES = tuple(_LANGUAGE_LIST.split())
_SAME = {"Farsi": "Persian", "Chinese": "Mandarin", "Filipino": "Tagalog", "Flemish": "Dutch"}
_SIGN = r"American Sign Language|British Sign Language|Sign Language|ASL|BSL"

_NAME = rf"(?:{'|'.join(LANGUAGES)})"

# How well, best first. "Fluent" and "proficient" count as C1 and "business" as B2: they are what employers
# mean by them more often than what the Common European Framework (Council of Europe 2001) says.
_FLUENCIES = (
    (Fluency.NATIVE, r"nativ\w*|mother tongue|bilingual\w*|first language"),
    (Fluency.C2, r"c2|mastery|near[- ]native"),
    (
        Fluency.C1,
        r"c1|fluen\w+|proficien\w+|advanced|full professional|excellent|expert|complete command|perfect",
    ),
    (
        Fluency.B2,
        (
            r"b2|business|upper[- ]intermediate|professional(?: working)?|working (?:proficiency|knowledge)"
            r"|strong|good|very good"
        ),
    ),
    (Fluency.B1, r"b1|conversational\w*|intermediate|converse|limited working"),
    (Fluency.A2, r"a2|basic|elementary|some|limited|beginner"),
    (Fluency.A1, r"a1"),
)

FLUENCY_NAMES = {
    Fluency.NATIVE: "native or bilingual",
    Fluency.C2: "near-native",
    Fluency.C1: "fluent",
    Fluency.B2: "business level",
    Fluency.B1: "conversational",
    Fluency.A2: "basic",
    Fluency.A1: "beginner",
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language named in a text, and how well it is spoken or must be."""

    name: str
    start: int
    end: int
    fluency: Fluency | None = None


@cache
def _patterns() -> dict[str, Lazy]:
    lead = (
        r"(?:fluen(?:t|cy|tly)|native(?:[- ]level)?|bilingual\w*|proficien(?:t|cy)|conversational"
        r"|speak(?:s|ing|er)?|written|spoken"
        r"|verbal|oral|speech|command of|knowledge of|mother tongue|literate|literacy|converse"
        r"|communicat\w+|read(?:ing)?,?\s(?:and\s)?write"
        r"|read(?:ing)? and writ(?:e|ing)|writing|languages?|language skills|excellent|good|strong"
        r"|(?<!sub)standard of|business level"
        r"|intermediate|advanced|basic|working|professional)"
    )
    gap = (
        rf"(?:[^\w;.\n]+(?:in|of|at|both|the|and|or|/|level|professional|business|working|oral|written|verbal"
        rf"|spoken|skills?|with|to|a|an|communicat\w+|either|speaker|proficiency|languages?|fluency"
        rf"|effectively|clearly|ability|command|knowledge|one|following|is|are|{_NAME})\b){{0,8}}[^\w;.\n]+"
    )
    tail = (
        rf"(?:\s?(?:/|,|and|or"
        rf"|&)\s?(?:{_NAME}))*(?:[’']s)?\W{{1,3}}(?:language\W+)?(?:is\W+)?(?:\(?\s?[abc][12]\b"
        rf"|speak(?:er|ers|ing)\b|fluen\w+|proficien\w+"
        r"|language skills|language (?:proficiency|fluency|ability)|skills\b|native|bilingual"
        r"|communication skills|required|essential"
        r"|preferred|desirable|desired|mandatory|is a plus|a plus|plus\b|would be (?:an? )?(?:advantage"
        r"|plus|asset|useful|beneficial)|an advantage|an asset"
        r"|advantageous|\(?(?:native|fluent|business|conversational|written|spoken|verbal|advanced|basic"
        r"|intermediate|mother tongue)\b|\(?both\b"
        r"|(?:at|to) (?:[abc][12]|native|fluent|business|advanced|intermediate)\b|to (?:a"
        r"|an) \w+ (?:level|standard)|speaking\b|would be useful|(?:both\s)?(?:verbal|written|oral"
        r"|orally|spoken|in writing|verbally)\b)"
    )
    levels = "|".join(f"(?P<F{int(level)}>{forms})" for level, forms in _FLUENCIES)
    return {
        "name": Lazy(rf"\b(?P<name>{_NAME})\b|\b(?P<sign>{_SIGN})\b"),
        "before": Lazy(rf"\b{lead}{gap}$", re.IGNORECASE),
        "after": Lazy(tail, re.IGNORECASE),
        "level": Lazy(rf"\b(?:{levels})\b", re.IGNORECASE),
        "trap": Lazy(
            r"\s(?:language\s)?(?:teachers?|tutors?|lit\w*|departments?|class\w*|lessons?|courses?"
            r"|students?|curricul\w+|as\s(?:a|an)\s"
            r"|learners?|instructors?|and\s(?:math|maths|science|history)|language arts|arts|majors?"
            r"|studies|national|market|office"
            r"|team|government|embassy|customers?|people|food|cuisine|program\w*|gcse|council|college"
            r"|professor|assistant|history"
            r"|schools?|history|companies|company|culture|heritage|proficiency (?:test|exam)\w*|grammar"
            r"|composition|test\w*"
            r"|included|including|not\s(?:required|essential|necessary)"
            r"|speakers\sare\sequally|and/or\s\w+\sspeakers)\b",
            re.IGNORECASE,
        ),
        "trap_before": Lazy(
            r"\b(?:teach\w*|tutor\w*|gcses?|degree\sin|major\w*\sin|maths?(?:ematics)?(?:\sand|,|\s?&"
            r"|\sor)?|grade\s\w+|bachelor\S*\s(?:degree\s)?(?:in|specific\sto)"
            r"|science(?:\sand|,)|concentration\sin|lessons\sin|equally|not\sspeak|tests?\sof|instruction\sin"
            r"|taught\sin|conducted\sin|including|sponsored|translat\w+"
            r"|certif\w+\s(?:in|to)|licensed?\s(?:in|to)|learn(?:ing)?|history,)\s(?:[\w-]+\s){0,2}$",
            re.IGNORECASE,
        ),
    }


def canonical(name: str) -> str:
    """One name for a language that has several."""
    short = {"ASL": "American Sign Language", "BSL": "British Sign Language"}
    return short.get(name) or _SAME.get(name, name)


def find_spoken(text: str, *, listed: bool = False) -> Iterator[Spoken]:
    """Languages somebody speaks or must speak; `listed` takes every name, as under a heading "Languages"."""
    patterns = _patterns()
    for match in patterns["name"].finditer(text):
        start, end = match.span()
        if patterns["trap"].match(text, end) or patterns["trap_before"].search(
            text, max(0, start - 40), start
        ):
            continue
        before = patterns["before"].search(text, max(0, start - 90), start)
        after = patterns["after"].match(text, end)
        if not (listed or before or after or match["sign"]):
            continue
        lead = text[before.start() : start] if before else ""
        yield Spoken(canonical(match[0]), start, end, _fluency(lead, after[0] if after else ""))


def _fluency(before: str, after: str) -> Fluency | None:
    """The level stated behind the name, else the highest in front of it."""
    for text in (after, before):
        found = [_rank(match) for match in _patterns()["level"].finditer(text)]
        if found:
            return max(found)
    return None


def _rank(match: re.Match[str]) -> Fluency:
    return next(rank for rank, _ in _FLUENCIES if match[f"F{int(rank)}"])
