"""What a posting names without asking for it, however likely the words: labels, formalities, others, organisations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gapcheck.extract.labels import is_expert, is_formality, is_label
from gapcheck.extract.model import Candidate, is_within, overlap
from gapcheck.extract.others import names_others, serves_others
from gapcheck.extract.propose import Place, Proposal
from gapcheck.extract.roles import is_role, works_under
from gapcheck.extract.said import Said
from gapcheck.lexicon import LexiconEntry
from gapcheck.report import Kind
from gapcheck.segment.model import PostingSection, Span
from gapcheck.segment.organisations import find_organisations


@dataclass(frozen=True, slots=True)
class Setting:
    """A passage as the judgement sees it.

    The document's text, where the passage starts in it, the passage's own text and words, the organisations it names
    (offsets into the document), the abbreviations that the document explains, where the passage spells out one that
    stands for a list (offsets into the document), and whether the passage is about what the body must be able to do.
    """

    text: str
    start: int
    sentence: str
    said: Said
    organisations: tuple[Span, ...]
    explained: Mapping[str, str]
    lists: tuple[Span, ...]
    bodily: bool


def set_in(text: str, start: int, end: int, said: Said, explained: Mapping[str, str]) -> Setting:
    """The setting of the passage `text[start:end]`."""
    sentence = text[start:end]
    found = () if _CREDENTIAL.search(sentence) else tuple(find_organisations(sentence))
    organisations = tuple(Span(start + span.start, start + span.end) for span in found)
    bodily = _BODILY.search(sentence) is not None
    return Setting(
        text, start, sentence, said, organisations, explained, _lists(sentence, start, explained), bodily
    )


def _lists(sentence: str, start: int, explained: Mapping[str, str]) -> tuple[Span, ...]:
    """Where the passage says what stands for one thing though it reads as several: "heating, ventilation and air
    conditioning" of a posting that explains HVAC."""
    longs = sorted({long for long in explained.values() if "," in long})
    found = (match for long in longs for match in re.finditer(re.escape(long), sentence, re.IGNORECASE))
    return tuple(Span(start + match.start(), start + match.end()) for match in found)


_CREDENTIAL = re.compile(r"\b(certif|licen[cs]|regist|member|charter|qualif|diploma|degree)", re.IGNORECASE)
"""Words beside which an organisation is who vouches for a credential: "certified by the National Board"."""


_ACCREDITED = re.compile(
    r"\b(?:[Aa]ccredited|[Aa]ccreditation|[Aa]pproved|[Rr]ecogni[sz]ed) (?:by|from|through|with)"
    r"(?:\W+(?:the|of|and|for|in|on|or|an?|to|[A-Z]\S*)){0,20}\W*$"
)
"""Before the names of who vouches for schools."""


_BODILY = re.compile(
    r"\b(?:vision abilit|depth perception|physical (?:demand|requirement|abilit)"
    r"|(?:limited|strenuous) physical activit|prolonged (?:periods? )?(?:of )?(?:sitting|standing|walking)"
    r"|while performing the (?:\w+ ){0,2}duties)",
    re.IGNORECASE,
)
"""In sentences on what the body must be able to do, which American postings owe to the law."""


_NUMBERING = re.compile(r"(?:^|[.,:;])\s*\($")
"""Before the letter that numbers an item of a list: "(C) Knowledge of …"."""


def why_unasked(candidate: Candidate, proposal: Proposal, setting: Setting) -> str | None:
    """Why a posting that says the candidate does not ask for it; None where nothing speaks against it."""
    before = setting.text[setting.start : candidate.start]
    if not proposal.is_role_asked_for and is_label(candidate.text, before, setting.sentence):
        return "a label, not a skill"
    if len(candidate.text) == 1 and _NUMBERING.search(before) and setting.text.startswith(")", candidate.end):
        return "numbers an item"
    if any(is_within(candidate, span) for span in setting.lists):
        return "a part of what an abbreviation stands for"
    if setting.bodily:
        return "a demand on the body, not a skill"
    if names_others(setting.text, setting.said, proposal.first, proposal.last):
        return "names people to work with"
    if is_role(setting.said.tokens[proposal.last].lower) and works_under(setting.said, proposal.first):
        return "names people to work for"
    if proposal.hit is None:
        return _why_no_term(candidate, proposal, setting, before)
    entry, doubtful = proposal.hit.entry, proposal.hit.cautious and not proposal.proved
    if doubtful and (against := _why_doubted(candidate, entry, setting)):
        return against
    served = entry.kind is Kind.TITLE and serves_others(setting.text, setting.said, proposal.first)
    return "names people to work for" if served else None


_OF_STANDARD = re.compile(r"(?:DIN|BS|EN|ISO|IEC|ANSI|AS|NZS)(?:[ /](?:BS|EN|ISO|IEC|NZS))*")
_STANDARD = re.compile(r"[ /-](?:EN|ISO|IEC|NZS|\d)")
"""The rest of a standard's number, of which the lexicon knows the end: "DIN EN ISO 9001"."""


def _why_no_term(candidate: Candidate, proposal: Proposal, setting: Setting, before: str) -> str | None:
    """What speaks against a stretch that is no term of the lexicon."""
    meant = setting.explained.get(candidate.text, candidate.text)
    if _OF_STANDARD.fullmatch(candidate.text) and _STANDARD.match(setting.text, candidate.end):
        return "the front of a standard's number"
    if is_formality(meant):
        return "a matter of hiring, not a skill"
    if is_expert(meant) and candidate.section is not PostingSection.TITLE:
        return "experts of nothing in particular"
    in_title = candidate.section is PostingSection.TITLE
    if proposal.model is not Place.EQUAL and setting.sentence.isupper() and not in_title:
        return "a line in capitals"
    if proposal.model is Place.NONE and _heads_item(candidate, before, setting.text):
        return "a heading"
    if _is_owners(setting.said, proposal.first, proposal.last, setting.text):
        return "belongs to somebody"
    if _in_organisation(candidate, setting) or _ACCREDITED.search(before):
        return "names an organisation"
    return None


def _why_doubted(candidate: Candidate, entry: LexiconEntry, setting: Setting) -> str | None:
    """What speaks against a cautious wording whose sense nothing proves."""
    if is_formality(candidate.text):
        return "a matter of hiring, not a skill"
    if _is_ordinary(candidate, entry):
        return "an ordinary word here"
    if _in_organisation(candidate, setting):
        return "names an organisation"
    return "tells of the employer" if candidate.section is PostingSection.COMPANY else None


def _heads_item(candidate: Candidate, before: str, text: str) -> bool:
    """Whether nothing but a bullet stands before and a colon behind: "Quick start: able to begin at once"."""
    opens = not any(map(str.isalnum, before))
    return opens and text[candidate.end : candidate.end + 2].lstrip().startswith(":")


def _is_ordinary(candidate: Candidate, entry: LexiconEntry) -> bool:
    """Whether a product's name that is also a word stands there as the word: "doors and windows", "a skilled Chef", and
    any name with capitals within ("a safe place" is no SAFe)."""
    if candidate.text.islower() and any(map(str.isupper, entry.term[1:])) and " " not in entry.term:
        return True
    if entry.kind is not Kind.TOOL:
        return False
    if is_role(candidate.text.casefold()):
        return True
    named = entry.term[:1].isupper()
    return named and (candidate.text.islower() or candidate.text.casefold() not in _names(entry))


def _names(entry: LexiconEntry) -> frozenset[str]:
    return frozenset(name.casefold() for name in entry.forms)


def _is_owners(said: Said, first: int, last: int, text: str) -> bool:
    """Whether a stretch begins with a name that owns the rest ("Google’s technology"), or is nothing but an owner."""
    word = text[said.tokens[first].start : said.tokens[first].end].replace("’", "'").lower()
    return word.endswith("'s") and (first == last or said.tags[first].startswith("NNP"))


def _in_organisation(candidate: Candidate, setting: Setting) -> bool:
    return any(overlap(span, candidate) for span in setting.organisations)
