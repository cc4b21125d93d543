"""Headings of resumes: which section the words of a heading open, in the many ways people put them."""

from __future__ import annotations

import re
from functools import lru_cache

from gapcheck.segment.model import ResumeSection

LONGEST_HEADING = 6
"""Words in the longest heading of a resume."""

# Whole headings, white-space and case aside; "and" also stands for "&", "/" and "+".
_TABLE: dict[ResumeSection, str] = {
    ResumeSection.SUMMARY: """
        summary; profile; objective; about; about me; overview; bio; introduction; personal
        statement; statement; professional summary; executive summary; career summary; summary of
        qualifications; qualifications summary; qualifications; career objective; job objective;
        employment objective; career profile; personal profile; professional profile; professional
        objective; professional overview; career overview; career focus; who i am; profile
        summary; resume summary; background; professional background summary; personal summary;
        introductory statement; career statement; value proposition; summary of experience;
        experience summary
    """,
    ResumeSection.SKILLS: """
        skills; key skills; core skills; technical skills; soft skills; hard skills; professional
        skills; top skills; skill set; skillset; skill sets; skill highlights; skills summary;
        summary of skills; skills profile; technical summary; technical proficiencies; technical
        proficiency; technical expertise; technical profile; technical knowledge; technical
        competencies; technical background; core competencies; core competences; competencies;
        competences; key competencies; areas of expertise; area of expertise; expertise; fields of
        expertise; areas of strength; strengths; key strengths; core strengths; core
        qualifications; key qualifications; highlights; qualification highlights; highlights of
        qualifications; proficiencies; abilities; capabilities; core capabilities; technologies;
        tools; tech stack; technology stack; software; software skills; computer skills; it
        skills; computer proficiency; programming languages; programming; functional skills;
        transferable skills; skills and abilities; skills and expertise; skills and tools; skills
        and competencies; skills and qualifications; additional skills; other skills; relevant
        skills; specialties; specialities; specializations; areas of knowledge; focus areas;
        knowledge; clinical skills; professional competencies; special skills; personal skills;
        interpersonal skills; language and it skills
    """,
    ResumeSection.EXPERIENCE: """
        experience; experiences; work experience; professional experience; employment experience;
        job experience; employment; employment history; work history; career history; job history;
        employment record; work record; professional history; professional background; career;
        career experience; career summary and experience; relevant experience; relevant work
        experience; related experience; industry experience; business experience; teaching
        experience; clinical experience; nursing experience; military experience; additional
        experience; other experience; prior experience; previous experience; past experience;
        selected experience; experience and achievements; recent experience; current employment;
        previous employment; internships; internship; internship experience; leadership
        experience; research experience; positions; positions held; work; career progression;
        career path; professional career; work background; employment background; employers;
        professional employment; practical experience; military service; where i worked;
        professional work history; project experience; freelance experience; consulting
        experience; management experience; career chronology; work placements; work placement;
        professional appointments; appointments; experience highlights
    """,
    ResumeSection.EDUCATION: """
        education; educations; academic background; educational background; academic
        qualifications; academics; academic history; educational qualifications; education
        history; academic record; academic profile; studies; education and training; training and
        education; education and qualifications; degrees; academic credentials; qualifications and
        education; academic achievements; schooling; education and credentials; education summary;
        education and certifications; education and licenses; formal education; academic
        education; scholastics; coursework; relevant coursework; relevant courses; academic
        experience; degree; educational history
    """,
    ResumeSection.CERTIFICATES: """
        certifications; certification; certificates; certificate; licenses; licences; license;
        licensure; licensures; licence; credentials; professional certifications; professional
        credentials; professional licenses; licenses and certifications; certifications and
        licenses; licences and certificates; registrations; professional registrations;
        professional registration; training; trainings; professional training; courses;
        professional development; continuing education; continuing professional development; cpd;
        accreditations; professional qualifications; training and certifications; certifications
        and training; courses and training; technical certifications; it certifications; training
        and development; further training; online courses; memberships and certifications;
        clearance; security clearance; driving licence; driver's license
    """,
    ResumeSection.LANGUAGES: """
        languages; language; language skills; languages spoken; foreign languages; language
        proficiency; linguistic skills; spoken languages
    """,
    ResumeSection.PROJECTS: """
        projects; project; personal projects; academic projects; selected projects; key projects;
        side projects; relevant projects; notable projects; technical projects; project work;
        project highlights; portfolio; open source; open source projects; open source
        contributions; student projects; course projects
    """,
    ResumeSection.HEADER: """
        contact; contact information; contact info; contact details; personal information;
        personal details; personal data; personal info; details; personalia; curriculum vitae;
        resume; résumé; cv
    """,
    ResumeSection.OTHER: """
        references; referees; interests; hobbies; personal interests; activities; extracurricular
        activities; awards; honors; honours; achievements; accomplishments; key accomplishments;
        key achievements; publications; volunteering; volunteer experience; volunteer work;
        volunteer; voluntary work; voluntary experience; volunteer history; community service;
        community involvement; community; affiliations; memberships; professional affiliations;
        professional memberships; associations; professional associations; patents; conferences;
        presentations; talks; speaking; leadership; leadership and activities; media; press;
        links; extracurriculars; extra-curricular activities; additional information;
        miscellaneous; other; social; recognition; scholarships; research; research interests;
        passions; military; organizations; clubs; societies; service; teaching; philosophy; my
        time; life philosophy; most proud of; career highlights; declaration; selected
        achievements; honors and awards; awards and honors; awards and recognition; other
        information; professional highlights; key contributions; find me online; availability;
        nationality; keywords
    """,
}

# Last words that make a short *formatted* line a heading whatever stands before them ("Computer Engineering
# Experience"); unformatted, "customer service experience" is as likely an item of a list.
_ENDINGS: tuple[tuple[str, ResumeSection], ...] = (
    ("experience", ResumeSection.EXPERIENCE),
    ("employment", ResumeSection.EXPERIENCE),
    ("internships", ResumeSection.EXPERIENCE),
    ("history", ResumeSection.EXPERIENCE),
    ("skills", ResumeSection.SKILLS),
    ("competencies", ResumeSection.SKILLS),
    ("expertise", ResumeSection.SKILLS),
    ("proficiencies", ResumeSection.SKILLS),
    ("technologies", ResumeSection.SKILLS),
    ("strengths", ResumeSection.SKILLS),
    ("education", ResumeSection.EDUCATION),
    ("coursework", ResumeSection.EDUCATION),
    ("certifications", ResumeSection.CERTIFICATES),
    ("certificates", ResumeSection.CERTIFICATES),
    ("licenses", ResumeSection.CERTIFICATES),
    ("licences", ResumeSection.CERTIFICATES),
    ("training", ResumeSection.CERTIFICATES),
    ("languages", ResumeSection.LANGUAGES),
    ("projects", ResumeSection.PROJECTS),
    ("summary", ResumeSection.SUMMARY),
    ("profile", ResumeSection.SUMMARY),
    ("objective", ResumeSection.SUMMARY),
    ("awards", ResumeSection.OTHER),
    ("honors", ResumeSection.OTHER),
    ("activities", ResumeSection.OTHER),
    ("achievements", ResumeSection.OTHER),
    ("publications", ResumeSection.OTHER),
    ("volunteering", ResumeSection.OTHER),
    ("interests", ResumeSection.OTHER),
    ("references", ResumeSection.OTHER),
)
_CONTINUED = re.compile(r"\s*\(?\b(?:continued|cont'?d?)\b\.?\)?\s*$")
_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
_AND = re.compile(r"\s*(?:&|/|\+|,\s*and\b|\band\b|,)\s*")
_LEAD = re.compile(r"^(?:my|the|a|selected|summary of|overview of)\s+")


def _normal(text: str) -> str:
    plain = _DECORATION.sub("", text.casefold().replace("’", "'"))
    return " ".join(_AND.sub(" and ", _CONTINUED.sub("", plain)).split())


def _phrases() -> dict[str, ResumeSection]:
    rows = ((section, phrase) for section, table in _TABLE.items() for phrase in table.split(";"))
    return {_normal(phrase): section for section, phrase in rows}


_PHRASES = _phrases()
_SQUASHED = {phrase.replace(" ", ""): section for phrase, section in _PHRASES.items()}
_LETTER_SPACED = re.compile(r"(?:\w|&)(?:\s+(?:\w|&)){3,}")


@lru_cache(maxsize=4096)
def section_of_resume_heading(text: str, *, formatted: bool = False) -> ResumeSection | None:
    """Section that a heading with this text opens; None when the words are not those of a heading.

    Letter case, decoration, a colon, "continued", "&" for "and" and letter-spacing make no difference.
    `formatted` says that the line stands out, which lets other words stand before a known last word.
    """
    if len(text) > 80:
        return None
    phrase = _normal(text)
    words = phrase.split()
    if _LETTER_SPACED.fullmatch(phrase):
        return _SQUASHED.get(phrase.replace(" ", "").replace("&", "and"))
    if not words or len(words) > LONGEST_HEADING:
        return None
    return (
        _PHRASES.get(phrase)
        or _PHRASES.get(_LEAD.sub("", phrase))
        or _of_parts(phrase, words, formatted=formatted)
    )


def _of_parts(phrase: str, words: list[str], *, formatted: bool) -> ResumeSection | None:
    """Section of a pair ("Training & Licenses", each known) or, when formatted, of the last word."""
    pair = [_PHRASES.get(part) for part in phrase.split(" and ")]
    known = [section for section in pair if section is not None]
    if len(pair) > 1 and (len(known) == len(pair) or (formatted and pair[0] is not None)):
        return next((section for section in known if section is not ResumeSection.OTHER), known[0])
    if not formatted:
        return None
    return next((section for ending, section in _ENDINGS if words[-1] == ending), None)
