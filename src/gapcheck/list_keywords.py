"""Composing the list of a posting's keywords, and the explanation of every candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.compose import posting_mention
from gapcheck.document import Document
from gapcheck.extract.candidates import Judged, JudgedPassage
from gapcheck.extract.decide import Decision
from gapcheck.keyword_list import Ground, JudgedCandidate, JudgedSentence, ListedKeyword
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
    judged: Iterable[JudgedPassage], posting: Document, decision: Decision
) -> tuple[JudgedSentence, ...]:
    """Every sentence with every candidate and why it was kept or dropped, in text order."""
    return tuple(
        JudgedSentence(
            posting.text[found.passage.start : found.passage.end],
            found.passage.start,
            found.passage.end,
            posting.line_index(found.passage.start) + 1,
            found.passage.section.value,
            tuple(_candidate(candidate, posting, decision) for candidate in found.judged),
        )
        for found in judged
    )


def _candidate(judged: Judged, posting: Document, decision: Decision) -> JudgedCandidate:
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
        dropped=judged.dropped,
        words=_grounds(decision.score.shares(judged.weighed.words)),
        sources=_grounds(decision.score.shares(judged.weighed.sources)),
    )


def _grounds(shares: Sequence[tuple[str, float]]) -> tuple[Ground, ...]:
    return tuple(Ground(trait, round(share, 2)) for trait, share in shares[:MOST_GROUNDS])
