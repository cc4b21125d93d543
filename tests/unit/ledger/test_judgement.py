from __future__ import annotations

import pytest

from gapcheck.ledger.line import CODES
from gapcheck.report import RequirementStatus, RequirementType

from .build import ledger, only

NURSE = """Jane Roe
EXPERIENCE
* Staff Nurse, St Mary, Mar 2019 - Jun 2021
Cared for patients on a surgical ward
* Receptionist, Acme, Jan 2015 - Dec 2018
Answered the telephone, kept the diary
EDUCATION
* BSc Nursing, University of Leeds, 2015"""


def test_years_of_a_scope_with_the_arithmetic() -> None:
    line = only("5 years of nursing experience", NURSE)
    assert (line.status, line.code) == (RequirementStatus.SHORT, "REQ001")
    assert (line.need, line.have) == ("5 years of nursing", "2.3 years")
    assert line.note is not None
    assert "2019-03 to 2021-06 (2.3)" in line.note
    assert "Short by 2.7 years" in line.note
    assert "6.3 years in all" in line.note
    assert line.evidence[0].text.startswith("* Staff Nurse")


def test_generic_years_count_all_jobs() -> None:
    line = only("6 years of relevant experience", NURSE)
    assert (line.status, line.have) == (RequirementStatus.MET, "6.3 years")


def test_overlapping_jobs_count_once() -> None:
    resume = "EXPERIENCE\n* Cook, A, Jan 2018 - Dec 2019\n* Cook, B, Jan 2019 - Dec 2020"
    line = only("4 years of experience as a cook", resume)
    assert (line.status, line.have) == (RequirementStatus.SHORT, "3 years")
    assert line.note is not None
    assert "overlaps counted once" in line.note


def test_evidence_is_text_of_the_resume() -> None:
    for line in ledger("2 years of nursing experience\nBachelor's degree in Nursing", NURSE):
        assert line.status is RequirementStatus.MET
        assert line.evidence
        assert all(NURSE[item.start : item.end] == item.text for item in line.evidence)


CASES = [
    # posting, resume, status
    ("10 years of relevant experience", NURSE, "short"),
    ("2 years of welding experience", NURSE, "not_shown"),
    ("2 years of welding experience", NURSE + "\nSKILLS\nWelding", "unclear"),
    ("9 years of welding experience", NURSE, "short"),
    ("2 years of experience", "SUMMARY\nA keen person", "not_shown"),
    ("2 years of experience", "EXPERIENCE\n* Clerk, Acme", "unclear"),
    ("2 years of experience", "SUMMARY\nOver 5 years of experience in retail\nEXPERIENCE\n* Clerk", "met"),
    ("9 years of experience", "SUMMARY\nOver 5 years of experience in retail\nEXPERIENCE\n* Clerk", "short"),
    ("5 years of retail experience", "SUMMARY\n5+ years of retail experience", "met"),
    ("3 years of Python experience", "SKILLS\nPython (4 years)", "met"),
    ("3 years of experience", "EXPERIENCE\n* Clerk, A, 2017 - 2019\n* Clerk, B, 2019 - 2020", "met"),
    (
        "3 years of experience",
        "EXPERIENCE\n* Clerk, A, 2017 - 2019\n* Clerk, B, Jan 2020 - Aug 2020",
        "unclear",
    ),
    ("4 years of experience", "EXPERIENCE\n* Clerk, A, Jan 2018 - Dec 2020\n* Clerk, B", "unclear"),
    ("0-2 years of experience", "EXPERIENCE\n* Clerk, A, Jan 2026 - Present", "met"),
    ("Several years of nursing experience", NURSE, "unclear"),
    ("Several years of welding experience", NURSE, "not_shown"),
    ("Previous nursing experience", NURSE, "met"),
    ("Previous welding experience", NURSE, "not_shown"),
    ("Previous welding experience", NURSE + "\nSKILLS\nWelding", "unclear"),
    ("Experience of working in wards and theatres", NURSE, "unclear"),
    ("Experience of working in wards or theatres", NURSE, "met"),
    ("Bachelor's degree", NURSE, "met"),
    ("High school diploma or GED", NURSE, "met"),
    ("Bachelor's degree in Nursing", NURSE, "met"),
    ("Bachelor's degree in Medicine or a related field", NURSE, "met"),
    ("Bachelor's degree in Law", NURSE, "unclear"),
    ("Degree in a quantitative field", "EDUCATION\n* BSc Statistics, 2014", "met"),
    ("Degree in a technical field", "EDUCATION\n* Bachelor of Science, Marketing, 2014", "unclear"),
    ("Bachelor's degree in Information Systems", "EDUCATION\n* BSc Chemistry, 2014", "unclear"),
    ("Degree in Computer Science or a related field", "EDUCATION\n* BSc Biology, 2014", "unclear"),
    ("Degree in Computer Science or a related field", "EDUCATION\n* BS Information Systems, 2014", "met"),
    ("Degree in statistics, economics or a related field", "EDUCATION\n* BA Marketing, 2014", "unclear"),
    ("Degree in statistics, economics or a related field", "EDUCATION\n* BA Finance, 2014", "met"),
    ("Master's degree", NURSE, "short"),
    ("Master's degree or equivalent experience", NURSE, "unclear"),
    ("Bachelor's degree", "EXPERIENCE\n* Cook, A, Jan 2018 - Dec 2019", "not_shown"),
    ("Bachelor's degree", "EDUCATION\n* BA History, expected June 2027", "unclear"),
    ("Currently pursuing a Bachelor's degree", "EDUCATION\n* BA History, expected June 2027", "met"),
    ("Master's degree", "Jane Roe, MBA\nEXPERIENCE\n* Clerk", "met"),
    ("PhD in Chemistry", "EXPERIENCE\n* Supervised PhD students\nEDUCATION\n* BSc Chemistry, 2012", "short"),
    ("CPA required", "CERTIFICATES\nCertified Public Accountant, 2015", "met"),
    ("CPA required", "SUMMARY\nA bookkeeper", "not_shown"),
    ("CPA required", "SUMMARY\nStudying for the CPA", "unclear"),
    ("BLS certification required", "CERTIFICATES\nBLS, expires May 2025", "short"),
    ("BLS certification required", "CERTIFICATES\nBLS, expires May 2028", "met"),
    ("BLS certification required", "CERTIFICATES\nACLS provider", "met"),
    ("ServiceNow certification", "CERTIFICATES\nServiceNow certified developer", "met"),
    ("ServiceNow certification", "SKILLS\nServiceNow, Jira", "unclear"),
    ("ServiceNow certification", "SKILLS\nJira", "not_shown"),
    ("Full UK driving licence", "Clean driving licence", "met"),
    ("Fluent in Spanish", "LANGUAGES\nSpanish (native), English", "met"),
    ("Fluent in Spanish", "LANGUAGES\nSpanish", "unclear"),
    ("Fluent in Spanish", "LANGUAGES\nSpanish (basic)", "short"),
    ("Fluent in Spanish", "Languages: Spanish (C1)", "met"),
    ("Native-level Spanish", "LANGUAGES\nSpanish (fluent)", "unclear"),
    ("Basic Spanish", "LANGUAGES\nSpanish", "met"),
    ("Fluent in Spanish", "SUMMARY\nA keen person", "not_shown"),
    ("Proficient in written and spoken English", "SUMMARY\nA keen person", "unclear"),
    ("Active Secret clearance", "SUMMARY\nHold an active Top Secret clearance", "met"),
    ("TS/SCI required", "SUMMARY\nHold an active Secret clearance", "short"),
    ("Active Secret clearance", "SUMMARY\nHold an active security clearance", "unclear"),
    ("Active Secret clearance", "SUMMARY\nA keen person", "not_shown"),
    ("Must be able to obtain a security clearance", "SUMMARY\nA keen person", "unclear"),
    ("Must be authorized to work in the United States", "US citizen", "met"),
    ("Must be authorized to work in the United States", "SUMMARY\nA keen person", "not_shown"),
    ("We are unable to sponsor visas", "Green card holder", "met"),
    ("Willing to travel", "SUMMARY\nWilling to travel", "met"),
    ("Must pass a background check", "SUMMARY\nA keen person", "unclear"),
]


@pytest.mark.parametrize(("posting", "resume", "status"), CASES)
def test_status(posting: str, resume: str, status: str) -> None:
    line = only(posting, resume)
    assert line.status.value == status
    assert line.code == CODES[line.status]
    assert line.status is RequirementStatus.MET or line.note


@pytest.mark.parametrize(
    ("resume", "statuses"),
    [
        ("EDUCATION\n* BA History, 2012", ["met", "met"]),
        ("EXPERIENCE\n* Clerk, Acme, Jan 2015 - Dec 2021", ["met", "met"]),
        ("EXPERIENCE\n* Clerk, Acme, Jan 2020 - Dec 2021", ["not_shown", "short"]),
    ],
)
def test_a_degree_or_years(resume: str, statuses: list[str]) -> None:
    lines = ledger("Bachelor's degree or 6 years' experience", resume)
    assert [line.status.value for line in lines] == statuses


def test_a_branch_of_alternatives_is_met_as_a_whole() -> None:
    posting = "Bachelor's degree and 5 years of experience, or Master's degree and 3 years of experience"
    resume = "EXPERIENCE\n* Clerk, Acme, Jan 2020 - Dec 2023\nEDUCATION\n* BA History, 2012"
    statuses = [line.status.value for line in ledger(posting, resume)]
    assert statuses == ["met", "short", "short", "met"]
    statuses = [line.status.value for line in ledger(posting, resume + "\n* MA History, 2014")]
    assert statuses == ["met", "met", "met", "met"]


def test_an_alternative_says_why_it_is_not_needed() -> None:
    met, excused = ledger("PMP or PRINCE2", "CERTIFICATES\nPMP, 2019")
    assert met.type is RequirementType.CERTIFICATE
    assert excused.note == "Not needed: the alternative is met (PMP)."
    first, _ = ledger("PMP or PRINCE2", "SUMMARY\nA keen person")
    assert first.note is not None
    assert first.note.endswith("Or instead: PRINCE2.")


def test_without_entries_the_dates_of_the_whole_text_count_and_it_is_said() -> None:
    resume = (
        "Nurse at St Mary\nJan 2018 - Dec 2020\nCared for patients\nUniversity of Leeds\nSep 2012 - Jun 2015"
    )
    line = only("2 years of experience", resume, entries=False)
    assert (line.status, line.have) == (RequirementStatus.MET, "3 years")
    assert line.note is not None
    assert "from dates alone" in line.note


def test_many_jobs_are_summed_up() -> None:
    jobs = "\n".join(f"* Clerk, Employer {year}, Jan {year} - Jun {year}" for year in range(2010, 2020))
    line = only("4 years of experience as a clerk", "EXPERIENCE\n" + jobs)
    assert line.have == "5 years"
    assert line.note is not None
    assert "4 earlier + 2014-01 to 2014-06 (0.5)" in line.note
