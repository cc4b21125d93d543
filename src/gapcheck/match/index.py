"""A resume made ready for matching: tokens, sentences and lexicon terms, each worked out once, when first needed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from gapcheck.background import load_background
from gapcheck.document import Document
from gapcheck.extract.acronyms import find_abbreviations
from gapcheck.lexicon import LONGEST_TERM, Lexicon
from gapcheck.match.agents import doing_of
from gapcheck.match.families import family
from gapcheck.match.idle import idle_starts, without
from gapcheck.match.leisure import find_leisure
from gapcheck.match.model import Meaning, Run
from gapcheck.match.spelling import SHORTEST_WORD, deletions
from gapcheck.match.synonyms import synonyms
from gapcheck.words import Token, key, keyed_runs, root, tokenize

MOST_EVIDENCE = 8
"""Passages reported for one keyword; more prove nothing new."""

WIDEST_WRAP = 120
"""Columns beyond which nobody wraps text: a longer line is a paragraph on one line."""

_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s|[;•●▪◦‣|*]|\s[-–—*]\s|:\s")
"""What ends a sentence or an item of a list between two tokens; commas do not."""


@dataclass(frozen=True)
class ResumeIndex:
    """A resume's tokens, those of each block as a range of positions, looked up by comparison key.

    `measured` is its meaning where somebody else is measuring it.
    """

    document: Document
    tokens: tuple[Token, ...]
    blocks: tuple[range, ...]
    lexicon: Lexicon
    measured: Meaning | None = None

    @cached_property
    def runs(self) -> dict[str, list[Run]]:
        """Comparison key of every run of up to `LONGEST_TERM` tokens → first and last token of each such run."""
        runs: dict[str, list[Run]] = defaultdict(list)
        for run, first, last in keyed_runs(self.tokens, LONGEST_TERM):
            runs[run].append((first, last))
        return runs

    @cached_property
    def entries(self) -> dict[str, list[Run]]:
        """Canonical term → runs in which the resume says this lexicon entry, cautious forms proved by context."""
        return self._said[0]

    @cached_property
    def terms(self) -> dict[Run, str]:
        """Run → canonical term of the lexicon entry that is said there."""
        return {run: term for term, runs in self.entries.items() for run in runs}

    @cached_property
    def titled(self) -> frozenset[int]:
        """Positions of the tokens that are part of a job title."""
        return self._said[1]

    @cached_property
    def _said(self) -> tuple[dict[str, list[Run]], frozenset[int]]:
        said: dict[str, set[Run]] = defaultdict(set)
        titled: set[int] = set()
        for stretch in (*self.blocks, *self.short_lines):
            tokens = self.tokens[stretch.start : stretch.stop]
            for hit in self.lexicon.find(tokens):
                said[hit.entry.term].add((stretch.start + hit.first, stretch.start + hit.last))
            for hit in self.lexicon.find_titles(tokens):
                titled.update(range(stretch.start + hit.first, stretch.start + hit.last + 1))
        return {term: sorted(runs) for term, runs in said.items()}, frozenset(titled)

    @cached_property
    def pastimes(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each passage on interests and hobbies."""
        return find_leisure(self.document)

    @cached_property
    def agents(self) -> dict[str, list[int]]:
        """Root of an activity → positions of what a single person who does it is called."""
        positions: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            doing = doing_of(token)
            if doing is not None:
                positions[doing].append(number)
        return positions

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

    def positions_of_sense(self, word: str) -> list[int]:
        """Positions of the tokens with a root or the root of a word of the same sense."""
        if word not in self._senses:
            same = synonyms().get(word, (word,))
            self._senses[word] = sorted(at for other in same for at in self.roots.get(other, ()))
        return self._senses[word]

    @cached_property
    def _senses(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def families(self) -> dict[str, list[int]]:
        """Family of words → positions of the tokens that belong to it."""
        positions: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            positions[family(root(token.stem))].append(number)
        return positions

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Lower-cased word → positions of it."""
        positions: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            positions[token.lower].append(number)
        return positions

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """Tokens of each sentence or item, in text order; together they are all tokens."""
        found: list[range] = []
        for block in self.blocks:
            first = block.start
            for number in range(block.start + 1, block.stop):
                if _SENTENCE_END.search(self.gap(number)):
                    found.append(range(first, number))
                    first = number
            if first < block.stop:
                found.append(range(first, block.stop))
        return tuple(found)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_of(self, position: int) -> range:
        """The sentence in which a token stands."""
        return self.sentences[bisect_right(self._sentence_starts, position) - 1]

    def gap(self, position: int) -> str:
        """The text between a token and the one before it."""
        return self.document.text[self.tokens[position - 1].end : self.tokens[position].start]

    @cached_property
    def taught(self) -> dict[str, str]:
        """Key of each short or long form that the resume itself explains → key of the other."""
        pairs: dict[str, str] = {}
        for found in find_abbreviations(self.document.text):
            short, long = key(found.short), key(found.long)
            pairs[short], pairs[long] = long, short
        return pairs

    @cached_property
    def unknown(self) -> dict[str, list[int]]:
        """What is left of each long word that no posting uses, one letter taken away → positions of the word."""
        known = load_background().frequencies
        left: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self.tokens):
            word = token.lower
            if len(word) >= SHORTEST_WORD - 1 and word.isalpha() and word not in known:
                for rest in deletions(word):
                    left[rest].append(number)
        return left

    @cached_property
    def meaning(self) -> Meaning:
        """How close the resume comes to keywords that it does not say literally."""
        if self.measured is not None:
            return self.measured
        from gapcheck.match.meaning import ResumeMeaning  # numpy takes a tenth of a second to import
        from gapcheck.meaning import load_word_vectors

        return ResumeMeaning(self, load_word_vectors())

    @cached_property
    def implying(self) -> dict[str, list[Run]]:
        """Canonical term → runs in which the resume says an entry that implies it, directly or in steps."""
        runs: dict[str, list[Run]] = defaultdict(list)
        for term, said in self.entries.items():
            for implied in _implied(term, self.lexicon):
                runs[implied].extend(said)
        return {term: sorted(found) for term, found in runs.items()}

    def offsets(self, runs: Sequence[Run]) -> tuple[tuple[int, int], ...]:
        """Runs as character offsets in text order, the first few of them."""
        return tuple(
            (self.tokens[first].start, self.tokens[last].end) for first, last in sorted(runs)[:MOST_EVIDENCE]
        )


def index_resume(document: Document, lexicon: Lexicon, measured: Meaning | None = None) -> ResumeIndex:
    """The resume made ready for matching."""
    tokens: list[Token] = []
    blocks: list[range] = []
    idle = idle_starts(document.text)
    for lines in document.blocks():
        start, end = lines[0].start, lines[-1].end
        found = without(tokenize(document.text[start:end], start), idle)
        blocks.append(range(len(tokens), len(tokens) + len(found)))
        tokens.extend(found)
    return ResumeIndex(document, tuple(tokens), tuple(blocks), lexicon, measured)


def _implied(term: str, lexicon: Lexicon) -> frozenset[str]:
    reached: set[str] = set()
    open_terms = [term]
    while open_terms:
        entry = lexicon.entry(open_terms.pop())
        for implied in entry.implies if entry else ():
            if implied not in reached:
                reached.add(implied)
                open_terms.append(implied)
    return frozenset(reached)
