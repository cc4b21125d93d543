"""Which section a heading opens."""

from __future__ import annotations

import pytest

from gapcheck.segment.model import ResumeSection as Section
from gapcheck.segment.resume_headings import section_of_resume_heading

HEADINGS = [
    ("Professional Experience", Section.EXPERIENCE),
    ("WORK HISTORY", Section.EXPERIENCE),
    ("Employment:", Section.EXPERIENCE),
    ("— Experience —", Section.EXPERIENCE),
    ("E X P E R I E N C E", Section.EXPERIENCE),
    ("Experience (continued)", Section.EXPERIENCE),
    ("Experience cont.", Section.EXPERIENCE),
    ("Leadership and Work Experience", Section.EXPERIENCE),
    ("Core Competencies", Section.SKILLS),
    ("Technical Skills", Section.SKILLS),
    ("Areas of Expertise", Section.SKILLS),
    ("Skills & Abilities", Section.SKILLS),
    ("Skills / Tools", Section.SKILLS),
    ("My Skills", Section.SKILLS),
    ("S K I L L S", Section.SKILLS),
    ("Education & Training", Section.EDUCATION),
    ("education", Section.EDUCATION),
    ("Licenses", Section.CERTIFICATES),
    ("Licences and Certificates", Section.CERTIFICATES),
    ("Profile", Section.SUMMARY),
    ("Career Objective", Section.SUMMARY),
    ("About me", Section.SUMMARY),
    ("Languages", Section.LANGUAGES),
    ("Selected Projects", Section.PROJECTS),
    ("References", Section.OTHER),
    ("Honors & Awards", Section.OTHER),
    ("Contact", Section.HEADER),
    ("# Summary", Section.SUMMARY),
]


@pytest.mark.parametrize(("text", "section"), HEADINGS)
def test_known_headings(text: str, section: Section) -> None:
    assert section_of_resume_heading(text) is section
    assert section_of_resume_heading(text.upper()) is section


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nurse",
        "Customer service experience",
        "Ten years of experience in payroll",
        "x" * 200,
        "Acme, Leeds",
    ],
)
def test_other_texts_open_no_section(text: str) -> None:
    assert section_of_resume_heading(text) is None


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Customer Service Experience", Section.EXPERIENCE),
        ("Computer Engineering Experience", Section.EXPERIENCE),
        ("Industry Certifications", Section.CERTIFICATES),
        ("Awards and Side Quests", Section.OTHER),
    ],
)
def test_a_formatted_line_may_have_words_of_its_own(text: str, section: Section) -> None:
    assert section_of_resume_heading(text) is None
    assert section_of_resume_heading(text, formatted=True) is section


def test_formatting_alone_makes_no_heading() -> None:
    assert section_of_resume_heading("Acme Corporation", formatted=True) is None
