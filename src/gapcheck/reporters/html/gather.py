"""From a report to what its page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gapcheck.document import Document, Format
from gapcheck.report import Documents, Keyword, Report, ResumeView, SeenWord, Strength, TenSecond
from gapcheck.reporters.clean import clean_report, clean_view
from gapcheck.reporters.facts import (
    REQUIREMENT_ORDER,
    counts,
    file_name,
    find_gaps,
    first_seen,
    percent,
    plainly_shown,
    spared,
    their_words,
    why,
    with_code,
)
from gapcheck.reporters.html.content import (
    Chip,
    Content,
    Found,
    FoundRow,
    GapRow,
    PageView,
    Share,
    Texts,
    ViewContent,
)
from gapcheck.reporters.html.lights import lit_words, unreached
from gapcheck.reporters.html.marks import Place, linked_keywords, text_lines
from gapcheck.reporters.html.paper import paper_lines
from gapcheck.reporters.html.picture import page_picture
from gapcheck.reporters.html.sentences import (
    WORDINGS,
    count_missing,
    count_requirements,
    reason,
    statuses,
)
from gapcheck.reporters.parsed import parse_plainly
from gapcheck.reporters.quote import quote
from gapcheck.reporters.timeline import timeline_rows

_QUOTE = 120
"""Characters of a quoted line of the posting."""

_FINDINGS = (
    (
        "GAP003",
        "Say it in their words",
        "You have it under another name. Recruiters search by word: write both.",
    ),
    ("GAP004", "Only implied", "An expert infers it from what you write. Name it all the same."),
    ("GAP005", "Listed, never shown", "In your list of skills, in no job. Say where you used it."),
)


def gather(report: Report) -> Content:
    """Everything the page shows of a report; the picture is drawn here."""
    shown = clean_report(report)
    glance = shown.ten_second
    documents = report.documents
    return Content(
        report=shown,
        resume_name=file_name(shown.resume.source),
        posting_name=file_name(shown.posting.source),
        heading=f"In ten seconds: {glance.verdict.value}" if glance else "The posting’s words",
        verdict=glance.verdict if glance else None,
        reason=reason(glance) if glance else "",
        missing=count_missing(shown),
        ledger=count_requirements(shown),
        view=_view_of(report, shown, documents) if documents else None,
        gaps=gap_rows(shown, documents.posting.text if documents else None),
        found=_found(shown),
        spared=tuple(keyword.term for keyword in spared(shown)),
        texts=_texts(report, shown, documents) if documents else None,
        shares=shares(shown),
        requirements=tuple(sorted(shown.requirements, key=lambda row: REQUIREMENT_ORDER[row.status])),
    )


def gather_view(view: ResumeView) -> ViewContent:
    """Everything the page shows of a resume alone."""
    shown = clean_view(view)
    return ViewContent(
        shown=shown,
        name=file_name(shown.resume.source),
        view=look_at_page(view.document, view.ten_second, shown.ten_second, view.seen),
        parsed=parse_plainly(view.document),
        is_pdf=view.document.format is Format.PDF,
    )


def _view_of(report: Report, shown: Report, documents: Documents) -> PageView | None:
    if report.ten_second is None or shown.ten_second is None:
        return None
    return look_at_page(
        documents.resume, report.ten_second, shown.ten_second, documents.seen, report.keywords
    )


def look_at_page(
    document: Document,
    glance: TenSecond,
    shown: TenSecond,
    seen: Iterable[SeenWord],
    keywords: Sequence[Keyword] = (),
) -> PageView:
    """Page 1 with its lights; `shown` is the glance cleaned for display."""
    lit = lit_words(seen, glance, keywords)
    missed = unreached(document, glance, keywords)
    picture = page_picture(document, shown, lit, missed)
    return PageView(
        picture=picture,
        paper=() if picture else paper_lines(document, shown, lit, missed),
        rows=tuple(timeline_rows(shown.timeline)),
        known_layout=shown.layout == "known",
        missed=tuple(item.term for item in shown.not_reached if item.where == "page_1"),
        on_page_2=tuple(item.term for item in shown.not_reached if item.where != "page_1"),
        words_seen=shown.words_seen,
    )


def gap_rows(shown: Report, posting_text: str | None) -> tuple[GapRow, ...]:
    """The missing list, each row with its line of the posting."""
    keys = {keyword: key for key, keyword in enumerate(shown.keywords)}
    return tuple(
        GapRow(
            key=keys[gap.keyword],
            terms=gap.terms,
            strength=gap.keyword.strength.value,
            reasons=(*(("any one",) if len(gap.terms) > 1 else ()), *why(gap.keyword.tf, gap.keyword.idf)),
            quote=quote(gap.keyword.posting[0], posting_text, _QUOTE),
            line=gap.keyword.posting[0].line,
            code=gap.keyword.code or "",
        )
        for gap in find_gaps(shown)
    )


def _found(shown: Report) -> tuple[Found, ...]:
    """What the resume has: findings with something to do first, then what is plainly there."""
    keys = {keyword: key for key, keyword in enumerate(shown.keywords)}
    found = [
        Found(code, title, note, _found_rows(with_code(shown, code), keys), pairs=code != "GAP005")
        for code, title, note in _FINDINGS
    ]
    plain = _found_rows(plainly_shown(shown), keys)
    found.append(Found("", "You already show", "Nothing to do.", plain, pairs=False))
    return tuple(item for item in found if item.rows)


def _found_rows(keywords: Iterable[Keyword], keys: dict[Keyword, int]) -> tuple[FoundRow, ...]:
    rows = []
    for keyword in keywords:
        mention = first_seen(keyword)
        place = f"page {mention.page}, line {mention.line}" if mention else None
        yours = mention.text if mention else None
        rows.append(FoundRow(keys[keyword], their_words(keyword), yours, place))
    return tuple(rows)


def _texts(report: Report, shown: Report, documents: Documents) -> Texts:
    """Both documents with their marks; offsets are those of the report as it was made."""
    names = statuses(shown)
    counted = Counter(names)
    posting, resume = [], []
    for key, keyword in enumerate(report.keywords):
        posting += [Place(mention.start, mention.end, key) for mention in keyword.posting]
        resume += [Place(mention.start, mention.end, key) for mention in keyword.resume]
    posting_lines = text_lines(documents.posting, posting)
    resume_lines = text_lines(documents.resume, resume)
    return Texts(
        posting=posting_lines,
        resume=resume_lines,
        chips=tuple(
            Chip(key, keyword.term, names[key], len(keyword.posting), len(keyword.resume))
            for key, keyword in enumerate(shown.keywords)
        ),
        filters=tuple(
            (name, words.label, counted[name]) for name, words in WORDINGS.items() if counted[name]
        ),
        posting_links=linked_keywords(posting_lines),
        resume_links=linked_keywords(resume_lines),
    )


def shares(shown: Report) -> tuple[Share, ...]:
    """Coverage as bars: all, required, preferred."""
    coverage = shown.coverage
    rows = (
        ("All", coverage.overall, tuple(Strength)),
        ("Required", coverage.required, (Strength.REQUIRED,)),
        ("Preferred", coverage.preferred, (Strength.PREFERRED,)),
    )
    return tuple(
        Share(label, None if share is None else percent(share), *counts(shown, strengths))
        for label, share, strengths in rows
    )
