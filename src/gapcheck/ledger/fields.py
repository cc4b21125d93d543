"""Fields of study: taking a list of them apart, and which fields are near each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.wording import content_stems, stem, words

# Broad families after ISCED-F 2013 (UNESCO): what "or a related field" plausibly covers. Words are compared
# by stem.
_FAMILIES = {
    "computing": (
        "computer computing software informatics information data cybersecurity it programming "
        "analytics machine"
        " artificial intelligence network systems bioinformatics computational"
    ),
    "engineering": (
        "engineering mechanical electrical electronic electronics civil chemical aerospace industrial"
        " manufacturing structural mechatronics robotics materials automotive construction "
        "architecture technology"
    ),
    "mathematics": (
        "mathematics maths math statistics quantitative actuarial operations econometrics physics "
        "biostatistics"
    ),
    "science": (
        "physics chemistry biology biochemistry science scientific life natural geology environmental "
        "laboratory"
        " microbiology biomedical neuroscience biotechnology genetics ecology"
    ),
    "business": (
        "business commerce management administration marketing finance accounting accountancy "
        "hr human"
        " resources logistics supply hospitality entrepreneurship sales banking mba procurement retail"
    ),
    "finance": (
        "finance accounting accountancy economics banking business commerce administration mba actuarial"
    ),
    "health": (
        "nursing health healthcare medicine medical pharmacy physiotherapy occupational midwifery public"
        " radiography paramedic therapy nutrition dietetics dental clinical kinesiology"
    ),
    "social": (
        "psychology sociology social counselling counseling criminology anthropology politics "
        "political policy"
        " international relations government behavioral behavioural"
    ),
    "education": "education teaching pedagogy curriculum childhood tesol special instructional",
    "arts": (
        "arts art design english literature languages language linguistics history philosophy "
        "journalism communication"
        " communications media music film theatre writing humanities creative graphic fashion advertising"
    ),
    "law": "law legal jurisprudence paralegal justice criminal",
}

_WIDE = {
    "stem": ("computing", "engineering", "mathematics", "science"),
    "quantitative": ("computing", "engineering", "mathematics", "science", "finance"),
    "technical": ("computing", "engineering", "mathematics", "science"),
    "numerate": ("computing", "engineering", "mathematics", "science", "finance"),
    "analytical": ("computing", "engineering", "mathematics", "science", "finance"),
    "numerical": ("computing", "engineering", "mathematics", "science", "finance"),
}

_ANY_FIELD = frozenset("science scientific technology technical systems information studies".split())
"""Words that say nothing of the field beside one that does: "political science", "information systems" (computing)."""

_OF_COMPUTING = Lazy(
    r"\binformation\s(?:systems?|technolog(?:y|ies)|sciences?|management|security)\b|\bsystems?\sinformation\b",
    re.IGNORECASE,
)

# The "science" of a Bachelor of Science is no subject.
_OF_TITLE = Lazy(
    r"\b(?:bat?ch\w+|mast\w+|associates?|doctor\w*|degree)(?:['’]?s)?(?:\sdegree)?\s(?:of|in)\s(?:applied\s)?"
    r"(?:sciences?|arts)\b(?!\sof\b)",
    re.IGNORECASE,
)

_AMOUNT = Lazy(r"[£$€]|^\d+$|\d[:.]\d")
"""A pay, a number or a class stands beside a degree: "training to the diploma, £24,600 plus tips", "a degree (2:1)"."""

_RELATED = Lazy(
    r"\b(?:related|relevant|similar|equivalent|comparable|allied|other|associated|appropriate|applicable"
    r"|closely)\b|\betc\b",
    re.IGNORECASE,
)
_ANY = Lazy(
    r"\b(?:any|all|unrelated)\s(?:\w+\s)?(?:field|discipline|subject|major|area|specialty)s?\b(?!\s(?:of"
    r"|in)\b)",
    re.IGNORECASE,
)
_SPLIT = Lazy(r"\s*(?:,|;|/|\bor\b|\band/or\b|\band\b|&|\(|\))\s*", re.IGNORECASE)
# "a field directly related to the work to include: biology", "one of the following areas: law", "a related field like".
_ANNOUNCED = Lazy(
    r"\b(?:fields?|disciplines?|areas?|subjects?|majors?|specialt(?:y|ies))\b(?:\s(?:of\sstudy|closely|directly|related|relevant"
    r"|to|the|this|work|position|job|duties|of|in|as|major)){0,12}"
    r"\s?,?\s?\(?(?::|\b(?:such\sas|to\sinclude|includ(?:es?|ing)|like|e\.?g\.?|i\.?e\.?)(?=\W)[\s,:]?)"
    r"|\((?:e\.?g|i\.?e)\.?(?=\W)",
    re.IGNORECASE,
)
_EMPTY = Lazy(
    r"^(?:an?|the|any|these|those|one|more|of|following|either|both|field|fields|discipline|disciplines|area|areas|subject"
    r"|subjects|degree|science"
    r"|arts|studies|study|major|specialization|specialisation|expertise|e\.?g\.?|i\.?e\.?|such|as"
    r"|including|business-related|in|program|\W)+$",
    re.IGNORECASE,
)
# "Bachelor of [Arts/Science degree in] Marketing"; "Nursing (BSN)".
_TITLE = Lazy(
    r"^\W*(?:applied\s)?(?:arts|sciences?)(?:(?:\s?/\s?|\sor\s|\sand\s)(?:arts"
    r"|sciences?))?\s(?:degree\s)?(?:in|with)\s"
    r"|\((?:b\.?[as]|m\.?[as])\.?\s[^)]*\)?|\((?=[A-Z.]*[A-Z]\b)[A-Z][\w.]{1,6}\)?",
    re.IGNORECASE,
)
_TRIM = Lazy(
    r"^(?:(?:an?|the|in|of|as|like|one|following|either|science|arts|e\.g\.|i\.e\.|such as|including"
    r"|fields?|areas?|applied)\s)+"
    r"|\s(?:degrees?|fields?|disciplines?|areas?|subjects?|majors?|program|studies)$",
    re.IGNORECASE,
)


# Places, schools and honours stand where a field could.
_NO_FIELD = Lazy(
    r"\b(?:states?|territor\w+|commonwealth|district|college|university|institution|hons|honou?rs|accredited|program(?:me)?|degree|pathway|position|along"
    r"|(?:bat?ch|mast)\w{2,5}s|undergraduates?|graduates?|qualifications?|licen[cs]\w+|registration|eligib\w+|have|has|given)\b|^(?:[bm]\.?[as]|j\.?d|ph\.?d)\.?$",
    re.IGNORECASE,
)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for family, text in _FAMILIES.items():
        for word in text.split():
            table[stem(word)] = (*table.get(stem(word), ()), family)
    return table | {stem(word): families for word, families in _WIDE.items()}


def split_fields(text: str) -> tuple[tuple[str, ...], bool]:
    """The fields a list names, and whether related ones are welcome too."""
    if _ANY.search(text):
        return (), True
    related = _RELATED.search(text) is not None
    fields = []
    for part in _SPLIT.split(_TITLE.sub("", _ANNOUNCED.sub(",", text))):
        name = _TRIM.sub("", part.strip(" .'’\"-–:")).strip()
        if (
            name
            and not _AMOUNT.search(name)
            and not _NO_FIELD.search(name)
            and not _EMPTY.match(name)
            and not _RELATED.search(name)
            and len(name.split()) <= 5
        ):
            fields.append(name)
    return tuple(dict.fromkeys(fields)), related


def field_fits(wanted: tuple[str, ...], studied: str, *, related: bool) -> bool:
    """Whether what was studied is one of the fields wanted; with `related`, or one near to it."""
    studied = _OF_TITLE.sub(" ", studied)
    own = _stems(words(studied))
    near = _families_of(studied)
    return any(
        _same(field, own) or ((related or _is_wide(field)) and not near.isdisjoint(_families_of(field)))
        for field in wanted
    )


def _same(field: str, own: set[str]) -> bool:
    parts = content_stems(field)
    return bool(parts) and all(part in own for part in parts)


def _families_of(text: str) -> frozenset[str]:
    """The families of the fields that a text names; what any field may be called tells one only by itself."""
    parts, empty = _stems(words(text)), _stems(_ANY_FIELD)
    found = {family for part in parts - empty for family in _families().get(part, ())}
    if _OF_COMPUTING.search(text):
        found.add("computing")
    return frozenset(found or (family for part in parts & empty for family in _families().get(part, ())))


def _stems(found: Iterable[str]) -> set[str]:
    return {stem(word) for word in found}


def _is_wide(field: str) -> bool:
    """ "A quantitative field" names whole families of fields."""
    return not _stems(_WIDE).isdisjoint(_stems(words(field)))
