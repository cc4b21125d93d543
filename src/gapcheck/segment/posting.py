"""Segmentation of a posting: headings, list items and sentences, each with the section it belongs to.

Three witnesses are weighed for every sentence: the heading above it, what the sentence itself is about (a small
linear classifier, see `gapcheck.segment.line_kinds`), and cue words such as "preferred" or "must".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from gapcheck.document import Document, Line, Role
from gapcheck.segment.cues import says_preferred, says_required
from gapcheck.segment.headings import is_overview, looks_like_heading, section_of_heading
from gapcheck.segment.line_kinds import LineKinds, load_line_kinds
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting, Span
from gapcheck.segment.posting_title import find_title
from gapcheck.segment.sentences import split_sentences

KEYWORD_SECTIONS = frozenset(
    {
        PostingSection.TITLE,
        PostingSection.REQUIRED,
        PostingSection.PREFERRED,
        PostingSection.DUTIES,
        PostingSection.OTHER,
    }
)
"""Sections whose passages can hold keywords."""

_ASKING = frozenset({PostingSection.REQUIRED, PostingSection.PREFERRED, PostingSection.DUTIES})

# Nats by which the heading above outweighs the classifier: a heading is right far more often than a guess from
# one sentence, yet "Benefits: …" may be followed by a stray duty. Chosen on the labelled corpus of the model.
HEADING_TRUST = 3.0
OVERVIEW_TRUST = 1.0
NOISE_HEADING_TRUST = 2.0
NEIGHBOUR_TRUST = 1.0


@dataclass(frozen=True, slots=True)
class _Unit:
    """A heading (with the section it opens) or a sentence."""

    start: int
    end: int
    opens: PostingSection | None = None
    trust: float = HEADING_TRUST


def segment_posting(document: Document) -> SegmentedPosting:
    """Title and passages of a posting."""
    title, title_span = find_title(document)
    kinds = load_line_kinds()
    passages = list(_classify(document.text, _units(document), title_span, kinds))
    return SegmentedPosting(title, tuple(_second_wishes(document.text, passages, kinds)))


def _units(document: Document) -> Iterator[_Unit]:
    for block in document.blocks():
        first = block[0]
        text = document.line_text(first)
        opens = _heading(text, first)
        if opens is None and _stands_alone(document, document.line_index(first.start)):
            opens = PostingSection.OTHER
        if opens is not None:
            yield _Unit(first.start, first.end, opens, _trust(opens, text))
        rest = block if opens is None else block[1:]
        if rest:
            start, end = rest[0].start, rest[-1].end
            yield from _sentences(document.text[start:end], start)


def _trust(section: PostingSection, heading: str) -> float:
    if section not in _ASKING:
        return NOISE_HEADING_TRUST
    return OVERVIEW_TRUST if is_overview(heading) else HEADING_TRUST


def _heading(text: str, line: Line) -> PostingSection | None:
    if not looks_like_heading(text, formatted=line.role is Role.HEADING):
        return None
    section = section_of_heading(text)
    if (
        section is None
        and (line.role is Role.HEADING or text.rstrip().endswith(":"))
        and len(text.split()) <= 5
    ):
        return PostingSection.OTHER
    return section


LONGEST_BARE_HEADING = 5
SHORTEST_BODY = 12
"""A line of at most five words between a blank line and a line of at least twelve is taken for a heading."""


def _stands_alone(document: Document, number: int) -> bool:
    """Whether an unknown short line is a heading by its place: after a paragraph's end, above a long line."""
    line = document.lines[number]
    if number == 0 or number + 1 == len(document.lines) or line.role is Role.LIST_ITEM:
        return False
    before, after = document.lines[number - 1], document.lines[number + 1]
    text = document.line_text(line)
    return (
        len(text.split()) <= LONGEST_BARE_HEADING
        and line.start - before.end > 1
        and looks_like_heading(text, formatted=False)
        and document.line_text(before).rstrip().endswith((".", "!", "?"))
        and len(document.line_text(after).split()) >= SHORTEST_BODY
    )


# "Requirements: five years of …" on one line, and "ResponsibilitiesDesign and build …" where a line break got lost.
_INLINE = re.compile(r"\s*([^:.]{3,60}?)\s*:\s+(?=\S)")
_GLUED = re.compile(
    r"\s*((?:(?:Key|Job|Basic|Minimum|Preferred|Required|Desired|Essential|Main|Your|Additional|Other)\s?)*"
    r"(?:Responsibilities|Qualifications|Requirements|Duties|Skills|Description|Summary|Overview|Benefits|Experience))(?=[A-Z][a-z])"
)


def _sentences(text: str, offset: int) -> Iterator[_Unit]:
    for span in split_sentences(text, offset):
        sentence = text[span.start - offset : span.end - offset]
        match = _INLINE.match(sentence) or _GLUED.match(sentence)
        section = section_of_heading(match.group(1)) if match and _is_label(match.group(1)) else None
        if match and section is not None:
            yield _Unit(span.start, span.start + match.end(1), section, _trust(section, match.group(1)))
            yield _Unit(span.start + match.end(), span.end)
        else:
            yield _Unit(span.start, span.end)


def _is_label(text: str) -> bool:
    return looks_like_heading(text + ":", formatted=False) and len(text.split()) <= 6


def _classify(text: str, units: Iterator[_Unit], title: Span | None, kinds: LineKinds) -> Iterator[Passage]:
    heading: _Unit | None = None
    previous = PostingSection.OTHER
    for unit in units:
        if title is not None and title.start <= unit.start < title.end:
            yield Passage(unit.start, unit.end, PostingSection.TITLE)
        elif unit.opens is not None:
            heading = None if unit.opens is PostingSection.OTHER else unit
            yield Passage(unit.start, unit.end, PostingSection.HEADING)
        else:
            sentence = text[unit.start : unit.end]
            previous = _weigh(kinds.log_probabilities(sentence), heading, previous)
            yield Passage(
                unit.start, unit.end, _by_cues(sentence, previous, heading.opens if heading else None)
            )


def _weigh(
    scores: Mapping[PostingSection, float], heading: _Unit | None, previous: PostingSection
) -> PostingSection:
    weighed = dict(scores)
    if heading is not None and heading.opens is not None:
        weighed[heading.opens] = weighed.get(heading.opens, 0.0) + heading.trust
    elif previous in weighed:
        weighed[previous] += NEIGHBOUR_TRUST
    return max(sorted(weighed), key=weighed.__getitem__)


LEAST_WISH = 1.5
"""Log odds (preferred against required), summed, from which the rest of a run of demands is taken for the
nice-to-haves. Chosen on postings that keep the two apart, joined without their headings."""


def _second_wishes(text: str, passages: list[Passage], kinds: LineKinds) -> Iterator[Passage]:
    """Without headings, postings say first what they require and then what they prefer: find where that turns."""
    headless = True
    for section, run in groupby(passages, key=lambda passage: passage.section):
        found = list(run)
        headless = headless and section is not PostingSection.HEADING
        turn = _turn(text, found, kinds) if headless and section is PostingSection.REQUIRED else len(found)
        yield from found[:turn]
        yield from (replace(passage, section=PostingSection.PREFERRED) for passage in found[turn:])


def _turn(text: str, run: list[Passage], kinds: LineKinds) -> int:
    """Number of leading passages that are required; the first always is."""
    best, turn, odds = LEAST_WISH, len(run), 0.0
    for position in range(len(run) - 1, 0, -1):
        score = kinds.log_probabilities(text[run[position].start : run[position].end])
        odds += score[PostingSection.PREFERRED] - score[PostingSection.REQUIRED]
        if odds > best:
            best, turn = odds, position
    return turn


_MUST = re.compile(
    r"\b(must (have|be|hold|possess)|(is|are) (required|essential|mandatory)|required\b)", re.IGNORECASE
)


def _by_cues(sentence: str, section: PostingSection, heading: PostingSection | None) -> PostingSection:
    """Cue words decide between required, preferred and duty where the heading leaves it open."""
    if section not in _ASKING:
        return section
    if says_preferred(sentence):
        return PostingSection.PREFERRED
    if section is PostingSection.PREFERRED:
        return section if heading is PostingSection.PREFERRED else PostingSection.REQUIRED
    if section is PostingSection.DUTIES and heading is not PostingSection.DUTIES and says_required(sentence):
        return PostingSection.REQUIRED
    if section is PostingSection.DUTIES and _MUST.search(sentence):
        return PostingSection.REQUIRED
    return section
