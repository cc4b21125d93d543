"""Names of the employer."""

from __future__ import annotations

import pytest

from gapcheck.readers import read_text
from gapcheck.segment.employer import find_employers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("At Liber Mutual, we care. Liber Mutual is a great place.", {"Liber Mutual"}),
        ("About Lumafold\nLumafold moves money.", {"Lumafold"}),
        ("Clerk\nAcme Stores — Leeds, England\nYou will file.", {"Acme Stores"}),
        ("At Acme, we file. Acmers and an Acmeian file, an Acmelot does not.", {"Acme", "Acmers", "Acmeian"}),
        ("You must have Excel. Candidates are expected to be on time.", set()),
        ("About the role\nAbout you", set()),
        ("Join Acme today.", set()),
        ("Hold daily MDT's to plan. The MDT meets in wards, and RFP's, RFP bids.", set()),
        ("We learn SLA’s sound ways. SLA is old.", {"SLA"}),
        ("A Bachelor's degree or a Master's degree. Bachelor's is fine.", set()),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert find_employers(read_text(text, "posting")) == names
