"""Keywords that only the ledger finds: years of experience asked for in themselves, and the degrees and languages that
no other source has proposed.

Years of something ("5 years of Python") belong to that keyword. Where no keyword says what they are of, or any of
several will do, the years are a demand of their own; a reader screens on them. Whether they are there the ledger tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.ledger.model import Need
from gapcheck.lexicon import Lexicon
from gapcheck.report import Kind, RequirementType
from gapcheck.segment.model import Passage
from gapcheck.segment.posting import KEYWORD_SECTIONS
from gapcheck.subjects import CERTAINTY, beginning, called, is_subject, keyword_of_phrase

CERTAINTY_OF_YEARS = 0.9
"""How sure it is that a posting asks for them: of 37 in 134 labelled postings readers took 34 for a demand."""

_KINDS = {RequirementType.DEGREE: Kind.DEGREE, RequirementType.LANGUAGE: Kind.LANGUAGE}
_EXPERIENCE = re.compile(
    r"\b(?:years?|months?)\b\W*\s(?:of\s)?(?P<sort>(?:[\w-]+\s){0,2})experience\b", re.IGNORECASE
)
_BOUND = re.compile(
    r"(?:(?:at least|no less than|more than|over|a?\s?minimum of)\s(?:an?\s)?)+", re.IGNORECASE
)
_DESCRIBED = re.compile(r"[\s,(]*(?:as\s)?(?:described|listed|stated|outlined|noted)\b", re.IGNORECASE)
"""Behind years that only measure what stands elsewhere, as the answers of a questionnaire do."""
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_DEGREE = re.compile(r"(?:an?\s)?(?P<name>.+?)(?:\sor a related field|\s\(|$)")
"""What the ledger calls a degree, without what else will do and the grade."""


@dataclass(frozen=True, slots=True)
class _Demand:
    """A need of the ledger where the posting says it in a passage that may have keywords."""

    need: Need
    mention: Mention


def with_demands(
    keywords: Sequence[ExtractedKeyword],
    text: str,
    passages: Iterable[Passage],
    needs: Sequence[Need],
    lexicon: Lexicon,
) -> tuple[ExtractedKeyword, ...]:
    """The keywords, and those that only the ledger finds. Of years of experience a posting has one, the first, and none
    where it asks for nothing else: such a text is no posting.
    """
    open_passages = [passage for passage in passages if passage.section in KEYWORD_SECTIONS]
    unsaid = [need for need in needs if _is_unsaid(need, keywords, text)]
    demands = [
        _Demand(need, _mention(need, text, passage))
        for need in unsaid
        for passage in open_passages
        if passage.start <= need.start < passage.end
    ]
    years = [demand for demand in demands if demand.need.type is RequirementType.YEARS]
    others = (demand for demand in demands if demand.need.type is not RequirementType.YEARS)
    found = [_named(demand, lexicon) for demand in others]
    if years and (keywords or found):
        term, mentions = _years(years[0].need, text), [demand.mention for demand in years]
        found.append(keyword_of_phrase(term, Kind.EXPERIENCE, mentions, CERTAINTY_OF_YEARS))
    terms = {keyword.term for keyword in keywords}
    return (*keywords, *{new.term: new for new in reversed(found) if new.term not in terms}.values())


def _is_unsaid(need: Need, keywords: Sequence[ExtractedKeyword], text: str) -> bool:
    """Whether the need is no keyword yet, and neither years that a single keyword has nor a part of other years."""
    said = bool(_terms(keywords, need.start, need.end))
    if need.type is not RequirementType.YEARS:
        return need.type in _KINDS and not said
    if not need.months or need.secondary or _is_answer(need, text):
        return False
    parted = (found.start() for found in _OR.finditer(text, need.start, need.end))
    return need.scope is None or not said or any(_is_any_of(keywords, need, at) for at in parted)


def _is_answer(need: Need, text: str) -> bool:
    """Whether the years are one of the answers to choose from: "4+ years of experience as described above"."""
    return _DESCRIBED.match(text, _end(need, text)) is not None


def _is_any_of(keywords: Sequence[ExtractedKeyword], need: Need, at: int) -> bool:
    """Whether the need says one keyword before a place and another behind it."""
    before, behind = _terms(keywords, need.start, at), _terms(keywords, at, need.end)
    return bool(before) and bool(behind) and before != behind


def _terms(keywords: Sequence[ExtractedKeyword], start: int, end: int) -> set[str]:
    return {keyword.term for keyword in keywords if any(m.overlaps(start, end) for m in keyword.mentions)}


def _mention(need: Need, text: str, passage: Passage) -> Mention:
    """Where the posting says it, as much as may stand on a resume word for word: "10+ years of relevant experience"."""
    bound = _BOUND.match(text, need.start, need.end)
    start = bound.end() if bound else need.start
    said = beginning(text[start : _end(need, text)])
    return Mention(start, start + len(said), said, passage.section)


def _end(need: Need, text: str) -> int:
    """Where the need ends, of years of experience behind that word."""
    experience = _EXPERIENCE.search(text, need.start, need.end)
    return experience.end() if experience else need.end


def _years(need: Need, text: str) -> str:
    """The amount with what the posting calls such experience: "1 year of specialized experience"."""
    found = _EXPERIENCE.search(text, need.start, need.end)
    sort = found["sort"].split() if found else []
    words = (word if word.isupper() else word.lower() for word in sort)
    return " ".join((need.label.partition(" of ")[0], "of", *words, "experience"))


def _named(demand: _Demand, lexicon: Lexicon) -> ExtractedKeyword:
    """A degree or a language under the lexicon's name, or else the ledger's."""
    need = demand.need
    degree = _DEGREE.match(need.label) if need.type is RequirementType.DEGREE else None
    name = degree["name"] if degree else need.names[0]
    if degree and not any(map(is_subject, need.fields)):
        name = name.partition(" in ")[0]
    keyword = keyword_of_phrase(name, _KINDS[need.type], [demand.mention], CERTAINTY)
    return called(name, keyword, lexicon)
