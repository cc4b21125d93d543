"""Sentences that surely ask for nothing a resume could show: contacts, the applicant's own equipment, penalties.

The classifier of sentences knows too few of them, and in the midst of requirements it believes its neighbours.
"""

from __future__ import annotations

import re

from gapcheck.segment.model import PostingSection
from gapcheck.words import EMAIL

_ADDRESS = re.compile(
    rf"{EMAIL}"
    r"|(?<![\w$£€.,/-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)|\d{3,5})[ .-]\d{3,4}[ .-]?\d{3,4}(?![\w/-])"
)
_CONTACT = re.compile(
    r"(for )?(further|more|additional) (details|information)\b.{0,60}\b(contact|visits?|call|e-?mail)\b"
    r"|Name[A-Z].{2,60}Job title|.{0,60}(E-?mail address|Telephone number|Contact number)\b",
    re.IGNORECASE,
)
LONGEST_CONTACT = 14
"""Words of the longest line that an address makes a contact; a longer one says something of its own."""

_EQUIPMENT = re.compile(
    r"\b(reliable|good|high[- ]speed|stable|strong|fast|broadband|wired|hard-?wired) "
    r"(and (reliable|stable|secure|fast) )?"
    r"(home )?(internet|wi-?fi|broadband)|\b\d+ ?mbps\b|\b(download|upload) speeds?\b|\b(two|2|dual|second) monitors?\b"
    r"|\b(your|own|home) (own )?(personal )?(computer|laptop|pc|desktop|webcam|headset)\b"
    r"|\b(laptop|computer) (or|and) (desktop|tablet)\b"
    r"|\b(webcam|headset)s?\b.{0,40}\b(headset|webcam|microphone|internet)\b",
    re.IGNORECASE,
)
_SKILLED = re.compile(
    r"\b(proficien\w+|skill\w*|knowledge|experienced?|familiar\w*|expertise|degree|certifi\w+|troubleshoot\w*|install\w*)\b",
    re.IGNORECASE,
)
_PENALTY = re.compile(
    r"\b(false|fraudulent|untruthful|misleading) (or (false|fraudulent|misleading) )?"
    r"(statements?|information|answers?)\b"
    r"|\bpunishable by\b|\bfines? (and|or|and/or) imprisonment\b|\baccept this agreement\b|\bperjury\b",
    re.IGNORECASE,
)


_WELCOME = re.compile(
    r"\bspeakers are (equally|both) welcome\b|\b(follow|like|find|visit|join|connect with) us (on|at)\b"
    r"|\bfollow\b[^.]{0,25} on (twitter|linkedin|facebook|instagram)\b|\b(was|is) originally posted (as|on|at)\b",
    re.IGNORECASE,
)

_INTERVIEW = re.compile(
    r"\byour interview\b|\b(invited|shortlisted|selected) (for|to) (an? |the )?([\w-]+ ){0,4}interviews?\b"
    r"|\binterviews? (will|may|are|is|to) (be )?(held|carried out|conducted|taking place|take place|scheduled|via)\b",
    re.IGNORECASE,
)
"""How one is interviewed; "conduct interviews" is work."""


_SCREENING = re.compile(
    r"\W*((\w[\w-]* ){0,2}(child protective services|criminal (history|record|background)|tuberculosis|drug|fingerprint"
    r"|background|suitability|medical)\b[\w ()/]{0,20}\b(investigation|screening|checks?|tests?|clearance)\b\W*){1,4}",
    re.IGNORECASE,
)
"""A line that names checks of applicants; who investigates for a living says what they do."""


_NOTICE = re.compile(
    r"\b(employee polygraph protection|know your rights|eeo is the law|(e-?verify|right to work)[\w ]{0,20} posters?"
    r"|pay transparency (nondiscrimination|policy|notice))\b",
    re.IGNORECASE,
)
"""Notices that American employers have to point to, among them laws that others work with ("FMLA")."""

_AGENCY = re.compile(
    r"\A\W*(?!(our|the|they|this|you|who) )([\w&'’.-]+ ){1,4}(is|are) (an? )?(uk['’]?s? |world |uk )?([\w-]+ ){0,3}"
    r"(recruitment|staffing|manpower|resourcing) (\w+ )?(consultancy|agency|provider|company|firm)\b"
    r"|\b(act(s|ing)?|operat(e|es|ing)|those|vacancy) (as|of) an? employment (agency|business)\b",
    re.IGNORECASE,
)
"""An agency on itself: what it recruits for besides is nothing of this job."""


def aside_section(sentence: str) -> PostingSection | None:
    """The section such a sentence belongs to, None where it may ask for something."""
    if is_contact(sentence) or _WELCOME.search(sentence) or _INTERVIEW.search(sentence):
        return PostingSection.APPLICATION
    if (
        _PENALTY.search(sentence)
        or _NOTICE.search(sentence)
        or _AGENCY.search(sentence)
        or _SCREENING.fullmatch(sentence)
        or (_EQUIPMENT.search(sentence) and not _SKILLED.search(sentence))
    ):
        return PostingSection.LEGAL
    return None


def announces_contact(sentence: str) -> bool:
    """Whether a line says that whom to ask follows."""
    return _CONTACT.match(sentence) is not None and sentence.rstrip().endswith(":")


def is_contact(sentence: str) -> bool:
    """Whether a line says whom to ask: it holds an address or a number to call and little else, or announces one."""
    if _CONTACT.match(sentence):
        return True
    return len(sentence.split()) <= LONGEST_CONTACT and _ADDRESS.search(sentence) is not None
