"""What an abbreviation or an ambiguous wording stands for in a posting: "Canadian Psychological Association (CPA)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gapcheck.extract.acronyms import find_abbreviations
from gapcheck.fillers import FUNCTION_WORDS, TRAILING
from gapcheck.lexicon import Lexicon, LexiconEntry
from gapcheck.report import Kind
from gapcheck.words import Token, tokenize

BEGINNING = 4
"""Letters of the beginning by which words of one family are told: "therapy", "therapist"."""

_OF_ANY_TITLE = frozenset(
    """certified registered licensed chartered professional national american international association board society
    council institute certification certificate system program""".split()
)
"""Words that explanations of quite different abbreviations share."""


def explanations(text: str) -> Mapping[str, str]:
    """Each short form that a text explains, as one and as several → the long form it gives first."""
    found: dict[str, str] = {}
    for abbreviation in find_abbreviations(text):
        one = abbreviation.short.removesuffix("s")
        for form in (one, f"{one}s"):
            found.setdefault(form, abbreviation.long)
    return found


def contradicts(explanation: str, entry: LexiconEntry) -> bool:
    """Whether an explanation of an abbreviation speaks of something else than the lexicon's entry for it.

    An entry without any wording of several words cannot be contradicted: nothing tells what it stands for. Nor do the
    abbreviation and what it is on ("NFPA codes"), unless it is a product. Nor does a list contradict one, "science,
    technology, engineering and mathematics (STEM)": it only spells the letters out.
    """
    if "," in explanation:
        return False
    said = _content(explanation)
    forms = [_content(form) for form in entry.forms if _tells(form, entry)]
    return bool(said and forms) and all(said.isdisjoint(form) for form in forms)


def _tells(form: str, entry: LexiconEntry) -> bool:
    """Whether a wording tells what an entry's abbreviation stands for."""
    words = form.replace("-", " ").split()
    return len(words) > 1 and (entry.kind is Kind.TOOL or not any(map(str.isupper, words)))


def says_name(words: Sequence[Token], entry: LexiconEntry, *, capitals: bool = False) -> bool:
    """Whether a wording of an entry has all words of its name that tell what is spoken of: "communications" for
    communication skills, unlike "testing" for software testing. An abbreviation tells nothing, though it is the name.

    `capitals` says that the wording is in capitals: "DBT" is an abbreviation of something else than the tool "dbt".
    """
    if entry.term.isupper() or (capitals and entry.kind is Kind.TOOL and entry.term.islower()):
        return False
    said = {token.stem[:BEGINNING] for token in words}
    return all(token.stem[:BEGINNING] in said or token.stem in TRAILING for token in tokenize(entry.term))


def entry_of_name(name: str, lexicon: Lexicon) -> LexiconEntry | None:
    """The entry that a name says as a whole. That an ambiguous wording stands by itself is no proof where we parted it
    from its neighbours.
    """
    tokens = tokenize(name)
    whole = (hit for hit in lexicon.find(tokens) if hit.last - hit.first + 1 == len(tokens))
    return next(
        (
            hit.entry
            for hit in whole
            if not hit.cautious or says_name(tokens, hit.entry, capitals=name.isupper())
        ),
        None,
    )


def _content(words: str) -> frozenset[str]:
    """The beginnings of the words that tell what is spoken of."""
    telling = (token for token in tokenize(words) if token.stem not in FUNCTION_WORDS)
    return frozenset(token.stem[:BEGINNING] for token in telling if token.lower not in _OF_ANY_TITLE)
