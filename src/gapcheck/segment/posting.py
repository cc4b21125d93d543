"""Segmentation of a posting: headings, list items and sentences, each with the section it belongs to.

Three witnesses are weighed for every sentence: the heading above it, what the sentence itself is about (a small
linear classifier, see `gapcheck.segment.line_kinds`), and cue words such as "preferred" or "must".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from gapcheck.document import Document
from gapcheck.segment.asides import is_contact
from gapcheck.segment.cues import (
    addresses_applicant,
    asks_applicant,
    begins_with_ability,
    title_at_work,
)
from gapcheck.segment.headings import section_of_heading
from gapcheck.segment.line_kinds import LineKinds, lines_between, load_line_kinds
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting
from gapcheck.segment.passage_reader import PassageReader
from gapcheck.segment.posting_title import find_title

KEYWORD_SECTIONS = frozenset(
    {
        PostingSection.TITLE,
        PostingSection.REQUIRED,
        PostingSection.PREFERRED,
        PostingSection.DUTIES,
        PostingSection.COMPANY,
        PostingSection.OTHER,
    }
)
"""Sections whose passages can hold keywords. What tells of the employer often says what the work is about."""


def segment_posting(document: Document) -> SegmentedPosting:
    """Title and passages of a posting."""
    title, title_span = find_title(document)
    kinds = load_line_kinds()
    reader = PassageReader(document, title_span, title_at_work(title), kinds)
    passages = list(_above_contacts(document.text, list(reader.passages())))
    passages = list(_among_demands(document.text, list(_among_benefits(document.text, passages))))
    return SegmentedPosting(title, tuple(_second_wishes(document.text, passages, kinds)))


_LINES = frozenset({PostingSection.TITLE, PostingSection.HEADING})
"""Sections of lines that are known by where they stand."""

LONGEST_NAME = 5
"""Words of the longest line above a telephone number that is taken for the name of who answers."""


def _with_neighbours(
    passages: list[Passage],
) -> Iterator[tuple[Passage | None, Passage, Passage | None]]:
    """Each passage between the one before and the one after it."""
    around = [None, *passages, None]
    return zip(around[:-2], passages, around[2:], strict=True)


def _above_contacts(text: str, passages: list[Passage]) -> Iterator[Passage]:
    """The passages, with the name on the line above an address or number taken for part of the contact."""
    for _before, passage, after in _with_neighbours(passages):
        named = (
            after is not None
            and after.section is PostingSection.APPLICATION
            and passage.section not in _LINES
            and text[passage.end : after.start].strip(" ") == "\n"
            and is_contact(text[after.start : after.end])
            and len(text[passage.start : passage.end].split()) <= LONGEST_NAME
        )
        yield replace(passage, section=PostingSection.APPLICATION) if named else passage


LONGEST_BENEFIT = 8
"""Words of the longest item that is taken for one of the benefits it stands among."""


def _among_benefits(text: str, passages: list[Passage]) -> Iterator[Passage]:
    """The passages, with short ones between two benefits taken for benefits: "financial planning", "RCNi membership".

    By their own words they could be asked for. What names its subject ("Systems: Epic") speaks for itself.
    """
    benefits = PostingSection.BENEFITS

    def opens(passage: Passage) -> bool:
        heads = passage.section is PostingSection.HEADING
        return heads and section_of_heading(text[passage.start : passage.end]) is benefits

    for before, passage, after in _with_neighbours(passages):
        words = text[passage.start : passage.end].split()
        among = (
            before is not None
            and after is not None
            and after.section is benefits
            and (before.section is benefits or opens(before))
            and passage.section not in _LINES
            and len(words) <= LONGEST_BENEFIT
            and not any(word.endswith(":") for word in words)
            and not begins_with_ability(text[passage.start : passage.end])
        )
        yield replace(passage, section=benefits) if among else passage


def _among_demands(text: str, passages: list[Passage]) -> Iterator[Passage]:
    """The passages, with what reads like a duty between two demands taken for one: "EDA on many datasets".

    "You will plan audits" stays a duty wherever it stands.
    """
    demand = PostingSection.REQUIRED
    for before, passage, after in _with_neighbours(passages):
        among = before is not None and after is not None and before.section is after.section is demand
        duty = passage.section is PostingSection.DUTIES and not addresses_applicant(
            text[passage.start : passage.end]
        )
        yield replace(passage, section=demand) if among and duty else passage


RARITY_OF_WISHES = 1.0
"""Nats a sentence by which the classifier favours demands over wishes, which most postings have few of. Chosen on half
of the postings that keep the two apart, joined without headings; the classifier knew the other half."""

LEAST_WISH = 0.5
"""Log odds (preferred against required), summed, from which the rest of a run of demands is taken for the
nice-to-haves. Chosen on postings that keep the two apart, joined without their headings."""


def _second_wishes(text: str, passages: list[Passage], kinds: LineKinds) -> Iterator[Passage]:
    """Without headings, postings say first what they require and then what they prefer: find where that turns."""
    headless = True
    for section, run in groupby(passages, key=lambda passage: passage.section):
        found = list(run)
        headless = headless and section is not PostingSection.HEADING
        may_turn = headless and section is PostingSection.REQUIRED and not _is_questionnaire(text, found)
        turn = _turn(text, found, kinds) if may_turn else len(found)
        yield from found[:turn]
        for passage in found[turn:]:
            asks = asks_applicant(text[passage.start : passage.end])
            yield passage if asks else replace(passage, section=PostingSection.PREFERRED)


FEWEST_QUESTIONS = 3
"""Questions that make a questionnaire of a run of demands; what it wishes for it says."""


def _is_questionnaire(text: str, run: list[Passage]) -> bool:
    asked = sum(asks_applicant(text[passage.start : passage.end]) for passage in run)
    return asked >= FEWEST_QUESTIONS


def _turn(text: str, run: list[Passage], kinds: LineKinds) -> int:
    """Number of leading passages that are required; the first always is. No line turns within itself."""
    best, turn, odds = LEAST_WISH, len(run), 0.0
    lines = lines_between([text[passage.start : passage.end] for passage in run])
    for position in range(len(run) - 1, 0, -1):
        score = kinds.log_probabilities(lines[position])
        odds += RARITY_OF_WISHES + score[PostingSection.PREFERRED] - score[PostingSection.REQUIRED]
        begins_line = "\n" in text[run[position - 1].end : run[position].start]
        if odds > best and begins_line:
            best, turn = odds, position
    return turn
