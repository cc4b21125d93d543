"""The cache: what was found in a posting, kept between runs, so that an edited resume is checked again at once."""

from __future__ import annotations

from gapcheck.cache.folder import cache_folder
from gapcheck.cache.postings import PostingCache

__all__ = ["PostingCache", "cache_folder"]
