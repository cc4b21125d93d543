"""Whether the two texts can be trusted to be what they should be: an English resume and an English posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.codes import CODES
from gapcheck.document import Document
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.report import Confidence, ReadingFinding
from gapcheck.words import EMAIL, token_stems

ENOUGH_POSTING_WORDS = 40
"""A shorter posting is a teaser; the shortest whole ones among the development postings have some 60 words."""

ENOUGH_KEYWORDS = 4
"""A posting that yields fewer keywords was hardly understood: real ones ask for 12 to 35 things."""

LEAST_FUNCTION_WORDS = 0.12
"""Share of English function words below which a text of `LANGUAGE_WORDS` is taken for another language.

English running text has some 0.40, English bullet lists 0.20 and more, other languages under 0.08.
"""
LANGUAGE_WORDS = 40

_RESUME_SIGNS = re.compile(
    rf"{EMAIL}|\b(19|20)\d\d\s*(-|–|—|to)\s*((19|20)\d\d|present|current|now)\b"
    r"|\b(curriculum vitae|references available|work history|career objective|professional experience"
    r"|employment history)\b",
    re.IGNORECASE,
)
_POSTING_SIGNS = re.compile(
    r"\b(you will|you'll|we are looking for|we're looking for|we are seeking|the successful candidate"
    r"|the ideal candidate|equal opportunit|apply (now|online|by|to)|closing date|how to apply|about us"
    r"|what we offer|your responsibilities"
    r"|qualifications:|requirements:|responsibilities:|join our|must have|candidates?|applicants?|salary|benefits)\b",
    re.IGNORECASE,
)


def is_english(text: str) -> bool:
    """Whether a text reads like English; True for texts too short to tell."""
    words = token_stems(text[:20_000])
    if len(words) < LANGUAGE_WORDS:
        return True
    return sum(word in FUNCTION_WORDS for word in words) / len(words) >= LEAST_FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class Impression:
    """What a text looks like: whether it reads like English, its words, and signs of a posting less those of a resume.

    One sign either way is chance: `leaning` is then 0.
    """

    english: bool
    leaning: int
    words: int


def form_impression(document: Document) -> Impression:
    """What the text of a document looks like."""
    return Impression(is_english(document.text), _posting_like(document.text), document.word_count)


def look_swapped(resume: Impression, posting: Impression) -> bool:
    """Whether the first document reads like a posting and the second like a resume."""
    return resume.leaning > 0 and posting.leaning < 0


def _posting_like(text: str) -> int:
    balance = len(_POSTING_SIGNS.findall(text)) - len(_RESUME_SIGNS.findall(text))
    return balance if abs(balance) > 1 else 0


def find_doubts(resume: Impression, posting: Impression) -> tuple[ReadingFinding, ...]:
    """Findings about the two texts as such."""
    return tuple(_doubts(resume, posting))


def _doubts(resume: Impression, posting: Impression) -> Iterator[ReadingFinding]:
    for text, name in ((resume, "resume"), (posting, "posting")):
        if not text.english:
            yield _finding("READ006", name, f"The {name} does not look like English.")
    if look_swapped(resume, posting):
        yield _finding(
            "READ007", "resume", "The first file reads like a posting and the second like a resume."
        )
    if posting.words < ENOUGH_POSTING_WORDS:
        yield _finding("READ008", "posting", f"The posting has only {posting.words} words.")


def _finding(code: str, document: str, message: str) -> ReadingFinding:
    return ReadingFinding(code, document, message, CODES[code].remedy)


_REASONS = {
    "READ006": "a document is not in English",
    "READ007": "resume and posting look swapped",
    "READ008": "the posting is very short",
    "READ013": "a document is damaged",
    "READ014": "a page holds no text",
}


def judge_confidence(reading: tuple[ReadingFinding, ...], keyword_count: int) -> Confidence:
    """High, or low with every reason."""
    reasons = [_REASONS[code] for code in sorted({finding.code for finding in reading} & _REASONS.keys())]
    if keyword_count < ENOUGH_KEYWORDS:
        reasons.append(
            f"only {keyword_count} keyword{'s' if keyword_count != 1 else ''} found in the posting"
        )
    return Confidence("low" if reasons else "high", tuple(reasons))
