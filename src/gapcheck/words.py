"""Words as the matcher compares them: tokens with offsets, light stems, spelling variants.

Resume and posting are compared by *keys*. A key is the stems of a term run together, so that "front end",
"front-end" and "frontend" share one, as do "colour grading" and "color grading". The stemmer takes off
inflection only (plural, -ing, -ed); it keeps "accountant" apart from "accounting", which stemmers made for
search engines (Porter 1980) do not. Nothing here needs a language model: matching a resume loads none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w+"
"""Pattern of an e-mail address; its parts are bounded, for a text of one long word must not cost time."""

_TOKEN = re.compile(
    r"""
      (?P<address>\bhttps?://\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]+\.[\w.]+)   # no words: "https" is not a skill
    | (?:[A-Za-z]{1,2}\.){2,}[A-Za-z]?(?!\w)       # B.S., Ph.D., U.S.: the letters without the dots
    | (?-i:(?<!\w)(?:[A-Z][a-z]?|Pharm|Psy)\.[A-Z][a-z]{0,2}(?!\w))   # the same before no dot: Ph.D, B.Sc; Pharm.D
    | [A-Za-z][&/][A-Za-z](?![\w+#&/])          # R&D, A/B, I/O, P&L: one letter each side
    | (?-i:(?<!\w)[BCD]1?\+E(?![\w+#&/]))       # C+E: a driving licence with a trailer
    | (?<!\w)[A-Za-z][ ]&[ ][A-Za-z](?!\w)      # "P & L" is P&L
    | (?:(?<![^\s(/,;])\.(?=[A-Za-z])           # .NET at the start of a word
        |\.(?=(?:net|js)\b))?                   # ASP.NET, Node.js
      [^\W_]+(?:[+\#]+(?![\w+\#]))?             # letters and digits, with C++ and C#
      (?:['’](?:s|S)\b)?                        # possessive: dropped by the stem
    | &(?=\s|\w)                                # "health & safety" is "health and safety"
    """,
    re.VERBOSE | re.IGNORECASE,
)

_GAP_INSIDE_TERM = re.compile(r"[ \t\-‐‑–/·]{0,3}\n?[ \t]*")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: offsets, lower-cased form, stem, and whether it continues the phrase of the token before it."""

    start: int
    end: int
    lower: str
    stem: str
    joined: bool


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Tokens of `text` in order; `offset` is added to every position.

    A token is `joined` when only a blank, hyphen, slash or single line break stands between it and the one
    before: punctuation ends a phrase, so "Java. Scripting" is never "JavaScript".
    """
    tokens: list[Token] = []
    last_end = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup:
            continue
        start, end = match.span()
        lower, stemmed = _compared(match.group())
        joined = bool(tokens) and _continues(text, last_end, start)
        tokens.append(Token(offset + start, offset + end, lower, stemmed, joined))
        last_end = end
    return tuple(tokens)


@lru_cache(maxsize=16384)
def phrase_tokens(phrase: str) -> tuple[Token, ...]:
    """`tokenize` for a short phrase that is asked for again and again."""
    return tokenize(phrase)


def token_stems(text: str) -> list[str]:
    """The stems of the tokens of `text`, where nothing else is wanted of them."""
    return [_compared(match.group())[1] for match in _TOKEN.finditer(text) if not match.lastgroup]


@lru_cache(maxsize=65536)
def _compared(word: str) -> tuple[str, str]:
    """Lower-cased form and stem of a word as written."""
    lower = _lower(word)
    return lower, stem(lower)


def _continues(text: str, end: int, start: int) -> bool:
    """Whether what stands between two tokens leaves them in one phrase: after an "s" an apostrophe may be a genitive's,
    as in "bachelors' degree"."""
    if text[end] in "'’" and text[end - 1] in "sS":
        end += 1
    gap = text[end:start]
    return gap == " " or _GAP_INSIDE_TERM.fullmatch(gap) is not None


SHORTEST_RUN_TOGETHER = 5
"""Letters from which on words may be run together; below, "PA-C" would be the stem of "pace"."""


def _lower(word: str) -> str:
    if word == "&":
        return "and"
    plain = word.casefold().replace("’", "'").replace(" ", "")
    return plain if plain.startswith(".") else plain.replace(".", "")  # ".net", but "phd"


def has_capitals(word: str) -> bool:
    """Whether a word has two capitals, as abbreviations do: "LOLER", "IMechE", "GR&R"."""
    return sum(map(str.isupper, word)) > 1


def run_key(stems: Sequence[str]) -> str:
    """Comparison key of consecutive stems: run together, or with blanks where that would be too short to be safe."""
    together = "".join(stems)
    return together if len(together) >= SHORTEST_RUN_TOGETHER else " ".join(stems)


@lru_cache(maxsize=65536)
def key(term: str) -> str:
    """Comparison key of a term."""
    return run_key([token.stem for token in tokenize(term)])


@lru_cache(maxsize=16384)
def surface_key(term: str) -> str:
    """Like `key` but without stemming: equal for spellings that differ by case, hyphen or blank only."""
    return surface_run_key(tokenize(term))


def surface_run_key(tokens: Sequence[Token]) -> str:
    """`surface_key` of consecutive tokens."""
    return run_key([token.lower.removesuffix("'s") for token in tokens])


def keyed_runs(tokens: Sequence[Token], longest: int) -> Iterator[tuple[str, int, int]]:
    """Comparison key, first and last position of every run of up to `longest` tokens that nothing parts."""
    for first in range(len(tokens)):
        stems: list[str] = []
        for last in range(first, min(first + longest, len(tokens))):
            if last > first and not tokens[last].joined:
                break
            stems.append(tokens[last].stem)
            yield run_key(stems), first, last


# British spellings to American ones, by ending or letter group; only the comparison sees the result.
_SPELLING = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"is(ation|ational|e|ed|er|ers|es|ing)$", r"iz\1"),
        (r"ys(e|ed|er|ers|es|ing)$", r"yz\1"),
        (r"^(col|behavi|lab|fav|hon|harb|neighb|flav|rum|end?eav|hum|arm|vap)our", r"\1or"),
        (r"(cent|theat|met|lit|fib)re(s?)$", r"\1er\2"),
        (r"([aeiouy][^aeiouy\W]+[aeiou])(?<!upse)ll(ed|ing|er|ers)$", r"\1l\2"),
        (r"^(p|orthop|an|h|gyn|di|encyclop|f)ae", r"\1e"),
        (r"oe(?=dema|so|stro|tus)", "e"),
        (r"(cata|dia|ana)logue", r"\1log"),
        (r"programme(s?)$", r"program\1"),
        (r"(licen|defen|offen|practi)ce(d|s?)$", r"\1se\2"),
        (r"(fulfi|enro|insta)ll", r"\1l"),
        (r"^cheque", "check"),
        (r"^tyre", "tire"),
        (r"^mould", "mold"),
        (r"^plough", "plow"),
        (r"aluminium", "aluminum"),
        (r"^grey$", "gray"),
        (r"judgement", "judgment"),
    )
)
_BRITISH = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _SPELLING))
"""What no pattern of `_SPELLING` would change is left alone at once: nearly every word."""

# Words whose ending only looks like an inflection.
_INVARIANT = frozenset(
    """aws ios sas css dns gis gps kubernetes jenkins redis series news physics mathematics statistics
    economics ethics logistics electronics mechanics analytics robotics genetics politics sales pandas keras
    windows axis basis business process access address express less class glass gas bus plus bias virus
    status campus corpus census sepsis diagnosis analysis hypothesis synthesis dialysis thesis crisis
    emphasis sous spss sass cypress wordpress ubs ups ems bls acls pals nhs hvac always lens mass boss loss
    focus consensus string spring king ring thing bring wing sing during morning evening nothing something
    everything staffing boeing beijing red bed need feed seed speed embed shed sled bleed breed deed canvas acas bcps
    cics cmms leeds twice devops finops mlops gitops ops haas paas saas iaas tableau pos sms lms erp""".split()
)
_IRREGULAR_PLURALS = {
    **{plural: plural[:-2] + "is" for plural in ("analyses", "hypotheses", "syntheses", "theses", "crises")},
    "midwives": "midwife",
}
"""Plurals of nouns that are seldom verbs ("diagnoses" is one more often)."""
_DOUBLED = re.compile(r"(bb|dd|gg|mm|nn|pp|rr|tt)$")
_LOST_E = re.compile(r"[^aeiouy][aeiou][^aeiouwxy]")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Stem of a lower-cased word: inflection and British spelling taken off, nothing else.

    A stem is for comparing only: it need not be a word ("managing", "managed" and "manages" give "manag").
    """
    word = word.removesuffix("'s")
    word = _IRREGULAR_PLURALS.get(word, word)
    if len(word) <= 3 or not word.isalpha() or word in _INVARIANT:
        return word
    if _BRITISH.search(word):
        for pattern, replacement in _SPELLING:
            word = pattern.sub(replacement, word)
    return _strip_inflection(word)


PARTICIPLES = ("ing", "ed")
"""Endings of what says that something is or was done: "selling", "targeted"."""


def _strip_inflection(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word not in _INVARIANT:
        for ending in PARTICIPLES:
            rest = word.removesuffix(ending)
            if rest != word and len(rest) >= 3 and _VOWEL.search(rest):
                word = rest[:-1] if _DOUBLED.search(rest) else rest
                word += "e" if _LOST_E.fullmatch(word) and word == rest else ""
                break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


# Derivational endings for comparing phrases in another word order ("managed budgets" / "budget management").
_DERIVED = re.compile(
    r"(?:(?<=[a-z]{4})(?:ement|ment)|(?<=[a-z]{3})(?:i?ation|ition)|(?<=[a-z]{3}[^e])i?at|(?<=[a-z]{4})(?:anc|enc)e?|"
    r"(?<=[cst])ion|(?<=lead)(?:ership|er))$"
)
_ALTERNATION = (
    (re.compile(r"duct$"), "duc"),  # production, produce
    (re.compile(r"(?<=[a-z]{4})ic$"), "i"),  # strategic, strategy
    (re.compile(r"(?<=[a-z]{3})y$"), "i"),  # comply, compliance
    (re.compile(r"(?<=ver)i$"), ""),  # delivery, deliver
    (re.compile(r"(?<=[a-z]{4})e$"), ""),
)

# Past forms that no ending shows; resumes are written in them ("led", "taught"), postings in the others.
_IRREGULAR = {
    past: stem(present)
    for present, pasts in (
        ("lead", "led"), ("teach", "taught"), ("write", "wrote written"), ("sell", "sold"), ("build", "built rebuilt"),
        ("run", "ran"), ("oversee", "oversaw overseen"), ("give", "gave given"), ("keep", "kept"), ("make", "made"),
        ("grow", "grew grown"), ("drive", "drove driven"), ("speak", "spoke spoken"), ("buy", "bought"),
        ("take", "took taken"), ("choose", "chose chosen"), ("hold", "held"), ("deal", "dealt"), ("meet", "met"),
        ("bring", "brought"), ("seek", "sought"), ("understand", "understood"), ("undertake", "undertook undertaken"),
        ("draw", "drew drawn"), ("feed", "fed"), ("win", "won"), ("think", "thought"), ("find", "found"),
        ("begin", "began begun"), ("spend", "spent"), ("pay", "paid"), ("send", "sent"),
    )
    for past in pasts.split()
}  # fmt: skip


# Nouns and verbs whose kinship no ending shows.
_KIN = {
    "maintain": "mainten", "retain": "reten", "retent": "reten", "sales": "sell", "sale": "sell", "growth": "grow",
    "diagnosis": "diagnos", "cre": "creat", "advic": "advis", "adviz": "advis",
    "superviz": "supervis", "reviz": "revis", "practise": "practic",
}  # fmt: skip


WHOLE = frozenset(
    """experienc statement station department apartment compliment basement mission passion notion portion position
    audition section publication conversation specification hospitality integrity passionat generous emergency
    personality directorat format locality majority speciality specialty academy beautiful referenc mobility designat
    requirement product importanc competition projection coalition tradition disposition contraction medication
    formation complicat violenc violent discretion performanc secondment allowanc clearanc conferenc designation
    resignation consignment conception reception varianc compassionat
    """.split()
)
"""Stems of words that only look derived: an experience is no experiment, hospitality no hospital."""


@lru_cache(maxsize=65536)
def root(stemmed: str) -> str:
    """Root of a stem, for phrases said with a verb in one place and its noun in the other.

    Coarser than `stem`, so it is only used where two or more words of a phrase agree at once.
    """
    word = _IRREGULAR.get(stemmed, stemmed)
    word = _KIN.get(word, word)
    if word in WHOLE:
        return word
    if word.startswith("analy"):
        return "analy"
    if word.endswith("ister"):
        return word[:-2] + "r"
    while (shorter := _DERIVED.sub("", word)) != word and len(shorter) >= 3:
        word = shorter
    for pattern, replacement in _ALTERNATION:
        word = pattern.sub(replacement, word)
    return _KIN.get(word, word)


def comparable(phrase: str) -> str:
    """A phrase as `gapcheck.match.order.said_runs` looks for it: the stem of a single word, the roots of several."""
    stems = token_stems(phrase)
    return " ".join(stems if len(stems) == 1 else map(root, stems))
