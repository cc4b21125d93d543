"""Headings and sentences of a posting: what segmentation classifies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.background import load_background
from gapcheck.document import RUN_ON, Document, Line, Role
from gapcheck.lexicon import LONGEST_TERM, LexiconEntry, load_lexicon
from gapcheck.report import Kind
from gapcheck.segment.headings import (
    LONGEST_HEADING,
    is_of_unwanted,
    is_overview,
    looks_like_heading,
    own_words,
    section_of_heading,
)
from gapcheck.segment.lost_breaks import load_lost_breaks
from gapcheck.segment.model import PostingSection, Span
from gapcheck.segment.sentences import split_glued, split_sentences
from gapcheck.segment.titles import split_title
from gapcheck.words import Token, tokenize

ASKING = frozenset({PostingSection.REQUIRED, PostingSection.PREFERRED, PostingSection.DUTIES})
"""Sections that say what is wanted of the applicant."""

# Nats by which the heading above outweighs the classifier: a heading is right far more often than a guess from
# one sentence, yet "Benefits: …" may be followed by a stray duty. Chosen on the lines of real postings that were read.
HEADING_TRUST = 2.5
OVERVIEW_TRUST = 1.0
NOISE_HEADING_TRUST = 2.0
UNWANTED_TRUST = 10.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading (with the section it opens) or a sentence.

    `inline` says that a sentence follows on the same line, `rates` that what follows are tasks in which applicants
    rate themselves: by their words duties, but asked for. `guessed` is a heading that nothing but its words and the
    capital behind it part from its neighbours in a text without line breaks.
    """

    start: int
    end: int
    opens: PostingSection | None = None
    trust: float = HEADING_TRUST
    inline: bool = False
    rates: bool = False
    guessed: bool = False


def posting_units(document: Document) -> Iterator[Unit]:
    """Headings and sentences of a posting, in text order."""
    for block in (part for whole in document.blocks() for part in _parts(document, whole)):
        first = block[0]
        text = document.line_text(first)
        opens = _heading(text, first.role)
        if opens not in ASKING and _is_listed(document, first):
            opens = None
        if opens is None and _stands_alone(document, document.line_index(first.start)):
            opens = PostingSection.OTHER
        if opens is not None:
            yield Unit(first.start, first.end, opens, _trust(opens, text))
        rest = block if opens is None else block[1:]
        if rest:
            start, end = rest[0].start, rest[-1].end
            yield from _sentences(document.text[start:end], start)


FEWEST_SMALL_LABELS = 2
"""Lines of a block that begin with a label in small letters; a single one may be the end of a sentence that was
wrapped there ("skills: Python, SQL" below "with the following")."""


def _parts(document: Document, block: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A block, parted before each heading that stands right below the end of a sentence, and before labels in small
    letters, which would go on with the line above ("nice: welding")."""
    texts = [document.line_text(line) for line in block]
    labelled = {number for number, text in enumerate(texts) if _begins_with_small_label(text)}
    if len(labelled) < FEWEST_SMALL_LABELS:
        labelled = set()
    start = 0
    for number in range(1, len(block)):
        ended = texts[number - 1].rstrip().endswith((".", "!", "?"))
        if number in labelled or (ended and _heading(texts[number], block[number].role) is not None):
            yield block[start:number]
            start = number
    yield block[start:]


def _begins_with_small_label(text: str) -> bool:
    """Whether a line begins like "must have: three years on heavy trucks"."""
    label, _, value = text.partition(":")
    return (
        bool(value.strip())
        and label[:1].islower()
        and _is_label(label)
        and section_of_heading(label) is not None
    )


def _trust(section: PostingSection, heading: str) -> float:
    if is_of_unwanted(heading):
        return UNWANTED_TRUST
    if section not in ASKING:
        return NOISE_HEADING_TRUST
    return OVERVIEW_TRUST if is_overview(heading) else HEADING_TRUST


_ASIDE = frozenset({PostingSection.BENEFITS, PostingSection.LEGAL})
"""Sections whose headings have words that titles have, too ("wellbeing", "safeguarding")."""

_NAMES = frozenset({Kind.TOOL, Kind.CERTIFICATION, Kind.DEGREE, Kind.LANGUAGE})


def _terms(words: Sequence[Token], *, alone: bool, sure: bool = True) -> Iterator[LexiconEntry]:
    """The terms that these words say, `sure` without proof; `alone` asks for one that they say and nothing else."""
    return (
        hit.entry
        for hit in load_lexicon().find(words)
        if not (sure and hit.cautious) and (not alone or hit.last - hit.first + 1 == len(words))
    )


def _names_something(text: str, *, alone: bool = False) -> bool:
    """Whether a line names what somebody has: "First Aid and CPR certification" is a demand, no heading; `alone` asks
    for a name and nothing else ("MATLAB")."""
    return any(entry.kind in _NAMES for entry in _terms(tokenize(text), alone=alone))


LONGEST_TERM_LINE = 80
"""Characters of the longest line that is looked up as one term; the longest form of the lexicon has 56."""


def is_term(text: str, *, sure: bool = True) -> bool:
    """Whether a line is a term of the lexicon and nothing else; `sure` wants none that asks for proof."""
    if len(text) > LONGEST_TERM_LINE:
        return False
    words = tokenize(text)
    return len(words) <= LONGEST_TERM and any(_terms(words, alone=True, sure=sure))


def _is_item(text: str, role: Role) -> bool:
    """Whether a line is one of a list and no heading in it: "• Hydraulics experience", unlike "• Key skills"."""
    return role is Role.LIST_ITEM and own_words(text) > 0


LONGEST_LISTED = 3
"""Words of an item in a list of mere names, and of the items around it."""

_HEADS_EVEN_LISTED = re.compile(
    r"(about|benefits|company|compensation|employer|hours|how to|location|overview|pay|perks|salary|what|who|why)\b",
    re.IGNORECASE,
)
"""How headings begin that part a posting whatever stands around them: of a text all of whose lines have bullets."""


def _is_listed(document: Document, line: Line) -> bool:
    """Whether a line is an item of a list of names: "• Safeguarding" between "• Payroll" and "• Benefits
    administration", each of which heads a part of the posting where it stands alone."""
    text = document.line_text(line)
    if line.role is not Role.LIST_ITEM or len(text.split()) > LONGEST_LISTED or text.rstrip().endswith(":"):
        return False
    number = document.line_index(line.start)
    items = [
        document.line_text(other)
        for other in document.lines[max(0, number - 1) : number + 2]
        if other.role is Role.LIST_ITEM and other is not line
    ]
    if not items or is_term(text):
        return bool(items)
    heads = _HEADS_EVEN_LISTED.match(text) is not None
    return not heads and all(len(item.split()) <= LONGEST_LISTED for item in items)


_ASKED = re.compile(
    r".*\b(preferred|experience|skills|certifications?|duties|knowledge|expertise|education)\s*"
)


_ASKED_IN_CAPITALS = re.compile(r".*\b(Experience|Required|Preferred|Desired)\s*")


def _asks_itself(text: str) -> bool:
    """Whether a line has too much of its own for a heading: "Customer profiling experience", and with capitals what
    the lexicon knows, "Inventory Control Experience"."""
    if own_words(text) < 2:
        return False
    if _ASKED.fullmatch(text):
        return True
    known = load_lexicon().find(tokenize(text)) if _ASKED_IN_CAPITALS.fullmatch(text) else ()
    return any(hit.last > hit.first for hit in known)


def _heading(text: str, role: Role) -> PostingSection | None:
    if not looks_like_heading(text, formatted=role is Role.HEADING) or " | " in text.strip("| "):
        return None
    section = section_of_heading(text)
    last = text.rstrip()[-1]
    bare = role is not Role.HEADING and (last.isalnum() or last == ")")
    if bare and section in ASKING and (_names_something(text) or _is_item(text, role) or _asks_itself(text)):
        return None
    if bare and section in _ASIDE and split_title(text.split()[-1]).head:
        return None  # "Psychological Wellbeing Practitioner" is the job, no benefit
    if (
        section is None
        and (role is Role.HEADING or text.rstrip().endswith(":"))
        and len(text.split()) <= 5
        and not _names_something(text, alone=True)
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


# "Requirements: five years of …" on one line, "Duties = …", a table's row with bars between its cells, and
# "ResponsibilitiesDesign and build …" where a line break got lost.
_INLINE = re.compile(r"[\s|]*([^:.|]{2,60}?)\s*(?::(?:\s+(?=\S)|(?=[A-Z]))|=\s+(?=\S)|\|\s+(?=\S))")
_DASHED = re.compile(r"\s*([A-Z][^:.|—–]{3,40}?)\s+[—–]\s+(?=[A-Z])")


def _dashed(sentence: str) -> re.Match[str] | None:
    """A heading of nothing but heading words with a dash behind it: "The Role — You'll lead a team"."""
    match = _DASHED.match(sentence)
    return match if match is not None and own_words(match.group(1)) == 0 else None


_GLUED = re.compile(
    r"\s*((?:(?:Key|Job|Basic|Minimum|Preferred|Required|Desired|Essential|Main|Your|Additional|Other)\s?)*"
    r"(?:Responsibilities|Qualifications|Requirements|Duties|Skills|Description|Summary|Overview|Benefits|Experience))(?=[A-Z][a-z])"
)


_LABEL_INSIDE = re.compile(
    r"(?<=[\w.)…%*])\s+(?P<label>[A-Z][\w/&'’-]*(?:\s(?:[A-Z][\w/&'’-]*|and|of|the|for|to|&|you|we)){0,6})\s?:(?=\s)"
)
_CAPITALS_INSIDE = re.compile(
    rf"(?:(?<=[\w.)…%*])\s+|\A)(?P<label>[A-Z]{{4,}}(?:\s(?:[A-Z]{{2,}}|&)){{0,{LONGEST_HEADING - 1}}})"
    r"(?=\s[A-Z]?[a-z])"
)
_PLAIN_INSIDE = re.compile(
    r"(?:(?<=[\w.)…%*])\s+|\A)(?P<label>(?:(?:Key|Main|Job|Essential|Minimum)\s)?"
    r"(?:Responsibilities|Duties|Requirements|Qualifications))(?=\s[A-Z][a-z]+\s[a-z])"
)


def _sentences(text: str, offset: int) -> Iterator[Unit]:
    start = 0
    run_on = len(text) >= RUN_ON
    for first, last, opens in _headings_inside(text) if run_on else ():
        yield from _sentences_between(text[start:first], offset + start, run_on=run_on)
        yield Unit(offset + first, offset + last, opens, _trust(opens, text[first:last]))
        start = last + (text[last : last + 1] == ":")
    yield from _sentences_between(text[start:], offset + start, run_on=run_on)


def _headings_inside(text: str) -> list[tuple[int, int, PostingSection]]:
    """Start, end and section of each heading in a line that has lost its breaks: "… Chef Role: A chef is needed"."""
    found: list[tuple[int, int, PostingSection]] = []
    taken: set[int] = set()
    for pattern in (_LABEL_INSIDE, _CAPITALS_INSIDE, _PLAIN_INSIDE):
        for match in pattern.finditer(text):
            end = match.end("label")
            heading = _heading_in(text, match.start("label"), end)
            if heading is not None and taken.isdisjoint(range(heading[0], end)):
                taken.update(range(heading[0], end))
                found.append((heading[0], end, heading[1]))
    return sorted(found)


def _heading_in(text: str, start: int, end: int) -> tuple[int, PostingSection] | None:
    """Where the heading begins that a run of words ends in: the words before it may end the sentence above, if they are
    not in capitals like it ("PLACE OF WORK")."""
    if text[start:end].isupper():
        whole = len(text[start:end].split()) < LONGEST_HEADING  # else it may be the end of a longer run
        section = section_of_heading(text[start:end]) if whole else None
        return None if section is None else (start, section)
    while start < end:
        section = section_of_heading(text[start:end])
        if section is not None:
            return start, section
        blank = text.find(" ", start, end)
        start = blank + 1 if blank >= 0 else end
    return None


def _sentences_between(text: str, offset: int, *, run_on: bool) -> Iterator[Unit]:
    for span in _lines(text, offset) if run_on else _unglued(text, offset):
        sentence = text[span.start - offset : span.end - offset]
        opens = _heading(sentence, Role.BODY) if run_on else None
        if opens is not None:
            yield Unit(span.start, span.end, opens, _trust(opens, sentence), guessed=True)
            continue
        match = _INLINE.match(sentence) or _GLUED.match(sentence) or _dashed(sentence)
        section = section_of_heading(match.group(1)) if match and _is_label(match.group(1)) else None
        if match and section is not None:
            trust = _trust(section, match.group(1))
            yield Unit(span.start, span.start + match.end(1), section, trust, inline=True)
            yield Unit(span.start + match.end(), span.end)
        else:
            yield Unit(span.start, span.end)


_SIGN_INSIDE = re.compile(r"(?:\s+[-–+]|(?<=[a-z.)])[-–])\s+(?=[A-Z])")
FEWEST_SIGNS = 3
"""Dashes or plus signs before a capital that are the bullets of a text without line breaks, no dashes."""


def _lines(text: str, offset: int) -> Iterator[Span]:
    """The sentences of a text that has lost its line breaks, parted where lines seem to begin."""
    breaks = load_lost_breaks()
    signs = [match.span() for match in _SIGN_INSIDE.finditer(text)]
    bounds = [(0, 0), *(signs if len(signs) >= FEWEST_SIGNS else ()), (len(text), len(text))]
    for (_, start), (end, _) in pairwise(bounds):
        for sentence in _unglued(text[start:end], start):
            for line in breaks.split(text, sentence, load_lexicon().knows):
                yield Span(line.start + offset, line.end + offset)


def _unglued(text: str, offset: int) -> Iterator[Span]:
    for sentence in split_sentences(text):
        for span in split_glued(text, sentence, _is_word):
            yield Span(span.start + offset, span.end + offset)


def _is_word(text: str) -> bool:
    return load_background().frequency(text) > 0 or load_lexicon().knows(text)


def _is_label(text: str) -> bool:
    return looks_like_heading(text + ":", formatted=False) and len(text.split()) <= 6
