"""Licences and certificates a posting demands, as against those it only mentions: colleagues', taught, assessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.ledger.credentials import Held, find_credentials
from gapcheck.ledger.model import Need
from gapcheck.segment.model import PostingSection

# People with a credential one works with, teaches or leads; not a demand on the applicant.
_ABOUT_OTHERS = re.compile(
    r"\b(?:alongside|with|support(?:s|ing)?|supervis\w+|lead(?:ing)?|manag\w+|by|team\sof|mentor\w*"
    r"|other|between|for\sour|our|from|teach\w*"
    r"|assist(?:s|ing)?|train\w*|deliver\w*|to\sthe|report\w*\sto|maintain(?:s|ing)?\s(?:the|all"
    r"|records)|towards?|training|includ\w+|helps?|via|(?:program\w*|training|education|support|courses?"
    r"|experience)\s(?:for|such\sas|as))"
    r"\s(?:\w+[\s,]+){0,2}$",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"\b(?:must|require[sd]?|essential|hold(?:s|ing|er)?|valid|current|possess\w*|qualified|registered"
    r"|registration|need(?:ed)?|looking\sfor|seeking"
    r"|preferred|desirable|preferably|licensed|certifi\w+|licen[cs]e|minimum|mandatory|obtain\w*|pin"
    r"|should\sbe|you\s(?:will\s)?(?:be|have)|have)\b",
    re.IGNORECASE,
)


_SURELY_OTHERS = re.compile(
    r"\b(?:supervision\sof|supervised\sby|under|alongside|work(?:ing)?\swith|reports?\sto|reporting\sto|led\sby|assist\w*)\s(?:an?|the)\s$",
    re.IGNORECASE,
)

# Knowledge of a field, or an accredited school: no credential of the applicant.
_NOT_HELD = re.compile(
    r"\b(?:knowledge\s(?:of|in)|needs?\sfor)\s(?:[\w,]+\s){0,9}$"
    r"|\b(?:perform|initiat|administer|provid)\w*\s(?:[\w,(]+[\s(]+){0,3}$"
    r"|\b(?:accredited|approved)\sby\s(?:the\s)?(?:\w+\s(?:or|and)\s){0,2}(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_NOT_HELD_AFTER = re.compile(
    r"\s?[-)]?\s?(?:accredited|practices|techniques|principles|procedures|guidelines|classes|room"
    r"|kits?)\b",
    re.IGNORECASE,
)
_AS_EXAMPLE = re.compile(r"\bexperience,?\s(?:such\s)?as\s(?:an?\s)?$", re.IGNORECASE)
_REGISTERED_WITH = re.compile(r"registered\swith\s(?:the\s)?$", re.IGNORECASE)


def find_demanded(passage: str, section: PostingSection = PostingSection.TITLE) -> Iterator[Need]:
    """Licences and certificates the applicant must hold, with offsets into the passage."""
    left_out = -1
    for held in find_credentials(passage):
        # "registered nurse (RN)": what is said of the name goes for its letters too.
        abbreviates = left_out >= 0 and held.start - left_out <= 2
        if abbreviates or _only_mentioned(passage, held, section):
            left_out = held.end
        else:
            yield Need(held.type, held.start, held.end, held.name, names=(held.name,))


def _only_mentioned(passage: str, held: Held, section: PostingSection) -> bool:
    before = passage[max(0, held.start - 60) : held.start]
    if any(cue.search(before) for cue in (_AS_EXAMPLE, _NOT_HELD, _SURELY_OTHERS)):
        return True
    if _NOT_HELD_AFTER.match(passage, held.end):
        return True
    duties = section is PostingSection.DUTIES
    plural = passage[held.start : held.end].endswith("s")
    if _ABOUT_OTHERS.search(before) and not _REGISTERED_WITH.search(before) and (duties or plural):
        return True
    return duties and _DEMAND.search(passage[max(0, held.start - 60) : held.end + 60]) is None
