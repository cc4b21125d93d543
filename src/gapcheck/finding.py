"""From a posting's document to what is found in it; loaded only where that is not known yet."""

from __future__ import annotations

import re

from gapcheck.background import load_background
from gapcheck.demands import with_demands
from gapcheck.document import Document
from gapcheck.extract.asking import load_asking
from gapcheck.extract.candidates import JudgedPassage, Judges
from gapcheck.extract.decide import load_decision
from gapcheck.extract.keywords import judge_posting, merge_keywords
from gapcheck.extract.reading import read_posting
from gapcheck.extract.senses import explanations
from gapcheck.findings import PostingFindings
from gapcheck.keyword_list import JudgedSentence
from gapcheck.language_model import Loading, load_language_model
from gapcheck.ledger import find_requirements
from gapcheck.lexicon import load_lexicon
from gapcheck.list_keywords import explain_sentences
from gapcheck.segment.employer import find_employers
from gapcheck.segment.model import PostingSection, SegmentedPosting
from gapcheck.segment.organisations import find_initials
from gapcheck.segment.posting import segment_posting
from gapcheck.subjects import with_subjects
from gapcheck.trust import form_impression
from gapcheck.weigh import weigh


def find_in_posting(document: Document, loading: Loading) -> PostingFindings:
    """Segment a posting, extract its keywords, weigh them, and read what it demands."""
    segmented = segment_posting(document)
    judged = _judge(document, segmented, loading)
    needs = find_requirements(document.text, segmented.passages)
    keywords = merge_keywords(document.text, judged, load_lexicon())
    named = with_subjects(keywords, document.text, segmented.passages, needs, load_lexicon())
    demanded = with_demands(named, document.text, segmented.passages, needs, load_lexicon())
    return PostingFindings(
        segmented,
        weigh(demanded, load_background()),
        needs,
        form_impression(document),
    )


def explain_posting(
    document: Document, findings: PostingFindings, loading: Loading
) -> tuple[JudgedSentence, ...]:
    """Every sentence of a posting with every candidate, and why it was kept or dropped."""
    judged = _judge(document, findings.segmented, loading)
    return explain_sentences(judged, document, load_decision(), findings.keywords)


def _judge(document: Document, segmented: SegmentedPosting, loading: Loading) -> tuple[JudgedPassage, ...]:
    passages = read_posting(
        document.text,
        segmented,
        read=load_language_model(loading).read,
        frequency=load_background().frequency,
        asking=load_asking(),
    )
    explained = explanations(document.text)
    own = find_employers(document) | _own_initials(document.text) | _own_names(document.text, segmented)
    # "OT is an integral part of the team" names no employer where it is short for "occupational therapist".
    employers = frozenset(name for name in own if not load_lexicon().knows(explained.get(name, "")))
    return judge_posting(segmented, passages, Judges(load_lexicon(), load_decision(), employers, explained))


def _own_initials(text: str) -> frozenset[str]:
    """Abbreviations of organisations; what the lexicon knows is asked for all the same."""
    return frozenset(word for word in find_initials(text) if not load_lexicon().knows(word))


def _own_names(text: str, posting: SegmentedPosting) -> frozenset[str]:
    """Names that a title goes on with and that no other posting has, the employer's product or place:
    "Product Manager - InSightIQ"."""
    titles = [text[p.start : p.end] for p in posting.passages if p.section is PostingSection.TITLE]
    return frozenset(
        part
        for title in titles
        for part in re.split(r"\s+[-–—|]\s+", title)[1:]
        if part.isalpha()
        and part[0].isupper()
        and not load_background().frequency(part.lower())
        and not load_lexicon().knows(part)
    )
