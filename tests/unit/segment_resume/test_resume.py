"""Whole resumes: name, headline, parts, jobs and studies."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.document import Document, Role
from gapcheck.segment.model import Entry, ResumeSection, SegmentedResume, Span
from gapcheck.segment.resume import segment_resume
from tests.unit.glance.pages import Row, page, plain


def said(document: Document, span: Span | None) -> str | None:
    return None if span is None else document.text[span.start : span.end]


def entries(document: Document, found: tuple[Entry, ...]) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (said(document, item.title), said(document, item.employer), said(document, item.dates))
        for item in found
    ]


def jobs(text: str) -> list[tuple[str | None, str | None, str | None]]:
    document = plain(text)
    return entries(document, segment_resume(document).jobs)


def studies(text: str) -> list[tuple[str | None, str | None, str | None]]:
    document = plain(text)
    return entries(document, segment_resume(document).studies)


def sections(document: Document) -> list[str]:
    return [part.section.value for part in segment_resume(document).parts]


RESUME = """Mara Okafor
Staff Nurse
mara@example.org | 0113 555 0101 | Leeds

Summary
Nurse with nine years on surgical wards.

Experience
Staff Nurse, Northgate Hospital, Leeds
Mar 2019 - Present
- Led handover for a ward of 28 beds
Nurse, Southfield Clinic
Jan 2015 - Feb 2019
- Gave medication

Education
BSc Nursing, University of Leeds, 2014

Skills
Wound care, triage, ECG
"""


def test_a_plain_resume() -> None:
    document = plain(RESUME)
    resume = segment_resume(document)
    assert said(document, resume.name) == "Mara Okafor"
    assert said(document, resume.headline) == "Staff Nurse"
    assert [part.section for part in resume.parts] == [
        ResumeSection.HEADER,
        ResumeSection.SUMMARY,
        ResumeSection.EXPERIENCE,
        ResumeSection.EDUCATION,
        ResumeSection.SKILLS,
    ]
    assert entries(document, resume.jobs) == [
        ("Staff Nurse", "Northgate Hospital", "Mar 2019 - Present"),
        ("Nurse", "Southfield Clinic", "Jan 2015 - Feb 2019"),
    ]
    assert entries(document, resume.studies) == [("BSc Nursing", "University of Leeds", "2014")]


def test_parts_tile_the_lines() -> None:
    document = plain(RESUME)
    parts = segment_resume(document).parts
    covered = [line for part in parts for line in range(part.first_line, part.last_line + 1)]
    assert covered == list(range(len(document.lines)))


# The head of the first job and of the second, in one order; "/" stands for a line break.
ORDERS = {
    "dates below": ("Chef, Alpha Hotel/2015 - 2019", "Cook, Delta Diner/2012 - 2014"),
    "months": ("Chef, Alpha Hotel/Jan 2015 - Feb 2019", "Cook, Delta Diner/May 2012 - Dec 2014"),
    "dates at the end": ("Chef, Alpha Hotel — Leeds 2015 - 2019", "Cook, Delta Diner — York 2012 - 2014"),
    "pipes": ("Alpha Hotel | Chef | 2015 - 2019", "Delta Diner | Cook | 2012 - 2014"),
    "employer first": ("Alpha Hotel/Chef/2015 - 2019", "Delta Diner/Cook/2012 - 2014"),
    "dates first": ("2015 - 2019/Chef/Alpha Hotel", "2012 - 2014/Cook/Delta Diner"),
    "dates in front": ("2015 - 2019 Chef, Alpha Hotel", "2012 - 2014 Cook, Delta Diner"),
    "dates in brackets": ("Chef, Alpha Hotel (2015 - 2019)", "Cook, Delta Diner (2012 - 2014)"),
    "at": ("Chef at Alpha Hotel/2015 - 2019", "Cook at Delta Diner/2012 - 2014"),
    "employer and dates, then title": ("Alpha Hotel 2015 - 2019/Chef", "Delta Diner 2012 - 2014/Cook"),
    "dashes": ("Chef - Alpha Hotel - Leeds, UK/2015 - 2019", "Cook - Delta Diner - York, UK/2012 - 2014"),
}
WITHOUT_BODY = ("dates below", "dates in front", "at", "pipes", "employer first")


def check_order(first: str, second: str, body: str) -> None:
    heads = [head.replace("/", "\n") for head in (first, second)]
    found = jobs("Ann Lee\n\nWork History\n" + body.join([*heads, ""]))
    assert [item[:2] for item in found] == [("Chef", "Alpha Hotel"), ("Cook", "Delta Diner")]
    assert all(dates for _, _, dates in found)


@pytest.mark.parametrize(("first", "second"), ORDERS.values(), ids=ORDERS.keys())
def test_title_employer_and_dates_in_any_order(first: str, second: str) -> None:
    check_order(first, second, "\n- Did what was needed\n")


@pytest.mark.parametrize("name", WITHOUT_BODY)
def test_jobs_that_follow_each_other_at_once(name: str) -> None:
    check_order(*ORDERS[name], "\n")


def test_dates_as_heading_of_a_list() -> None:
    found = jobs(
        "Experience\n2015 - 2019\n- Chef, Alpha Hotel\n- Cooked\n2012 - 2014\n- Cook, Delta Diner\n- Fried\n"
    )
    assert [item[:2] for item in found] == [("Chef", "Alpha Hotel"), ("Cook", "Delta Diner")]


def test_jobs_without_dates() -> None:
    found = jobs("Experience\nChef\nAlpha Hotel\n- Cooked for 200 guests\nCook\nDelta Diner\n- Fried\n")
    assert found == [("Chef", "Alpha Hotel", None), ("Cook", "Delta Diner", None)]


def test_jobs_without_a_heading() -> None:
    document = plain(
        "Ann Lee\nann@example.org\n\nSenior Chef, Alpha Hotel (2015 - 2019)\n- Cooked\n\n"
        "Education\nDiploma, Leeds College"
    )
    resume = segment_resume(document)
    assert entries(document, resume.jobs) == [("Senior Chef", "Alpha Hotel", "2015 - 2019")]
    assert [part.section for part in resume.parts] == [
        ResumeSection.HEADER,
        ResumeSection.EXPERIENCE,
        ResumeSection.EDUCATION,
    ]


def test_several_roles_under_one_employer() -> None:
    document = page(
        Row("Experience", size=13, bold=True),
        Row("Alpha Group", bold=True),
        Row("Head Chef\t2018 - 2021", x=60),
        Row("• Led a kitchen of nine", x=70),
        Row("Sous Chef\t2015 - 2018", x=60),
        Row("• Ran the grill", x=70),
    )
    found = entries(document, segment_resume(document).jobs)
    assert found[0] == ("Head Chef", "Alpha Group", "2018 - 2021")
    assert found[1] == ("Sous Chef", "Alpha Group", "2015 - 2018")


def test_a_resume_without_capitals_has_its_jobs() -> None:
    text = (
        "Ada Lund\n\nEmployment\nHead Chef\nAlpha Hotel\nMarch 2018 - May 2021\n- Led a kitchen of nine\n"
        "Sous Chef\nBeta Inn\nJune 2015 - March 2018\n- Ran the grill\n\nEducation\nBSc Food Science\n2012 - 2015\n"
    )
    as_written, small = jobs(text), jobs(text.lower())
    assert len(as_written) == 2
    assert [(title, dates) for title, _, dates in small] == [
        (str(title).lower(), str(dates).lower()) for title, _, dates in as_written
    ]


def test_a_date_in_a_sentence_starts_no_job() -> None:
    found = jobs(
        "Experience\nChef, Alpha Hotel\n2015 - 2019\n"
        "In May 2016 the kitchen won an award for its menu.\n"
        "Grew sales by 4 % in 2017, a year of change for the whole house.\n"
    )
    assert len(found) == 1


def test_an_employer_glued_to_the_title_is_told_apart() -> None:
    assert jobs("Experience\n2015 - 2019\nStaff Accountant Borealis Partners\n- Closed the month\n")[0][
        :2
    ] == (
        "Staff Accountant",
        "Borealis Partners",
    )


def test_a_title_with_of_keeps_what_follows() -> None:
    assert jobs("Experience\nDirector of Nursing Services\nAlpha Hospital\n2015 - 2019\n")[0][:2] == (
        "Director of Nursing Services",
        "Alpha Hospital",
    )


def test_an_organisation_that_reads_like_a_title_comes_second() -> None:
    assert jobs("Experience\nNurse Partners Ltd\nCarer\n2015 - 2019\n")[0][:2] == (
        "Carer",
        "Nurse Partners Ltd",
    )


def test_a_title_in_an_organisations_name_is_better_than_none() -> None:
    assert jobs("Experience\nNurse Partners Ltd 2015 - 2019\n- Cared\n")[0][0] is not None


def test_the_legal_form_belongs_to_the_employer() -> None:
    assert jobs("Experience\nChef | Alpha, Inc. | Reno, NV\n2015 - 2019\n")[0][1] == "Alpha, Inc."


def test_a_place_is_no_employer() -> None:
    assert jobs("Experience\nChef, Leeds, UK\nAlpha\n2015 - 2019\n")[0][1] == "Alpha"
    assert jobs("Experience\nChef | Remote | 30 hours per week\n2015 - 2019\n")[0][1] is None


def test_a_torn_dash_still_makes_a_range() -> None:
    assert jobs("Experience\nChef, Alpha Hotel, 06/2009 ¼ 10/2015\n- Cooked\n")[0][2] == "06/2009 ¼ 10/2015"


STUDIES = [
    ("BSc Nursing\nUniversity of Leeds\n2011 - 2014", ("BSc Nursing", "University of Leeds", "2011 - 2014")),
    ("University of Leeds — M.A. in History\n2014", ("M.A. in History", "University of Leeds", "2014")),
    (
        "2011 - 2014 Leeds College, Diploma in Catering",
        ("Diploma in Catering", "Leeds College", "2011 - 2014"),
    ),
    ("High School Diploma, North Academy", ("High School Diploma", "North Academy", None)),
    ("MIT May 2022\nM.S., Physics", ("M.S.", "MIT", "May 2022")),
    ("Welding Bootcamp (2021)", (None, "Welding Bootcamp", "2021")),
]


@pytest.mark.parametrize(("text", "study"), STUDIES)
def test_studies(text: str, study: tuple[str | None, str | None, str | None]) -> None:
    assert studies("Education\n" + text) == [study]


def test_each_degree_is_a_study() -> None:
    found = studies(
        "Education\nMSc Physics\nAlpha University\n2015\n- Thesis on glass\nBSc Physics\n"
        "Beta University\n2012\n"
    )
    assert [item[:2] for item in found] == [
        ("MSc Physics", "Alpha University"),
        ("BSc Physics", "Beta University"),
    ]


def test_education_on_the_line_of_its_heading() -> None:
    assert studies("Ann Lee\nEducation: BSc Nursing, University of Leeds, 2014\n")[0][0] == "BSc Nursing"


# Headers


@pytest.mark.parametrize(
    ("rows", "name", "headline"),
    [
        ([Row("Ann Lee", size=20), "Chef", "ann@example.org"], "Ann Lee", "Chef"),
        (
            [Row("Product Designer", size=20), Row("Ann Lee", size=13), "ann@example.org"],
            "Ann Lee",
            "Product Designer",
        ),
        ([Row("ANN", size=20), Row("LEE", size=20), "Chef"], "ANN\nLEE", "Chef"),
        ([Row("Ann Lee, RN", size=20), "Leeds, UK"], "Ann Lee", None),
        ([Row("Ann Lee | Pastry Chef", size=20), "Leeds"], "Ann Lee", "Pastry Chef"),
        ([Row("Ann\tLee", size=20), "Chef"], "Ann Lee", "Chef"),
        ([Row("SUPERVISOR", size=10), "Summary", "Leads people."], None, "SUPERVISOR"),
        ([Row("Sample Resume", size=24), Row("Ann Lee", size=14), "x@y.org", "Experience"], "Ann Lee", None),
        ([Row("Ana María de la Cruz", size=20), "+44 113 555 0101"], "Ana María de la Cruz", None),
        ([Row("Etta", size=20), "etta@example.org"], "Etta", None),
        ([Row("HR CONSULTING"), "Summary", "Seven years."], None, "HR CONSULTING"),
    ],
)
def test_names_and_headlines(rows: list[Row | str], name: str | None, headline: str | None) -> None:
    body: list[Row | str] = [
        Row("Experience", bold=True),
        "Chef, Alpha Hotel 2015 - 2019",
        "Cooked for many guests",
    ]
    document = page(*rows, *body)
    resume = segment_resume(document)
    assert said(document, resume.name) == name
    assert said(document, resume.headline) == headline


def test_a_sidebar_before_the_name_does_not_hide_it() -> None:
    document = page(
        Row("Contact", bold=True, column=1, x=20),
        Row("ann@example.org", column=1, x=20),
        Row("Skills", bold=True, column=1, x=20),
        Row("Grill", column=1, x=20),
        Row("Ann Lee", size=22, column=2, x=200),
        Row("Experience", bold=True, column=2, x=200),
        Row("Chef, Alpha Hotel 2015 - 2019", column=2, x=200),
    )
    assert said(document, segment_resume(document).name) == "Ann Lee"


def test_no_name_in_text_that_has_none() -> None:
    assert segment_resume(plain("looking for work as a chef since 2015\n\nexperience\n")).name is None


# Parts


def test_a_formatted_heading_of_its_own_words() -> None:
    document = page(
        Row("Ann Lee", size=20),
        "ann@example.org",
        Row("SUMMARY", bold=True, size=12),
        "Cooks for many guests every single day of the week.",
        Row("MOST PROUD OF", bold=True, size=12),
        "A star in the guide",
        Row("EXPERIENCE", bold=True, size=12),
        "Chef, Alpha Hotel 2015 - 2019",
    )
    assert sections(document) == ["header", "summary", "other", "experience"]


def test_an_employer_in_the_look_of_headings_is_none() -> None:
    document = page(
        Row("Ann Lee", size=20),
        Row("SUMMARY", bold=True),
        "Cooks.",
        Row("EXPERIENCE", bold=True),
        Row("ALPHA", bold=True),
        "Chef 2015 - 2019",
        Row("EDUCATION", bold=True),
        "Diploma, Leeds College",
    )
    assert sections(document) == ["header", "summary", "experience", "education"]


def test_a_label_below_a_job_opens_no_section() -> None:
    document = page(
        Row("Experience", bold=True, size=13),
        "Chef, Alpha Hotel 2015 - 2019",
        "Achievements:",
        "• Won a star",
        "Cook, Delta Diner 2012 - 2014",
        Row("Awards", bold=True, size=13),
        "Best soup",
    )
    assert sections(document) == ["experience", "other"]
    assert len(segment_resume(document).jobs) == 2


def test_the_last_word_of_a_sentence_is_no_heading() -> None:
    assert sections(
        plain("Summary\nCooks with a wide range of\nskills.\n\nExperience\nChef 2015 - 2019\n")
    ) == [
        "summary",
        "experience",
    ]


def test_headings_that_share_their_line() -> None:
    text = (
        "Ann Lee\nSummary: Cooks for many\nSkills: Grill, sauces\nLanguages: Polish\n"
        "Education: Diploma, Leeds College\n"
    )
    assert sections(plain(text)) == ["header", "summary", "skills", "education"]


def test_a_label_in_a_job_is_no_section_but_education_is() -> None:
    text = "Experience\nChef, Alpha Hotel\n2015 - 2019\nSkills: Grill\nEducation: Diploma, Leeds College\n"
    assert sections(plain(text)) == ["experience", "education"]


def test_a_label_in_the_margin() -> None:
    document = page(
        Row("Ann Lee", size=16),
        Row("Experience\tChef, Alpha Hotel\t2015 - 2019"),
        Row("Cooked for many", x=140),
        Row("Education\tDiploma, Leeds College\t2014"),
    )
    resume = segment_resume(document)
    assert sections(document) == ["header", "experience", "education"]
    assert entries(document, resume.jobs) == [("Chef", "Alpha Hotel", "2015 - 2019")]
    assert entries(document, resume.studies) == [("Diploma", "Leeds College", "2014")]


def test_the_second_page_continues_its_own_column() -> None:
    document = page(
        Row("Ann Lee", size=20, x=50),
        Row("EXPERIENCE", bold=True, column=1, x=50),
        Row("Chef, Alpha Hotel 2015 - 2019", column=1, x=50),
        Row("SKILLS", bold=True, column=2, x=400),
        Row("Grill", column=2, x=400),
        Row("Cook, Delta Diner 2012 - 2014", page=2, x=50),
    )
    resume = segment_resume(document)
    assert resume.section_of_line(5) is ResumeSection.EXPERIENCE
    assert [said(document, job.title) for job in resume.jobs] == ["Chef", "Cook"]


def test_lines_beside_labels_belong_to_the_heading_they_stand_under() -> None:
    """Labels left of what they label, read column by column: the next heading comes before what is beside them."""
    document = page(
        Row("Skills", bold=True, column=1),
        Row("Kitchen", column=1),
        Row("Tools", column=1),
        Row("Education", bold=True, column=1),
        Row("Grill, pastry", column=2, x=200),
        Row("Knife, oven", column=2, x=200),
        Row("Diploma, Leeds College, 2014", column=1),
    )
    resume = segment_resume(document)
    assert [resume.section_of_line(line).value for line in range(7)] == [
        *("skills", "skills", "skills", "education", "skills", "skills", "education")
    ]
    assert [said(document, study.title) for study in resume.studies] == ["Diploma"]


def test_a_column_below_the_heading_stays_with_it() -> None:
    document = page(
        Row("Skills", bold=True, column=1),
        Row("Kitchen", column=2, x=200),
        Row("Grill, pastry", column=2, x=200),
    )
    assert sections(document) == ["skills"]


def test_heading_styles_count_as_formatting() -> None:
    document = page(
        Row("Ann Lee", size=20), Row("Kitchen Experience", role=Role.HEADING), "Chef, Alpha 2015 - 2019"
    )
    assert sections(document) == ["header", "experience"]


def test_an_empty_document() -> None:
    document = Document("x", plain("a").format, "0", "", ())
    assert segment_resume(document) == SegmentedResume(None, None, (), (), ())


WORDS = [
    "Experience",
    "Education",
    "Skills:",
    "Chef",
    "Alpha Ltd",
    "2015 - 2019",
    "•",
    "x@y.org",
    "BSc",
    "Ann Lee",
    "|",
    ",",
    ".",
]


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=15)
)
def test_any_resume_gives_sound_offsets(lines: list[str]) -> None:
    document = plain("\n".join(["Start", *lines]))
    resume = segment_resume(document)
    covered = [line for part in resume.parts for line in range(part.first_line, part.last_line + 1)]
    assert covered == list(range(len(document.lines)))
    for entry in (*resume.jobs, *resume.studies):
        assert 0 <= entry.first_line <= entry.last_line < len(document.lines)
        for span in (entry.title, entry.employer, entry.dates):
            assert span is None or 0 <= span.start < span.end <= len(document.text)
    assert segment_resume(document) == resume


def test_a_long_resume_is_quick() -> None:
    document = plain(RESUME * 40)
    before = time.process_time()
    segment_resume(document)
    assert time.process_time() - before < 1.0
