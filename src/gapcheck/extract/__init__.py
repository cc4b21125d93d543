"""Extraction: the keywords of a posting, each with its mentions, from lexicon, language model and acronyms."""

from gapcheck.extract.keywords import extract_keywords
from gapcheck.extract.model import ExtractedKeyword, ModelSpan, PassageSpans

__all__ = ["ExtractedKeyword", "ModelSpan", "PassageSpans", "extract_keywords"]
