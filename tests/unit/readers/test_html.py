import json
import sys

import pytest

from gapcheck.document import Document, Format, Role
from gapcheck.readers import read_bytes
from gapcheck.readers.jobposting import find_job_posting, posting_lines

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Staff Nurse &amp; Carer",
    "hiringOrganization": {"@type": "Organization", "name": "Hillview\u00a0Clinic"},
    "description": "<p>We look for a <b>nurse</b>.</p><h3>Requirements</h3><ul><li>Wound care</li></ul>",
}


def page(value: object, body: str = "<nav>Home</nav><p>Other words</p>") -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(value)}</script>'
    return f"<!doctype html><html><head><title>Jobs &amp; more</title>{script}</head><body>{body}".encode()


def rows(document: Document) -> list[tuple[Role, str]]:
    return [(line.role, document.line_text(line)) for line in document.lines]


EXPECTED = [
    (Role.HEADING, "Staff Nurse & Carer"),
    (Role.BODY, "We look for a nurse."),
    (Role.HEADING, "Requirements"),
    (Role.LIST_ITEM, "Wound care"),
]


@pytest.mark.parametrize(
    "value",
    [
        POSTING,
        [{"@type": "WebPage"}, POSTING],
        {"@graph": [{"@type": "Organization"}, {"item": [POSTING]}]},
        POSTING | {"@type": ["Thing", "JobPosting"]},
        POSTING | {"@type": "http://schema.org/JobPosting"},
        POSTING | {"description": POSTING["description"].replace("<", "&lt;").replace(">", "&gt;")},  # type: ignore[attr-defined]
        POSTING | {"description": POSTING["description"].replace("<", "&amp;lt;").replace(">", "&amp;gt;")},  # type: ignore[attr-defined]
    ],
)
def test_job_posting_wherever_it_stands(value: object) -> None:
    document = read_bytes(page(value), "job.html")
    assert rows(document) == EXPECTED
    assert (document.title, document.employer) == ("Staff Nurse & Carer", "Hillview Clinic")
    assert document.format is Format.HTML


def test_further_properties_are_added_where_they_say_more() -> None:
    posting = POSTING | {
        "skills": ["Triage", "IV therapy"],
        "qualifications": "Wound care",
        "responsibilities": {"description": "Night shifts"},
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
        "educationRequirements": {"credentialCategory": "bachelor degree"},
    }
    found = find_job_posting(page(posting).decode())
    assert found is not None
    assert [line.text for line in posting_lines(found)][4:] == [
        "Responsibilities",
        "Night shifts",
        "Skills",
        "Triage",
        "IV therapy",
        "Experience",
        "24 months of experience",
        "Education",
        "bachelor degree",
    ]


def test_line_breaks_of_a_plain_description_count() -> None:
    found = find_job_posting(page(POSTING | {"description": "One\nTwo", "skills": 7}).decode())
    assert found is not None
    assert [line.text for line in posting_lines(found)] == ["Staff Nurse & Carer", "One", "Two"]


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "WebPage"},
        [],
        "text",
        {"@type": None},
        {"@type": "JobPosting", "description": ""},
        {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": POSTING}}}}}}}}}}}}},
    ],
)
def test_pages_without_a_usable_posting(value: object) -> None:
    assert [text for _, text in rows(read_bytes(page(value), "-"))] == ["Other words"]


def test_broken_json_is_passed_over() -> None:
    script = b'<script type="application/ld+json">{"@type": "JobPosting", </script>'
    assert read_bytes(b"<html>" + script + b"<p>Text</p>", "-").text == "Text"
    assert find_job_posting('<script type="application/ld+json">' + "[" * 100_000) is None
    assert find_job_posting('<script type="application/ld+json">' + "[" * 100_000 + "</script>") is None


SENTENCE = "We keep the ledgers of many small firms in the county and close every month on time. "
ARTICLE = (
    "<nav><ul><li><a href='/'>Start page</a></li></ul></nav><main><article><h1>Senior Accountant</h1>"
    f"<p>{SENTENCE * 3}</p><h2>What you bring</h2><ul><li>General ledger</li><li>Month-end close</li></ul>"
    f"<p>{SENTENCE * 2}</p></article></main><footer>Privacy and cookies</footer>"
)


def test_main_content_without_navigation() -> None:
    document = read_bytes(
        f"<!doctype html><html><title>Accountant</title><body>{ARTICLE}".encode(), "job.html"
    )
    texts = [text for _, text in rows(document)]
    assert (Role.LIST_ITEM, "General ledger") in rows(document)
    assert (Role.HEADING, "What you bring") in rows(document)
    assert not {"Start page", "Privacy and cookies"} & set(texts)
    assert (document.title, document.employer) == ("Accountant", None)


def test_the_whole_page_where_no_main_content_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    monkeypatch.setattr(trafilatura, "extract", lambda *_args, **_options: None)
    document = read_bytes(f"<html><body>{ARTICLE}".encode(), "job.html")
    assert document.text.startswith("Senior Accountant\nWe keep the ledgers")


def test_json_ld_needs_no_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert read_bytes(page(POSTING), "job.html").title == "Staff Nurse & Carer"


@pytest.mark.parametrize(
    ("charset", "notes"), [("iso-8859-15", []), ("no-such-charset", ["READ012"]), (None, ["READ012"])]
)
def test_the_declared_charset_is_used(charset: str | None, notes: list[str]) -> None:
    meta = f'<meta charset="{charset}">' if charset else ""
    document = read_bytes(f"<html>{meta}<p>café</p>".encode("iso-8859-15"), "job.html")
    assert document.text == "café"
    assert [note.code for note in document.notes] == notes


def test_controls_in_a_page_are_noted() -> None:
    document = read_bytes(b"<html><p>a\x1b[31mb</p>", "job.html")
    assert (document.text, [note.code for note in document.notes]) == ("ab", ["READ009"])
