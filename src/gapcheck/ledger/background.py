"""Experience asked for without a number: "recent scrub experience", "background in payroll"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gapcheck.ledger.model import Need
from gapcheck.ledger.scope import clean_scope, scope_after
from gapcheck.report import RequirementType

# A scope longer than this is a task, and a matter for the keywords.
MOST_WORDS = 12


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
    )


_TRAP = re.compile(
    r"\b(?:no|without|user|customer|patient|guest|client|learning|employee|candidate|life|lived|player"
    r"|member|shopping|great|best|amazing"
    r"|equivalent|gain(?:ing)?|digital|our|their|visitor|brand|student|offer\w*|exceptional|positive"
    r"|service|welcoming|years?|months?"
    r"|educational|overall|end-to-end|seamless|rich|wealth|opportunity|combination|depending|level of"
    r"|based on|salary|support\w*|describes?|select|indicate|education|your|please)\b",
    re.IGNORECASE,
)


# "CPA or related experience", "a relevant degree and have experience": what stands before is not what is
# meant.
_NOT_A_SCOPE = re.compile(
    r"\b(?:have|has|knowledge|skills?|qualifications?|requirements?|criteria|degree|training|education)\b|\bor\s(?:\w+\s)?$",
    re.IGNORECASE,
)

# Rating scales of questionnaires name experience without demanding it.
_QUESTION = re.compile(
    r"\b(?:select|describes?|indicate|choose|which of the following|rate your|do you|have you|i have|my)\b",
    re.IGNORECASE,
)


_NONE = re.compile(r"\bno (?:\w+ )?experience\b", re.IGNORECASE)


def find_background(passage: str) -> Iterator[Need]:
    """Experience without a figure in one passage, with offsets into it."""
    low = passage.lower()
    if not ("experience" in low or "background" in low) or _QUESTION.search(passage) or _NONE.search(passage):
        return
    found = [match for pattern in _patterns() for match in pattern.finditer(passage)]
    reached = 0
    for match in sorted(found, key=lambda match: match.span()):
        if match.start() < reached or _TRAP.search(passage[max(0, match.start() - 6) : match.end()]):
            continue
        span = _scope(passage, match)
        if span is not None:
            start, reached, scope = span
            yield Need(RequirementType.YEARS, start, reached, f"experience of {scope}", scope=scope)


def _scope(passage: str, match: re.Match[str]) -> tuple[int, int, str] | None:
    if "scope" in match.groupdict():
        if _NOT_A_SCOPE.search(match["scope"]):
            return None
        scope = clean_scope(match["scope"])
        end, tail = scope_after(passage, match.end(), len(passage), narrow=True)
        scope = " ".join(filter(None, (scope, tail))) or None
    else:
        end, scope = scope_after(passage, match.end(), len(passage))
        if re.match(r"check", passage[end:].lstrip()):
            return None
    if scope is None or len(scope.split()) > MOST_WORDS:
        return None
    return match.start(), end, scope
