"""What the page shows, as values; the templates only arrange them."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report import Report, Requirement, ResumeView, Verdict
from gapcheck.reporters.html.marks import TextLine
from gapcheck.reporters.html.paper import PaperLine
from gapcheck.reporters.html.picture import PagePicture
from gapcheck.reporters.parsed import Parsed
from gapcheck.reporters.quote import Quote
from gapcheck.reporters.timeline import Row


@dataclass(frozen=True, slots=True)
class PageView:
    """Page 1 as it is looked at: a picture, or lines where the format has none, and the timeline.

    `missed` are the terms on page 1 that are not reached in time, `on_page_2` those further back.
    """

    picture: PagePicture | None
    paper: tuple[PaperLine, ...]
    rows: tuple[Row, ...]
    known_layout: bool
    missed: tuple[str, ...]
    on_page_2: tuple[str, ...]
    words_seen: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """One row of the missing list. `key` is the index of its heaviest keyword, `line` the posting's."""

    key: int
    terms: tuple[str, ...]
    strength: str
    reasons: tuple[str, ...]
    quote: Quote
    line: int
    code: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A keyword the resume has: the posting's word for it, the resume's, and where."""

    key: int
    theirs: str
    yours: str | None
    where: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding about keywords that the resume has, with everything it applies to."""

    code: str
    title: str
    note: str
    rows: tuple[FoundRow, ...]
    pairs: bool


@dataclass(frozen=True, slots=True)
class Share:
    """One bar of coverage; `percent` is None where the posting names no such keywords."""

    label: str
    percent: int | None
    shown: int
    total: int


@dataclass(frozen=True, slots=True)
class Chip:
    """One keyword in the index above the texts."""

    key: int
    term: str
    status: str
    in_posting: int
    in_resume: int


@dataclass(frozen=True, slots=True)
class Texts:
    """Posting and resume line by line with their keywords, and the index of keywords.

    `filters` are status, label and how many keywords have it. `posting_links` and `resume_links` are the keywords
    that have a place of their own to link to.
    """

    posting: tuple[TextLine, ...]
    resume: tuple[TextLine, ...]
    chips: tuple[Chip, ...]
    filters: tuple[tuple[str, str, int], ...]
    posting_links: frozenset[int]
    resume_links: frozenset[int]


@dataclass(frozen=True, slots=True)
class Content:
    """The whole page. `report` is cleaned of everything that steers a display."""

    report: Report
    resume_name: str
    posting_name: str
    heading: str
    verdict: Verdict | None
    reason: str
    missing: tuple[int, int]
    ledger: str
    view: PageView | None
    gaps: tuple[GapRow, ...]
    found: tuple[Found, ...]
    spared: tuple[str, ...]
    texts: Texts | None
    shares: tuple[Share, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class ViewContent:
    """The page of a resume alone. `shown` is cleaned of everything that steers a display."""

    shown: ResumeView
    name: str
    view: PageView
    parsed: Parsed
    is_pdf: bool
