"""Composing the report from what the stages found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gapcheck.advice import advice_for, code_of
from gapcheck.codes import CODES
from gapcheck.coverage import find_satisfied_groups
from gapcheck.document import Document
from gapcheck.extract.model import Mention
from gapcheck.match import Match, said_by_posting
from gapcheck.report import (
    Keyword,
    PostingInfo,
    PostingMention,
    ReadingFinding,
    ResumeInfo,
    ResumeMention,
    Status,
)
from gapcheck.segment.model import SegmentedResume
from gapcheck.weigh import WeighedKeyword
from gapcheck.words import key, token_stems

SeenAt = Callable[[int, int], float | None]
"""Second at which a ten-second reader sees a stretch of the resume, None if not."""


def compose_keywords(
    weighed: Sequence[WeighedKeyword],
    matches: Sequence[Match],
    posting: Document,
    resume: Document,
    segmented_resume: SegmentedResume,
    seen_at: SeenAt,
) -> tuple[Keyword, ...]:
    """The report's keywords in the order given, with their evidence in both documents, code and advice."""
    bare = [
        _keyword(item, found, posting, resume, segmented_resume, seen_at)
        for item, found in zip(weighed, matches, strict=True)
    ]
    satisfied = {group.id for group in find_satisfied_groups(bare) if group.satisfied}
    return tuple(
        _with_finding(keyword, item, found, segmented_resume, group_satisfied=keyword.group in satisfied)
        for keyword, item, found in zip(bare, weighed, matches, strict=True)
    )


def _keyword(
    item: WeighedKeyword,
    found: Match,
    posting: Document,
    resume: Document,
    segmented_resume: SegmentedResume,
    seen_at: SeenAt,
) -> Keyword:
    keyword = item.keyword
    return Keyword(
        term=keyword.term,
        kind=keyword.kind,
        strength=keyword.strength,
        weight=item.weight,
        tf=item.tf,
        idf=item.idf,
        group=keyword.group,
        origin=keyword.origins,
        status=found.status,
        code=None,
        posting=tuple(posting_mention(mention, posting) for mention in keyword.mentions),
        resume=tuple(
            _resume_mention(start, end, resume, segmented_resume, seen_at) for start, end in found.evidence
        ),
        advice=None,
    )


def posting_mention(mention: Mention, posting: Document) -> PostingMention:
    """A mention with its line, as the report names it."""
    line = posting.line_index(mention.start) + 1
    return PostingMention(mention.text, mention.start, mention.end, line, mention.section.value)


def _resume_mention(
    start: int, end: int, resume: Document, segmented: SegmentedResume, seen_at: SeenAt
) -> ResumeMention:
    number = resume.line_index(start)
    line = resume.lines[number]
    section = segmented.section_of_line(number).value
    return ResumeMention(
        resume.text[start:end], start, end, line.page, number + 1, section, seen_at(start, end)
    )


def _with_finding(
    keyword: Keyword, item: WeighedKeyword, found: Match, segmented: SegmentedResume, *, group_satisfied: bool
) -> Keyword:
    sections = {segmented.section_of_line(mention.line - 1) for mention in keyword.resume}
    code = code_of(
        keyword.status, keyword.strength, sections, group_satisfied=group_satisfied, kind=keyword.kind
    )
    wording = _on_one_line(said_by_posting(item.keyword)[0])
    evidence = _on_one_line(keyword.resume[0].text) if keyword.resume else None
    advice = advice_for(code, keyword.term, wording, evidence, misspelt=found.misspelt, kind=keyword.kind)
    return replace(keyword, code=code, advice=advice)


def _on_one_line(text: str) -> str:
    """A quotation that may run over a line end, to be read in a sentence."""
    return " ".join(text.split())


def resume_info(document: Document) -> ResumeInfo:
    """The resume as the report names it."""
    return ResumeInfo(
        document.source, document.sha256, document.format.value, document.pages, document.word_count
    )


def posting_info(document: Document, title: str | None) -> PostingInfo:
    """The posting as the report names it."""
    return PostingInfo(document.source, document.sha256, document.format.value, document.word_count, title)


def reading_findings(document: Document, name: str) -> tuple[ReadingFinding, ...]:
    """The reader's notes as findings of the report."""
    return tuple(ReadingFinding(note.code, name, note.message, note.fix) for note in document.notes)


@dataclass(frozen=True, slots=True)
class ParsedWords:
    """Stems of what plain extraction of a file yields: run together, and each by itself."""

    together: str
    separate: frozenset[str]

    def have(self, text: str) -> bool:
        """Whether the words of `text` are there: each as a word of its own, and in this order."""
        return key(text) in self.together and all(stem in self.separate for stem in token_stems(text))


def parsed_words(resume: Document) -> ParsedWords | None:
    """The words a parser gets from the file, None where that is no question or not known."""
    if resume.parser_text is None:
        return None
    stems = token_stems(resume.parser_text)
    return ParsedWords("".join(stems), frozenset(stems))


def lost_by_parsers(keywords: Sequence[Keyword], parsed: ParsedWords | None) -> tuple[ReadingFinding, ...]:
    """Keywords that a reader sees on the page but plain extraction of the file does not yield (READ001)."""
    if parsed is None:
        return ()
    lost = [
        keyword.term
        for keyword in keywords
        if keyword.status in (Status.EXACT, Status.INFLECTED)
        and keyword.resume
        and not parsed.have(keyword.resume[0].text)
    ]
    if not lost:
        return ()
    message = f"On the page, but a parser loses it: {', '.join(lost)}."
    return (ReadingFinding("READ001", "resume", message, CODES["READ001"].remedy),)
