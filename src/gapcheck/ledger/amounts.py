"""Amounts of time in words or digits: "5+ years", "two (2) to four years", "18 months", "several years"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gapcheck.ledger.wording import NUMBER_WORDS

# More than this many years is somebody's history, not a demand.
MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as written; `months` is its lower end (None for "several"), `plain` a bare "3 years"
    without bounds.
    """

    start: int
    end: int
    months: int | None
    label: str
    plain: bool


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted((word for word in NUMBER_WORDS if len(word) > 2), key=len, reverse=True))
    number = rf"(?:\d{{1,2}}(?:\.\d)?|{words}|an?)"
    in_digits = r"(?:\s?\(\s?\d{1,2}\s?\+?\s?\))?"
    bound = (
        r"(?:at\sleast|minimum(?:\sof)?|min\.?(?:\sof)?|more\sthan|over|no\sless\sthan"
        r"|not\sless\sthan|up\sto)"
    )
    return re.compile(
        rf"""(?<![\w.,$£€/])(?<!\d[-–—])
        (?:(?P<between>between)\s)?(?:(?P<bound>{bound})\s(?:an?\s)?)?
        (?:(?P<low>{number}){in_digits}(?P<half>\sand\s(?:an?|one)[\s-]half)?\s?(?P<plus>\+|plus\b|or\smore\b)?
           (?:\s?(?:[-‐‑–—]|\bto\b|\bor\b|(?(between)\band\b|(?!)))\s?(?P<high>{number}){in_digits}\s?\+?)?
           (?:\s?or\smore|\sfull|\scomplete|\scalendar|\ssolid)?[\s-]{{0,2}}
          |(?P<vague>several|many|multiple|a\snumber\sof|a\sfew|some|(?:a\s)?couple\sof)\s)
        (?P<unit>years?|yrs?|yoe|months?)\b(?!-old)(?:\s?\(\d{{1,3}}\s(?:weeks|months|days|hours)\)(?=\s))?(?:\(s\)|\.(?=\s?\w))?['’`´]?(?:s\b)?
        (?P<more>(?:\sor\smore|\sor\sabove|\sor\slonger|\splus\b|\sminimum|\s?\+|,?\s\(?min(?:imum)?\.?\)?)(?!\w))?""",
        re.IGNORECASE | re.VERBOSE,
    )


def find_amounts(text: str) -> list[Amount]:
    """All amounts of years and months in a text, in order."""
    return [amount for match in _pattern().finditer(text) if (amount := _amount(match)) is not None]


def _amount(match: re.Match[str]) -> Amount | None:
    plain = not (match["bound"] or match["plus"] or match["more"])
    if match["vague"]:
        return Amount(match.start(), match.end(), None, f"{match['vague'].lower()} years", plain=False)
    word = match["low"].lower()
    value = float(NUMBER_WORDS[word]) if word in NUMBER_WORDS else float(word)
    value += 0.5 if match["half"] else 0
    if match["bound"] and match["bound"].lower().startswith("up"):
        value = 0.0
    in_months = match["unit"].lower().startswith("month")
    if value == 0 and not (match["high"] or match["bound"] or match["plus"]):
        return None
    months = round(value * (1 if in_months else 12))
    if months > MOST_YEARS * 12:
        return None
    label = spell_months(months, in_months=in_months)
    if match["bound"] and match["bound"].lower().startswith("up"):
        label = f"up to {_figure(word)} {'months' if in_months else 'years'}"
    if match["high"] and plain and not match["bound"]:
        label = f"{_figure(word)} to {_figure(match['high'].lower())} {'months' if in_months else 'years'}"
    return Amount(match.start(), match.end(), months, label, plain)


def _figure(word: str) -> str:
    return f"{NUMBER_WORDS[word]:g}" if word in NUMBER_WORDS else word


def spell_months(months: int, *, in_months: bool = False) -> str:
    """A number of months for people: "18 months", "1 year", "3.2 years"."""
    if in_months or 0 < months < 12:
        return f"{months} month" + "s" * (months != 1)
    years = round(months / 12, 1)
    text = f"{years:g}"
    return f"{text} year" + "s" * (text != "1")
