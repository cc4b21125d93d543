"""The data's way from two files to a report; every step is a stage of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from gapcheck import __version__
from gapcheck.background import load_background
from gapcheck.compose import (
    compose_keywords,
    lost_by_parsers,
    posting_info,
    reading_findings,
    resume_info,
)
from gapcheck.coverage import find_satisfied_groups, measure_coverage
from gapcheck.document import Document
from gapcheck.errors import NothingToJudgeError
from gapcheck.extract import judge_posting, merge_keywords
from gapcheck.extract.candidates import JudgedPassage, Judges
from gapcheck.extract.decide import load_decision
from gapcheck.extract.model import ExtractedKeyword
from gapcheck.glance import DEFAULTS, Glance, KeywordView, Settings, look, same_title
from gapcheck.keyword_list import KeywordList
from gapcheck.language_model import Loading, load_language_model, model_version
from gapcheck.ledger import judge
from gapcheck.lexicon import load_lexicon
from gapcheck.list_keywords import explain_sentences, list_keywords
from gapcheck.match import Match, ResumeIndex, index_resume, match
from gapcheck.readers import read, read_text
from gapcheck.report import SCHEMA_VERSION, Documents, Kind, Report, ResumeView, SeenWord, Status, Tool
from gapcheck.segment.employer import find_employers
from gapcheck.segment.line_kinds import load_line_kinds
from gapcheck.segment.model import SegmentedPosting, SegmentedResume
from gapcheck.segment.posting import segment_posting
from gapcheck.segment.resume import segment_resume
from gapcheck.trust import find_doubts, is_english, judge_confidence
from gapcheck.weigh import WeighedKeyword, weigh
from gapcheck.words import tokenize


@dataclass(frozen=True, slots=True)
class AnalysedPosting:
    """A posting with its keywords, independent of any resume."""

    document: Document
    segmented: SegmentedPosting
    keywords: tuple[WeighedKeyword, ...]


@dataclass(frozen=True, slots=True)
class AnalysedResume:
    """A resume made ready to be compared with postings."""

    document: Document
    segmented: SegmentedResume
    index: ResumeIndex


def analyse_posting(document: Document, loading: Loading = nullcontext) -> AnalysedPosting:
    """Segment a posting, extract its keywords and weigh them; `loading` is the context the model is loaded in."""
    segmented = segment_posting(document)
    judged = _judge(document, segmented, loading)
    keywords = merge_keywords(document.text, judged, load_lexicon())
    return AnalysedPosting(document, segmented, weigh(keywords, load_background()))


def _judge(document: Document, segmented: SegmentedPosting, loading: Loading) -> tuple[JudgedPassage, ...]:
    judges = Judges(
        load_lexicon(),
        load_decision(),
        load_background().frequency,
        load_line_kinds().asking,
        frozenset(token.stem for token in tokenize(segmented.title or "")),
        find_employers(document),
    )
    return judge_posting(document.text, segmented, read=load_language_model(loading).read, judges=judges)


def analyse_resume(document: Document) -> AnalysedResume:
    """Segment a resume and index its words."""
    return AnalysedResume(document, segment_resume(document), index_resume(document, load_lexicon()))


def compare(
    resume: AnalysedResume, posting: AnalysedPosting, *, as_of: date, settings: Settings = DEFAULTS
) -> Report:
    """Match, judge and look: everything that needs both documents."""
    matches = [match(item.keyword, resume.index, posting.document.text) for item in posting.keywords]
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
        *find_doubts(resume.document, posting.document),
        *reading_findings(resume.document, "resume"),
        *reading_findings(posting.document, "posting"),
        *lost_by_parsers(keywords, resume.document),
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
        requirements=judge(
            posting.document, posting.segmented, resume.document, resume.segmented, as_of=as_of
        ),
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


def _views(weighed: Iterable[WeighedKeyword], matches: Iterable[Match]) -> tuple[KeywordView, ...]:
    return tuple(
        KeywordView(
            item.keyword.term,
            item.weight,
            item.keyword.strength,
            found.evidence if found.status.shown else (),
            item.keyword.group,
            minor=item.keyword.kind in (Kind.SOFT, Kind.DEGREE),
            place=min((mention.start for mention in item.keyword.mentions), default=0),
        )
        for item, found in zip(weighed, matches, strict=True)
    )


def _nothing_found(posting: Document) -> NothingToJudgeError:
    if not is_english(posting.text):
        reason, remedy, code = (
            "it does not look like English",
            "Other languages are not supported yet",
            "not_english",
        )
    else:
        reason, code = "no keywords found in the posting", "no_keywords"
        remedy = "Check that it is the whole text of an English job posting"
    return NothingToJudgeError(posting.source, reason, remedy, code=code)


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
    give the same bytes on another day. `settings` are the constants of the ten-second reader.
    """

    def __init__(
        self,
        *,
        as_of: date | None = None,
        password: str | None = None,
        settings: Settings = DEFAULTS,
        loading: Loading = nullcontext,
    ) -> None:
        self._as_of = as_of or datetime.now(tz=UTC).date()
        self._settings = settings
        self._loading = loading
        self._password = password

    def check(self, resume: str | Path | Document, posting: str | Path | Document) -> Report:
        """Compare one resume with one posting.

        Raises `ReadError` when a document cannot be read, and `NothingToJudgeError` when the posting yields no
        keywords.
        """
        return self._report(analyse_resume(self._document(resume)), self._document(posting))

    def extract(self, posting: str | Path | Document, *, explain: bool = False) -> KeywordList:
        """The keywords of a posting alone; with `explain` every sentence and candidate, and why it was dropped.

        Raises `ReadError` when the posting cannot be read, and `NothingToJudgeError` when it yields no keywords and no
        explanation is asked for.
        """
        document = self._document(posting)
        segmented = segment_posting(document)
        judged = _judge(document, segmented, self._loading)
        weighed = weigh(merge_keywords(document.text, judged, load_lexicon()), load_background())
        if not weighed and not explain:
            raise _nothing_found(document)
        return KeywordList(
            schema_version=SCHEMA_VERSION,
            tool=_tool(),
            posting=posting_info(document, segmented.title),
            keywords=list_keywords(weighed, document),
            sentences=explain_sentences(judged, document, load_decision()) if explain else None,
        )

    def check_many(
        self, resume: str | Path | Document, postings: Iterable[str | Path | Document]
    ) -> Iterator[Report]:
        """Compare one resume with many postings, one report at a time, in their order."""
        analysed = analyse_resume(self._document(resume))
        for posting in postings:
            yield self._report(analysed, self._document(posting))

    def _report(self, resume: AnalysedResume, posting: Document) -> Report:
        analysed = analyse_posting(posting, self._loading)
        if not analysed.keywords:
            raise _nothing_found(posting)
        return compare(resume, analysed, as_of=self._as_of, settings=self._settings)

    def _document(self, source: str | Path | Document) -> Document:
        return source if isinstance(source, Document) else read(source, password=self._password)
