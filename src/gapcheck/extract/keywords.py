"""From candidates to keywords: mentions of one thing brought together, with strength, wordings and groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gapcheck.extract.acronyms import find_abbreviations
from gapcheck.extract.candidates import JudgedPassage, Judges, judge_proposals
from gapcheck.extract.enough import sure_enough
from gapcheck.extract.groups import find_groups
from gapcheck.extract.model import Candidate, ExtractedKeyword, Mention
from gapcheck.extract.reading import PreparedPassage
from gapcheck.extract.reconsider import reconsider
from gapcheck.extract.roles import other_names
from gapcheck.lexicon import Lexicon, LexiconEntry
from gapcheck.report import Kind, Origin, Strength
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting
from gapcheck.segment.posting import KEYWORD_SECTIONS
from gapcheck.words import key, tokenize

MOST_SOFT_SKILLS = 5
"""Soft skills kept of one posting; postings recite more of them than any reader screens on."""

CERTAINTY_DIGITS = 3
"""Digits of a certainty; more would be noise, and differ between machines."""

STRENGTH_OF_SECTION = {
    PostingSection.REQUIRED: Strength.REQUIRED,
    PostingSection.TITLE: Strength.REQUIRED,
    PostingSection.PREFERRED: Strength.PREFERRED,
}
_RANK = {Strength.REQUIRED: 0, Strength.PREFERRED: 1, Strength.MENTIONED: 2}


def judge_posting(
    posting: SegmentedPosting, passages: Iterable[PreparedPassage], judges: Judges
) -> tuple[JudgedPassage, ...]:
    """Every passage of a posting with the judgement on each of its proposals; some sections hold no keywords.

    `passages` are those that can hold some.
    """
    found = {read.passage: judge_proposals(read, judges) for read in passages}
    judged = [JudgedPassage(passage, found.get(passage, ())) for passage in posting.passages]
    return reconsider(sure_enough(judged, judges.decision))


def merge_keywords(
    text: str, judged: Sequence[JudgedPassage], lexicon: Lexicon
) -> tuple[ExtractedKeyword, ...]:
    """Keywords in the order of their first mention, from the proposals that were kept."""
    passages = [found.passage for found in judged if found.passage.section in KEYWORD_SECTIONS]
    taught = _taught_wordings(text, passages)
    candidates = _looked_up(text, [found.kept for found in judged], taught, lexicon)
    merged = _merge([candidate for found in candidates for candidate in found], taught, lexicon)
    groups = _group_names(text, candidates, taught)
    return _at_most_soft(
        tuple(replace(keyword, group=groups.get(identity)) for identity, keyword in merged.items())
    )


def _taught_wordings(text: str, passages: Iterable[Passage]) -> dict[str, tuple[str, ...]]:
    """Comparison key of each explained short or long form → both forms."""
    wordings: dict[str, tuple[str, ...]] = {}
    for passage in passages:
        for found in find_abbreviations(text[passage.start : passage.end]):
            for form in (found.short, found.long):
                wordings[key(form)] = (found.long, found.short)
    return wordings


def _identity(candidate: Candidate, taught: dict[str, tuple[str, ...]]) -> str:
    if candidate.lexicon is not None:
        return f"={candidate.lexicon}"
    own = key(candidate.text)
    return key(taught[own][0]) if own in taught else key(candidate.term)


def _looked_up(
    text: str, candidates: Sequence[Sequence[Candidate]], taught: dict[str, tuple[str, ...]], lexicon: Lexicon
) -> list[list[Candidate]]:
    """The candidates, those without a lexicon entry with the one that another is known by under the same name.

    An ambiguous wording means in one place what it means in another (Gale, Church and Yarowsky 1992, "One sense per
    discourse"), so an entry that is sure to be spoken of has all its wordings.
    """
    named: dict[str, str] = {}
    said: dict[str, str] = {}
    for candidate in (c for found in candidates for c in found):
        if candidate.lexicon is not None:
            named[key(candidate.term)] = said[key(candidate.text)] = candidate.lexicon
    for name in dict.fromkeys(named.values()):
        entry = lexicon.entry(name)
        for form in entry.ambiguous if entry else ():
            said.setdefault(key(form), name)
    said = _presumed(text, [c for found in candidates for c in found], taught, lexicon) | said

    def entry_of(candidate: Candidate) -> str | None:
        own = key(candidate.text)
        forms = (own, *map(key, taught.get(own, ())))
        return named.get(key(candidate.term)) or next((said[form] for form in forms if form in said), None)

    def known(candidate: Candidate) -> Candidate:
        name = entry_of(candidate) if candidate.lexicon is None else None
        entry = lexicon.entry(name) if name is not None else None
        return replace(candidate, lexicon=name, kind=entry.kind) if entry is not None else candidate

    return _by_one_name([[known(candidate) for candidate in found] for found in candidates])


def _by_one_name(candidates: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """The candidates, a role by the name that another is known by: "Lab Instructor" beside "lab instruction"."""
    known = {c.term.lower(): c for found in candidates for c in found}

    def renamed(candidate: Candidate) -> Candidate:
        if candidate.lexicon is not None:
            return candidate
        other = next((known[name] for name in other_names(candidate.term) if name in known), None)
        if other is None:
            return candidate
        return replace(candidate, term=other.term, lexicon=other.lexicon, kind=other.kind)

    return [[renamed(candidate) for candidate in found] for found in candidates]


def _presumed(
    text: str, candidates: Iterable[Candidate], taught: dict[str, tuple[str, ...]], lexicon: Lexicon
) -> dict[str, str]:
    """Key of each abbreviation that nothing near it explains → what the lexicon has for it, where the posting speaks of
    such things: "CAD" in a posting on mechanical design."""
    short = {
        c.text for c in candidates if c.lexicon is None and c.text.isupper() and key(c.text) not in taught
    }
    if not short:
        return {}
    words = tokenize(text)
    entries = {form: lexicon.presumed(tokenize(form), words) for form in sorted(short)}
    return {key(form): entry.term for form, entry in entries.items() if entry is not None}


def _merge(
    candidates: Sequence[Candidate], taught: dict[str, tuple[str, ...]], lexicon: Lexicon
) -> dict[str, ExtractedKeyword]:
    """Identity of each keyword → the keyword, all its mentions brought together."""
    together: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        together[_identity(candidate, taught)].append(candidate)
    return {identity: _keyword(same, taught, lexicon) for identity, same in together.items()}


def _keyword(
    same: Sequence[Candidate], taught: dict[str, tuple[str, ...]], lexicon: Lexicon
) -> ExtractedKeyword:
    first = next((c for c in same if Origin.LEXICON in c.origins), same[0])
    entry = lexicon.entry(first.lexicon) if first.lexicon is not None else None
    if entry is None:
        term = _commonest(c.term for c in same)
    else:
        term = _title(entry, same, lexicon) if first.kind is Kind.TITLE else first.term
    explained = [form for c in same for form in taught.get(key(c.text), ())]
    aliases = (form for form in entry.forms if form != term) if entry else ()
    origins = set().union(*(c.origins for c in same)) | ({Origin.ACRONYM} if explained else set())
    strengths = [STRENGTH_OF_SECTION.get(c.section, Strength.MENTIONED) for c in same]
    return ExtractedKeyword(
        term=term,
        kind=first.kind,
        strength=min(strengths, key=_RANK.__getitem__),
        origins=tuple(origin for origin in Origin if origin in origins),
        mentions=tuple(Mention(c.start, c.end, c.text, c.section, c.whole) for c in same),
        wordings=tuple(dict.fromkeys((*explained, *aliases))),
        lexicon=first.lexicon,
        certainty=round(max(c.probability for c in same), CERTAINTY_DIGITS),
    )


def _title(entry: LexiconEntry, same: Sequence[Candidate], lexicon: Lexicon) -> str:
    """A job title as the posting says it: a "personal trainer" is no "fitness instructor" to those who look for one."""
    forms = {key(form): form for known in lexicon.may_mean(entry.term) for form in known.forms}
    return _commonest(forms.get(key(candidate.text), entry.term) for candidate in same)


def _commonest(texts: Iterable[str]) -> str:
    """The form said most often; among equals the first."""
    return Counter(texts).most_common(1)[0][0]


def _group_names(
    text: str, candidates: Iterable[Sequence[Candidate]], taught: dict[str, tuple[str, ...]]
) -> dict[str, str]:
    """Identity of each alternative → name of its group. A term belongs to its first group only."""
    names: dict[str, str] = {}
    number = 0
    for found in candidates:
        for group in find_groups(text, found):
            members = list(dict.fromkeys(_identity(candidate, taught) for candidate in group))
            free = [member for member in members if member not in names]
            if len(free) > 1:
                number += 1
                names.update(dict.fromkeys(free, f"G{number}"))
    return names


def _at_most_soft(keywords: Sequence[ExtractedKeyword]) -> tuple[ExtractedKeyword, ...]:
    """All keywords, but of the soft skills only the strongest few."""
    soft = sorted(
        (k for k in keywords if k.kind is Kind.SOFT), key=lambda k: (_RANK[k.strength], k.mentions[0].start)
    )
    dropped = {keyword.term for keyword in soft[MOST_SOFT_SKILLS:]}
    return tuple(
        keyword for keyword in keywords if keyword.kind is not Kind.SOFT or keyword.term not in dropped
    )
