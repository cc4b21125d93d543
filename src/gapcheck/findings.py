"""What is found in a posting whatever the resume: the costly part of a check, and what the cache keeps."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.ledger.model import Need
from gapcheck.segment.model import SegmentedPosting
from gapcheck.trust import Impression
from gapcheck.weigh import WeighedKeyword


@dataclass(frozen=True, slots=True)
class PostingFindings:
    """All that a comparison needs of a posting besides its `Document`.

    `keywords` are in the report's order, `needs` what the ledger will judge, `impression` whether the text can be
    trusted to be a posting.
    """

    segmented: SegmentedPosting
    keywords: tuple[WeighedKeyword, ...]
    needs: tuple[Need, ...]
    impression: Impression
