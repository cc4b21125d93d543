"""How sure a posting's next keyword must be: the more it surely asks for, the surer (`decide.FEWEST`, `MOST`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gapcheck.extract.candidates import Judged, JudgedPassage, precedence
from gapcheck.extract.decide import Decision
from gapcheck.extract.model import Candidate, overlap
from gapcheck.report import Kind
from gapcheck.segment.model import PostingSection
from gapcheck.segment.posting_units import ASKING
from gapcheck.words import key

UNSURE = "less sure than what the posting asks for besides"


def sure_enough(judged: Sequence[JudgedPassage], decision: Decision) -> tuple[JudgedPassage, ...]:
    """The same passages; dropped are the terms that are not sure enough for their place among the posting's, and what
    they alone hid is looked at instead."""
    left = _without_unsure(judged, decision)
    return tuple(_without_unsure([_uncovered(passage) for passage in left], decision))


def _uncovered(passage: JudgedPassage) -> JudgedPassage:
    """The passage with the likeliest of what nothing that was kept hides any more."""
    judged, kept = list(passage.judged), list(passage.kept)
    hidden = (number for number, found in enumerate(judged) if found.hidden)
    for number in sorted(hidden, key=lambda number: precedence(judged[number])):
        found = judged[number]
        if not any(overlap(other, found.candidate) for other in kept):
            judged[number] = replace(found, dropped=None, hidden=False)
            kept.append(found.candidate)
    return replace(passage, judged=tuple(judged))


def _without_unsure(judged: Sequence[JudgedPassage], decision: Decision) -> list[JudgedPassage]:
    """The passages without the terms that are not sure enough."""
    surest = surest_of(candidate for passage in judged for candidate in passage.kept)
    ranked = sorted(surest, key=lambda term: (-surest[term], term))
    exempt = {key(found.candidate.term) for passage in judged for found in passage.judged if _is_name(found)}
    exempt |= _of_title(judged)
    asked = {
        term
        for rank, term in enumerate(ranked)
        if surest[term] >= decision.least(0 if term in exempt else rank)
    }

    def again(found: Judged) -> Judged:
        if found.dropped is not None:
            return found
        term = key(found.candidate.term)
        # A further mention of what is sure is taken no sooner than in other postings.
        usual = decision.threshold if surest[term] >= decision.threshold else 0.0
        kept = term in asked and found.candidate.probability >= usual
        return found if kept else replace(found, dropped=UNSURE)

    return [replace(passage, judged=tuple(map(again, passage.judged))) for passage in judged]


def _of_title(judged: Sequence[JudgedPassage]) -> set[str]:
    """The surest term of the posting's title: it is what the posting is for."""
    titles = (passage.kept for passage in judged if passage.passage.section is PostingSection.TITLE)
    surest = surest_of(candidate for kept in titles for candidate in kept)
    return {max(surest, key=lambda term: (surest[term], term))} if surest else set()


def _is_name(found: Judged) -> bool:
    """Whether it is a tool or a certificate that the lexicon is sure of, where something is asked for: however many a
    posting names, each of them is what somebody looks for."""
    hit = found.proposal.hit
    sure = hit is not None and (found.proposal.proved or not hit.cautious)
    named = found.candidate.kind in (Kind.TOOL, Kind.CERTIFICATION) and found.candidate.section in ASKING
    return found.dropped is None and sure and named


def surest_of(candidates: Iterable[Candidate]) -> dict[str, float]:
    """The key of each term → the probability of its surest candidate."""
    surest: dict[str, float] = defaultdict(float)
    for candidate in candidates:
        term = key(candidate.term)
        surest[term] = max(surest[term], candidate.probability)
    return surest
