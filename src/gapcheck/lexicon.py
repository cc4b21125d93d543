"""The lexicon: hand-written terms of every field, compiled to one file that loads in milliseconds.

The sources are TOML files, one a field, in `models/lexicon`; `make lexicon` compiles them. Looking a text up needs
no language model.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.report import Kind
from gapcheck.resources import stats_folder
from gapcheck.words import Token, has_capitals, key, keyed_runs, run_key, tokenize

FILE_NAME = "lexicon.jsonl.gz"
LONGEST_TERM = 7
"""Tokens in the longest term looked for; a longer one would be a sentence."""

LONGEST_LIST = 10
"""Tokens in the longest term that is a list by itself, with its "and"."""

LISTING = 2
"""Characters between the items of a list: a comma and a blank."""

JOINTS = frozenset({"and", "or"})
"""Words between the last two items of a list."""

NEAR = 8
"""Tokens on either side among which a context word proves the sense of a cautious form."""

FEWEST_PROOFS = 2
"""Context words anywhere in a posting that prove an abbreviation which nothing near it proves. One is too few: the
Department of Education (ED) speaks of patients somewhere."""


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """One term with its other wordings.

    `caution` says that the term is also an ordinary word, so that it counts only with evidence from the context;
    `ambiguous` are aliases of that sort. `context` holds words that give such evidence. `implies` are terms that
    an expert infers from this one. `shown_by` and `suggested_by` are phrases of resumes, in their comparable form
    (`gapcheck.words.comparable`), that prove the term or let an expert infer it; in a posting they say nothing.
    """

    term: str
    kind: Kind
    field: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    caution: bool = False
    context: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()
    suggested_by: tuple[str, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """Its other wordings, those last that need evidence."""
        return *self.aliases, *self.ambiguous

    @property
    def forms(self) -> tuple[str, ...]:
        """All that says it: the term and its other wordings."""
        return self.term, *self.wordings


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first..last` (inclusive) that say `entry`, by its own name or another wording."""

    entry: LexiconEntry
    first: int
    last: int
    cautious: bool
    own_name: bool = False


Row = tuple[str, str, str, list[str], list[str], int, list[str], list[str], list[str], list[str]]
"""One entry as compiled: the fields of `LexiconEntry` in their order. Each is a line of JSON of its own."""

Said = int | Sequence[tuple[int, int]]
"""The entries a form says: the number of each, and 1 where the form needs proof from the context. A single entry is
written as one number, twice its own and that 1: nearly all are, and a list for each took half the time to load."""

Forms = Mapping[str, Said]
"""Comparison key of each form → the entries it says."""

Listed = Mapping[str, int]
"""Stems of each form that is a list by itself, without its "and" → the number of its entry."""

Abbreviations = Mapping[str, Sequence[str]]
"""Comparison key of an abbreviation → what it may stand for, and the other way round."""


class Lexicon:
    """All entries and their forms by comparison key (see `gapcheck.words.key`).

    Entries are made when they are first asked for: a check touches a few dozen of the thousands.
    """

    def __init__(
        self,
        version: str,
        rows: Sequence[str],
        forms: Forms,
        listed: Listed = MappingProxyType({}),
        abbreviations: Abbreviations = MappingProxyType({}),
    ) -> None:
        self.version = version
        self._rows = rows
        self._forms = forms
        self._listed = listed
        self._abbreviations = abbreviations
        self._listed_first = frozenset(said.partition(" ")[0] for said in listed)
        self._made: dict[int, LexiconEntry] = {}
        self._asked: tuple[tuple[Token, ...], tuple[Hit, ...]] = ((), ())

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        """The longest terms said by `tokens`, left to right, without overlap; cautious forms only where proved.

        Proof is a context word of the entry close by, a list in which the form stands beside a sure term of its
        kin, or that nothing else is said at all. Job titles are looked up apart (`find_titles`): "data engineering
        team" says a skill as well.
        """
        found = tuple(hit for hit in self._candidates(tokens) if hit.entry.kind is not Kind.TITLE)
        proved = {
            hit
            for hit in found
            if not hit.cautious or _has_context(hit, tokens) or _says_nothing_else(hit, tokens)
        }
        waiting = [hit for hit in found if hit not in proved]
        while newly := [hit for hit in waiting if any(_listed_together(hit, kin, tokens) for kin in proved)]:
            proved.update(newly)
            waiting = [hit for hit in waiting if hit not in proved]
        return _without_overlap(proved)

    def doubtful(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        """The longest cautious forms said by `tokens`, proved or not, left to right, without overlap."""
        return _without_overlap(
            hit for hit in self._candidates(tokens) if hit.cautious and hit.entry.kind is not Kind.TITLE
        )

    def presumed(self, tokens: Sequence[Token], text: Sequence[Token]) -> LexiconEntry | None:
        """The entry that these words may say as a whole, if `FEWEST_PROOFS` of its context words stand in a text."""
        for hit in self.doubtful(tokens):
            if _says_nothing_else(hit, tokens) and len(set(_proofs(hit.entry, text))) >= FEWEST_PROOFS:
                return hit.entry
        return None

    def knows(self, term: str) -> bool:
        """Whether some entry is said so."""
        return key(term) in self._forms

    def named(self, stems: Sequence[str]) -> LexiconEntry | None:
        """The one entry that these stems are a sure form of."""
        said = self._forms.get(run_key(stems))
        numbers = () if said is None else _numbers(said)
        return self._entry(numbers[0][0]) if len(numbers) == 1 and not numbers[0][1] else None

    def may_mean(self, form: str) -> Iterator[LexiconEntry]:
        """Every entry that has this form, cautious or not, in the order of the lexicon."""
        for number, _ in _numbers(self._forms.get(key(form), ())):
            yield self._entry(number)

    def other_names(self, form: str) -> Sequence[str]:
        """What an abbreviation stands for, or the abbreviations of a phrase."""
        return self._abbreviations.get(key(form), ())

    def find_titles(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        """The longest job titles said by `tokens`, left to right, without overlap."""
        return _without_overlap(hit for hit in self._candidates(tokens) if hit.entry.kind is Kind.TITLE)

    def entry(self, term: str) -> LexiconEntry | None:
        """The entry whose canonical term this is, in the very same spelling; a job title only if there is no other."""
        said = [self._entry(number) for number, _ in _numbers(self._forms.get(key(term), ()))]
        same = [entry for entry in said if entry.term == term]
        return min(same, key=lambda entry: entry.kind is Kind.TITLE, default=None)

    def _entry(self, number: int) -> LexiconEntry:
        if number not in self._made:
            term, kind, field, aliases, ambiguous, caution, context, *phrases = json.loads(self._rows[number])
            self._made[number] = LexiconEntry(
                term,
                Kind(kind),
                field,
                tuple(aliases),
                tuple(ambiguous),
                bool(caution),
                tuple(context),
                *map(tuple, phrases),
            )
        return self._made[number]

    def _candidates(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        """All that some entry has as a form; the last answer is kept, for terms and titles are asked for in turn."""
        asked, found = self._asked
        if asked is not tokens:
            found = tuple(self._look_up(tokens))
            if isinstance(tokens, tuple):
                self._asked = tokens, found
        return found

    def _look_up(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        for run, first, last in keyed_runs(tokens, LONGEST_TERM):
            said = self._forms.get(run)
            for number, cautious in () if said is None else _numbers(said):
                entry = self._entry(number)
                said_so = tokens[first : last + 1]
                if _really_says(said_so, run, entry) and not _is_work(said_so, entry):
                    yield Hit(entry, first, last, bool(cautious), own_name=run == key(entry.term))
        for first in range(len(tokens)):
            if tokens[first].stem in self._listed_first:
                yield from self._look_up_list(tokens, first)

    def _look_up_list(self, tokens: Sequence[Token], first: int) -> Iterator[Hit]:
        """Terms that are a list from `first` on: "extract, transform and load"."""
        items = [tokens[first].stem]
        for last in range(first + 1, min(first + LONGEST_LIST, len(tokens))):
            if not lists_on(tokens, last):
                break
            if tokens[last].lower in JOINTS:
                continue
            items.append(tokens[last].stem)
            number = self._listed.get(" ".join(items))
            if number is not None and not all(token.joined for token in tokens[first + 1 : last + 1]):
                yield Hit(self._entry(number), first, last, cautious=False)


def lists_on(tokens: Sequence[Token], number: int) -> bool:
    """Whether a token goes on with the phrase of the one before it, or with its list behind a comma."""
    return tokens[number].joined or tokens[number].start - tokens[number - 1].end <= LISTING


def both_ways(abbreviations: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The other names of each abbreviation and of each phrase that one stands for, by comparison key."""
    names: dict[str, list[str]] = defaultdict(list)
    for short, phrases in abbreviations.items():
        names[key(short)].extend(phrases)
        for phrase in phrases:
            names[key(phrase)].append(short)
    return dict(sorted(names.items()))


def _numbers(said: Said) -> Sequence[tuple[int, int]]:
    return ((said >> 1, said & 1),) if isinstance(said, int) else said


NO_ACTIVITIES = frozenset({"developments", "market", "markets"})
"""Nouns with the stem of an activity that are none: "current research and developments" are what is new in a field, and
who sells into "the retail market" does no retail marketing."""


def _really_says(run: Sequence[Token], run_of_stems: str, entry: LexiconEntry) -> bool:
    """Whether a run with the key of one of the entry's forms is that form, not words that happen to share the key.

    "account" does not say "accounting", "in design" does not say "InDesign", and "bedding" is no BEd.
    """
    forms = [form for form in entry.forms if key(form) == run_of_stems]
    # A form that is none of these was derived when the lexicon was compiled ("BA degree" from "BA").
    return not forms or any(
        _same_words(run, form, tokenize(form)) and not _takes_name_apart(run, form) for form in forms
    )


_PERSONS = frozenset({Kind.TITLE, Kind.CERTIFICATION})
"""Kinds of entries that name who somebody is, or what they are certified as."""


def _is_work(run: Sequence[Token], entry: LexiconEntry) -> bool:
    """Whether a run says a person's work, which has the same stem: "test engineering" is no test engineer, and
    "professional engineering" no Professional Engineer."""
    work = entry.kind in _PERSONS and run[-1].lower.endswith("ing")
    return work and not any(form.endswith("ing") for form in entry.forms)


def _takes_name_apart(run: Sequence[Token], form: str) -> bool:
    """Whether the words only make up a name when run together and bent: "solid work" is no "SolidWorks"."""
    if len(run) == 1 or " " in form or form.isupper() or not any(map(str.isupper, form[1:])):
        return False
    return "".join(token.lower for token in run) != "".join(filter(str.isalnum, form.lower()))


def _same_words(run: Sequence[Token], said: str, form: Sequence[Token]) -> bool:
    if len(run) == 1 == len(form):
        if said.isalpha() and has_capitals(said):  # an abbreviation has no other endings
            return run[0].lower in {form[0].lower, form[0].lower + "s"}
        said_so, term = run[0].lower, form[0].lower
        return said_so == term or said_so.endswith("ing") or not term.endswith(("ing", "ings"))
    if run[-1].lower in NO_ACTIVITIES and form[-1].lower not in NO_ACTIVITIES:
        return False
    if len(form) == 1 and not _writes_apart(run, form[0]):
        return False
    return len(run) <= len(form) or FUNCTION_WORDS.isdisjoint(token.stem for token in run)


def _writes_apart(run: Sequence[Token], word: Token) -> bool:
    """Whether several words are one word written apart, not a sentence of it: "the team works over" and "our teams
    working with" are no teamwork."""
    *front, last = (token.lower for token in run)
    return word.lower.startswith("".join(front)) and not (last == "works" and word.lower.endswith("work"))


def _has_context(hit: Hit, tokens: Sequence[Token]) -> bool:
    near = (*tokens[max(0, hit.first - NEAR) : hit.first], *tokens[hit.last + 1 : hit.last + 1 + NEAR])
    return any(_proofs(hit.entry, near))


def _proofs(entry: LexiconEntry, tokens: Sequence[Token]) -> Iterator[str]:
    """The entry's context words that these tokens say."""
    stems = f" {' '.join(token.stem for token in tokens)} "
    return (word for word in entry.context if f" {word} " in stems)


def _says_nothing_else(hit: Hit, tokens: Sequence[Token]) -> bool:
    return hit.first == 0 and hit.last == len(tokens) - 1


def _listed_together(hit: Hit, kin: Hit, tokens: Sequence[Token]) -> bool:
    """Whether a sure term of the same field, or for a tool another tool, is the next item of the same list."""
    if hit.entry.field != kin.entry.field and not hit.entry.kind is kin.entry.kind is Kind.TOOL:
        return False
    left, right = (hit, kin) if hit.first < kin.first else (kin, hit)
    between = tokens[left.last + 1 : right.first]
    if right.first <= left.last or any(token.lower not in JOINTS for token in between):
        return False
    return len(between) < 2 and (bool(between) or not tokens[right.first].joined)


def _precedence(hit: Hit) -> tuple[int, bool, bool, int, str, str, str]:
    """Longest hit first; among equals the sure one, the one that says the term itself ("change management" of "drive
    change management"), the earlier, the alphabetically first term."""
    entry = hit.entry
    place = (hit.first - hit.last, hit.cautious, not hit.own_name, hit.first)
    return (*place, entry.term, entry.kind.value, entry.field)


def _without_overlap(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=_precedence):
        span = range(hit.first, hit.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.first))


def from_json(data: str) -> Lexicon:
    """Lexicon from its compiled form, as the recipe writes it: version and forms, then a line for each entry."""
    head, *rows = data.rstrip("\n").split("\n")  # a term may hold other line separators
    table = json.loads(head)
    return Lexicon(
        table["version"], rows, table["forms"], table.get("listed", {}), table.get("abbreviations", {})
    )


def read_compiled(path: Path) -> str:
    """The text of a compiled lexicon."""
    return gzip.decompress(path.read_bytes()).decode()


@cache
def load_lexicon() -> Lexicon:
    """The shipped lexicon, read once a process."""
    return from_json(read_compiled(stats_folder() / FILE_NAME))
