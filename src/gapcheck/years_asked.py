"""Years of experience that are asked for in themselves: "10 years of relevant experience".

Years of something ("5 years of Python") belong to that keyword. Where no keyword says what they are of, or any of
several will do, the years are a demand of their own; a reader screens on them. Whether they are there the ledger tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gapcheck.extract.keywords import STRENGTH_OF_SECTION
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.ledger.model import Need
from gapcheck.report import Kind, Origin, RequirementType, Strength
from gapcheck.segment.model import Passage
from gapcheck.segment.posting import KEYWORD_SECTIONS
from gapcheck.subjects import beginning

CERTAINTY = 0.9
"""How sure it is that a posting asks for them: of 37 in 134 labelled postings readers took 34 for a demand."""

_EXPERIENCE = re.compile(
    r"\b(?:years?|months?)\b\W*\s(?:of\s)?(?P<sort>(?:[\w-]+\s){0,2})experience\b", re.IGNORECASE
)
_BOUND = re.compile(
    r"(?:(?:at least|no less than|more than|over|a?\s?minimum of)\s(?:an?\s)?)+", re.IGNORECASE
)
_OR = re.compile(r"\bor\b", re.IGNORECASE)


def with_years(
    keywords: Sequence[ExtractedKeyword], text: str, passages: Iterable[Passage], needs: Iterable[Need]
) -> tuple[ExtractedKeyword, ...]:
    """The keywords, and one more where the posting asks for years of experience in themselves."""
    open_passages = [passage for passage in passages if passage.section in KEYWORD_SECTIONS]
    own = [need for need in needs if _is_own(need, keywords, text)]
    found = [(need, mention) for need in own for mention in _mentions(need, text, open_passages)]
    if not found:
        return tuple(keywords)
    need, first = found[0]
    years = ExtractedKeyword(
        term=_term(need, first.text),
        kind=Kind.EXPERIENCE,
        strength=STRENGTH_OF_SECTION.get(first.section, Strength.MENTIONED),
        origins=(Origin.PHRASE,),
        mentions=tuple(mention for _need, mention in found),
        certainty=CERTAINTY,
    )
    return (*keywords, years)


def _is_own(need: Need, keywords: Sequence[ExtractedKeyword], text: str) -> bool:
    """Whether these are years of experience that no single keyword has, nor other years that they are a part of."""
    if need.type is not RequirementType.YEARS or not need.months or need.secondary:
        return False
    if need.scope is None or not _terms(keywords, need.start, need.end):
        return True
    parted = (found.start() for found in _OR.finditer(text, need.start, need.end))
    return any(_any_of(keywords, need.start, at, need.end) for at in parted)


def _any_of(keywords: Sequence[ExtractedKeyword], start: int, at: int, end: int) -> bool:
    """Whether one keyword stands before a place of the stretch and another behind it."""
    before, behind = _terms(keywords, start, at), _terms(keywords, at, end)
    return bool(before) and bool(behind) and before != behind


def _terms(keywords: Sequence[ExtractedKeyword], start: int, end: int) -> set[str]:
    return {keyword.term for keyword in keywords if any(m.overlaps(start, end) for m in keyword.mentions)}


def _mentions(need: Need, text: str, passages: Iterable[Passage]) -> Iterator[Mention]:
    for passage in passages:
        if passage.start <= need.start < passage.end:
            bound = _BOUND.match(text, need.start, need.end)
            found = _EXPERIENCE.search(text, need.start, need.end)
            start, end = bound.end() if bound else need.start, found.end() if found else need.end
            said = beginning(text[start:end])
            yield Mention(start, start + len(said), said, passage.section)


def _term(need: Need, said: str) -> str:
    """The amount with what the posting calls such experience: "1 year of specialized experience"."""
    amount = need.label.partition(" of ")[0]
    found = _EXPERIENCE.search(said)
    sort = found["sort"].split() if found else []
    words = (word if word.isupper() else word.lower() for word in sort)
    return " ".join((amount, "of", *words, "experience"))
