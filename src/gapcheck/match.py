"""Matching: how a resume shows each keyword of a posting, with the passages that prove it.

Only the resume's tokens and the lexicon are needed, no language model.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.extract.model import ExtractedKeyword
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.lexicon import LONGEST_TERM, Lexicon, LexiconEntry
from gapcheck.report import Kind, Status
from gapcheck.words import Token, key, keyed_runs, root, surface_key, surface_run_key, tokenize

MOST_EVIDENCE = 8
"""Passages reported for one keyword; more prove nothing new."""

EXTRA_WORDS = 3
"""Words that may stand between the words of a phrase said in another order ("managed a team's yearly budgets")."""


WIDEST_WRAP = 120
"""Columns beyond which nobody wraps text: a longer line is a paragraph on one line."""


@dataclass(frozen=True, slots=True)
class Match:
    """How the resume shows one keyword; `evidence` are (start, end) offsets in text order."""

    status: Status
    evidence: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class ResumeIndex:
    """A resume's tokens, those of each block as a range of positions, looked up by comparison key."""

    document: Document
    tokens: tuple[Token, ...]
    blocks: tuple[range, ...]
    lexicon: Lexicon

    @cached_property
    def runs(self) -> dict[str, list[tuple[int, int]]]:
        """Comparison key of every run of up to `LONGEST_TERM` tokens → first and last token of each such run."""
        runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for run, first, last in keyed_runs(self.tokens, LONGEST_TERM):
            runs[run].append((first, last))
        return runs

    @cached_property
    def entries(self) -> dict[str, list[tuple[int, int]]]:
        """Canonical term → runs in which the resume says this lexicon entry, cautious forms proved by context."""
        said: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for stretch in (*self.blocks, *self.short_lines):
            for hit in self.lexicon.find(self.tokens[stretch.start : stretch.stop]):
                said[hit.entry.term].add((stretch.start + hit.first, stretch.start + hit.last))
        return {term: sorted(runs) for term, runs in said.items()}

    @cached_property
    def implied(self) -> dict[str, list[tuple[int, int]]]:
        """Canonical term → runs in which the resume says an entry that implies it, directly or in steps."""
        runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for term, said in self.entries.items():
            for implied in _implied(term, self.lexicon):
                runs[implied].extend(said)
        return {term: sorted(found) for term, found in runs.items()}

    @cached_property
    def short_lines(self) -> tuple[range, ...]:
        """Tokens of short lines within a block that look like an entry of their own, not like the end of a paragraph.

        The line above had room for their first word, so it was not for the width that the line was broken.
        """
        lines, text = self.document.lines, self.document.text
        longest = max((line.end - line.start for line in lines), default=0)
        starts = [token.start for token in self.tokens]
        found: list[range] = []
        for above, line in pairwise(lines):
            own = range(bisect_left(starts, line.start), bisect_left(starts, line.end))
            word = text[line.start : line.end].split(" ", 1)[0]
            length = above.end - above.start
            had_room = length > WIDEST_WRAP or length + 1 + len(word) <= longest
            if above.block == line.block and had_room and 0 < len(own) <= LONGEST_TERM:
                found.append(own)
        return tuple(found)

    @cached_property
    def roots(self) -> dict[str, list[int]]:
        """Root → positions of the tokens with it."""
        positions: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            positions[root(token.stem)].append(number)
        return positions


def index_resume(document: Document, lexicon: Lexicon) -> ResumeIndex:
    """The resume made ready for matching."""
    tokens: list[Token] = []
    blocks: list[range] = []
    for lines in document.blocks():
        start, end = lines[0].start, lines[-1].end
        found = tokenize(document.text[start:end], start)
        blocks.append(range(len(tokens), len(tokens) + len(found)))
        tokens.extend(found)
    return ResumeIndex(document, tuple(tokens), tuple(blocks), lexicon)


def match(keyword: ExtractedKeyword, resume: ResumeIndex) -> Match:
    """The best way in which the resume shows the keyword."""
    entry = resume.lexicon.entry(keyword.lexicon) if keyword.lexicon is not None else None
    literal = _literal(keyword, entry, resume)
    if literal is not None:
        return literal
    # A higher degree says the lower one; any other implication is an expert's guess.
    implied = Status.ALIAS if keyword.kind is Kind.DEGREE else Status.RELATED
    for runs, status in (
        (_alias_runs(keyword, entry, resume), Status.ALIAS),
        (_reordered_runs(keyword, resume), Status.INFLECTED),
        (_implying_runs(keyword, resume), implied),
    ):
        if runs:
            return Match(status, _offsets(resume, runs))
    return Match(Status.MISSING)


def _literal(keyword: ExtractedKeyword, entry: LexiconEntry | None, resume: ResumeIndex) -> Match | None:
    """A match of the posting's own words, up to inflection and spelling."""
    forms = dict.fromkeys(mention.text for mention in keyword.mentions)
    runs = sorted(
        {run for form in forms for run in resume.runs.get(key(form), ()) if _not_its_noun(form, run, resume)}
    )
    if entry is not None and _needs_proof(entry, forms):
        proved = set(resume.entries.get(entry.term, ()))
        runs = [run for run in runs if run in proved]
    if not runs:
        return None
    surfaces = {surface_key(form) for form in forms}
    exact = [run for run in runs if surface_run_key(resume.tokens[run[0] : run[1] + 1]) in surfaces]
    return Match(Status.EXACT if exact else Status.INFLECTED, _offsets(resume, exact or runs))


def _not_its_noun(form: str, run: tuple[int, int], resume: ResumeIndex) -> bool:
    """Whether a run is more than the noun in a single "-ing" word: "accounts" do not show "accounting"."""
    first, last = run
    if first != last or " " in form or not form.lower().endswith("ing"):
        return True
    return resume.tokens[first].lower.endswith(("ing", "ed"))


def _needs_proof(entry: LexiconEntry, forms: Iterable[str]) -> bool:
    doubtful = _doubtful_keys(entry)
    return any(key(form) in doubtful for form in forms)


def _doubtful_keys(entry: LexiconEntry) -> set[str]:
    """Keys of the entry's forms that count only with proof from the context."""
    return {key(form) for form in entry.ambiguous} | ({key(entry.term)} if entry.caution else set())


def _alias_runs(
    keyword: ExtractedKeyword, entry: LexiconEntry | None, resume: ResumeIndex
) -> list[tuple[int, int]]:
    if entry is not None and (runs := resume.entries.get(entry.term)):
        return runs
    doubtful = _doubtful_keys(entry) if entry is not None else set()
    keys = {key(form) for form in (keyword.term, *keyword.wordings)} - doubtful
    return sorted({run for form in keys for run in resume.runs.get(form, ())})


def _reordered_runs(keyword: ExtractedKeyword, resume: ResumeIndex) -> list[tuple[int, int]]:
    """Runs that hold all content words of a form close together, in any order and derived form."""
    found: set[tuple[int, int]] = set()
    for form in dict.fromkeys([keyword.term, *(mention.text for mention in keyword.mentions)]):
        words = _content_roots(form)
        if len(words) > 1 and len(set(words)) == len(words):
            found.update(_close_together(words, resume))
    return sorted(found)


@lru_cache(maxsize=16384)
def _content_roots(form: str) -> tuple[str, ...]:
    return tuple(root(token.stem) for token in tokenize(form) if token.stem not in FUNCTION_WORDS)


def _close_together(words: Sequence[str], resume: ResumeIndex) -> Iterator[tuple[int, int]]:
    rarest = min(words, key=lambda word: len(resume.roots.get(word, ())))
    window = len(words) + EXTRA_WORDS
    for anchor in resume.roots.get(rarest, ()):
        reach = [anchor]
        for word in words:
            near = [p for p in resume.roots.get(word, ()) if abs(p - anchor) < window]
            if not near:
                break
            reach.append(min(near, key=lambda p: (abs(p - anchor), p)))
        else:
            first, last = min(reach), max(reach)
            if last - first < window and _one_clause(resume, first, last):
                yield first, last


def _one_clause(resume: ResumeIndex, first: int, last: int) -> bool:
    """Whether two tokens stand in one block with no full stop, semicolon or colon between them."""
    if not any(first in block and last in block for block in resume.blocks):
        return False
    between = resume.document.text[resume.tokens[first].end : resume.tokens[last].start]
    return not any(mark in between for mark in (". ", ";", ".\n", "•", "|", ":"))


def _implying_runs(keyword: ExtractedKeyword, resume: ResumeIndex) -> list[tuple[int, int]]:
    """Runs in which the resume says a term that implies this keyword, directly or in steps."""
    return resume.implied.get(keyword.lexicon, []) if keyword.lexicon is not None else []


def _implied(term: str, lexicon: Lexicon) -> set[str]:
    reached: set[str] = set()
    open_terms = [term]
    while open_terms:
        entry = lexicon.entry(open_terms.pop())
        for implied in entry.implies if entry else ():
            if implied not in reached:
                reached.add(implied)
                open_terms.append(implied)
    return reached


def _offsets(resume: ResumeIndex, runs: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (resume.tokens[first].start, resume.tokens[last].end) for first, last in sorted(runs)[:MOST_EVIDENCE]
    )
