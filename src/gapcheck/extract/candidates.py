"""Candidates of one passage: lexicon hits and model spans, shortened and merged where they overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from gapcheck.extract.model import Candidate, ModelSpan
from gapcheck.extract.shorten import familiar_core, shorten, well_formed
from gapcheck.fillers import GENERIC, is_generic
from gapcheck.lexicon import Hit, Lexicon
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import Passage, PostingSection
from gapcheck.words import Token, tokenize


def find_candidates(
    text: str, passage: Passage, spans: Iterable[ModelSpan], lexicon: Lexicon, frequency: Callable[[str], int]
) -> tuple[Candidate, ...]:
    """Candidates of a passage in text order, without overlap."""
    tokens = tokenize(text[passage.start : passage.end], passage.start)
    hits = lexicon.find(tokens)
    found = [_from_hit(text, passage, tokens, hit) for hit in hits]
    for span in spans:
        found.extend(_from_span(text, passage, tokens, span, hits, frequency))
    return _settle(found)


def _from_hit(text: str, passage: Passage, tokens: Sequence[Token], hit: Hit) -> Candidate:
    start, end = tokens[hit.first].start, tokens[hit.last].end
    entry = hit.entry
    return Candidate(
        start,
        end,
        text[start:end],
        entry.term,
        entry.kind,
        frozenset({Origin.LEXICON}),
        passage.section,
        entry.term,
    )


def _from_span(
    text: str,
    passage: Passage,
    tokens: Sequence[Token],
    span: ModelSpan,
    hits: Sequence[Hit],
    frequency: Callable[[str], int],
) -> Iterator[Candidate]:
    """What a model span adds to the lexicon: itself, or its agreement with a hit it merely dresses up."""
    start, end = span.start + passage.start, span.end + passage.start
    covered = [number for number, token in enumerate(tokens) if token.start >= start and token.end <= end]
    if not covered:
        return
    inside = tokens[covered[0] : covered[-1] + 1]
    known = [hit for hit in hits if covered[0] <= hit.first and hit.last <= covered[-1]]
    if known and _only_dresses_up(inside, known, tokens):
        for hit in known:
            yield _with_origin(_from_hit(text, passage, tokens, hit), Origin.MODEL)
        return
    kept = familiar_core(shorten(inside), frequency)
    if well_formed(kept):
        start, end = kept[0].start, kept[-1].end
        said = text[start:end]
        term = " ".join(said.split())  # a term may run over a line end
        if _is_keyword(kept, said, span, frequency) and not _unknown_name(kept, said, passage, frequency):
            yield Candidate(start, end, said, term, span.kind, frozenset({Origin.MODEL}), passage.section)


COMMON_WORD = 70
"""Background postings (2 % of them) in which a single word stands that is no keyword by itself: the common words
that are one are in the lexicon."""


def _is_keyword(kept: Sequence[Token], said: str, span: ModelSpan, frequency: Callable[[str], int]) -> bool:
    """Whether the model's word alone makes a keyword: no filler, and a single word only if it is a rare noun."""
    if is_generic(said):
        return False
    return len(kept) > 1 or not (span.kind is Kind.SOFT or frequency(said) > COMMON_WORD)


def _unknown_name(
    kept: Sequence[Token], said: str, passage: Passage, frequency: Callable[[str], int]
) -> bool:
    """Whether a capitalised word among duties is one that no other posting has: the employer's product or people."""
    if passage.section not in (PostingSection.DUTIES, PostingSection.OTHER):
        return False
    return any(
        word[0].isupper() and not word.isupper() and not frequency(token.lower)
        for token, word in zip(
            kept, (said[t.start - kept[0].start : t.end - kept[0].start] for t in kept), strict=True
        )
    )


def _only_dresses_up(inside: Sequence[Token], known: Sequence[Hit], tokens: Sequence[Token]) -> bool:
    """Whether the span holds nothing but lexicon terms and filler ("SQL databases", "Excel and Word skills")."""
    in_hits = {number for hit in known for number in range(hit.first, hit.last + 1)}
    first = next(number for number, token in enumerate(tokens) if token.start == inside[0].start)
    return all(first + number in in_hits or token.stem in GENERIC for number, token in enumerate(inside))


def _with_origin(candidate: Candidate, origin: Origin) -> Candidate:
    return replace(candidate, origins=candidate.origins | {origin})


def _settle(found: list[Candidate]) -> tuple[Candidate, ...]:
    """One candidate for each stretch: the longer one wins, the lexicon's where they are the same stretch."""
    kept: list[Candidate] = []
    for candidate in sorted(
        found, key=lambda c: (c.start - c.end, c.lexicon is None, -len(c.origins), c.start, c.term)
    ):
        same = [k for k in kept if k.start < candidate.end and candidate.start < k.end]
        if not same:
            kept.append(candidate)
            continue
        winner = same[0]
        if (candidate.start, candidate.end) == (winner.start, winner.end):
            kept[kept.index(winner)] = replace(winner, origins=winner.origins | candidate.origins)
    return tuple(sorted(kept, key=lambda candidate: candidate.start))
