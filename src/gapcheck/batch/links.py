"""What a posting's own page is called, beside a batch's HTML page."""

from __future__ import annotations

import re
from hashlib import sha256

MOST_PAGES = 100
"""Postings that get a page of their own, the first of the table: each takes a quarter of a second and 250 kB."""

LONGEST = 48
"""Letters of the id's end in a page's name; the rest, folders as a rule, is told apart by the hash."""


def page_name(posting_id: str) -> str:
    """File name of the page of a posting, from its id alone: letters, digits and hyphens that every system allows.

    Different ids have different names, also where a system ignores case.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", posting_id.lower()).strip("-")[-LONGEST:].strip("-")
    return f"{slug or 'posting'}-{sha256(posting_id.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}.html"


def pages_folder(page: str) -> str:
    """Name of the folder of the postings' pages for a batch page of this file name ("out.html": "out_files")."""
    stem = page.rsplit("/", 1)[-1]
    return f"{stem.rsplit('.', 1)[0] if '.' in stem[1:] else stem}_files"
