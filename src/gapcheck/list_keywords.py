"""Composing the list of a posting's keywords, and the explanation of every candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.compose import posting_mention
from gapcheck.document import Document
from gapcheck.extract.candidates import Judged, JudgedPassage
from gapcheck.extract.decide import Decision
from gapcheck.extract.keywords import MOST_SOFT_SKILLS
from gapcheck.extract.model import Candidate, ExtractedKeyword, overlap
from gapcheck.keyword_list import Ground, JudgedCandidate, JudgedSentence, ListedKeyword
from gapcheck.report import Kind
from gapcheck.segment.model import Passage, Span
from gapcheck.weigh import WeighedKeyword

MOST_GROUNDS = 6
"""Grounds told of one candidate; what is below adds next to nothing."""


def list_keywords(weighed: Sequence[WeighedKeyword], posting: Document) -> tuple[ListedKeyword, ...]:
    """The keywords with their mentions, in the order given."""
    return tuple(
        ListedKeyword(
            term=item.keyword.term,
            kind=item.keyword.kind,
            strength=item.keyword.strength,
            weight=item.weight,
            tf=item.tf,
            idf=item.idf,
            group=item.keyword.group,
            origin=item.keyword.origins,
            certainty=item.keyword.certainty,
            posting=tuple(posting_mention(mention, posting) for mention in item.keyword.mentions),
        )
        for item in weighed
    )


def explain_sentences(
    judged: Iterable[JudgedPassage],
    posting: Document,
    decision: Decision,
    weighed: Iterable[WeighedKeyword],
) -> tuple[JudgedSentence, ...]:
    """Every sentence with every candidate and why it was kept or dropped, in text order.

    `weighed` is the posting's list: degrees, licences and years of experience are named there as a whole ("bachelor's
    degree in forestry"), for which a sentence has no one candidate.
    """
    listed = [(Span(m.start, m.end), item.keyword) for item in weighed for m in item.keyword.mentions]
    listed.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1].term))
    return tuple(
        JudgedSentence(
            posting.text[found.passage.start : found.passage.end],
            found.passage.start,
            found.passage.end,
            posting.line_index(found.passage.start) + 1,
            found.passage.section.value,
            tuple(_candidates(found, posting, decision, listed)),
        )
        for found in judged
    )


_Listed = Sequence[tuple[Span, ExtractedKeyword]]
"""Each mention of each keyword, in text order. Several may have the same: "master's or doctoral degree in history"."""


def _candidates(
    found: JudgedPassage, posting: Document, decision: Decision, listed: _Listed
) -> list[JudgedCandidate]:
    """A sentence's candidates, and what is named there as a whole."""
    passage = found.passage
    within = [(span, keyword) for span, keyword in listed if passage.start <= span.start < passage.end]
    kept = {Span(candidate.start, candidate.end) for candidate in found.kept}
    candidates = [_candidate(judged, posting, decision, within) for judged in found.judged]
    wholes = [_whole(span, keyword, passage, posting) for span, keyword in within if span not in kept]
    return sorted([*candidates, *wholes], key=lambda candidate: candidate.start)


def _whole(span: Span, keyword: ExtractedKeyword, passage: Passage, posting: Document) -> JudgedCandidate:
    return JudgedCandidate(
        text=posting.text[span.start : span.end],
        term=keyword.term,
        start=span.start,
        end=span.end,
        line=posting.line_index(span.start) + 1,
        section=passage.section.value,
        origin=keyword.origins,
        probability=keyword.certainty,
        dropped=None,
        words=(),
        sources=(),
    )


def _why_unlisted(candidate: Candidate, within: _Listed) -> str | None:
    """Why a candidate that was kept is not in the list as it is; None where it is."""
    if any(span == Span(candidate.start, candidate.end) for span, _ in within):
        return None
    wholes = dict.fromkeys(f"“{keyword.term}”" for span, keyword in within if overlap(candidate, span))
    if wholes:
        return f"named with {', '.join(wholes)}"
    if candidate.kind is Kind.SOFT:
        return f"more than {MOST_SOFT_SKILLS} soft skills are asked for"
    return "no more than what a degree may be in"


def _candidate(judged: Judged, posting: Document, decision: Decision, within: _Listed) -> JudgedCandidate:
    found = judged.candidate
    return JudgedCandidate(
        text=found.text,
        term=found.term,
        start=found.start,
        end=found.end,
        line=posting.line_index(found.start) + 1,
        section=found.section.value,
        origin=tuple(sorted(found.origins)),
        probability=round(found.probability, 3),
        dropped=judged.dropped or _why_unlisted(found, within),
        words=_grounds(decision.score.shares(judged.weighed.words)),
        sources=_grounds(decision.score.shares(judged.weighed.sources)),
    )


def _grounds(shares: Sequence[tuple[str, float]]) -> tuple[Ground, ...]:
    return tuple(Ground(trait, round(share, 2)) for trait, share in shares[:MOST_GROUNDS])
