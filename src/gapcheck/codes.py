"""Every code a report can carry: what it means and what to do. Codes are permanent; new ones are only added."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the table that `gapcheck explain` prints and the documentation lists."""

    code: str
    title: str
    meaning: str
    remedy: str


_ROWS = (
    Code(
        "GAP001",
        "required and missing",
        "The posting asks for this and your resume does not show it in any form.",
        "If you have it, say so in the posting's words, best in your newest job. If you do not, this is a real gap.",
    ),
    Code(
        "GAP002",
        "mentioned or preferred, and missing",
        "The posting names this among its duties or its nice-to-haves, and your resume does not show it.",
        "Add it where it is true. It weighs less than a required keyword.",
    ),
    Code(
        "GAP003",
        "said in other words",
        "Your resume says the same thing in other words (an abbreviation, a synonym). Recruiters search by word.",
        "Say it in the posting's words as well: write both forms once.",
    ),
    Code(
        "GAP004",
        "only implied",
        "Something in your resume implies this for an expert, but the word itself is not there.",
        "Name it. A reader who scans does not infer.",
    ),
    Code(
        "GAP005",
        "listed, never shown",
        "It stands in your skills list only; no job, project or course of yours shows it in use.",
        "Mention it in the entry where you used it.",
    ),
    Code(
        "READ001",
        "on the page, but a parser loses it",
        "A reader sees this keyword on the page, but plain text extraction of the file does not yield it.",
        "Export the resume again from its source as a text PDF, or send a DOCX; avoid letter-spacing and odd fonts.",
    ),
    Code(
        "READ002",
        "words glued together",
        "Plain text extraction of the file runs words together; gapcheck separated them by their positions.",
        "Export the resume with another program or another font.",
    ),
    Code(
        "READ003",
        "letter-spaced words",
        "Letters are set apart so that plain extraction yields 'E X P E R I E N C E'; gapcheck joined them.",
        "Remove the letter-spacing, or use the character-spacing setting instead of blanks.",
    ),
    Code(
        "READ004",
        "columns read across",
        "The page has columns which plain text extraction mixes line by line; gapcheck read them one by one.",
        "Prefer one column, or send a DOCX without tables for layout.",
    ),
    Code(
        "READ005",
        "signs without a text",
        "Icons or symbols have no text of their own and come out as glyph names or boxes; gapcheck left them out.",
        "Write the label in words next to the icon.",
    ),
    Code(
        "READ006",
        "not in English",
        "The text does not look like English. The keywords would be guesses.",
        "Use an English posting and resume; other languages are not supported yet.",
    ),
    Code(
        "READ007",
        "resume and posting look swapped",
        "The first document reads like a posting or the second like a resume.",
        "Give the resume first and the posting second: gapcheck RESUME JOB.",
    ),
    Code(
        "READ008",
        "little text",
        "The posting is too short to judge by: there may be more keywords in the full text.",
        "Save the whole posting, not only its teaser.",
    ),
    Code(
        "READ009",
        "control characters removed",
        "The text held control sequences or invisible characters, which were removed.",
        "Nothing to do, unless words look odd.",
    ),
    Code(
        "READ010",
        "no layout",
        "The file has no page geometry, so only the order of the lines is known to the ten-second reader.",
        "Check the PDF you will send for the real picture.",
    ),
    Code(
        "READ011",
        "text in a header, footer or text box",
        "Part of the text stands in the page header, footer or a text box, where some parsers do not look.",
        "Move name, contact and keywords into the body of the document.",
    ),
    Code(
        "READ012",
        "encoding guessed",
        "The file says nothing about its encoding and is not UTF-8; it was read as Windows-1252.",
        "Save the file as UTF-8 if letters look wrong.",
    ),
    Code(
        "READ013",
        "damaged file, read as far as possible",
        "The file is damaged; what could be recovered was read, and something may be missing.",
        "Export or download the file again.",
    ),
    Code(
        "READ014",
        "a page without text",
        "A page of the file holds no text, only pictures; what stands there was not read.",
        "Export the page as text, not as a scan.",
    ),
    Code(
        "READ015",
        "only the first pages read",
        "The file has far more pages than a resume or a posting; the rest was not read.",
        "Give the document itself, without attachments.",
    ),
    Code(
        "REQ001",
        "requirement: short",
        "The posting asks for more years, or a higher level, than your resume shows.",
        "Words cannot close this gap. Check the arithmetic: a job or a date that is missing can be added.",
    ),
    Code(
        "REQ002",
        "requirement: not shown",
        "The posting asks for this and your resume says nothing about it.",
        "If you have it, write it as the posting names it. If you do not, expect to be asked.",
    ),
    Code(
        "REQ003",
        "requirement: unclear",
        "Your resume says something about this, but not enough to judge by.",
        "Leave nothing to guess: months beside years, the level of a language, the subject of a degree.",
    ),
    Code(
        "REQ004",
        "requirement: met",
        "Your resume shows what the posting asks for.",
        "Nothing to do.",
    ),
)

CODES: dict[str, Code] = {row.code: row for row in _ROWS}
