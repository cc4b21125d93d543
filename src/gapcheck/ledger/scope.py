"""What years are asked of: "nursing", "Python", or nothing in particular ("relevant experience")."""

from __future__ import annotations

import re
from functools import cache

from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.wording import content_stems

# A longer scope is a sentence, not a thing one has years of.
MOST_SCOPE_WORDS = 14


@cache
def _cuts() -> re.Pattern[str]:
    """Where a scope ends: a sentence's end, or words that begin something else."""
    return re.compile(
        r"\s?\(?(?:e\.g|i\.e|such\sas|for\sexample)|\s(?:equivalent|comparable)\s(?:in|to)"
        r"|\sat\sthe\s(?:next|gs)|\sin\s(?:or\s)?(?:directly|support)"
        r"|\sas\s(?:described|listed|defined|it|outlined)|\s?[;:!?\n•·|]|\.(?!\w)|\)|\s[-–—]+\s|\s\*|\s\+\s"
        r"|\s{2}|,?\s(?:and\s|or\s)?(?:also\s|to\s)?(?:has|have|had|holds?|given|been)\b"
        r"|,?\s\(?(?:required|preferred|desired|desirable|essential|preferably|ideally|including|who"
        r"|which|that|is|are|will|would"
        r"|must|should|may|can|or\sequivalent|or\s(?:an?\s)?(?:equivalent|combination|degree|bachelor"
        r"|master|ph\.?d|mba|associate"
        r"|education|related|similar|comparable|relevant)\w*|plus\b|but|so\sthat|where|when"
        r"|within\s(?:the\s(?:last|past)|\d)|out\sof\b|however|although|though|whilst?|because|since"
        r"|(?:in|during|over)\sthe\s(?:last|past)|as\swell\sas|along\swith|together\swith|to\s(?:join|be"
        r"|take|apply|support|help)"
        r"|and\s(?:successful|completion|completed|certification|training|education)|(?:and"
        r"|with)\s(?:an?\s|the\s|have\b|must\b|be\b|strong\b|excellent\b|good\b|proven\b|ability\b"
        r"|at\sleast|minimum|\d"
        r"|(?:two|three|four|five|six|one)\b|you\b|demonstrated\b|solid\b|knowledge\b|knowing\b"
        r"|possess\b|hold\b|skills\b|bachelor|master"
        r"|current\b|valid\b))"
        r"|,\s(?:and\s|with\s)?(?:an?\s|knowledge\b|skills\b|be\s|have\b|must\b|strong\b|excellent\b"
        r"|good\b|ability\b|you\b|we\b|at\sleast|\d|bachelor|master"
        r"|plus\b|e\.g|i\.e|or\s(?:an?\s)?(?:equivalent|master|bachelor|ph\.?d|mba))",
        re.IGNORECASE,
    )


# Small words that say nothing at either end of a scope …
_SMALL = (
    r"of|in|with|as|at|on|for|to|an?|the|and|or|from|within|by|using|is|are|your|our|their|this|such"
    r"|related|relevant"
    r"|previous|prior|proven|recent|demonstrated|demonstrable|verifiable|progressive(?:ly)?|responsible"
    r"|full[\s-]?time|part[\s-]?time"
    r"|paid|professional|practical|solid|strong|total|overall|combined|direct(?:ly)?|hands-on|hands|work"
    r"|working|job|industry"
    r"|post(?![\s-](?:reg|qual|grad))|general|specialized|specialised|creditable|qualifying|successful"
    r"|similar|appropriate"
    r"|applicable|equivalent|comparable|experience|least|required|preferred|desired|necessary|minimum"
    r"|must|have|possess"
    r"|extensive|significant|substantial|considerable|good|proved|real-world|real|actual|life"
    r"|increasingly|commercial|clear"
    r"|one|more|any|another|both|(?<!early\s)years?|either|following|what|like|doing|other|in-depth|meaningful"
    r"|continuous|busy"
    r"|satisfactory|added|additional|consecutive|some|that|also|be|well|needed|need|(?<!complex\s)(?<!additional\s)(?<!special\s)(?<!support\s)(?<!care\s)needs|plus|who|not"
    r"|ideally|documented|last|past|along|equal|essential|desirable|held"
    r"|credible|same|requirements?|on-the-job|gained|obtained|acquired|broad|wide|range|focused|concentrating|employer|company"
)
# … and at its end only: "field sales" is a scope, "in the sales field" is sales.
_TRAILING = (
    r"roles?|positions?|capacity|fields?|areas?|environments?|(?<!early\syears\s)settings?|level"
    r"|employment|posts?|jobs?|assignments?"
    r"|experience|industry|sector"
)


@cache
def _edges() -> re.Pattern[str]:
    lead = (
        rf"^(?:\W|(?:{_SMALL})(?![\w'’-])|(?:fields?|areas?)\sof\s|roles?\s(?:in|as)\s|capacity\s(?:as"
        rf"|of)\s)+"
    )
    tail = rf"(?:[^\w+#)]|(?<![\w'’-])(?:{_SMALL}|{_TRAILING})(?!\w))+$"
    return re.compile(rf"{lead}|{tail}", re.IGNORECASE)


def scope_after(text: str, start: int, stop: int, *, narrow: bool = False) -> tuple[int, str | None]:
    """The scope that begins at `start`, and where it ends; nothing where the text goes on with something
    else.

    `narrow` lets only "in", "of", "as" and their like lead to it: "4 years of IT experience with an
    appetite for …".
    """
    lead = _openers()[narrow].match(text, start, stop)
    if lead is None:
        return start, None
    cut = _cuts().search(text, lead.end(), min(stop, lead.end() + 160))
    end = cut.start() if cut else min(stop, lead.end() + 160)
    words = list(re.finditer(r"\S+", text[lead.end() : end]))
    if len(words) > MOST_SCOPE_WORDS:
        end = lead.end() + words[MOST_SCOPE_WORDS - 1].end()
    scope = clean_scope(text[lead.end() : end])
    return (lead.end() + len(text[lead.end() : end].rstrip(" ,(&-")) if scope else start), scope


@cache
def _openers() -> dict[bool, re.Pattern[str]]:
    beside = (
        r"(?!\s*(?:[.;:!?\n(]|(?:equivalent|or|and|required|preferred|that|which|who|whose|described"
        r"|documented|comparable|is|are"
        r"|was|were|will|would|may|must|at\sthe\s(?:next|gs)|demonstrat\w+|includ\w+|evidenc\w+|above"
        r"|performing\sthe|to|by|if"
        r"|as\s(?:described|defined|listed|outlined|it|well|above)|but|when|where|than|directly\srelated"
        r"|perform\w+|from"
        r"|within\sthe\s(?:last|past))\b))"
    )
    return {
        False: re.compile(beside + r"[\s–—-]{1,3}(?=\.?\w|['’\"“(])", re.IGNORECASE),
        True: re.compile(
            r"\s(?=(?:in|of|as(?!\s(?:described|defined|listed|outlined|it|well|above))"
            r"|within(?!\sthe\s(?:last|past))|on)\s)",
            re.IGNORECASE,
        ),
    }


def clean_scope(text: str) -> str | None:
    """The scope without its small words; None where nothing specific is left ("relevant work experience")."""
    text = " ".join(text.split())
    previous = None
    while previous != text:
        previous = text
        text = _edges().sub("", text)
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip(" ,")
    if _NOT_A_THING.search(text):
        return None
    return text if text and not text.isdigit() and content_stems(text) and not _GRADE.search(text) else None


# Pay grades and the like tell how hard the work was, not what it was.
_GRADE = Lazy(
    r"\b(?:GS|GG|WG|NF|ND|FS|NH|PG|WS)[-/ ]?\d|grade level|next lower|described|\babove\b|\bduration\b|pay band|series"
    r"|^complex$|^grade\b|level of difficulty|\brotations?\b"
    r"|^(?:(?:private|public|federal|civilian|non-?profit|government|sectors?|service|or|and|/)\b\W*)+$",
    re.IGNORECASE,
)


# The rest of a question or of a sentence, taken for what the experience is in.
_NOT_A_THING = Lazy(r"^(?:do|does|did|have|has|are|is|can|will|what|which|how|if)\b", re.IGNORECASE)


_PARTS = Lazy(r"\s*(?:,|;|/|\bor\b|\band\b|&|\(|\))\s*", re.IGNORECASE)

# Share of a long part's words that must be there: "working with children in a hospital" needs two of three.
MOST_OF_PART = 0.6


def scope_parts(scope: str) -> tuple[str, ...]:
    """The things a scope lists ("payroll and budgets"), without those that say nothing by themselves."""
    return tuple(part for part in _PARTS.split(scope) if content_stems(part))


def scope_shown(scope: str, shown: frozenset[str]) -> bool:
    """Whether stems of a text show a scope: any of the things it lists."""
    return any(part_shown(part, shown) for part in scope_parts(scope))


def part_shown(part: str, shown: frozenset[str]) -> bool:
    """Whether stems of a text show one thing: all its words, of three and more most of them."""
    wanted = content_stems(part)
    hits = sum(stem in shown for stem in wanted)
    return hits == len(wanted) or (len(wanted) > 2 and hits / len(wanted) >= MOST_OF_PART)
