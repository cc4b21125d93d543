"""Abbreviations that a text explains."""

from __future__ import annotations

import pytest

from gapcheck.extract.acronyms import find_abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("use of Customer Relationship Management (CRM) software", "CRM", "Customer Relationship Management"),
        ("write an Individualized Education Program (IEP)", "IEP", "Individualized Education Program"),
        ("the CRM (Customer Relationship Management) system", "CRM", "Customer Relationship Management"),
        ("knowledge of Department of Defense (DoD) rules", "DoD", "Department of Defense"),
        ("key performance indicators (KPIs)", "KPIs", "key performance indicators"),
        ("an Ear, Nose and Throat (ENT) ward", "ENT", "Ear, Nose and Throat"),
        ("ENT (Ear, Nose and Throat) ward", "ENT", "Ear, Nose and Throat"),
        ("a Licensed Vocational Nurse, (LVN)", "LVN", "Licensed Vocational Nurse"),
        ("runs VTC (Video Teleconferencing) rooms", "VTC", "Video Teleconferencing"),
        ("a stress electrocardiogram (ECG)", "ECG", "electrocardiogram"),
        ("a College Coding Certificate (CCC)", "CCC", "College Coding Certificate"),
    ],
)
def test_finds(text: str, short: str, long: str) -> None:
    (found,) = find_abbreviations(text)
    assert (found.short, found.long) == (short, long)
    assert text[found.start : found.end] == long


@pytest.mark.parametrize(
    "text",
    [
        "our Leeds office (UK)",
        "full time (FTE 0.8)",
        "Senior Nurse (RN)",
        "a manager (m/f/d)",
        "five people (HR and IT)",
        "in Leeds, York (LE)",
        "Baltimore, Maryland (MD)",
        "Shift Leader (SLF)",
    ],
)
def test_leaves_other_brackets_alone(text: str) -> None:
    assert not list(find_abbreviations(text))


def test_a_word_without_end_costs_no_time() -> None:
    # Quadratic patterns would take minutes here; linear ones take milliseconds.
    assert list(find_abbreviations("x" * 150_000)) == []
    (found,) = find_abbreviations("x" * 9_000 + " Customer Relationship Management (CRM)")
    assert found.long == "Customer Relationship Management"
