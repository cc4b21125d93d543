"""Sample resumes are read as a person reads them, whatever their layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.readers import read

PEOPLE = Path(__file__).parents[2] / "sample_data" / "people"


@pytest.mark.parametrize("person", sorted(path.name for path in PEOPLE.iterdir()))
def test_the_name_comes_first(person: str) -> None:
    """Also where a side-bar stands to the left of it."""
    plain = read(PEOPLE / person / "resume.txt")
    name = plain.line_text(plain.lines[0])
    for suffix in ("pdf", "docx"):
        document = read(PEOPLE / person / f"resume.{suffix}")
        assert document.line_text(document.lines[0]).casefold() == name.casefold()


def test_a_margin_of_dates_stays_with_its_lines() -> None:
    text = read(PEOPLE / "bookkeeper" / "resume.pdf").text
    assert "Jun 2019 – Present Full-Charge Bookkeeper, Saguaro Ridge Dental Group" in text
    assert text.index("Experience") < text.index("Saguaro Ridge") < text.index("Education")


def test_a_sidebar_is_read_as_one_column() -> None:
    text = " ".join(read(PEOPLE / "nurse" / "resume.pdf").text.split())
    assert "Venepuncture and cannulation Medicines management" in text
