"""Years of experience a posting asks for, and what nobody should take for that (ages, heritage, contracts).

An amount of time ("5+ years", "at least eighteen months") is a demand for experience only by its neighbours:
the word experience behind it or in front of it, or a role or trade it is spent on ("3 years as a nurse").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gapcheck.ledger.amounts import Amount, find_amounts
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Need
from gapcheck.ledger.scope import clean_scope, scope_after
from gapcheck.report import RequirementType

# How far (characters) the word "experience" may stand from its figure.
BEHIND = 110
BEFORE = 80


# Behind an amount of time these never make it experience …
_NEVER = (
    r"age|olds?|college|universit\w+|graduate|undergraduate|post-?graduate|stud(?:y|ies)|school\w*"
    r"|post-?\s?(?:secondary|high)|education"
    r"|warranty|guarantee|heritage|secondment|maternity|preceptorship|residency|fellowship|after|from"
    r"|row|ago|later|before|since"
    r"|internship|apprenticeship|accredited|consecutive\w*|running|we|higher|progressively\shigher"
    r"|time[- ]in[- ]grade|probation\w*"
    r"|anniversary|younger|older|upwards|technical\sschool|vocational|bachelor\w*|curricul\w+|until|ftc"
    r"|fixed[- ]term"
    r"|at\sa\stime|advance|notice|within\s\d+|first\sinstance|any\ssingle|prior\sto|and\s(?:over|older|above|up)|placement"
)
# … and these only as the last word of their phrase: "a three-year plan for", but not "three years of plan
# design".
_NOUNS = (
    r"service|contract|plans?|strateg(?:y|ies)|histor(?:y|ies)|growth|track|program(?:me)?s?|rotations?"
    r"|degrees?|courses?|diplomas?"
    r"|data|academic|training|projects?|cycle|commitment|period|cover|tenure|employment|being|duration"
    r"|excellence|success|innovation"
    r"|posts?(?![\s-](?:qual|reg|grad|lic|mast|doc))|leading|business|length|subscription|free|temporary|fixed"
)
_FOLLOW = (
    r"of|for|in|with|at|to|is|are|must|rising|from|on|we|that|which|will|who|you|before|after|and|the|by"
    r"|as|be|has|have|record|basis"
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    scope: str | None


@cache
def _cues() -> dict[str, Lazy]:
    patterns = {
        "experience": (
            r"(?P<middle>[^.;:!?\n]{0,100}?)\b(?P<word>experiences?|exp\.?|background(?!\schecks?)|expertise"
            r"|know-how)(?!\w)"
        ),
        "not_time_worked": (
            rf"[\s,(‐-]{{0,3}}(?:(?:of|in|full|academic|supervised|full-time|the|a|an|at|above|beyond|fixed"
            rf"|capital|initial)\s)*"
            rf"(?:(?:{_NEVER})\b|(?:{_NOUNS})(?=\s*(?:$|[^\w\s]|\s(?:{_FOLLOW})\b)))"
        ),
        "told_before": (
            r"\b(?:past|last|next|previous|coming|every|each|per|after|first|since|celebrat\w+|founded"
            r"|established|aged?"
            r"|ages|under|children|heritage|during|(?<!not\s)(?<!no\s)less\sthan|fewer\sthan|following"
            r"|until|these|those|save|within(?:\sthe)?|over\sthe|in\sthe"
            r"|(?:for|over|nearly|almost)\s(?:over|more\sthan|nearly|almost|about|around)"
            r"|not\sto\sexceed|once|commit\w*\s\w*)"
            r"(?:\s(?:last|past|next|over|more\sthan|nearly|almost|approximately))?\W{0,2}$"
        ),
        "we_have": (
            r"\b(?:we(?:['’]ve)?|our\s[\w\s-]{2,30}|company|group|firm|team|practice|agency|trust"
            r"|hospital|organi[sz]ation|they)"
            r"\s(?:[\w'’-]+\s){0,3}?(?:have|has|had|with|brings?|bringing|boasts?|over|combin\w+|built"
            r"|been|of|for)"
            r"(?:\s(?:\w+\s){0,3})?$|^with\s(?:\w+\s){0,2}$|\bhave\sbeen\s[\w\s,-]{0,60}$"
            r"|\bfor\s(?:over\s|more\sthan\s)?$"
        ),
        "wanted": (
            r"\b(?:you|your|you['’]ll|candidates?|applicants?|must|requir\w+|minimum|need\w*|seek\w*"
            r"|looking\sfor|someone"
            r"|ideal\w*|essential|hold|possess\w*|should|preferr\w+|desir\w+|experienced?|qualif\w+"
            r"|at\sleast)\b"
        ),
        "combined": (
            r"\b(?:combined|collective(?:ly)?|between\sus|in\sbusiness|track\srecord|industry\sleader)\b"
        ),
        "asked": (
            r"\bhow\s(?:many|much)\b|\bno\s(?:previous\s|prior\s|work\s)?experience\b|\bas\s(?:many"
            r"|much)\sas\b|\bnot\scompleted\b|\bsubstitut\w+|\b(?:lived|resided)\b"
            r"|\bI\s(?:possess|have)\s(?:\w+\s){0,3}combination"
            r"|\bI\sam\s(?:\w+\s)?experienced\b|\b(?:years?|months?)\sor\s(?:less|fewer)\b|\bpercent\sof\sthe\b|\bis\sdefined\b|(?<!not\s)(?<!no\s)\bless\sthan\b"
        ),
        "before": (
            r"\b(?:experienced?|exp\.?|background|expertise|qualified|registered|practi[sc]ing)\b"
            r"(?P<what>[^.;!?\n]{0,70}?)[\s(:,–—-]{0,4}$"
        ),
        "spent_on": (
            r"\s(?:of|in|with|as|at|within|working|managing|leading|building|developing|designing"
            r"|teaching|writing"
            r"|selling|running|using|doing|supporting|delivering|implementing|coding|programming"
            r"|supervising|handling"
            r"|operating|practi[sc]ing|performing|conducting|providing|administering|post|focused|spent"
            r"|hands-on)\b"
        ),
        "qualified": (
            r"\s?(?:PQE|post[- ]qualif\w+|post[- ]registration|post[- ]grad\w*|qualified|licensed"
            r"|registered)\b"
        ),
        "similar": (
            r"\s(?:in|within|at)\s(?:an?\s|the\s)?(?:similar|comparable|related|relevant|same"
            r"|equivalent)\s(?:\w+\s)?"
            r"(?:roles?|posts?|positions?|capacity|level|environments?|settings?|jobs?|fields?)\b"
        ),
        "label": r"^\W*(?:[\w+]+\W+){0,3}$",
        "including": (
            r"\b(?:includ\w+|of\swhich|of\sthose|with(?:\sat\sleast)?|plus)\W*(?:a\sminimum\sof\s)?$"
        ),
    }
    return {name: Lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def find_years(passage: str, offset: int, *, listed: bool, own: bool = False) -> Iterator[Need]:
    """Experience in years or months that one passage demands.

    `offset` is where the passage starts in the posting. `listed` says that it stands among the
    requirements, where a bare "3+ years Java" is a demand even without the word experience. `own` reads the
    statements of a resume instead, where "with over ten years of experience" is no boast of a company.
    """
    low = passage.lower()
    if not ("year" in low or "month" in low or "yr" in low or "yoe" in low):
        return
    amounts = find_amounts(passage)
    if not amounts or _cues()["asked"].search(passage):
        return
    stops = [amount.start for amount in amounts[1:]] + [len(passage)]
    reached, several = 0, False
    for amount, stop in zip(amounts, stops, strict=True):
        found = _judge(passage, amount, reached, stop, listed, own)
        if found is not None:
            inside = several and _cues()["including"].search(passage, reached, amount.start) is not None
            yield _need(amount, found, offset, secondary=inside)
            reached, several = found.end, True


def _judge(passage: str, amount: Amount, reached: int, stop: int, listed: bool, own: bool) -> _Found | None:
    """What the amount is spent on, or None where it is not experience that is asked for."""
    cues = _cues()
    before = passage[max(reached, amount.start - BEFORE) : amount.start]
    after = passage[amount.end : stop]
    if cues["not_time_worked"].match(after) or (not own and cues["told_before"].search(before)):
        return None
    if not own and _boast(passage, before, after, reached, amount):
        return None
    return (
        _behind(passage, amount, stop)
        or _in_front(passage, amount, reached, stop)
        or _spent_on(passage, amount, stop, listed)
    )


def _boast(passage: str, before: str, after: str, reached: int, amount: Amount) -> bool:
    """Whether somebody's own age or record is told: "With more than 30 years' experience, we …"."""
    cues = _cues()
    if cues["combined"].search(after[:60]):
        return True
    if cues["wanted"].search(before) or not cues["we_have"].search(before):
        return False
    return not cues["wanted"].search(passage, reached, amount.start)


# The word experience of another clause: "for seven years, and I have … experience".
_OTHER_CLAUSE = Lazy(r"\b(?:I|you|we|have|has|must)\b")


def _behind(passage: str, amount: Amount, stop: int) -> _Found | None:
    """ "5 years of nursing experience in a hospital": the words in between and those behind are the scope."""
    match = _cues()["experience"].match(passage, amount.end, min(stop, amount.end + BEHIND))
    if match is None or len(match["middle"].split()) > 12 or _OTHER_CLAUSE.search(match["middle"]):
        return None
    middle = clean_scope(match["middle"])
    end, tail = scope_after(passage, match.end(), stop, narrow=middle is not None)
    return _Found(amount.start, end, " ".join(filter(None, (middle, tail))) or None)


def _in_front(passage: str, amount: Amount, reached: int, stop: int) -> _Found | None:
    """ "Experience in payroll (3 years)", "Scrub experience - 2 years"."""
    low = max(reached, amount.start - BEFORE)
    match = _cues()["before"].search(passage, low, amount.start)
    if match is None:
        return None
    scope = clean_scope(match["what"])
    if scope is None and match.start() > low:
        lead = re.split(r"[.;:!?\n(]", passage[low : match.start()])[-1]
        scope = clean_scope(lead) if len(lead.split()) <= 5 else None
    end = amount.end
    if scope is None:
        end, scope = scope_after(passage, amount.end, stop, narrow=True)
    return _Found(match.start(), max(end, amount.end), scope)


def _spent_on(passage: str, amount: Amount, stop: int, listed: bool) -> _Found | None:
    """ "3 years as a nurse", "4+ years with ServiceNow", and in a list of requirements "3+ years Java"."""
    cues = _cues()
    qualified = cues["qualified"].match(passage, amount.end, stop)
    if qualified is not None:
        return _Found(amount.start, qualified.end(), "post-qualification")
    similar = cues["similar"].match(passage, amount.end, stop)
    if similar is not None:
        return _Found(amount.start, similar.end(), None)
    at_start = cues["label"].match(passage[: amount.start]) is not None
    if cues["spent_on"].match(passage, amount.end, stop):
        if not (listed or at_start or cues["wanted"].search(passage[: amount.start])):
            return None
    elif not (listed and at_start and amount.plain is False):
        return None
    end, scope = scope_after(passage, amount.end, stop)
    return _Found(amount.start, end, scope) if scope else None


def _need(amount: Amount, found: _Found, offset: int, *, secondary: bool) -> Need:
    label = amount.label + (f" of {found.scope}" if found.scope else " of experience")
    return Need(
        RequirementType.YEARS,
        offset + found.start,
        offset + found.end,
        label,
        months=amount.months,
        scope=found.scope,
        secondary=secondary,
    )
