"""Experience asked for without a number: "recent scrub experience", "background in payroll"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Need
from gapcheck.ledger.scope import clean_scope, scope_after
from gapcheck.report import RequirementType

# A scope longer than this is a task, and a matter for the keywords.
MOST_WORDS = 12


# Kinds of employer or workplace. "A fast-paced environment" is none: nobody's resume shows or lacks it.
_KINDS_OF_PLACE = (
    r"start-?up|scale-?up|agency|consultancy|corporate|enterprise|non-?profit|hospital|clinic(?:al)?|acute|school"
    r"|classroom|nursery|care\shome|prison|custodial|laborator(?:y|ies)|lab|clean-?room|manufacturing|factory"
    r"|production|warehouse|distribution|kitchen|retail|hospitality|call[ -]cent(?:re|er)|contact[ -]cent(?:re|er)"
    r"|construction|law\sfirm|agile|devops|linux|unix|gmp|regulated|matrix(?:ed)?|union(?:i[sz]ed)?"
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kind = (
        r"previous|prior|recent|relevant|proven|demonstrable|demonstrated|extensive|significant"
        r"|substantial|solid|strong|past"
        r"|considerable|hands-on|practical|post-registration|essential|broad|minimum|good|some|related"
        r"|current"
    )
    return (
        # "previous Purchase Ledger experience", "recent and relevant scrub experience"
        re.compile(
            rf"\b(?:{kind})(?:,?\s(?:and\s|&\s)?(?:{kind}|work|working"
            rf"|professional))*\s(?P<scope>(?:[\w&/+.#’'-]+\s){{1,5}}?)"
            r"experience\b",
            re.IGNORECASE,
        ),
        # "extensive background in", "experience of working in", "experience as a"
        re.compile(
            rf"(?:^\W*|\b(?:{kind}|have|has|having|with|possess|gained|need|require|requires"
            rf"|and)\s)(?:(?:{kind}|work|working|professional)"
            r",?\s(?:and\s)?)*(?:experience|background)"
            r"(?=\s(?:in|of|within|working(?!\s(?:closely\s)?with)|as(?=\s(?:an?|the)\b))\s)",
            re.IGNORECASE,
        ),
        # a list item that is nothing but "Ward experience"
        re.compile(
            r"^\W*(?P<scope>(?:[\w&/+.#’'-]+\s){1,4}?)experience\W*(?:is\s|are\s)?(?:required|essential"
            r"|desirable|preferred)?\W*$",
            re.IGNORECASE,
        ),
        # "ability to … as well as to work in a start-up environment"
        re.compile(
            r"\b(?:abilit(?:y|ies)|able|aptitude|comfortable|confident|used\sto|accustomed|capable)\b[^.;:!?\n]{0,120}?"
            rf"\b(?:work|working|operate|operating|thrive|function)\s(?:\w+ly\s)?(?:in|within)\s(?:an?\s|the\s)?"
            rf"(?P<scope>(?:[\w-]+,?\s){{0,2}}?(?:{_KINDS_OF_PLACE})\s)(?:environment|setting|company|organi[sz]ation)s?\b",
            re.IGNORECASE,
        ),
    )


_TRAP = Lazy(
    r"\b(?:no|without|user|customer|patient|guest|client|learning|employee|candidate|life|lived|player"
    r"|member|shopping|great|best|amazing"
    r"|equivalent|gain(?:ing)?|digital|our|their|visitor|brand|student|offer\w*|exceptional|positive"
    r"|service|welcoming|years?|months?"
    r"|educational|overall|end-to-end|seamless|rich|wealth|opportunity|combination|depending|level of"
    r"|based on|salary|support\w*|describes?|select|indicate|education|your|please"
    r"|particular|quality of|positions? may|may require)\b",
    re.IGNORECASE,
)


# "CPA or related experience", "a relevant degree and have experience": what stands before is not what is
# meant.
_NOT_A_SCOPE = Lazy(
    r"\b(?:have|has|knowledge|skills?|qualifications?|requirements?|criteria|degree|training|education)\b|\bor\s(?:\w+\s)?$",
    re.IGNORECASE,
)

# Rating scales of questionnaires name experience without demanding it.
_QUESTION = Lazy(
    r"\b(?:select|describes?|indicate|choose|which of the following|rate your|do you|have you|i have|my)\b",
    re.IGNORECASE,
)


_NOT_NEEDED = Lazy(
    r"\s(?:in|at|of|with|within)\sour\b|[^.;:,]{0,40}?\s(?:is|are)\snot\s(?:required|needed|necessary)\b",
    re.IGNORECASE,
)
# Knowledge and abilities in general are no field of work.
_VAGUE = Lazy(r"\bcompetenc(?:y|ies)\b|^(?:the\s)?ability\b|^particular\b", re.IGNORECASE)
_NONE = Lazy(r"\bno (?:\w+ )?experience\b", re.IGNORECASE)


_HINTS = ("experience", "background", "environment", "setting", "work in", "working in")


def find_background(passage: str) -> Iterator[Need]:
    """Experience without a figure in one passage, with offsets into it."""
    low = passage.lower()
    if not any(hint in low for hint in _HINTS) or _QUESTION.search(passage) or _NONE.search(passage):
        return
    found = [match for pattern in _patterns() for match in pattern.finditer(passage)]
    reached = 0
    for match in sorted(found, key=lambda match: match.span()):
        if (
            match.start() < reached
            or _NOT_NEEDED.match(passage, match.end())
            or _TRAP.search(passage[max(0, match.start() - 6) : match.end()])
        ):
            continue
        span = _scope(passage, match)
        if span is not None:
            start, reached, scope = span
            yield Need(RequirementType.YEARS, start, reached, f"experience of {scope}", scope=scope)


def _scope(passage: str, match: re.Match[str]) -> tuple[int, int, str] | None:
    if "scope" in match.groupdict():
        # "current teaching strategies Experience observing …": a line break got lost, two items are meant.
        if match[0].endswith("Experience") and match["scope"].split()[-1].islower():
            return None
        if _NOT_A_SCOPE.search(match["scope"]):
            return None
        scope = clean_scope(match["scope"])
        end, tail = scope_after(passage, match.end(), len(passage), narrow=True)
        scope = " ".join(filter(None, (scope, tail))) or None
    else:
        end, scope = scope_after(passage, match.end(), len(passage))
        if re.match(r"check", passage[end:].lstrip()):
            return None
    if scope is None or _VAGUE.search(scope) or len(scope.split()) > MOST_WORDS:
        return None
    return match.start(), end, scope
