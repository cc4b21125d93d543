"""Conditions a posting sets besides knowledge: clearance, the right to work, checks, travel, shifts,
strength, age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Clearance, Need
from gapcheck.report import RequirementType

_CLEARANCES = (
    (Clearance.POLYGRAPH, r"polygraph|\bci poly\b|full[- ]scope poly"),
    (
        Clearance.TOP_SECRET_SCI,
        (
            r"\bts/sci\b|top[- ]secret\s?/\s?sci|top secret (?:with|and) sci|\bsci (?:clearance|eligib)"
            r"|enhanced dv"
        ),
    ),
    (
        Clearance.TOP_SECRET,
        r"top[- ]secret|\bTS clearance|\bdv\b|developed vetting|\bq clearance|yankee white",
    ),
    (
        Clearance.SECRET,
        r"\bsecret\b|\bsc (?:clear\w*|level)|\bsecurity check\b|\bsc/dv\b|nppv\s?3|\bl clearance",
    ),
    (Clearance.CONFIDENTIAL, r"confidential clearance|\bctc\b|counter[- ]terrorist check"),
    (Clearance.BASELINE, r"public trust|\bbpss\b|baseline personnel"),
)

CLEARANCE_NAMES = {
    Clearance.ANY: "a security clearance",
    Clearance.BASELINE: "a baseline check or public trust",
    Clearance.CONFIDENTIAL: "a Confidential clearance",
    Clearance.SECRET: "a Secret or SC clearance",
    Clearance.TOP_SECRET: "a Top Secret or DV clearance",
    Clearance.TOP_SECRET_SCI: "a Top Secret/SCI clearance",
    Clearance.POLYGRAPH: "a clearance with polygraph",
}


@dataclass(frozen=True, slots=True)
class _Row:
    type: RequirementType
    name: str
    pattern: re.Pattern[str]


_WILL = (
    r"(?:must(?:\s(?:also\s)?be)?|able|ability|willing(?:ness)?|willingly|require[sd]?|required|prepared"
    r"|available|availability"
    r"|flexib\w+|need(?:ed|s)?|expected|comfortable|have|will|may|be|can|able and willing)"
)


# What may stand between "work" and the shifts: other times, and nothing else ("work clinically when on call").
_HOURS = (
    r"(?:an?|the|any|on|in|and|or|of|both|some|all|as|flexible|flexibly|rotating|occasional|regular|early|late|long|days?"
    r"|nights?|weekends?|evenings?|unsocial|various|varied|different|variety|range|shifts?|overtime|extended|including"
    r"|hours|bank|alternate|irregular|rotational|including|public|12[- ]hour|a\srota|rotas?|pattern|basis|over|during)"
)


@cache
def _rows() -> tuple[_Row, ...]:
    other, work = RequirementType.OTHER, RequirementType.AUTHORIZATION
    place = (
        r"(?:the\s)?(?:us\b|u\.s\.?|usa|uk\b|united states|united kingdom|eu\b|canada|australia"
        r"|ireland|country|singapore)"
    )
    table: tuple[tuple[RequirementType, str, str], ...] = (
        (
            work,
            "right to work",
            (
                rf"(?:legal(?:ly)?\s)?(?:authori[sz](?:ed|ation)|eligib(?:le|ility)|entitled"
                rf"|permitted)\s(?:to\swork(?!\s(?:towards?|with|on|alongside|as)\b)|for\semployment)"
                rf"(?:\s(?:lawfully|legally|permanently|full[- ]time))?(?:\s(?:in|within|for)\s{place})?"
                rf"|(?:legal\s|the\s)?right\sto\swork(?:\s(?:in|within)\s{place})?|work\s(?:authori[sz]ation"
                rf"|permit|visa)"
            ),
        ),
        (
            work,
            "citizenship",
            (
                r"(?:must\sbe\s(?:an?\s)?)?(?:u\.?s\.?a?|united\sstates|american|british|uk)\s(?:citizen(?:s"
                r"|ship)?|nationals?)\b"
                r"(?:\s(?:is\s)?required)?|citizens?\sof\sthe\sunited\sstates|\bus\scitizens?\sonly"
            ),
        ),
        (
            work,
            "no visa sponsorship",
            (
                r"(?:(?:not|unable|cannot|can't|without|no|never)\s(?:\w+\s){0,5}(?:visa\s)?sponsor(?:ship"
                r"|ed|ing)?\b)"
                r"|sponsorship\s(?:is\s)?(?:not|un)\s?(?:available|offered|provided)"
            ),
        ),
        (
            other,
            "background check",
            (
                r"(?:criminal\s)?background\s(?:check|screening|investigation|verification)s?"
                r"|\bdbs\b(?:\s(?:check|clearance|disclosure))?"
                r"|disclosure\sand\sbarring(?:\sservice)?|\bcrb\s(?:check)?|fingerprint\w*(?!\w*\s(?:operation|process|system|analy|identif|exam|scan|card|record))|access\sni\b"
                r"|disclosure\sscotland|pvg\s(?:scheme|membership)"
                r"|criminal\s(?:record|history)s?\s(?:check|clearance)s?"
            ),
        ),
        (other, "drug test", r"drug\s(?:test|screen)(?:ing)?s?\b|drug[- ]testing|pre-employment\sdrug"),
        (
            other,
            "travel",
            (
                rf"{_WILL}\s(?:and\s\w+\s)?(?:to\s)?(?:\w+ly\s)?travel\b(?!\s(?:insurance|document|reservation|order|arrangement|voucher|polic|claim|plan|expens)\w*)(?:\s(?:up\sto\s)?\d{{1,3}}\s?%)?"
                r"|travel(?:ling)?\s(?:is\s|may\sbe\s|will\sbe\s)?(?:required|necessary)|(?:up\sto\s|approximately\s)?\d{1,3}\s?%\s(?:of\s)?(?:\w+\s)?travel"
                r"|travel\s?(?:requirements?)?:?\s(?:up\sto\s)?\d{1,3}\s?%|(?:some|occasional|frequent|extensive|regular)\s"
                r"(?:\w+\s){0,3}travel(?:\s(?:is\s|may\sbe\s)?(?:required|necessary))?\b(?!\s(?:insurance|expens|polic|agen))"
                r"|(?:domestic|international|overseas|foreign)\s(?:\w+\s){0,3}travel\s(?:is\s|may\sbe\s|as\s)?(?:required|necessary|needed|up\sto)|willingness\sto\stravel"
            ),
        ),
        (
            other,
            "shifts, nights or weekends",
            (
                rf"{_WILL}\s(?:to\s)?(?:work(?:ing)?\s)(?:{_HOURS}[\s,/]+){{0,6}}(?:shifts?|nights?|evenings?"
                rf"|weekends?|overtime|holidays|on[- ]call|rota)\b"
                r"|(?:rotating|night|evening|weekend|12[- ]hour|shift)\s(?:shifts?|work|pattern"
                r"|availability)\s(?:is\s|are\s)?(?:required|essential|necessary)"
                r"|(?:weekend|evening|night|shift|on[- ]call)\s(?:and\s\w+\s)?(?:work|working|shifts?"
                r"|availability)\s(?:is\s|are\s|will\sbe\s|may\sbe\s)?"
                r"(?:required|essential|necessary)|participat\w+\sin\s(?:the\s|an?\s)?on[- ]call"
                r"|on[- ]call\s(?:rota|rotation)\s(?:is\s)?required"
                r"|flexib\w+\s(?:\w+\s){0,4}(?:shifts|weekends|evenings|nights)\b"
            ),
        ),
        (
            other,
            "physical demands",
            (
                r"(?:lift|carry|push|pull|move)(?:ing)?(?:[\s,/]+(?:and|or|and/or|carry|push|pull|move|to"
                r"|lift|up|at\sleast|objects?|weighing|items?|of|a"
                r"|minimum|maximum|boxes|loads|weights?|more\sthan"
                r"|in\sexcess\sof)){0,8}\s\(?\d{1,3}\+?\)?\s?(?:lbs?\b|pounds|kgs?\b|kilos?)"
                r"|(?:stand|standing|walk|walking)(?:\s\w+){0,5}\s(?:for\s)?(?:long|extended|prolonged"
                r"|lengthy)\speriods"
                r"|physically\s(?:fit|able|demanding)|(?<!their\s)physical\s(?:demands|fitness)|(?:moderate|heavy)\slifting"
            ),
        ),
        (
            other,
            "minimum age",
            (
                r"(?:at\sleast|minimum(?:\sage)?(?:\sof)?|must\sbe(?:\sover)?"
                r"|be\sover)\s(?:an?\s)?(?:age\sof\s)?(?:1[5-9]|2[0-5])(?:\s?\+)?"
                r"(?:\syears)?(?:\s(?:of\sage|old|or\solder|or\sover|and\sover|and\solder))+|(?<!aged\s)(?:1[5-9]"
                r"|2[0-5])\s(?:years\s)?(?:of\sage\s|old\s)?or\solder|(?:must\sbe"
                r"|be)\sover\s(?:the\sage\sof\s)?(?:18|21)\b"
            ),
        ),
        (
            other,
            "vaccination",
            (
                r"(?:covid(?:-19)?|hepatitis\sb|flu|influenza)?\s?(?:fully\svaccinated|vaccinat(?:ion|ed)\b"
                r"|immuni[sz]ations?)\s(?:is\s|are\s|status\s)?(?:required|mandatory|against)|(?:must\sbe|be\sfully"
                r"|proof\sof|up[- ]to[- ]date|evidence\sof|full)\s(?:\w+[\s-]){0,3}(?:vaccinat\w+"
                r"|immuni[sz]\w+)"
            ),
        ),
        (
            other,
            "portfolio",
            (
                r"(?:portfolio|work\ssamples)\s(?:of\s\w+\s)?(?:is\s|are\s)?(?:required|essential)|(?:submit"
                r"|provide|include|link\sto)\s(?:your\s|a\s|an\s)?(?:online\s)?portfolio"
            ),
        ),
    )
    return tuple(
        _Row(kind, name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for kind, name, pattern in table
    )


# Words without which a row cannot match: looking for them is far quicker than trying the pattern.
_HINTS: dict[str, tuple[str, ...]] = {
    "right to work": (
        "authori",
        "eligib",
        "entitled",
        "permitted",
        "right to work",
        "work permit",
        "work visa",
    ),
    "citizenship": ("citizen", "national"),
    "no visa sponsorship": ("sponsor",),
    "background check": (
        "background",
        "dbs",
        "disclosure",
        "crb",
        "fingerprint",
        "access ni",
        "pvg",
        "criminal",
    ),
    "drug test": ("drug",),
    "travel": ("travel",),
    "shifts, nights or weekends": (
        "shift",
        "night",
        "evening",
        "weekend",
        "overtime",
        "on-call",
        "on call",
        "rota",
        "holidays",
    ),
    "physical demands": ("lift", "carry", "push", "pull", "move", "moving", "stand", "walk", "physical"),
    "minimum age": ("age", "older", "over", "old"),
    "vaccination": ("vaccin", "immuni"),
    "portfolio": ("portfolio", "work samples"),
}
_CLEARANCE_HINTS = (
    "clearance",
    "ts/sci",
    "secret",
    "vetting",
    "cleared",
    "bpss",
    "public trust",
    "polygraph",
)
_CLEARANCE = Lazy(
    r"(?:(?:active|current|valid|existing|obtain(?:ing)?|hold|maintain|secret|top[- ]secret|ts/sci|ts"
    r"|sci|sc|dv|government|security|dod|federal|public\strust"
    r"|q|l|polygraph|full[- ]scope|ci|with|and|an?|or|/|level|us|u\.s\.|national|interim|confidential"
    r"|bpss|the|department\sof\sdefense|final)[\s/]+){0,8}"
    r"(?:(?<!medical\s)(?<!health\s)(?<!dbs\s)clearances?\b|\bts/sci\b|top[- ]secret\b"
    r"|developed\svetting|\bdv[- ]cleared|\bsc[- ]cleared|\bbpss\b|public\strust"
    r"|polygraph|security[- ]cleared)(?:\s(?:level|eligibility))?",
    re.IGNORECASE,
)
_NOT_CLEARANCE = Lazy(
    r"clearance\s(?:sale|rate|prices?|of|from|letter|form)|(?:customs|renal|occupational\shealth"
    r"|creatinine|medical|land|police|child|abuse|fbi|criminal"
    r"|history|background|mucus|airway|dbs|crb|site|house|waste|health|employment|pre-employment|garda"
    r"|disclosure|satisfactory|subject\sto|work|line|ground"
    r"|arrears|drug|screening|state)\s(?:\w+\s)?clearance",
    re.IGNORECASE,
)
_OBTAIN = Lazy(
    r"\b(?:obtain|eligib\w+|able\sto\s(?:get|gain|pass)|willing|undergo|apply\sfor|ability\sto|sponsor)\b",
    re.IGNORECASE,
)

# The few conditions that may stand in legal or application text, where nothing else is a demand.
ANYWHERE = frozenset(
    {"right to work", "citizenship", "no visa sponsorship", "background check", "drug test", "minimum age"}
)

_BOAST = Lazy(
    r"\b(?:we\s(?:offer|provide|give)|you\s(?:can\s)?choose|register\stoday|benefits?|discount|free|insurance|reimburse|expenses|allowance"
    r"|enhancement|paid|bonus|without\sregard"
    r"|regardless|equal\sopportunit|discriminat|protected|national\sorigin|veteran|arrest|conviction)\b",
    re.IGNORECASE,
)


# Staff with clearances and polygraph tests also turn up in duties; a demand says so.
_DEMANDED = Lazy(
    r"\b(?:must|require\w*|obtain\w*|hold\w*|maintain\w*|possess\w*|active|current|eligib\w+|have|having"
    r"|need\w*|pass|undergo|submit|subject"
    r"|willing|able|ability|preferred|desired|plus|cleared|level|minimum|clearance\s?:|you)\b"
    r"|^\W*(?:\w+[\s/]){0,3}clearance",
    re.IGNORECASE,
)


# Staff who handle other people's clearances.
_HANDLED = Lazy(
    r"\b(?:manag\w+|process\w*|review\w*|track\w*|initiat\w+|adjudicat\w+|administ\w+|coordinat\w+|monitor\w*|verif\w+"
    r"|conduct\w*|store|grant\w*|issu\w+|updat\w+)\s(?:\w+\s){0,4}$",
    re.IGNORECASE,
)


def find_clearance(text: str, offset: int, *, demanded: bool = True) -> Iterator[Need]:
    """Security clearances: the highest level a phrase names, of "Secret or Top Secret" the lower."""
    low = text.lower()
    if not any(hint in low for hint in _CLEARANCE_HINTS):
        return
    for match in _CLEARANCE.finditer(text):
        phrase = match[0]
        around = text[max(0, match.start() - 24) : match.end() + 10]
        if _NOT_CLEARANCE.search(around) or not clearance_words(phrase):
            continue
        level = clearance_level(phrase)
        nearby = text[max(0, match.start() - 60) : match.end()]
        if demanded and _HANDLED.search(text, max(0, match.start() - 60), match.start()):
            continue
        if demanded and not _DEMANDED.search(text[max(0, match.start() - 60) : match.end() + 40]):
            continue
        yield Need(
            RequirementType.CLEARANCE,
            offset + match.start() + len(phrase) - len(phrase.lstrip()),
            offset + match.end(),
            CLEARANCE_NAMES[level],
            clearance=level,
            obtainable=_OBTAIN.search(nearby) is not None,
        )


def clearance_words(phrase: str) -> bool:
    """Whether a phrase is about national security: a bare "clearance" is as often medical or commercial."""
    return (
        re.search(
            r"security|secret|\bts\b|\bsci\b|\bsc\b|\bdv\b|vetting|polygraph|public trust|bpss"
            r"|government|dod|federal|\b[ql] clear|national"
            r"|(?:active|current|obtain|hold|maintain)\s(?:an?\s|the\s)?clearance",
            phrase,
            re.IGNORECASE,
        )
        is not None
    )


def clearance_level(phrase: str) -> Clearance:
    """Level of a clearance phrase; with "or" between two levels the lower one."""
    found = []
    rest = phrase
    for level, pattern in _CLEARANCES:
        if re.search(pattern, rest, re.IGNORECASE):
            found.append(level)
            rest = re.sub(pattern, " ", rest, flags=re.IGNORECASE)
    if not found:
        return Clearance.ANY
    return min(found) if re.search(r"\bor\b", phrase, re.IGNORECASE) else max(found)


def find_conditions(text: str, offset: int, *, legal: bool) -> Iterator[Need]:
    """Clearance, authorisation and other conditions; in `legal` text only those that often stand there."""
    low = text.lower()
    if not legal:
        yield from find_clearance(text, offset)
    rows = [row for row in _rows() if any(hint in low for hint in _HINTS[row.name])]
    boast = bool(rows) and _BOAST.search(text) is not None
    for row in rows:
        if legal and row.name not in ANYWHERE:
            continue
        if boast and row.name not in ("right to work", "citizenship", "no visa sponsorship"):
            continue
        match = row.pattern.search(text)
        if match is not None and not (row.name == "citizenship" and boast):
            phrase = " ".join(match[0].split())
            yield Need(
                row.type, offset + match.start(), offset + match.end(), _label(row, phrase), names=(row.name,)
            )


def _label(row: _Row, phrase: str) -> str:
    if row.name in ("travel", "physical demands", "shifts, nights or weekends", "minimum age"):
        return f"{row.name}: {phrase}" if len(phrase) <= 60 else row.name
    return row.name
