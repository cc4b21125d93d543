"""Licences and certificates a posting demands, as against those it only mentions: colleagues', taught, assessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.ledger.credentials import Held, find_credentials
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Need
from gapcheck.segment.model import PostingSection

# People with a credential one works with, teaches or leads; not a demand on the applicant.
_ABOUT_OTHERS = Lazy(
    r"\b(?:alongside|with|support(?:s|ing)?|supervis\w+|lead(?:ing)?|manag\w+|by|team\sof|mentor\w*"
    r"|other|between|for\sour|our|from|teach\w*"
    r"|assist(?:s|ing)?|train\w*|deliver\w*|to\sthe|report\w*\sto|maintain(?:s|ing)?\s(?:the|all"
    r"|records)|towards?|training|includ\w+|helps?|via|(?:program\w*|training|education|support|courses?"
    r"|experience)\s(?:for|such\sas|as))"
    r"\s(?:\w+[\s,]+){0,2}$",
    re.IGNORECASE,
)
_DEMAND = Lazy(
    r"\b(?:must|require[sd]?|essential|hold(?:s|ing|er)?|valid|current|possess\w*|qualified|registered"
    r"|registration|need(?:ed)?|looking\sfor|seeking"
    r"|preferred|desirable|preferably|licensed|certifi\w+|licen[cs]e|minimum|mandatory|obtain\w*|pin"
    r"|should\sbe|you\s(?:will\s)?(?:be|have)|have)\b",
    re.IGNORECASE,
)


_SURELY_OTHERS = Lazy(
    r"\b(?:(?:supervision|direction|guidance|leadership|oversight|assistance|help|delegation|instructions?|orders?)\s(?:of|from|by)"
    r"|(?:supervised|directed|delegated|guided|led|overseen|assigned|ordered|prescribed)\sby"
    r"|under|alongside|work(?:s|ing)?\swith|reports?\sto|reporting\sto|assist\w*|support(?:s|ing)?|on\sbehalf\sof"
    r"|(?:report|communicat|escalat|notif|inform|refer|alert|relay)\w*\s[^.;:]{0,50}\bto|(?:notif|inform|alert)\w*)"
    r"\s(?:an?\s|the\s|your\s|our\s)?(?:(?:qualified|licensed|senior|lead|supervising|responsible|professional"
    r"|charge|more\sexperienced)\s){0,2}$|\b(?:assigned|supervising|delegating)\s$",
    re.IGNORECASE,
)

# Knowledge of a field, or an accredited school: no credential of the applicant.
_NOT_HELD = Lazy(
    r"\b(?:knowledge\s(?:of|in)|needs?\sfor)\s(?:[\w,]+\s){0,9}$"
    r"|\b(?:perform|initiat|administer|provid)\w*\s(?:[\w,(]+[\s(]+){0,3}$"
    r"|\b(?:not|without)\s(?:currently\s|yet\s)?(?:possess|have|hold|having|holding)\w*\s(?:[\w,-]+\s){0,3}$"
    r"|\b(?:access\sto|opportunit\w+\s(?:to|for|such\sas)|enrol\w*\s(?:on|in|onto))\s(?:[\w,-]+\s){0,5}$"
    r"|\bnon-?\s?$|\bnot\sapply\sto\s(?:\w+\s){0,2}$|\b(?:are|is|those|people|nurses|students)\s(?:preparing|studying)\sfor\s(?:the\s)?$|\b(?:wish|want)\w*\sto\s(?:apply|study|work)\b[^.;\n]*$"
    r"|\bwe\s(?:will\s|can\s|also\s)?(?:fund|offer|provide|sponsor|pay)\b[^.;\n]*$"
    r"|\b(?:accredited|approved)\sby\s(?:the\s)?(?:\w+\s(?:or|and)\s){0,2}(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_NOT_HELD_AFTER = Lazy(
    r"\s?[-)]?\s?(?:(?:/\s?\w+\s)?employees?\b|(?:program(?:me)?s?|pathway|scheme|route|recogni[sz]ed)\b|(?:registration|membership|licen[cs]e|pin)?\s?(?:fees?|renewals?)\b|associates?|accredited|practices|techniques|principles|procedures|guidelines|classes|room"
    r"|kits?)\b",
    re.IGNORECASE,
)
_AS_EXAMPLE = Lazy(r"\bexperience,?\s(?:such\s)?as\s(?:an?\s)?$", re.IGNORECASE)
# "another field (licensed practical nurse, technician, etc.)": a list of examples is no demand …
_EXAMPLES = Lazy(r"^\(\s?(?:e\.?g|such\sas|for\sexample|i\.e|like)\b|\betc\b", re.IGNORECASE)
# … unless it is credentials it gives examples of.
_OF_CREDENTIALS = Lazy(r"certif|licen[cs]|regist|qualif|credential|accredit", re.IGNORECASE)
# What joins the names of one list.
_LISTED = Lazy(r"[\s,/()]{0,3}(?:and/or|and|or|&)?\s?(?:an?\s|the\s)?", re.IGNORECASE)
_REGISTERED_WITH = Lazy(r"registered\swith\s(?:the\s)?$", re.IGNORECASE)


def find_demanded(passage: str, section: PostingSection = PostingSection.TITLE) -> Iterator[Need]:
    """Licences and certificates the applicant must hold, with offsets into the passage."""
    left_out = -1
    for held in find_credentials(passage):
        # "under a registered nurse (RN) or physician": what is said of one name goes for those listed with it.
        listed = left_out >= 0 and _LISTED.fullmatch(passage[left_out : held.start]) is not None
        if listed or _only_mentioned(passage, held, section):
            left_out = held.end
        else:
            yield Need(held.type, held.start, held.end, held.name, names=(held.name,))


def _only_mentioned(passage: str, held: Held, section: PostingSection) -> bool:
    before = passage[max(0, held.start - 60) : held.start]
    if any(cue.search(before) for cue in (_AS_EXAMPLE, _NOT_HELD, _SURELY_OTHERS)):
        return True
    if _NOT_HELD_AFTER.match(passage, held.end) or _example_in_brackets(passage, held):
        return True
    duties = section is PostingSection.DUTIES
    plural = passage[held.start : held.end].endswith("s")
    if _ABOUT_OTHERS.search(before) and not _REGISTERED_WITH.search(before) and (duties or plural):
        return True
    return duties and _DEMAND.search(passage[max(0, held.start - 60) : held.end + 60]) is None


def _example_in_brackets(passage: str, held: Held) -> bool:
    opened = passage.rfind("(", max(0, held.start - 120), held.start)
    if opened < 0 or ")" in passage[opened : held.start]:
        return False
    closed = passage.find(")", held.end, held.end + 160)
    inside = passage[opened : closed if closed >= 0 else held.end]
    named = passage[max(0, opened - 60) : opened]
    return _EXAMPLES.search(inside) is not None and _OF_CREDENTIALS.search(named) is None
