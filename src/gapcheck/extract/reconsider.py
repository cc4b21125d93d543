"""Candidates looked at once more, when all of the posting's are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.extract.candidates import Judged, JudgedPassage
from gapcheck.extract.enough import surest_of
from gapcheck.extract.model import Candidate
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.report import Origin
from gapcheck.segment.model import PostingSection
from gapcheck.words import key, tokenize

LEAST_OF_A_PART = 0.6
"""Probability from which on a word is a keyword that longer keywords of the posting hold ("assessment" beside "risk
assessment"). Of such words below it readers took 29 % for asked for, of other words as likely 51 %: 197 and 782 words
of the labelled postings."""


def reconsider(judged: Sequence[JudgedPassage]) -> tuple[JudgedPassage, ...]:
    """The same passages; dropped is what the posting says more fully elsewhere, and renamed what only adds to a
    keyword of the lexicon.
    """
    keywords = _Keywords.of([candidate for passage in judged for candidate in passage.kept])
    return tuple(
        replace(passage, judged=tuple(_again(found, keywords) for found in passage.judged))
        for passage in judged
    )


def _again(found: Judged, keywords: _Keywords) -> Judged:
    if found.dropped is not None:
        return found
    if fuller := keywords.fuller(found.candidate):
        return replace(found, dropped=f"“{fuller}” says it more fully")
    return replace(found, candidate=keywords.named(found.candidate))


@dataclass(frozen=True, slots=True)
class _Keywords:
    """What a posting's candidates are compared with.

    `holding` gives for a stem the terms that hold it among others, `surest` for a term's key its surest candidate,
    `known` for the words of a form of the lexicon the candidate that says it.
    """

    holding: Mapping[str, Sequence[str]]
    surest: Mapping[str, float]
    known: Mapping[tuple[str, ...], Candidate]

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> _Keywords:
        holding: dict[str, list[str]] = defaultdict(list)
        known: dict[tuple[str, ...], Candidate] = {}
        for candidate in candidates:
            stems = _content(candidate.term)
            for stem in stems if len(stems) > 1 else ():
                holding[stem].append(candidate.term)
            if candidate.lexicon is not None:
                known.setdefault(_words(candidate), candidate)
        return cls(holding, surest_of(candidates), known)

    def fuller(self, candidate: Candidate) -> str | None:
        """A term that holds the candidate's only word, where nothing makes it likely that the word is asked for."""
        words = tokenize(candidate.term)
        if len(words) != 1 or self.surest[key(candidate.term)] >= LEAST_OF_A_PART:
            return None
        return next(iter(self.holding.get(words[0].stem, ())), None)

    def named(self, candidate: Candidate) -> Candidate:
        """The candidate, as the lexicon's keyword in it where only the form of the phrase speaks for the whole.

        What a phrase begins with says it, in front of a noun that says little: "cleaning tasks" beside "cleaning". Of a
        title what it ends in is the work, "mobility consulting" beside "consulting"; whether the title is seen is the
        ten-second reader's to say.
        """
        in_title = candidate.section is PostingSection.TITLE
        if candidate.origins != {Origin.PHRASE} or not (in_title or _tail(candidate).islower()):
            return candidate
        words = _words(candidate)
        for length in range(len(words) - 1, 0, -1):
            part = self.known.get(words[-length:] if in_title else words[:length])
            if part is not None:
                return replace(candidate, term=part.term, kind=part.kind, lexicon=part.lexicon, whole=None)
        return candidate


def _tail(candidate: Candidate) -> str:
    return candidate.term.partition(" ")[2]


def _words(candidate: Candidate) -> tuple[str, ...]:
    return tuple(token.lower for token in tokenize(candidate.term))


def _content(term: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(term)) - FUNCTION_WORDS
