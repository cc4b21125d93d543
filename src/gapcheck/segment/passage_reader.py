"""Sections of a posting's passages: the heading above each, what the sentence itself is about, and cue words such as
"preferred" or "must" are weighed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gapcheck.document import Document, Role
from gapcheck.segment.asides import announces_contact, aside_section
from gapcheck.segment.cues import (
    addresses_applicant,
    announces_demands,
    announces_wishes,
    appoints_for_work,
    asks_applicant,
    asks_to_rate,
    begins_with_ability,
    describes_applicant,
    says_preferred,
    says_required,
    section_of_mark,
    uses_marks,
)
from gapcheck.segment.employer import is_top_line
from gapcheck.segment.headings import has_one_value, own_words
from gapcheck.segment.line_kinds import LineBetween, LineKinds, lines_between
from gapcheck.segment.model import Passage, PostingSection, Span
from gapcheck.segment.posting_units import ASKING, OVERVIEW_TRUST, Unit, is_term, posting_units
from gapcheck.segment.wishes import wishes_apart

NEIGHBOUR_TRUST = 1.0
"""Nats for the section of the sentence before, where no heading stands above."""


class PassageReader:
    """The passages of a posting, read in order, each under the heading that stands above it."""

    def __init__(
        self, document: Document, title: Span | None, works: re.Pattern[str] | None, kinds: LineKinds
    ) -> None:
        """`works` finds what the one with the title does."""
        self._document = document
        self._text = document.text
        self._flat = self._text.replace("\n", " ")  # where a row ends within a sentence says nothing
        self._title = title
        self._works = works
        self._kinds = kinds
        self._marks = uses_marks(self._text)
        self._heading: Unit | None = None
        self._previous = PostingSection.OTHER
        self._wishes = False  # whether the line above is a heading of nice-to-haves
        self._value: _Value | None = None

    def passages(self) -> Iterator[Passage]:
        """Every passage by itself."""
        units = list(_title_apart(posting_units(self._document), self._title))
        lines = lines_between([self._text[unit.start : unit.end] for unit in units])
        for unit, line in zip(units, lines, strict=True):
            self._leave_value(unit)
            if self._is_title(unit):
                yield Passage(unit.start, unit.end, PostingSection.TITLE)
            elif unit.opens is not None and not (self._marks and _has_mark(self._text, unit)):
                self._open(unit)
                yield Passage(unit.start, unit.end, PostingSection.HEADING)
            elif is_top_line(self._document, unit.start, unit.end):
                yield Passage(unit.start, unit.end, PostingSection.COMPANY)
            else:
                self._wishes = False
                yield from self._sentences(unit, line)

    def _is_title(self, unit: Unit) -> bool:
        title = self._title
        return title is not None and (_is_title(unit, title) or _says_again(self._text, unit, title))

    def _open(self, unit: Unit) -> None:
        said = self._text[unit.start : unit.end]
        if unit.inline and has_one_value(said):
            self._value = _Value(self._document.line_index(unit.start), self._heading)
        if not _goes_on_wishing(said, unit, self._heading, right_below=self._wishes):
            self._heading = None if unit.opens is PostingSection.OTHER else unit
        self._wishes = self._heading is not None and self._heading.opens is PostingSection.PREFERRED

    def _leave_value(self, unit: Unit) -> None:
        """Go back to the heading above a label once its line has ended: "Hours: nights" heads no further lines."""
        if self._value is not None and self._document.line_index(unit.start) != self._value.line:
            self._heading, self._value, self._previous = self._value.above, None, PostingSection.OTHER

    def _sentences(self, unit: Unit, line: LineBetween) -> Iterator[Passage]:
        heading = self._heading
        announced = heading.opens if heading and heading.trust != OVERVIEW_TRUST else None
        item = self._document.lines[self._document.line_index(unit.start)].role is Role.LIST_ITEM
        listed = item and (heading is None or announced in ASKING)
        for start, end in wishes_apart(self._flat, Span(unit.start, unit.end)):
            sentence = self._flat[start:end]
            if (aside := aside_section(sentence)) is not None:
                yield Passage(start, end, aside)
                if announces_contact(sentence):
                    self._heading = Unit(start, end, aside)
                continue
            rated = asks_to_rate(sentence)
            opened = PostingSection.REQUIRED if rated else _opens_list(sentence, announced)
            if opened is not None:
                rates = opened is PostingSection.REQUIRED
                self._heading, announced = Unit(start, end, opened, rates=rates), opened
            if rated:
                yield Passage(start, end, PostingSection.HEADING)
                continue
            marked = section_of_mark(self._text, start) if self._marks else None
            scores = _scores(
                line._replace(text=sentence), self._heading, self._works, self._kinds, listed=listed
            )
            self._previous = marked or _weigh(scores, self._heading, self._previous)
            yield Passage(start, end, marked or _by_cues(sentence, self._previous, announced))


@dataclass(frozen=True, slots=True)
class _Value:
    """A label whose value ends with its line: the line's number, and the heading above it."""

    line: int
    above: Unit | None


def _opens_list(sentence: str, announced: PostingSection | None) -> PostingSection | None:
    """The section of the list that a sentence opens: of wishes or of demands."""
    if announced is not PostingSection.PREFERRED and announces_wishes(sentence):
        return PostingSection.PREFERRED
    demands = announces_demands(sentence) and (
        announced is not PostingSection.PREFERRED or _DEMANDING.search(sentence) is not None
    )
    return PostingSection.REQUIRED if demands else None


BEYOND_TITLE = 40
"""Characters that may follow a title in its sentence; more is an advert without line breaks."""


def _title_apart(units: Iterable[Unit], title: Span | None) -> Iterator[Unit]:
    """The units, the one with the title parted behind it where its line goes on: "Position: Rigger | Place: York"."""
    for unit in units:
        if title is not None and unit.start < title.end < unit.end - BEYOND_TITLE and unit.opens is None:
            yield replace(unit, end=title.end)
            yield replace(unit, start=title.end)
        else:
            yield unit


def _is_title(unit: Unit, title: Span) -> bool:
    return title.start <= unit.start < title.end and unit.end <= title.end + BEYOND_TITLE


_DEMANDING = re.compile(
    r"\b(required|requirements?|must|essentials?|minimum|basic|mandatory)\b", re.IGNORECASE
)


def _goes_on_wishing(text: str, unit: Unit, above: Unit | None, *, right_below: bool) -> bool:
    """Whether a heading below one of nice-to-haves only says what they are: "Skills and knowledge" right below it,
    "Experience using web services: Redshift, Spark" on the line of one of them, or "Experience" in a text without line
    breaks, where it may end the line above."""
    if above is None or above.opens is not PostingSection.PREFERRED:
        return False
    what = right_below or unit.guessed or (unit.inline and own_words(text) > 0)
    return what and unit.opens is PostingSection.REQUIRED and _DEMANDING.search(text) is None


def _says_again(text: str, unit: Unit, title: Span) -> bool:
    """Whether a line is the title's once more: pages copied from a job board begin with it twice."""
    return text[unit.start : unit.end].casefold() == text[title.start : title.end].casefold()


def _has_mark(text: str, unit: Unit) -> bool:
    """Whether a line is marked essential or desirable and says more than that, so that it heads nothing: "Exhibition
    experience (D, A/I)", unlike "Desirable (D)"."""
    return (
        section_of_mark(text, unit.start) is not None
        and own_words(_BRACKETS.sub("", text[unit.start : unit.end])) > 0
    )


_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


ADDRESSED = 1.5
"""Nats for a duty where a sentence says what "you" do; the classifier knows too few of the verbs."""


_SELDOM_ASKED = (PostingSection.APPLICATION, PostingSection.BENEFITS, PostingSection.LEGAL)
"""What a line that is nothing but a term is not, below a heading of what is asked for: the classifier has too few words
to go by ("Process improvement", "Staff training")."""


OF_EMPLOYER = 2.0
"""Nats against an item's telling of the employer or its benefits in a list of what is asked for."""

_OF_EMPLOYER = (PostingSection.COMPANY, PostingSection.BENEFITS)


def _scores(
    line: LineBetween, heading: Unit | None, works: re.Pattern[str] | None, kinds: LineKinds, *, listed: bool
) -> dict[PostingSection, float]:
    """What the sentence says of its section by itself; `listed` among the items of what is asked for."""
    scores = dict(kinds.log_probabilities(line))
    if addresses_applicant(line.text):
        scores[PostingSection.DUTIES] += ADDRESSED
    if works is not None and works.match(line.text):
        scores[PostingSection.DUTIES] += ADDRESSED
        # No employer tells of itself what the one with the title does.
        scores[PostingSection.COMPANY] = -math.inf
    if listed:
        theirs = _OF_EMPLOYER if heading is not None else (PostingSection.COMPANY,)
        scores |= {section: scores[section] - OF_EMPLOYER for section in theirs if section in scores}
    if says_preferred(line.text):
        scores[PostingSection.PREFERRED] += ADDRESSED
    if heading is not None and heading.opens in ASKING and is_term(line.text, sure=not listed):
        scores |= dict.fromkeys(_SELDOM_ASKED, -math.inf)
        if heading.opens is not PostingSection.DUTIES:
            scores[PostingSection.DUTIES] = -math.inf
    return scores


def _weigh(
    scores: Mapping[PostingSection, float], heading: Unit | None, previous: PostingSection
) -> PostingSection:
    weighed = dict(scores)
    if heading is not None and heading.rates:
        duty = weighed.pop(PostingSection.DUTIES)
        weighed[PostingSection.REQUIRED] = max(weighed[PostingSection.REQUIRED], duty)
    if heading is not None and heading.opens is not None:
        weighed[heading.opens] = weighed.get(heading.opens, 0.0) + heading.trust
    elif previous in weighed:
        weighed[previous] += NEIGHBOUR_TRUST
    return max(sorted(weighed), key=weighed.__getitem__)


_APPLYING = re.compile(
    r"\b(appl(y|ying|icants?|ications?)|cv|r[eé]sum[eé]s?|contact|e-?mail|call|visit)\b", re.IGNORECASE
)
"""Words of a sentence that really is on applying, unlike "GDC registration is welcome but by no means needed"."""

_MUST = re.compile(
    r"\b(must (have|be|hold|possess)|(is|are) (required|essential|mandatory)"
    r"|(?<!\b(as|if) )(?<!\bwhen )(?<!\bthe )(?<!\bwhere )(?<!\bmay be )required\b|minimum (of )?\d"
    r"|(ideal|successful|right) (candidate|applicant) will (have|hold|possess|bring))",
    re.IGNORECASE,
)


_ESSENTIAL = re.compile(r"\w\W+(essential|mandatory)\W*$", re.IGNORECASE)
"""How a sentence demands what it names, whatever heading stands above: "Enhanced DBS essential."."""


def _by_cues(sentence: str, section: PostingSection, heading: PostingSection | None) -> PostingSection:
    """Cue words decide between required, preferred and duty where the heading leaves it open."""
    describes = section is PostingSection.COMPANY and (
        appoints_for_work(sentence) or (heading is None and describes_applicant(sentence))
    )
    if describes or (section not in ASKING and begins_with_ability(sentence)):
        section = PostingSection.REQUIRED
    if section is PostingSection.APPLICATION and says_preferred(sentence) and not _APPLYING.search(sentence):
        return PostingSection.PREFERRED
    if section not in ASKING:
        return section
    if says_preferred(sentence):
        return PostingSection.PREFERRED
    if asks_applicant(sentence) or _ESSENTIAL.search(sentence):
        return PostingSection.REQUIRED
    if section is PostingSection.PREFERRED:
        return section if heading is PostingSection.PREFERRED else PostingSection.REQUIRED
    if (
        section is PostingSection.REQUIRED
        and heading is PostingSection.PREFERRED
        and not _MUST.search(sentence)
    ):
        return heading
    return _duty_or_demand(sentence, heading) if section is PostingSection.DUTIES else section


def _duty_or_demand(sentence: str, heading: PostingSection | None) -> PostingSection:
    """What reads like a duty: a wish below a heading of wishes ("Blood gas sampling"), a demand where it says so."""
    if heading is PostingSection.PREFERRED and not addresses_applicant(sentence):
        return heading
    demands = heading is not PostingSection.DUTIES and says_required(sentence)
    return PostingSection.REQUIRED if demands or _MUST.search(sentence) else PostingSection.DUTIES
