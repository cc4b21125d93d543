"""The data's way from two files to a report; every step is a stage of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck import __version__
from gapcheck.cache import PostingCache
from gapcheck.compose import (
    ParsedWords,
    compose_keywords,
    lost_by_parsers,
    parsed_words,
    posting_info,
    reading_findings,
    resume_info,
)
from gapcheck.coverage import find_satisfied_groups, measure_coverage
from gapcheck.document import Document
from gapcheck.errors import NothingToJudgeError
from gapcheck.extract.model import ExtractedKeyword
from gapcheck.findings import PostingFindings
from gapcheck.glance import DEFAULTS, Glance, KeywordView, Settings, look, same_title
from gapcheck.language_model import Loading, model_version
from gapcheck.ledger import ResumeFacts, asks_for_such_work, find_facts, judge_needs
from gapcheck.lexicon import load_lexicon
from gapcheck.match import Match, Meaning, ResumeIndex, index_resume, match
from gapcheck.proved import is_akin, with_proofs
from gapcheck.readers import read, read_text
from gapcheck.report import SCHEMA_VERSION, Documents, Kind, Report, ResumeView, SeenWord, Status, Tool
from gapcheck.segment.model import SegmentedPosting, SegmentedResume
from gapcheck.segment.resume import segment_resume
from gapcheck.trust import Impression, find_doubts, form_impression, judge_confidence
from gapcheck.weigh import WeighedKeyword
from gapcheck.words import tokenize

if TYPE_CHECKING:
    from gapcheck.keyword_list import KeywordList


@dataclass(frozen=True, slots=True)
class AnalysedPosting:
    """A posting with what was found in it, independent of any resume."""

    document: Document
    findings: PostingFindings

    @property
    def segmented(self) -> SegmentedPosting:
        """Title and passages."""
        return self.findings.segmented

    @property
    def keywords(self) -> tuple[WeighedKeyword, ...]:
        """The keywords, weighed, in the report's order."""
        return self.findings.keywords


@dataclass(frozen=True)
class AnalysedResume:
    """A resume made ready to be compared with postings. What needs no posting is worked out once."""

    document: Document
    segmented: SegmentedResume
    index: ResumeIndex

    @cached_property
    def impression(self) -> Impression:
        """Whether the text can be trusted to be a resume."""
        return form_impression(self.document)

    @cached_property
    def parsed(self) -> ParsedWords | None:
        """The words a plain parser gets from the file."""
        return parsed_words(self.document)

    @cached_property
    def _facts(self) -> dict[date, ResumeFacts]:
        return {}

    def facts(self, as_of: date) -> ResumeFacts:
        """What it shows for the ledger, on the day that "present" means."""
        if as_of not in self._facts:
            self._facts[as_of] = find_facts(self.document, self.segmented, as_of)
        return self._facts[as_of]


def analyse_posting(
    document: Document, loading: Loading = nullcontext, cache: PostingCache | None = None
) -> AnalysedPosting:
    """Segment a posting, extract its keywords and weigh them; what the cache has is taken from there.

    `loading` is the context the model is loaded in.
    """

    def find() -> PostingFindings:
        from gapcheck.finding import find_in_posting  # here, for a posting in the cache needs none of it

        return find_in_posting(document, loading)

    return AnalysedPosting(document, cache.findings_of(document, find) if cache else find())


def analyse_resume(document: Document, measured: Meaning | None = None) -> AnalysedResume:
    """Segment a resume and index its words; `measured` is its meaning where somebody else is measuring it."""
    index = index_resume(document, load_lexicon(), measured)
    return AnalysedResume(document, segment_resume(document), index)


def compare(
    resume: AnalysedResume, posting: AnalysedPosting, *, as_of: date, settings: Settings = DEFAULTS
) -> Report:
    """Match, judge and look: everything that needs both documents."""
    # First what takes no meaning: another process may be measuring that (see `ResumeIndex.measured`).
    facts = resume.facts(as_of)
    requirements = judge_needs(posting.document.text, posting.findings.needs, facts)
    said = [match(item.keyword, resume.index, posting.document.text) for item in posting.keywords]
    needs = posting.findings.needs
    if any(map(asks_for_such_work, needs)) and not is_akin(posting.keywords, said):
        requirements = judge_needs(posting.document.text, needs, facts, akin=False)
    matches = with_proofs(posting.keywords, said, facts, requirements)
    glance = look(
        resume.document,
        resume.segmented,
        posting.segmented.title,
        _views(posting.keywords, matches),
        settings,
        equivalent=equivalent_titles,
        phrase_for=_phrases(posting.keywords),
    )
    keywords = compose_keywords(
        posting.keywords, matches, posting.document, resume.document, resume.segmented, glance.seen_at
    )
    reading = (
        *find_doubts(resume.impression, posting.findings.impression),
        *reading_findings(resume.document, "resume"),
        *reading_findings(posting.document, "posting"),
        *lost_by_parsers(keywords, resume.parsed),
    )
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=_tool(),
        resume=resume_info(resume.document),
        posting=posting_info(posting.document, posting.segmented.title),
        coverage=measure_coverage(keywords),
        confidence=judge_confidence(reading, len(keywords)),
        ten_second=glance.report,
        keywords=keywords,
        groups=find_satisfied_groups(keywords),
        requirements=requirements,
        reading=reading,
        documents=Documents(resume.document, posting.document, _seen_words(glance)),
    )


def _tool() -> Tool:
    return Tool("gapcheck", __version__, model_version(), load_lexicon().version)


def view(document: Document) -> ResumeView:
    """Look at a resume for ten seconds without any posting in mind; needs neither model nor lexicon."""
    glance = look(document, segment_resume(document), None)
    return ResumeView(
        version=__version__,
        resume=resume_info(document),
        ten_second=glance.report,
        reading=reading_findings(document, "resume"),
        document=document,
        seen=_seen_words(glance),
    )


def equivalent_titles(target: str, title: str) -> bool:
    """Whether a title of the resume is as good as the posting's: by its words, or by the lexicon (RN, staff nurse)."""
    return same_title(target, title) or not _title_terms(target).isdisjoint(_title_terms(title))


@lru_cache(maxsize=1024)
def _title_terms(text: str) -> frozenset[str]:
    return frozenset(hit.entry.term for hit in load_lexicon().find_titles(tokenize(text)))


def _seen_words(glance: Glance) -> tuple[SeenWord, ...]:
    return tuple(
        SeenWord(start, end, round(at, 2), number)
        for number, visit in enumerate(glance.gaze.visits)
        for (start, end), at in zip(visit.words, visit.times, strict=True)
    )


MINOR = frozenset({Kind.SOFT, Kind.DEGREE, Kind.TITLE, Kind.EXPERIENCE})
"""Kinds that nobody screens for by their word at a glance; a title is looked for by itself, years by the dates."""


def _views(weighed: Iterable[WeighedKeyword], matches: Iterable[Match]) -> tuple[KeywordView, ...]:
    return tuple(
        KeywordView(
            item.keyword.term,
            item.weight,
            item.keyword.strength,
            found.evidence if found.status.shown else (),
            item.keyword.group,
            minor=item.keyword.kind in MINOR,
            place=min((mention.start for mention in item.keyword.mentions), default=0),
        )
        for item, found in zip(weighed, matches, strict=True)
    )


def _nothing_as_certain(posting: AnalysedPosting, least: float) -> NothingToJudgeError:
    surest = max(item.keyword.certainty for item in posting.keywords)
    return NothingToJudgeError(
        posting.document.source,
        f"no keyword is as certain as {least}",
        f"The surest is {surest}: ask for no more",
        code="no_keywords",
    )


def _nothing_found(posting: AnalysedPosting) -> NothingToJudgeError:
    if not posting.findings.impression.english:
        reason, remedy, code = (
            "it does not look like English",
            "Other languages are not supported yet",
            "not_english",
        )
    else:
        reason, code = "no keywords found in the posting", "no_keywords"
        remedy = "Check that it is the whole text of an English job posting"
    return NothingToJudgeError(posting.document.source, reason, remedy, code=code)


def _phrases(weighed: Iterable[WeighedKeyword]) -> Callable[[str], str | None]:
    """What to write for a term so that it is matched by itself: the posting's words, else the term, else nothing."""
    keywords = {item.keyword.term: item.keyword for item in weighed}

    def phrase(term: str) -> str | None:
        keyword = keywords[term]
        wordings = dict.fromkeys([*(" ".join(said.text.split()) for said in keyword.mentions), term])
        return next((words for words in wordings if _is_literal(keyword, words)), None)

    return phrase


def _is_literal(keyword: ExtractedKeyword, words: str) -> bool:
    index = index_resume(read_text(words, "phrase"), load_lexicon())
    return match(keyword, index).status in (Status.EXACT, Status.INFLECTED)


class Analyzer:
    """Checks resumes against postings; loads model and lexicon once, on the first check.

    `as_of` is the day that "present" in a resume means; today if not given. Give it where the same input must
    give the same bytes on another day. `settings` are the constants of the ten-second reader. `cache` keeps what is
    found in a posting for the next time (`PostingCache()`); without one nothing is written anywhere.
    """

    def __init__(
        self,
        *,
        as_of: date | None = None,
        password: str | None = None,
        settings: Settings = DEFAULTS,
        loading: Loading = nullcontext,
        cache: PostingCache | None = None,
    ) -> None:
        self._as_of = as_of or datetime.now(tz=UTC).date()
        self._settings = settings
        self._loading = loading
        self._cache = cache
        self._password = password

    def prepare(self, resume: str | Path | Document) -> AnalysedResume:
        """Make a resume ready, once, for many calls of `check`. Raises `ReadError` when it cannot be read."""
        return analyse_resume(self._document(resume))

    def recall(self, posting: Document) -> AnalysedPosting | None:
        """The posting with what the cache has of it, if it has."""
        kept = self._cache.recall(posting) if self._cache else None
        return AnalysedPosting(posting, kept) if kept else None

    def check(
        self,
        resume: str | Path | Document | AnalysedResume,
        posting: str | Path | Document | AnalysedPosting,
    ) -> Report:
        """Compare one resume with one posting; either may be made ready before.

        Raises `ReadError` when a document cannot be read, and `NothingToJudgeError` when the posting yields no
        keywords.
        """
        prepared = resume if isinstance(resume, AnalysedResume) else self.prepare(resume)
        return self._compare(prepared, self._analyse(posting))

    def extract(
        self, posting: str | Path | Document, *, explain: bool = False, least: float = 0.0
    ) -> KeywordList:
        """The keywords of a posting alone; with `explain` every sentence and candidate, and why it was dropped.

        `least` is the least certainty of a keyword, 0..1: the higher, the fewer are wrong and the more are left out.
        Weights stay shares of all keywords. Raises `ReadError` when the posting cannot be read, and
        `NothingToJudgeError` when it yields no keywords and no explanation is asked for, or none as certain as that.
        """
        from gapcheck.finding import explain_posting  # here, for a check has no use for them
        from gapcheck.keyword_list import KeywordList
        from gapcheck.list_keywords import list_keywords

        document = self._document(posting)
        analysed = analyse_posting(document, self._loading, self._cache)
        if not analysed.keywords and not explain:
            raise _nothing_found(analysed)
        keywords = tuple(item for item in analysed.keywords if item.keyword.certainty >= least)
        if analysed.keywords and not keywords:
            raise _nothing_as_certain(analysed, least)
        return KeywordList(
            schema_version=SCHEMA_VERSION,
            tool=_tool(),
            posting=posting_info(document, analysed.segmented.title),
            keywords=list_keywords(keywords, document),
            sentences=explain_posting(document, analysed.findings, self._loading) if explain else None,
        )

    def check_many(
        self, resume: str | Path | Document, postings: Iterable[str | Path | Document]
    ) -> Iterator[Report]:
        """Compare one resume with many postings, one report at a time, in their order."""
        prepared = self.prepare(resume)
        for posting in postings:
            yield self._compare(prepared, self._analyse(posting))

    def _analyse(self, posting: str | Path | Document | AnalysedPosting) -> AnalysedPosting:
        if isinstance(posting, AnalysedPosting):
            analysed = posting
        else:
            analysed = analyse_posting(self._document(posting), self._loading, self._cache)
        if not analysed.keywords:
            raise _nothing_found(analysed)
        return analysed

    def _compare(self, resume: AnalysedResume, posting: AnalysedPosting) -> Report:
        return compare(resume, posting, as_of=self._as_of, settings=self._settings)

    def _document(self, source: str | Path | Document) -> Document:
        return source if isinstance(source, Document) else read(source, password=self._password)
