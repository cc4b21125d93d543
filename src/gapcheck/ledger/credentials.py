"""Licences and certificates in a text: those of the table, and others by their form ("ServiceNow
certification").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from gapcheck.ledger.credential_table import Credential, credentials
from gapcheck.ledger.lazy import Lazy
from gapcheck.report import RequirementType

_TOKEN = Lazy(r"[^\W_](?:[\w.+&’'/-]*[\w+])?")
_LEADING = Lazy(r"[^\W_]+")

# Words beside a bare name that make a credential of it, and how far (characters) they may stand.
_BESIDE = Lazy(
    r"\b(?:regist(?:ered|ration|er|rant)|pin|licen[cs]\w*|certif\w+|accredit\w+|qualif(?:ied|ication)s?"
    r"|member(?:ship)?"
    r"|fellow|exams?|credential\w*|revalidat\w+)\b",
    re.IGNORECASE,
)
BESIDE_CHARACTERS = 32


@dataclass(frozen=True, slots=True)
class Held:
    """A credential named in a text."""

    name: str
    type: RequirementType
    start: int
    end: int


@dataclass(frozen=True)
class _Form:
    """One way to write a credential. `last` is its last word, lower-cased: where a text lacks it, the form is not."""

    text: str
    bare: bool
    row: Credential

    @cached_property
    def last(self) -> str:
        """The last run of letters and digits."""
        return _words(self.text)[-1].lower()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text may have the form: there are hundreds."""
        return _form_pattern(self.text)


@cache
def _index() -> dict[str, tuple[_Form, ...]]:
    """Forms by their first letters, longest first, so that a text is searched word by word and not form by form."""
    index: dict[str, list[_Form]] = {}
    for row in credentials():
        for form in row.forms:
            found = _Form(form.strip("<>"), form.startswith("<"), row)
            index.setdefault(_first(found.text), []).append(found)
    return {first: tuple(sorted(found, key=lambda form: -len(form.text))) for first, found in index.items()}


def _first(text: str) -> str:
    match = _LEADING.search(text)
    return match[0].lower() if match else ""


def _words(text: str) -> list[str]:
    return _LEADING.findall(text) or [""]


def _form_pattern(form: str) -> re.Pattern[str]:
    parts = []
    for word in re.split(r"[ -]", form):
        letters = re.escape(word).replace("'", "['’`´]")
        parts.append(letters if sum(letter.isupper() for letter in word) > 1 else f"(?i:{letters})")
    plural = "" if form[-1] in "+.)I" else "s?"
    return re.compile(r"[\s-]{1,2}".join(parts) + plural + r"(?![\w+])")


def find_credentials(text: str) -> list[Held]:
    """All licences and certificates of a text, in order."""
    known = list(_known(text))
    others = [
        other
        for other in _others_in(text)
        if not any(held.start < other.end and other.start < held.end for held in known)
    ]
    return sorted(known + others, key=lambda held: held.start)


def _known(text: str) -> Iterator[Held]:
    """Those of the table; the longest form wins where several match."""
    index, low = _index(), text.lower()
    reached = 0
    for word in _LEADING.finditer(text):
        if word.start() < reached or (forms := index.get(word[0].lower())) is None:
            continue
        for form in forms:
            match = form.pattern.match(text, word.start()) if form.last in low else None
            if match is not None and _abbreviates_other(text, match, reached):
                break
            if match is not None and not (form.bare and not _beside(text, match.start(), match.end())):
                yield Held(form.row.name, form.row.type, match.start(), match.end())
                reached = match.end()
                break


def _abbreviates_other(text: str, match: re.Match[str], reached: int) -> bool:
    """Whether the letters stand for something else: "Canadian Psychological Association (CPA)"."""
    if (
        not match[0].isupper()
        or text[match.start() - 1 : match.start()] != "("
        or match.start() - reached <= 2
    ):
        return False
    named = re.findall(
        r"[A-Z]", " ".join(text[max(0, match.start() - 80) : match.start() - 1].split()[-len(match[0]) :])
    )
    return "".join(named) == match[0]


def _beside(text: str, start: int, end: int) -> bool:
    window = text[max(0, start - BESIDE_CHARACTERS) : start], text[end : end + BESIDE_CHARACTERS]
    before = re.split(r"[.;\n]\s", window[0])[-1]
    after = re.split(r"[.;\n](?:\s|$)", window[1])[0]
    return _BESIDE.search(before) is not None or _BESIDE.search(after) is not None


@cache
def _others() -> tuple[tuple[re.Pattern[str], RequirementType], ...]:
    name = (
        r"(?P<name>(?:[A-Z][\w+&/.’'-]*\w|[A-Z]{1,2})(?:\s(?:(?:of|and|in|for"
        r"|&)\s)?(?:[A-Z0-9][\w+&/.’'-]*)){0,4})"
    )
    word = r"certifi(?:cation|cate|cations|ed)|credential"
    licence = r"licen[cs]ure|licen[cs]e|registration"
    small = r"(?P<name>(?:(?:[a-z][\w-]+)\s){1,3}?)"
    fields = r"(?P<name>(?:[\w+&/.’'-]+\s?){1,5})"
    both = RequirementType.CERTIFICATE, RequirementType.LICENCE
    return (
        (
            re.compile(
                rf"(?<![\w.]){name}\s(?i:{word})\b(?!\s(?i:body|bodies|commission|council|and\saccreditation|standard|process|program|agency|agencies|board"
                rf"|system|exam|in\s))"
            ),
            both[0],
        ),
        (
            re.compile(
                rf"(?<![\w.]){name}\s(?i:{licence})\b(?!\s(?i:number|fee|plate|officer|service|team|department|form|clerk|system|desk|day|agreement"
                r"|process|exam"
                rf"|board|requirement))"
            ),
            both[1],
        ),
        (re.compile(rf"\b(?i:certification|certificate|certified)\s(?i:in|as an?|as)\s{fields}"), both[0]),
        (re.compile(rf"\b(?i:licen[cs]ed)\s(?i:in|as an?|as)\s{fields}"), both[1]),
        (
            re.compile(
                rf"\b(?i:valid|current|active|unrestricted|state|professional)\s{small}?(?:certification"
                rf"|certificate)s?\b"
            ),
            both[0],
        ),
        (
            re.compile(
                rf"\b(?i:valid|current|active|unrestricted|state|professional|appropriate)\s{small}?"
                r"(?:licen[cs]e|licen[cs]ure|registration)s?\b"
            ),
            both[1],
        ),
    )


_NO_NAME_WORDS = (
    "copy of official "
    "the a an any all other relevant related appropriate valid current professional required preferred "
    "additional our your this these must state industry one or more if no and training education degree "
    "skills licenses licences licensure certification certifications certificate license licence position "
    "field area similar equivalent following such by possess have hold obtain full active experience "
    "qualifications least accredited u.s us uk business nhs new please note school medical university "
    "college trust company website service services or please must submit not what which once my expired "
    "proof accordance areas as for integrity categorical "
    "out do does if provided qualification registration unrestricted unexpired pg maintain "
    "department residency requirements "
)

# Kinds of certificates, which name none.
_ALONE = frozenset(
    (
        "basic",
        "advance",
        "advanced",
        "generalist",
        "specialist",
        "senior",
        "national",
        "specialty",
        "technical",
    )
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_NOT_HELD = Lazy(
    r"\b(?:great place|birth|marriage|death|gift|ssl|tls|vehicle|software|product|isos?|iso \d+|voter"
    r"|event|course|tax|charity"
    r"|company|conference|patient|student|guest|occupancy|analysis|need|origin|conformity|website"
    r"|trademark|business|domain"
    r"|organi[sz]ation|school|facility|hospital|laboratory|b corp|magnet|joint commission|drug|title"
    r"|minority|woman|women"
    r"|veteran|supplier|vendor|payroll certif|compliance|purchase|online|user|account|free|tuition"
    r"|learner|learning|month|year|date|number|type|board|academy|association|examination|program|exam"
    r"|council|level|mastery|options?|include[sd]?|prerequisites?|statement|plan|details|ensure"
    r"|pending|complete|post|described|above|below|listed|graduates?|commission|society|mot|dbs|insurance"
    r"|flight record|accreditation process|assurance certification and)\b",
    re.IGNORECASE,
)


# "The National Board for Certification in …" is a body, and "I am not certified in …" an answer.
_NO_CREDENTIAL = Lazy(
    r"\b(?:board|institute|commission|council|center|centre|bureau)\s(?:for|of|on)\s(?:\w+\s)?$|\bnot\s$",
    re.IGNORECASE,
)


def _others_in(text: str) -> Iterator[Held]:
    """Credentials by their form alone, where the table does not know the name."""
    if not re.search(r"ertif|icens|icenc|egistration|ccredit|redential", text):
        return
    taken: list[tuple[int, int]] = []
    for pattern, kind in _others():
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if _NO_CREDENTIAL.search(text, max(0, match.start() - 40), match.start()):
                continue
            name = _other_name(match["name"] or "")
            if name is not None:
                taken.append(match.span())
                end = match.end()
                if match.end("name") == end:
                    end = match.start("name") + len(_NAME_ENDS.split(match["name"])[0])
                yield Held(
                    name, kind, match.start(), match.start() + len(text[match.start() : end].rstrip(" ,."))
                )


# Where a name is over: punctuation, small words, and the verbs of the rest of its sentence ("a MLS given by").
_NAME_ENDS = Lazy(
    r"[,;:(]|\.\s|\b(?:or|is|are|and|with|in|for|through|of|when|if|from|preferred|required|plus|by"
    r"|to|that|which|at|as|on|has|have|had|be|been|being|given|issued|granted|awarded|must|will|can|may"
    r"|should|do|does|not|you|we|who|within|upon|before|after|under|e\.g|i\.e)\b|\s{2}|\s[-–—]\s|[•·*]"
)
_GRADE = Lazy(r"\b(?:GS|GG|WG|NF|ND)-?\d|\b(?:Basic|Advanced|Entry|Level|Grade|National Council)\b")


def _other_name(text: str) -> str | None:
    """The name without its small words, None where nothing is left or it is no person's credential."""
    text = _NAME_ENDS.split(text)[0]
    if _GRADE.search(text):
        return None
    kept = [word for word in text.split() if word.lower().strip(".'’-") not in _NO_NAME]
    name = " ".join(kept).strip(" .,-/")
    return None if len(name) < 2 or name.lower() in _ALONE or _NOT_HELD.search(name) else name
