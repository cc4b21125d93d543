"""Segmentation of a posting: headings, list items and sentences, each with the section it belongs to.

Three witnesses are weighed for every sentence: the heading above it, what the sentence itself is about (a small
linear classifier, see `gapcheck.segment.line_kinds`), and cue words such as "preferred" or "must".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from gapcheck.document import Document, Role
from gapcheck.segment.asides import announces_contact, aside_section, is_contact
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
    title_at_work,
    uses_marks,
)
from gapcheck.segment.employer import is_top_line
from gapcheck.segment.headings import own_words, section_of_heading
from gapcheck.segment.line_kinds import LineBetween, LineKinds, lines_between, load_line_kinds
from gapcheck.segment.model import Passage, PostingSection, SegmentedPosting, Span
from gapcheck.segment.posting_title import find_title
from gapcheck.segment.posting_units import ASKING, OVERVIEW_TRUST, Unit, is_term, posting_units

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

NEIGHBOUR_TRUST = 1.0
"""Nats for the section of the sentence before, where no heading stands above."""


def segment_posting(document: Document) -> SegmentedPosting:
    """Title and passages of a posting."""
    title, title_span = find_title(document)
    kinds = load_line_kinds()
    works = title_at_work(title)
    passages = list(_above_contacts(document.text, list(_classify(document, title_span, works, kinds))))
    passages = list(_among_demands(document.text, list(_among_benefits(document.text, passages))))
    return SegmentedPosting(title, tuple(_second_wishes(document.text, passages, kinds)))


def _classify(
    document: Document, title: Span | None, works: re.Pattern[str] | None, kinds: LineKinds
) -> Iterator[Passage]:
    """Every passage by itself; `works` finds what the one with the title does."""
    text = document.text
    heading: Unit | None = None
    previous = PostingSection.OTHER
    wishes = False  # whether the line above is a heading of nice-to-haves
    marks = uses_marks(text)
    flat = text.replace("\n", " ")  # where a row ends within a sentence says nothing
    units = list(_title_apart(posting_units(document), title))
    lines = lines_between([text[unit.start : unit.end] for unit in units])
    for unit, line in zip(units, lines, strict=True):
        if title is not None and (_is_title(unit, title) or _says_again(text, unit, title)):
            yield Passage(unit.start, unit.end, PostingSection.TITLE)
        elif unit.opens is not None and not (marks and _has_mark(text, unit)):
            if not _goes_on_wishing(text[unit.start : unit.end], unit, heading, right_below=wishes):
                heading = None if unit.opens is PostingSection.OTHER else unit
            yield Passage(unit.start, unit.end, PostingSection.HEADING)
            wishes = heading is not None and heading.opens is PostingSection.PREFERRED
        elif is_top_line(document, unit.start, unit.end):
            yield Passage(unit.start, unit.end, PostingSection.COMPANY)
        else:
            wishes = False
            announced = heading.opens if heading and heading.trust != OVERVIEW_TRUST else None
            role = document.lines[document.line_index(unit.start)].role
            listed = announced in ASKING and role is Role.LIST_ITEM
            for start, end in _wishes_apart(flat, unit):
                sentence = flat[start:end]
                if (aside := aside_section(sentence)) is not None:
                    yield Passage(start, end, aside)
                    heading = Unit(start, end, aside) if announces_contact(sentence) else heading
                    continue
                rated = asks_to_rate(sentence)
                opened = PostingSection.REQUIRED if rated else _opens_list(sentence, announced)
                if opened is not None:
                    rates = opened is PostingSection.REQUIRED
                    heading, announced = Unit(start, end, opened, rates=rates), opened
                if rated:
                    yield Passage(start, end, PostingSection.HEADING)
                    continue
                marked = section_of_mark(text, start) if marks else None
                scores = _scores(line._replace(text=sentence), heading, works, kinds, listed=listed)
                previous = marked or _weigh(scores, heading, previous)
                yield Passage(start, end, marked or _by_cues(sentence, previous, announced))


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


_WISHED = (
    r"(?!(?:strongly|highly|very|much|most|not|but|and|also|is|are)\s)(?:(?!\s[–—-]\s)[^();]){2,50}\s(?:\w+ly\s)?"
    r"(?:preferred|desired|desirable|a\s(?:\w+\s)?plus|an?\s(?:\w+\s)?(?:advantage|asset|bonus)|(?:is|are)\sideal)\W?"
)
"""What is wished for, by a word behind it: "graduate degree strongly preferred"."""

LONGEST_CLAUSE = 200
"""Characters in which a clause says how much it is wished for; hostile input must not cost time."""

_WISHED_ALL = (
    r"(?:(?!\band\b)[^;]){0,120}\b(?:is|are|would|will)\s(?:also\s)?(?:be\s)?(?:an?\s)?(?:\w+ly\s)?"
    r"(?:advantag|benefi|desirable|preferred|plus|bonus|asset)"
)
"""What is said of all before it: "experience, preferably in claims, would be advantageous"."""

_WISH_BEGINS = re.compile(
    rf";\s+|,?\s+(?=[(–-]?\s*(?:ideally|preferably|desirably)\b(?!\W*$))(?!{_WISHED_ALL})|\s[–—-]\s+(?={_WISHED}$)"
    r"|,\s+(?=[^,;()]{2,60}\s(?:ideally|preferably)\W*$)"
    rf"|\s*(?P<bracket>\({_WISHED}\))\s*"
    r"|(?:(?<=\srequired)|(?<=\sessential)|(?<=\smandatory)|(?<=\sa must)|(?<=\sneeded)|(?<=\sexpected))"
    r"(?P<demanded>,\s+(?:and\s|but\s|with\s)?|\s+(?:and|but|while|whilst|although|though|with)\s+)"
    r"(?!(?:preferred|preferably|desired|desirable|not|or)\b)"
    r"|(?:(?<=\spreferred)|(?<=\sdesired)|(?<=\sdesirable)),\s+(?=[^,;]{2,60}\s(?:required|essential|mandatory|a\smust)\b)"
    r"|[,;]\s+(?=[^,;()]{2,60}\s\((?:preferred|desired|desirable|optional|a\splus|nice[\s-]to[\s-]have)\)\W*$)"
    r"|,?\s+(?P<wished>and|but|however)\s+"
    r"(?=[^,;]{3,80}\s(?:is|are)\s(?:\w+ly\s)?(?:essential|required|mandatory|a\smust)\b)"
    r"|,\s+(?=what\sis\sessential\b)"
    rf"|(?P<counted>,\s+)(?={_WISHED}$)",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"\W*(?:at least|minimum|must|\d+\+?\s?(?:years|yrs|months))\b[^,]*", re.IGNORECASE)
"""A demand by its beginning: "at least a year of acute care", which a wish behind a comma does not soften."""


def _wishes_apart(text: str, unit: Unit) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that demands one thing and wishes for another, else the whole of it.

    "A degree; a master's is a plus", "CAD, ideally SolidWorks", "containers - Docker preferred", "a degree (a
    master's preferred) and two years of experience" and "SQL is essential and Python would be useful": the word of
    wishing is said of one part only.
    """
    start = unit.start
    if says_preferred(text[unit.start : unit.end]):
        for match in _WISH_BEGINS.finditer(text, unit.start + 1, unit.end):
            behind = text[match.end() : min(unit.end, match.end() + LONGEST_CLAUSE)]
            before = text[max(start, match.start() - LONGEST_CLAUSE) : match.start()]
            if match["demanded"] and not says_preferred(behind):
                continue
            if match["counted"] and (not _COUNTED.fullmatch(before) or says_preferred(before)):
                continue
            if match["wished"] and not says_preferred(before):
                continue
            yield start, match.start()
            start = match.end()
            if match["bracket"]:
                yield match.span("bracket")
    if any(map(str.isalnum, text[start : unit.end])):
        yield start, unit.end


ADDRESSED = 1.5
"""Nats for a duty where a sentence says what "you" do; the classifier knows too few of the verbs."""


_SELDOM_ASKED = (PostingSection.APPLICATION, PostingSection.BENEFITS, PostingSection.LEGAL)
"""What a line that is nothing but a term is not, below a heading of what is asked for: the classifier has too few words
to go by ("Process improvement", "Staff training")."""


OF_EMPLOYER = 2.0
"""Nats against an item's telling of the employer in a list of what is asked for."""


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
        scores[PostingSection.COMPANY] -= OF_EMPLOYER
    if says_preferred(line.text):
        scores[PostingSection.PREFERRED] += ADDRESSED
    if heading is not None and heading.opens in ASKING and is_term(line.text):
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
