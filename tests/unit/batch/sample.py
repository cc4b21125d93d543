"""A run as reports show it: a bookkeeper's resume against invented postings of two kinds of jobs."""

from __future__ import annotations

from gapcheck.batch.model import FailedRow, PostingRow, Unmet
from gapcheck.batch.summary import BatchSummary, SummaryOptions
from tests.unit.batch.rows import DEGREE, TRAVEL, WELSH, YEARS, row, summed

HOSTILE = "<script>alert('1')</script> \x1b[31m=cmd()|'|\u202etxt"

POSTINGS: tuple[tuple[str, str | None, float, str, tuple[str, ...], tuple[Unmet, ...]], ...] = (
    (
        "ledger-1",
        "Purchase Ledger Clerk",
        0.81,
        "yes",
        ("+!4 accounts payable", "+!3 reconciliation", "-!2 Sage", "+?1 Excel"),
        (),
    ),
    (
        "ledger-2",
        "Sales Ledger Clerk",
        0.74,
        "borderline",
        ("+!4 credit control", "-!3 Sage @1", "-!3 Xero @1", "+.2 Excel"),
        (TRAVEL,),
    ),
    (
        "books-1",
        "Bookkeeper",
        0.78,
        "yes",
        ("+!5 bookkeeping", "+!3 VAT returns", "-!3 payroll", "~?2 management accounts"),
        (),
    ),
    (
        "books-2",
        "Bookkeeper, Part-time",
        0.66,
        "borderline",
        ("+!4 bookkeeping", "-!4 payroll", "-?2 Sage", "+.1 Excel"),
        (WELSH,),
    ),
    (
        "books-3",
        None,
        0.58,
        "no",
        ("+!3 bookkeeping", "-!4 payroll", "-!2 CIS returns", "+?2 Excel"),
        (YEARS,),
    ),
    (
        "accounts-1",
        "Assistant Accountant",
        0.52,
        "borderline",
        ("+!3 reconciliation", "-!4 month-end close", "-?2 Sage", "+!1 Excel"),
        (DEGREE,),
    ),
    (
        "accounts-2",
        "Management Accountant",
        0.33,
        "no",
        ("-!5 management accounts", "-!4 month-end close", "-!3 forecasting", "+?1 Excel"),
        (DEGREE, YEARS),
    ),
    (
        "accounts-3",
        "Financial Accountant",
        0.29,
        "no",
        ("-!5 IFRS", "-!4 month-end close", "+!2 reconciliation", "-.1 SQL"),
        (DEGREE,),
    ),
    (
        "care-1",
        "Care Assistant",
        0.11,
        "no",
        ("-!4 personal care", "-!3 medication rounds", "-?2 dementia care", "+.1 record keeping"),
        (TRAVEL,),
    ),
    (
        "care-2",
        "Senior Care Assistant",
        0.09,
        "no",
        ("-!4 personal care", "-!4 medication rounds", "-!2 safeguarding"),
        (),
    ),
    (
        "care-3",
        "Care Assistant (Nights)",
        0.08,
        "no",
        ("-!4 personal care", "-!3 dementia care", "-?1 moving and handling"),
        (),
    ),
    (
        "care-4",
        "Healthcare Assistant",
        0.07,
        "no",
        ("-!3 personal care", "-!3 safeguarding", "-?2 dementia care", "-.1 phlebotomy"),
        (WELSH,),
    ),
)

FAILED = (
    FailedRow(
        "jobs/scan.pdf",
        "jobs/scan.pdf",
        "no_text",
        "has no text layer. Scan it with text recognition (OCR) and try again",
    ),
    FailedRow("jobs/empty.txt", "jobs/empty.txt", "empty", "is empty"),
)


def sample_rows() -> list[PostingRow | FailedRow]:
    """The postings above, and two files that could not be judged."""
    made = [
        row(name, terms, title=title, fit=fit, verdict=verdict, unmet=unmet)
        for name, title, fit, verdict, terms, unmet in POSTINGS
    ]
    return [*made, *FAILED]


def sample_summary() -> BatchSummary:
    """What the sample sums up to."""
    return summed(sample_rows(), SummaryOptions(resume="people/bookkeeper/resume.docx"))


def failed_summary() -> BatchSummary:
    """A run in which nothing could be judged."""
    return summed(FAILED, SummaryOptions(resume="resume.pdf"))


def hostile_summary() -> BatchSummary:
    """A run in which every text comes from somebody who means harm."""
    unmet = Unmet("years", HOSTILE, "short", "required")
    rows: list[PostingRow | FailedRow] = [
        row(
            f"{number}{HOSTILE}",
            [f"-!3 {HOSTILE}", f"-!2 =1+{number % 2}", "+!1 SQL", f"-?1 {'x' * 300}"],
            title=f"{HOSTILE} Nurse",
            fit=number / 10,
            unmet=[unmet],
        )
        for number in range(9)
    ]
    failed = FailedRow(HOSTILE, HOSTILE, "bad", HOSTILE)
    return summed([*rows, failed], SummaryOptions(resume=f"{HOSTILE}.pdf"))
