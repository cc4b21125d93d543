"""Labels and formalities."""

from __future__ import annotations

import pytest

from gapcheck.extract.labels import is_expert, is_formality, is_label, is_rank


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("GS-12", "perform the work at the GS-12 grade level"),
        ("GS-0101-12", "one year of experience equivalent to the GS-0101-12"),
        ("Band 5", "Band 5 nurse"),
        ("Band 5 Audiologists", "flexible Band 5 Audiologists"),  # whose last word is a candidate of its own
        ("7 Radiographers", "a Band 7 Radiographers"),
        ("Level 3", "Level 3"),
        ("LS1 4AB", "our office, LS1 4AB"),
        ("N/A", "Travel: N/A"),
        ("Q1", "able to start in Q1 2018"),
        ("Q1 2018", "able to start in Q1 2018"),
        ("U.S.C. 1001", "18 U.S.C. 1001"),
        ("AVP", "AVP Product Management"),
        ("West Virginia", "not in West Virginia"),
        ("Poole", "clinics in Poole"),
        ("St. Louis", "based in St. Louis"),
        ("4pm EST", "until 4pm EST"),
        ("BIO 110", "teach a section of BIO 110"),
        ("max 3 points", "licence (max 3 points)"),
        ("December 2024", "until December 2024"),
        ("des", "audit (des.)"),
        ("one year", "one year above high school"),
        ("Less than 1 year", "Less than 1 year"),
        ("six-months", "six-months in post"),
        ("general supervision", "work under the general supervision of the Director"),
        ("close supervision", "have done so with close supervision"),
    ],
)
def test_labels(text: str, sentence: str) -> None:
    assert is_label(text, sentence[: sentence.index(text)], sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("GS-12", "experience equivalent to the GS-12 grade"),
        ("NVQ Level 3", "NVQ Level 3 in care"),
        ("ISO 9001", "knowledge of ISO 9001"),
        ("FP17", "process FP17 claims"),
        ("SQL", "SQL"),
        ("24 hour care", "24 hour care"),
        ("Senior Care", "Senior Care"),
        ("Reading", "Reading and maths"),
        ("direct supervision", "provide direct supervision of five nurses"),
        ("minimal supervision", "work with minimal supervision"),
    ],
)
def test_no_labels(text: str, sentence: str) -> None:
    assert not is_label(text, sentence[: sentence.index(text)], sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mission statement", True),
        ("Immediate Opening", True),
        ("clear background check", True),
        ("drug screen", True),
        ("person specification", True),
        ("emergency declaration", True),
        ("current COVID19 restrictions", True),
        ("visa sponsorship", True),
        ("URGENT HIRING", True),
        ("contracted hours", True),
        ("Federal service", True),
        ("subject matter", True),
        ("subject matter expertise", True),
        ("Matter Experts", True),
        ("contact hours", True),
        ("unsocial hours", True),
        ("licensure", True),
        ("successful probation period", True),
        ("probation", True),
        ("juvenile probation", False),
        ("highly motivated individuals", True),
        ("vulnerable people", False),
        ("reliable internet connection", True),
        ("customer service", False),
        ("income statement", False),
        ("blood test", False),
        ("stress testing", False),
    ],
)
def test_formalities(text: str, expected: bool) -> None:
    assert is_formality(text) is expected


def test_a_rank_says_only_how_high() -> None:
    assert is_rank(["Senior", "VP"])
    assert not is_rank(["Senior", "Buyer"])


def test_an_expert_of_subject_matter_is_one_of_nothing_in_particular() -> None:
    assert is_expert("Subject Matter Expert")
    assert is_expert("subject matter experts")
    assert not is_expert("tax expert")
