"""A batch as Markdown, for a note, an issue or a pull request."""

from __future__ import annotations

from gapcheck.batch.summary import BatchSummary, RankedPosting
from gapcheck.reporters import View
from gapcheck.reporters.batch import words
from gapcheck.reporters.clean import clean_value
from gapcheck.reporters.escape import escape
from gapcheck.reporters.facts import file_name, percent
from gapcheck.reporters.markdown import table

MISSING_SHOWN = 3
MOST_GAPS = 20
MOST_FAILED = 50


def render(summary: BatchSummary, view: View) -> str:
    """The terminal's parts in its order; `view.top` limits the ranking (0: all of it)."""
    parts = (
        _header(summary),
        _ranked(summary, view.top),
        _levels(summary),
        _gaps(summary),
        _cover(summary),
        _unmet(summary),
        _groups(summary),
        _failed(summary),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _header(summary: BatchSummary) -> str:
    lines = [f"# {_text(file_name(summary.resume))} → {escape(words.headline(summary))}"]
    lines.append(words.verdicts(summary) if summary.postings else "No posting could be judged.")
    return "\n\n".join(lines)


def _ranked(summary: BatchSummary, top: int) -> str:
    if not summary.ranked:
        return ""
    rows = summary.ranked[: top or None]
    head = ("", "Posting", "Covered", "Required", "In ten seconds", "Missing most", "Not by words")
    hidden = summary.rows - len(rows)
    notes = [f"… and {words.count(hidden, 'more posting')}"] if hidden else []
    notes += [f"{words.left_out(summary)}."] if summary.left_out else []
    return "\n\n".join([f"## {words.RANKED[summary.sort]}", table(head, map(_row, rows)), *notes])


def _row(row: RankedPosting) -> tuple[str, ...]:
    title = _text(words.name_of(row))
    return (
        str(row.rank),
        f"{title}, {_text(row.source)}" if row.title else title,
        words.share(row.overall),
        words.share(row.required),
        row.verdict.value,
        _text(", ".join(row.missing[:MISSING_SHOWN])),
        _text("; ".join(row.hurdles)),
    )


def _levels(summary: BatchSummary) -> str:
    if not summary.postings:
        return ""
    rows = ["- {}: {}".format(*words.level(row)) for row in words.levels(summary)]
    return "\n".join([f"## {words.LEVELS}", "", *rows])


def _gaps(summary: BatchSummary) -> str:
    if not summary.gaps:
        return ""
    head = ("", "Word", "Postings", "How", "Costs", "By itself")
    rows = [
        (
            str(number),
            _text(gap.term),
            f"{gap.postings:,}",
            words.strengths(gap),
            words.cost(gap),
            words.lift(gap.lifts, summary.threshold),
        )
        for number, gap in enumerate(summary.gaps[:MOST_GAPS], start=1)
    ]
    return _part(words.GAPS, words.GAPS_NOTE, table(head, rows))


def _cover(summary: BatchSummary) -> str:
    if not summary.postings:
        return ""
    cover = summary.cover
    if not cover.steps:
        return _part(words.COVER, "", words.no_cover(cover))
    rows = [("now", "", str(cover.start))]
    rows += [
        (f"+ {_text(step.term)}", words.step(step.lifted, cover.threshold), f"{step.reached:,}")
        for step in cover.steps
    ]
    head = ("Word", "Lifts", f"Postings ≥ {percent(cover.threshold)} %")
    return _part(words.COVER, words.COVER_NOTE, table(head, rows))


def _unmet(summary: BatchSummary) -> str:
    if not summary.unmet:
        return ""
    rows = [
        (words.TYPES.get(row.type, _text(row.type)), words.unmet(row), _text(words.needs(row)))
        for row in summary.unmet
    ]
    return _part(words.UNMET, words.UNMET_NOTE, table(("Requirement", "Not met in", "Most often"), rows))


def _groups(summary: BatchSummary) -> str:
    if not summary.groups:
        return ""
    rows = [
        (
            str(group.number),
            _text(words.group_name(group)),
            words.share(group.coverage),
            f"{group.postings:,}",
            f"{group.met:,}",
            _text(", ".join(group.terms)),
        )
        for group in summary.groups
    ]
    met = f"At {percent(summary.threshold)} % and more"
    head = ("", "Kind of job", "Covered on average", "Postings", met, "Words that set it apart")
    return _part(words.GROUPS, words.GROUPS_NOTE, table(head, rows))


def _failed(summary: BatchSummary) -> str:
    if not summary.failed:
        return ""
    rows = [f"- {_text(row.source)}: {_text(words.failure(row))}" for row in summary.failed[:MOST_FAILED]]
    hidden = len(summary.failed) - len(rows)
    rows += [f"- … and {hidden:,} more"] if hidden else []
    return "\n".join([f"## {words.FAILED} ({len(summary.failed):,})", "", *rows])


def _part(heading: str, note: str, body: str) -> str:
    said = [f"{note[:1].upper()}{note[1:]}."] if note else []
    return "\n\n".join([f"## {heading}", *said, body])


def _text(text: str) -> str:
    return escape(clean_value(text))
