"""The cache: what was found in a posting, kept between runs, so that an edited resume is checked again at once."""

from __future__ import annotations

from gapcheck.cache.folder import cache_folder
from gapcheck.cache.postings import PostingCache
from gapcheck.cache.results import ResultCache

__all__ = ["PostingCache", "ResultCache", "cache_folder"]
