"""Where a posting states its title."""

from __future__ import annotations

import pytest

from gapcheck.readers import read_text
from gapcheck.segment.posting_title import find_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Staff Nurse\n\nWe care.", "Staff Nurse"),
        ("Job Title: Payroll Clerk\nLeeds", "Payroll Clerk"),
        ("Acme is a shop.\n\nWe are looking for a bookkeeper to join us.", "bookkeeper"),
        ("About us\nWe are many.", None),
        ("User Experience Researcher\n\nAsk people.", "User Experience Researcher"),
        ("Out of Hours Staff Nurse\n\nWe care.", "Out of Hours Staff Nurse"),
        ("Essential experience\n\nTwo years of it.", None),
        ("Bookkeeper wanted, three days a week, in a village.\n\nWe make chairs.", "Bookkeeper"),
        (
            "Sales AnalystBrightco Outdoor · Leeds (Hybrid) · 3 days ago · Over 100 applicantsSave",
            "Sales Analyst",
        ),
        ("Charge Nurse, Band 6, full time, at Wharfe Lodge. You will lead a team.", "Charge Nurse"),
        ("Patients, we are glad to say, come first here. You will lead a team.", None),
        ("Wanted: people who care.\n\nWe make chairs.", None),
        ("COOK OF MANY DISHES WITH RESPONSIBILITY FOR THE WHOLE KITCHEN\n\nWe eat.", "COOK OF MANY DISHES"),
        ("Live in Care Worker Jobs York\n\nLive by the Ouse.", "Care Worker"),
        ("Lead ODP Job Ashtead\n\nHelp in theatres.", "Lead ODP"),
        ("Senior Job Coach\n\nFind work for people.", "Senior Job Coach"),
        ("Peripatetic Sport Coaches\n\nPlay.", "Peripatetic Sport Coaches"),
        ("AVP Product Management - Unit\n\nLead it.", "AVP Product Management"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert find_title(read_text(text, "posting"))[0] == title


def test_a_kitchen_title_leads_a_long_line() -> None:
    line = "Demi Chef de Partie Stunning Hotel Fine Dining Live In"
    text = f"{line}\n\nA hotel by the sea seeks somebody to cook.\n"
    assert find_title(read_text(text, "posting"))[0] == "Demi Chef de Partie"
