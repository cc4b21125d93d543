"""The result of a check: frozen values, each with its evidence. `Report.to_dict` is the JSON report, version 1.

Offsets are character offsets into the text of the document they name.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.document import Document

SCHEMA_VERSION = "1.0"


class Strength(StrEnum):
    """How strongly the posting asks for something."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    MENTIONED = "mentioned"


class Kind(StrEnum):
    """What sort of thing a keyword is."""

    TOOL = "tool"
    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    CERTIFICATION = "certification"
    DEGREE = "degree"
    LANGUAGE = "language"
    SOFT = "soft"
    TITLE = "title"
    EXPERIENCE = "experience"


class Status(StrEnum):
    """How the resume shows a keyword, best first."""

    EXACT = "exact"
    INFLECTED = "inflected"
    ALIAS = "alias"
    RELATED = "related"
    MISSING = "missing"

    @property
    def shown(self) -> bool:
        """Whether the resume says it, in this form or another."""
        return self in (Status.EXACT, Status.INFLECTED, Status.ALIAS)


class Origin(StrEnum):
    """Which source proposed a keyword."""

    LEXICON = "lexicon"
    MODEL = "model"
    PHRASE = "phrase"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class PostingMention:
    """Where the posting says a keyword; `line` counts from 1."""

    text: str
    start: int
    end: int
    line: int
    section: str


@dataclass(frozen=True, slots=True)
class ResumeMention:
    """Where the resume shows a keyword; `seen_at` is the second at which a ten-second reader sees it."""

    text: str
    start: int
    end: int
    page: int
    line: int
    section: str
    seen_at: float | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword of the posting and how the resume shows it.

    `weight` is its share of the posting's weights (they sum to 1), `tf` the number of mentions, `idf` its
    inverse document frequency over background postings. `group` names the any-of group it belongs to.
    """

    term: str
    kind: Kind
    strength: Strength
    weight: float
    tf: int
    idf: float
    group: str | None
    origin: tuple[Origin, ...]
    status: Status
    code: str | None
    posting: tuple[PostingMention, ...]
    resume: tuple[ResumeMention, ...]
    advice: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives of which one is enough ("React, Vue or Angular")."""

    id: str
    any_of: tuple[str, ...]
    satisfied: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """Weighted share of the posting's keywords that the resume shows, 0..1; None where the posting gave none."""

    overall: float | None
    required: float | None
    preferred: float | None


class RequirementType(StrEnum):
    """Sort of a requirement that words cannot fix."""

    YEARS = "years"
    DEGREE = "degree"
    CERTIFICATE = "certificate"
    LICENCE = "licence"
    LANGUAGE = "language"
    CLEARANCE = "clearance"
    AUTHORIZATION = "authorization"
    OTHER = "other"


class RequirementStatus(StrEnum):
    """Judgement on one requirement."""

    MET = "met"
    SHORT = "short"
    NOT_SHOWN = "not_shown"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the resume that a judgement rests on."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of the ledger: what the posting demands, what the resume shows, and the judgement.

    `need` and `have` are short texts ("5 years of nursing", "3.2 years"); `note` is the arithmetic or advice.
    """

    type: RequirementType
    text: str
    start: int
    end: int
    strength: Strength
    need: str
    have: str | None
    status: RequirementStatus
    code: str
    evidence: tuple[Evidence, ...]
    note: str | None


class Verdict(StrEnum):
    """Whether a ten-second reader recognises the fit."""

    YES = "yes"
    BORDERLINE = "borderline"
    NO = "no"


@dataclass(frozen=True, slots=True)
class TitleSeen:
    """The title a reader looks for, and where (if at all) it is seen."""

    target: str | None
    seen_at: float | None
    text: str | None


@dataclass(frozen=True, slots=True)
class MustHave:
    """How many of the heaviest required keywords are seen."""

    seen: int
    total: int


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One thing the ten-second reader sees: at which second (its end), what, and where on the page.

    `box` is (x0, y0, x1, y1) in points from the top left of the page, None where the layout is unknown.
    """

    at: float
    text: str
    page: int
    line: int
    box: tuple[float, float, float, float] | None
    kind: str


@dataclass(frozen=True, slots=True)
class NotReached:
    """A keyword the resume shows where a ten-second reader does not get to; `where` is page_1 or page_2."""

    term: str
    where: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A small change, and the verdict of the reader run again on the changed page."""

    change: str
    verdict_after: Verdict


@dataclass(frozen=True, slots=True)
class TenSecond:
    """What a reader recognises in ten seconds."""

    verdict: Verdict
    words_seen: int
    title: TitleSeen
    must_have: MustHave
    timeline: tuple[Glimpse, ...]
    not_reached: tuple[NotReached, ...]
    suggestions: tuple[Suggestion, ...]
    layout: str


@dataclass(frozen=True, slots=True)
class ReadingFinding:
    """Something about the reading of a document; `document` is resume or posting."""

    code: str
    document: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """How far the report can be trusted: high, or low with the reasons."""

    level: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """Which program, model and lexicon made the report."""

    name: str
    version: str
    model: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class ResumeInfo:
    """The resume as read."""

    source: str
    sha256: str
    format: str
    pages: int
    words: int


@dataclass(frozen=True, slots=True)
class PostingInfo:
    """The posting as read."""

    source: str
    sha256: str
    format: str
    words: int
    title: str | None


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word of the resume that the ten-second reader takes in (offsets), and the second at which they do.

    `glimpse` is the index of the timeline's entry it belongs to.
    """

    start: int
    end: int
    at: float
    glimpse: int


@dataclass(frozen=True, slots=True)
class Documents:
    """The two documents as read, into which a report's offsets point, and what is seen of the resume.

    `seen` is in the order of time.
    """

    resume: Document
    posting: Document
    seen: tuple[SeenWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole result of one check.

    `documents` are for display; they are no part of the JSON report, which is equal for equal findings.
    """

    schema_version: str
    tool: Tool
    resume: ResumeInfo
    posting: PostingInfo
    coverage: Coverage
    confidence: Confidence
    ten_second: TenSecond | None
    keywords: tuple[Keyword, ...]
    groups: tuple[Group, ...]
    requirements: tuple[Requirement, ...]
    reading: tuple[ReadingFinding, ...]
    documents: Documents | None = field(default=None, repr=False, compare=False)

    def missing(self, strength: Strength | None = None) -> tuple[Keyword, ...]:
        """Keywords the resume does not show at all, most important first; optionally of one strength.

        An alternative whose group another one satisfies is no gap and is left out.
        """
        satisfied = {group.id for group in self.groups if group.satisfied}
        return tuple(
            keyword
            for keyword in self.keywords
            if keyword.status is Status.MISSING
            and keyword.group not in satisfied
            and strength in (None, keyword.strength)
        )

    def to_html(self) -> str:
        """The report as one self-contained HTML page; it shows the documents, where the report carries them."""
        from gapcheck.reporters.html import render

        return render(self)

    def _repr_html_(self) -> str:
        """What a notebook shows: the verdict, what is missing, and coverage."""
        from gapcheck.reporters.notebook import render

        return render(self)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values, as the JSON report prints it."""
        return {name: to_plain(getattr(self, name)) for name in _names_of(Report) if name != "documents"}


@dataclass(frozen=True, slots=True)
class ResumeView:
    """What is seen of a resume in ten seconds and how it could be read, without any posting.

    The verdict of `ten_second` means nothing here: there is nothing to recognise. `seen` is in the order of time.
    """

    version: str
    resume: ResumeInfo
    ten_second: TenSecond
    reading: tuple[ReadingFinding, ...]
    document: Document = field(repr=False, compare=False)
    seen: tuple[SeenWord, ...] = field(repr=False, compare=False)


def to_plain(value: Any) -> Any:
    """Records to objects, tuples to lists, enum members to their words: the result equals what JSON gives back."""
    kind: Any = type(value)
    if kind is str or kind is int or kind is float or value is None:
        return value
    if kind is tuple:
        return [to_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    names = _names_of(kind)
    return {name: to_plain(getattr(value, name)) for name in names} if names else value


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind)) if is_dataclass(kind) else ()
