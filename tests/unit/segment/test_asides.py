"""Sentences that ask for nothing a resume could show."""

from __future__ import annotations

import pytest

from gapcheck.readers import read_text
from gapcheck.segment.asides import announces_contact, aside_section
from gapcheck.segment.model import PostingSection as S
from gapcheck.segment.posting import segment_posting


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("Ward office 023 8120 6525", S.APPLICATION),
        ("Write to jobs@acme.example", S.APPLICATION),
        ("For further details / informal visits contact:", S.APPLICATION),
        ("English and/or Welsh speakers are equally welcome to apply", S.APPLICATION),
        ("Follow us on Facebook and Twitter", S.APPLICATION),
        ("Read our blogs or follow Team Peak on Twitter, LinkedIn or Facebook", S.APPLICATION),
        ("Your interview may be carried out via Microsoft Teams", S.APPLICATION),
        ("If invited for a face to face interview, bring your passport", S.APPLICATION),
        ("Interviews will be held on 3 May", S.APPLICATION),
        ("Plan and conduct telephone interviews", None),
        ("Laptop or desktop (Windows 11), reliable internet (50 Mbps)", S.LEGAL),
        ("False or fraudulent statements may be punishable by fine or imprisonment", S.LEGAL),
        ("A good internet connection and a device with a camera", S.LEGAL),
        ("Child Protective Services (CPS) Investigation", S.LEGAL),
        ("State Police Criminal History Investigation", S.LEGAL),
        ("Tuberculosis Screening/Test", S.LEGAL),
        ("Second-class medical clearance; drug test; suitability investigation.", S.LEGAL),
        ("Criminal investigation", None),
        ("Drug test administration and laboratory skills", None),
        ("Conduct child protective services investigations of reported neglect", None),
        ("Experience with Windows and reliable internet troubleshooting", None),
        ("Knowledge of Windows, Outlook and personal computers", None),
        ("Dale Recruitment is acting as an Employment Agency in relation to this vacancy", S.LEGAL),
        ("Dale & Sons is a leading manpower provider to the oil and gas industries", S.LEGAL),
        ("See Know Your Rights and the Family and Medical Leave Act (FMLA)", S.LEGAL),
        ("please see the following: E-Verify Poster (English and Spanish)", S.LEGAL),
        ("Check new starters by E-Verify", None),
        ("Administer leave under the Family and Medical Leave Act (FMLA)", None),
        ("Our client is a leading recruitment agency for schools", None),
        ("You have worked in an employment agency", None),
        ("Plan and deliver wound care", None),
        ("Budgets of 250 000 - 300 000 a year", None),
    ],
)
def test_asides(sentence: str, section: S | None) -> None:
    assert aside_section(sentence) is section


def test_an_announced_contact() -> None:
    assert announces_contact("For further details / informal visits contact:")
    assert not announces_contact("For further details see the attached plan")


POSTING = """Staff Nurse
You must have experience in wound care.
Recruitment team
023 8120 6525
"""


def test_the_name_above_a_number_belongs_to_it() -> None:
    document = read_text(POSTING, "posting")
    found = {document.text[p.start : p.end]: p.section for p in segment_posting(document).passages}
    assert found["You must have experience in wound care."] is S.REQUIRED
    assert found["Recruitment team"] is S.APPLICATION
    assert found["023 8120 6525"] is S.APPLICATION
