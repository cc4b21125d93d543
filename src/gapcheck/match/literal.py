"""Matches of the words themselves: the posting's wording, the canonical term, aliases, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.fillers import FUNCTION_WORDS, LEADING
from gapcheck.lexicon import LexiconEntry
from gapcheck.match.abbreviated import abbreviation_runs, meant_runs, own_initials
from gapcheck.match.everyday import EVERYDAY
from gapcheck.match.families import family
from gapcheck.match.index import ResumeIndex
from gapcheck.match.initials import initials, initials_runs, spelt_out_runs
from gapcheck.match.items import is_list_item
from gapcheck.match.model import Run
from gapcheck.report import Kind
from gapcheck.words import PARTICIPLES, key, phrase_tokens, root, run_key, surface_key, surface_run_key

SHORTEST_BELIEVED = 3
"""Letters from which on a cautious form can be believed without proof, one less for capitals: "HR" can, "Go" cannot."""


def said_by_posting(keyword: ExtractedKeyword) -> tuple[str, ...]:
    """The posting's wordings, and the canonical term where it is one of them with fewer words or spelt out.

    "public relations" for "PR" and "patient care" for "patient-focused care" are the posting's words; "accounts
    payable" for "purchase ledger" is another name.
    """
    forms = tuple(dict.fromkeys(mention.whole or mention.text for mention in keyword.mentions))
    if keyword.lexicon is None:
        return forms
    akin = keyword.kind is Kind.SOFT and any(_akin(keyword.term, form) for form in forms)
    if not akin and not any(_same_words(keyword.term, form) for form in forms):
        return forms
    return tuple(dict.fromkeys((*forms, keyword.term)))


def _cut(keyword: ExtractedKeyword) -> tuple[str, ...]:
    """Mentions that leave words of the keyword to another: "project" of "project and program management"."""
    return tuple(dict.fromkeys(mention.text for mention in keyword.mentions if mention.whole))


def _akin(term: str, form: str) -> bool:
    """Whether two phrases have a word of one family in common."""
    return not {family(word) for word in _content(term)}.isdisjoint(family(word) for word in _content(form))


def _same_words(term: str, form: str) -> bool:
    wanted, said = _content(term), _content(form)
    if not wanted:
        return False
    extra = [word for word in said if word not in wanted and word not in _EMPTY_MODIFIERS]
    same = set(wanted) <= set(said) and not extra
    return same or form.lower() == initials(term) or term.lower() == initials(form)


_EMPTY_MODIFIERS = LEADING | frozenset({"focus", "centr", "center", "base", "orient", "total", "driven"})
"""Stems that add nothing to the phrase they stand in: "patient-focused care" is patient care."""


def _content(phrase: str) -> list[str]:
    return [root(token.stem) for token in phrase_tokens(phrase) if token.stem not in FUNCTION_WORDS]


def literal_runs(
    keyword: ExtractedKeyword,
    entry: LexiconEntry | None,
    resume: ResumeIndex,
    repeated: Callable[[Run], bool],
) -> tuple[list[Run], list[Run]]:
    """Runs that say the posting's own words, those in the very same form and those up to inflection.

    `repeated` tells of a run whether the posting stands there word for word.
    """
    forms, cut = said_by_posting(keyword), _cut(keyword)
    proved = _proved_runs(keyword, entry, resume) if entry is not None else ()
    runs = {
        run
        for form in (*forms, *cut)
        for run in resume.runs.get(key(form), ())
        if _says_it(form, run, resume)
        and (form not in cut or repeated(run))
        and (not _needs_proof(form, run, entry, resume) or _inside(run, proved) or repeated(run))
    }
    surfaces = {surface_key(form) for form in (*forms, *cut)}
    exact = {run for run in runs if surface_run_key(resume.tokens[run[0] : run[1] + 1]) in surfaces}
    return sorted(exact), sorted(runs - exact)


def _proved_runs(keyword: ExtractedKeyword, entry: LexiconEntry, resume: ResumeIndex) -> Sequence[Run]:
    """Runs in which the entry's words have its sense: the entry itself, and terms that imply it ("Excel reports")."""
    return (*resume.entries.get(entry.term, ()), *implying_runs(keyword, resume))


def _inside(run: Run, proved: Sequence[Run]) -> bool:
    return any(first <= run[0] and run[1] <= last for first, last in proved)


def _says_it(form: str, run: Run, resume: ResumeIndex) -> bool:
    """Whether a run with a form's key is the form: "accounts" are not "accounting"."""
    first, last = run
    if first != last or " " in form or not form.lower().endswith("ing"):
        return True
    return resume.tokens[last].lower.removesuffix("s").endswith(PARTICIPLES)


def _needs_proof(form: str, run: Run, entry: LexiconEntry | None, resume: ResumeIndex) -> bool:
    """Whether a form counts only where the context proves its sense.

    The posting has shown that it means the term; of a resume sent there the very same word can be believed, unless it
    is an everyday one ("lean", "Go") and no item of a list by itself.
    """
    if entry is None or key(form) not in _doubtful_keys(entry):
        return False
    first, last = run
    if _is_in_small_letters(form, run, entry, resume) or _begins_word(form, run, resume):
        return not is_list_item(run, resume)
    if first == last and surface_run_key(resume.tokens[first : last + 1]) != surface_key(form):
        return True
    short = len(form) < (SHORTEST_BELIEVED if not form.isupper() else SHORTEST_BELIEVED - 1)
    return (short or form.lower() in EVERYDAY) and not is_list_item(run, resume)


def _is_in_small_letters(form: str, run: Run, entry: LexiconEntry, resume: ResumeIndex) -> bool:
    """Whether a product's name of one word stands in small letters, as the word does: "an abacus and momentum"."""
    if entry.kind is not Kind.TOOL or run[0] != run[1] or not form.istitle():
        return False
    token, text = resume.tokens[run[0]], resume.document.text
    return text[token.start : token.end].islower() and not text.islower()


LONGEST_PREFIX = 3
"""Letters up to which an abbreviation may be the first part of a word: "Bi-lingual" has no BI."""

_GOES_ON = re.compile(r"-[^\W\d_]{3}")


def _begins_word(form: str, run: Run, resume: ResumeIndex) -> bool:
    """Whether an abbreviation that is also a word is only the first part of a hyphenated one there."""
    if not form.isupper() or len(form) > LONGEST_PREFIX:
        return False
    return _GOES_ON.match(resume.document.text, resume.tokens[run[1]].end) is not None


def _doubtful_keys(entry: LexiconEntry) -> set[str]:
    """Keys of the entry's forms that count only with proof from the context."""
    return {key(form) for form in entry.ambiguous} | ({key(entry.term)} if entry.caution else set())


def alias_runs(keyword: ExtractedKeyword, entry: LexiconEntry | None, resume: ResumeIndex) -> list[Run]:
    """Runs that say the keyword by another name: an alias, or a form that posting or resume explain."""
    if entry is not None and entry.term in resume.entries:
        return resume.entries[entry.term]
    doubtful = _doubtful_keys(entry) if entry is not None else set()
    keys = {key(form) for form in (keyword.term, *keyword.wordings)} - doubtful
    keys |= {resume.taught[form] for form in _keys_of(keyword) if form in resume.taught}
    found = {run for form in keys for run in resume.runs.get(form, ())}
    found |= {run for form in doubtful for run in resume.runs.get(form, ()) if is_list_item(run, resume)}
    # What the lexicon knows has its abbreviations there; "Track student progress" is no TSP.
    names = (keyword.term,) if entry is not None else (*said_by_posting(keyword), keyword.term)
    for form in names:
        own = doubtful if entry is not None else own_initials(form, resume)
        found.update(initials_runs(form, resume, own=own))
        found.update(meant_runs(form, resume) if entry is None else ())
    for form in dict.fromkeys((*said_by_posting(keyword), keyword.term)):
        found.update(abbreviation_runs(form, entry, resume))
    for form in keyword.wordings:
        found.update(run for run in spelt_out_runs(form, resume) if _shares_word(run, keyword.term, resume))
    return sorted(found)


def _shares_word(run: Run, term: str, resume: ResumeIndex) -> bool:
    """Whether a run has a word of a term: by chance a resume spells out many an abbreviation."""
    own = set(_content(term))
    return any(root(token.stem) in own for token in resume.tokens[run[0] : run[1] + 1])


def _keys_of(keyword: ExtractedKeyword) -> Iterable[str]:
    return {key(form) for form in (keyword.term, *said_by_posting(keyword))}


def core_runs(core: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that say a part of a keyword up to inflection; an everyday word or one with another ending is none."""
    if core.lower() not in EVERYDAY:
        yield from (run for run in resume.runs.get(key(core), ()) if _says_it(core, run, resume))


def implying_runs(keyword: ExtractedKeyword, resume: ResumeIndex) -> list[Run]:
    """Runs in which the resume says a term that implies this keyword, directly or in steps."""
    return resume.implying.get(keyword.lexicon, []) if keyword.lexicon is not None else []


def says_another(form: str, run: Run, keyword: ExtractedKeyword, resume: ResumeIndex) -> bool:
    """Whether words that only share their roots with a form of a keyword are another term of the lexicon: "design
    systems" are no system design, "operations security" no security operations.

    A name's words in another order are still the name's, and with a word more the other term is a special kind.
    """
    term = resume.terms.get(run)
    if term is None or keyword.lexicon is None or keyword.kind in (Kind.DEGREE, Kind.CERTIFICATION):
        return False
    first, last = run
    said = resume.tokens[first : last + 1]
    if term == keyword.lexicon or run_key([token.stem for token in said]) != key(term):
        return False
    same_roots = len(said) <= len(phrase_tokens(form)) and {*_content(form)} <= {root(t.stem) for t in said}
    return same_roots and run not in implying_runs(keyword, resume)


def known_part_runs(form: str, term: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that say the term of the lexicon that a phrase of the posting ends in: "stakeholder management" of
    "executive stakeholder management". A name ("SISRA Analytics") has no parts, nor has what is done with one
    ("Instagram selling"); `term` is the keyword's own wording, which has a capital in a name only."""
    if form[1:] != form[1:].lower() or term[:1].isupper():
        return
    words = phrase_tokens(form)
    for hit in resume.lexicon.find(words):
        if hit.last == len(words) - 1 and hit.entry.kind is not Kind.SOFT:
            yield from resume.entries.get(hit.entry.term, ())


def qualified_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that say what an abbreviation in front narrows down: "employment law" of "EU employment law"."""
    first, _, rest = form.partition(" ")
    if first.isupper() and rest.islower() and " " in rest:
        yield from known_part_runs(rest, rest, resume)


def known_front_runs(form: str, resume: ResumeIndex) -> Iterator[Run]:
    """Runs that say the name that a phrase of the posting begins with, one word before its end: "HACCP" of "HACCP
    diary", "PowerPoint" of "PowerPoint storytelling". They suggest the whole."""
    if form[1:] == form[1:].lower():
        return
    words = phrase_tokens(form)
    for hit in resume.lexicon.find(words):
        named = hit.entry.kind in (Kind.TOOL, Kind.CERTIFICATION) or hit.entry.term in form
        if named and hit.first == 0 and hit.last == len(words) - 2:
            yield from resume.entries.get(hit.entry.term, ())
