"""Extraction: the keywords of a posting, each with its mentions, from lexicon, language model, phrases and acronyms."""

from gapcheck.extract.keywords import extract_keywords, judge_posting, merge_keywords
from gapcheck.extract.model import ExtractedKeyword, PassageReading, ReadPassages

__all__ = [
    "ExtractedKeyword",
    "PassageReading",
    "ReadPassages",
    "extract_keywords",
    "judge_posting",
    "merge_keywords",
]
