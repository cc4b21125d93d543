"""The report as Markdown, for a note, an issue or a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.report import Keyword, Report, Requirement, RequirementStatus, Strength, TenSecond
from gapcheck.reporters.clean import clean_report
from gapcheck.reporters.escape import escape
from gapcheck.reporters.facts import (
    REQUIREMENT_ORDER,
    VERDICTS,
    Gap,
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
from gapcheck.reporters.quote import quote

QUOTE = 100
"""Characters of a quoted line of the posting."""

SIGNS = {
    RequirementStatus.MET: "✓ met",
    RequirementStatus.SHORT: "✗ short",
    RequirementStatus.NOT_SHOWN: "? not shown",
    RequirementStatus.UNCLEAR: "~ unclear",
}


def render(report: Report, *, top: int = 10, posting_text: str | None = None) -> str:
    """The report's findings in the terminal's order; `top` limits the missing list (0: all of it)."""
    shown = clean_report(report)
    parts = [
        _header(shown),
        *([_glance(shown.ten_second)] if shown.ten_second else []),
        _missing(shown, top, posting_text),
        _pairs(shown, "GAP003", "Say it in their words"),
        _pairs(shown, "GAP004", "Only implied"),
        _terms("Listed, never shown (GAP005)", with_code(shown, "GAP005")),
        _terms("You already show", plainly_shown(shown)),
        _terms("Not needed, an alternative is there", spared(shown)),
        _coverage(shown),
        _requirements(shown),
        _reading(shown),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _header(report: Report) -> str:
    title = report.posting.title or file_name(report.posting.source)
    lines = [f"# {escape(file_name(report.resume.source))} → {escape(title)}"]
    if report.confidence.level == "low":
        lines.append(f"**Low confidence.** {escape(' '.join(report.confidence.reasons))}".rstrip())
    return "\n\n".join(lines)


def _glance(glance: TenSecond) -> str:
    verdict, _, meaning = VERDICTS[glance.verdict].partition(", ")
    title = glance.title
    lines = [f"## In ten seconds: {verdict}", "", f"{meaning.capitalize()}.", ""]
    if title.target is not None:
        seen = "not seen" if title.seen_at is None else f"seen at {title.seen_at:.1f} s"
        lines.append(f"- Title “{escape(title.target)}”: {seen}")
    lines.append(f"- {glance.must_have.seen} of the {glance.must_have.total} heaviest required words seen")
    if glance.not_reached:
        terms = ", ".join(escape(item.term) for item in glance.not_reached)
        lines.append(f"- Not reached: {terms}")
    lines += [
        f"- Quick fix: {escape(item.change.rstrip('.'))} → **{item.verdict_after.value}**"
        for item in glance.suggestions
    ]
    lines += ["- Seen, second by second:"] if glance.timeline else []
    lines += [f"  - {item.at:.1f} s: {escape(item.text)}" for item in glance.timeline]
    return "\n".join(lines)


def _missing(report: Report, top: int, posting_text: str | None) -> str:
    gaps = find_gaps(report)
    if not report.keywords:
        return "## Missing words\n\nNo keywords were found in the posting: nothing to compare."
    if not gaps:
        return "## Missing words\n\nYour resume shows every word the posting asks for."
    rows = gaps[:top] if top else gaps
    head = ("", "Word", "Strength", "Why", "The posting says", "Code")
    shown = table(head, [_gap(number, gap, posting_text) for number, gap in enumerate(rows, start=1)])
    more = f"\n\n… and {len(gaps) - len(rows)} more" if len(rows) < len(gaps) else ""
    return f"## Missing words ({len(gaps)})\n\n{shown}{more}"


def _gap(number: int, gap: Gap, posting_text: str | None) -> tuple[str, ...]:
    keyword = gap.keyword
    mention = keyword.posting[0]
    said = quote(mention, posting_text, QUOTE)
    return (
        str(number),
        escape(" or ".join(gap.terms)),
        keyword.strength.value,
        ", ".join(why(keyword.tf, keyword.idf)),
        f"line {mention.line}: {escape(said.before)}**{escape(said.hit)}**{escape(said.after)}",
        keyword.code or "",
    )


def _pairs(report: Report, code: str, title: str) -> str:
    found = with_code(report, code)
    if not found:
        return ""
    rows = [(escape(their_words(item)), escape(_yours(item))) for item in found]
    return f"## {title} ({code})\n\n{table(('The posting', 'Your resume'), rows)}"


def _yours(keyword: Keyword) -> str:
    mention = first_seen(keyword)
    return f"{mention.text} (line {mention.line})" if mention else "—"


def _terms(title: str, keywords: Sequence[Keyword]) -> str:
    if not keywords:
        return ""
    return f"## {title}\n\n{escape(', '.join(keyword.term for keyword in keywords))}"


def _coverage(report: Report) -> str:
    shares = (
        ("all", report.coverage.overall, tuple(Strength)),
        ("required", report.coverage.required, (Strength.REQUIRED,)),
        ("preferred", report.coverage.preferred, (Strength.PREFERRED,)),
    )
    rows = []
    for label, share, strengths in shares:
        shown, total = counts(report, strengths)
        figures = (
            ("—", "the posting names none")
            if share is None
            else (f"{percent(share)} %", f"{shown} of {total}")
        )
        rows.append((label, *figures))
    return f"## Coverage\n\n{table(('Words', 'Share by weight', 'Shown'), rows)}"


def _requirements(report: Report) -> str:
    if not report.requirements:
        return ""
    rows = sorted(report.requirements, key=lambda row: REQUIREMENT_ORDER[row.status])
    shown = table(("", "The posting asks", "You show", "Note", "Code"), map(_requirement, rows))
    return f"## What words can't fix\n\n{shown}"


def _requirement(row: Requirement) -> tuple[str, ...]:
    need = row.need if row.strength is Strength.REQUIRED else f"{row.need} ({row.strength.value})"
    return (
        SIGNS[row.status].replace("~", r"\~"),
        escape(need),
        escape(row.have or "—"),
        escape(row.note or ""),
        row.code,
    )


def _reading(report: Report) -> str:
    if not report.reading:
        return ""
    rows = [
        f"- {finding.document}: {escape(finding.message)} {escape(finding.fix)} ({finding.code})"
        for finding in report.reading
    ]
    return "## Reading the files\n\n" + "\n".join(rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are escaped already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("|" + "".join(f" {cell} |" if cell else " |" for cell in line) for line in lines)
