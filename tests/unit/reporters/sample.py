"""A hand-made report: an invented nurse and an invented posting, with every status, group and requirement."""

from __future__ import annotations

from hashlib import sha256

from gapcheck.report import (
    SCHEMA_VERSION,
    Confidence,
    Coverage,
    Evidence,
    Glimpse,
    Group,
    Keyword,
    Kind,
    MustHave,
    NotReached,
    Origin,
    PostingInfo,
    PostingMention,
    ReadingFinding,
    Report,
    Requirement,
    RequirementStatus,
    RequirementType,
    ResumeInfo,
    ResumeMention,
    Status,
    Strength,
    Suggestion,
    TenSecond,
    TitleSeen,
    Tool,
    Verdict,
)

POSTING = """\
Registered Nurse, Cardiac Step-Down (Band 5)
Lakeside Mercy Hospital, Port Ellery

You look after patients in the days after heart surgery, on a unit of 24 beds with two nurses to every eight.

Your work
- Telemetry monitoring through the night, and calling the rapid response team early when a rhythm changes
- Medication administration and titration of vasoactive drips
- Wound care after sternotomy
- Patient education before discharge
- Supervising student nurses on placement

You bring
- A current registered nurse licence
- At least 5 years of nursing on an acute ward
- ACLS and BLS certificates
- Telemetry monitoring and arrhythmia recognition
- Electronic health records (Epic, Cerner or Meditech)
- Infection control
- Good English

Nice to have
- Bachelor of Science in Nursing
- Spanish, Polish or Vietnamese, for the families in our part of town and for the calls that come with them
- Quality improvement projects
"""

RESUME = """\
Maren Oakhollow
Staff Nurse (RN), Medical Ward
Port Ellery · maren@oakhollow.example

Staff Nurse, Saint Aldwin Infirmary, 2021 - present
Care of 12 patients a shift on a medical ward, drips titrated to protocol
Educated patients on their drugs before they went home
EHR charting, handover, wound care rounds twice a week
Basic life support trainer for new colleagues

Nursing Assistant, Hollow Creek Care Home, 2018 - 2020
Medication administration under supervision

Education
Diploma in Nursing, Ellery College, 2018

Skills
Cerner, infection control, wound care, BLS
"""


def posted(text: str, section: str, nth: int = 0) -> PostingMention:
    """The nth place where the posting says `text`."""
    start, end, line = _place(POSTING, text, nth)
    return PostingMention(text, start, end, line, section)


def shown(text: str, section: str, seen_at: float | None = None, nth: int = 0) -> ResumeMention:
    """The nth place where the resume says `text`; its skills stand on page 2."""
    start, end, line = _place(RESUME, text, nth)
    return ResumeMention(text, start, end, 2 if section == "skills" else 1, line, section, seen_at)


def _place(document: str, text: str, nth: int) -> tuple[int, int, int]:
    start = -1
    for _ in range(nth + 1):
        start = document.index(text, start + 1)
    return start, start + len(text), document.count("\n", 0, start) + 1


def keyword(
    term: str,
    weight: float,
    status: Status,
    code: str | None,
    posting: tuple[PostingMention, ...],
    resume: tuple[ResumeMention, ...] = (),
    *,
    kind: Kind = Kind.SKILL,
    strength: Strength = Strength.REQUIRED,
    idf: float = 5.5,
    group: str | None = None,
    advice: str | None = None,
) -> Keyword:
    """A keyword with what the samples have in common filled in."""
    origin = (Origin.LEXICON, Origin.MODEL)
    return Keyword(
        term, kind, strength, weight, len(posting), idf, group, origin, status, code, posting, resume, advice
    )


def sample_keywords() -> tuple[Keyword, ...]:
    """Every status, kind of finding and sort of group; weights sum to 1."""
    wound = (shown("wound care", "experience"), shown("wound care", "skills", nth=1))
    return (
        keyword(
            "telemetry monitoring",
            0.14,
            Status.MISSING,
            "GAP001",
            (posted("Telemetry monitoring", "duties"), posted("Telemetry monitoring", "required", 1)),
            idf=6.9,
            advice="If it is true of you, say “Telemetry monitoring” where you did it.",
        ),
        keyword(
            "electronic health records",
            0.11,
            Status.ALIAS,
            "GAP003",
            (posted("Electronic health records", "required"),),
            (shown("EHR", "experience", 8.83),),
            kind=Kind.KNOWLEDGE,
            idf=4.4,
            advice="You say “EHR”, the posting says “Electronic health records”: write both once.",
        ),
        keyword(
            "ACLS",
            0.1,
            Status.MISSING,
            "GAP001",
            (posted("ACLS", "required"),),
            kind=Kind.CERTIFICATION,
            idf=6.1,
            advice="If it is true of you, say “ACLS” where you did it.",
        ),
        keyword(
            "arrhythmia recognition",
            0.09,
            Status.MISSING,
            "GAP001",
            (posted("arrhythmia recognition", "required"),),
            idf=8.4,
            advice="If it is true of you, say “arrhythmia recognition” where you did it.",
        ),
        keyword(
            "BLS",
            0.08,
            Status.ALIAS,
            "GAP003",
            (posted("BLS", "required"),),
            (shown("Basic life support", "experience", 9.41), shown("BLS", "skills")),
            kind=Kind.CERTIFICATION,
            idf=5.1,
            advice="You say “Basic life support”, the posting says “BLS”: write both once.",
        ),
        keyword(
            "Cerner",
            0.07,
            Status.EXACT,
            "GAP005",
            (posted("Cerner", "required"),),
            (shown("Cerner", "skills"),),
            kind=Kind.TOOL,
            idf=6.4,
            group="g1",
            advice="Say in which job you used Cerner.",
        ),
        keyword(
            "Epic", 0.06, Status.MISSING, None, (posted("Epic", "required"),), kind=Kind.TOOL, group="g1"
        ),
        keyword(
            "Meditech",
            0.05,
            Status.MISSING,
            None,
            (posted("Meditech", "required"),),
            kind=Kind.TOOL,
            group="g1",
        ),
        keyword(
            "infection control",
            0.05,
            Status.EXACT,
            "GAP005",
            (posted("Infection control", "required"),),
            (shown("infection control", "skills"),),
            idf=4.2,
            advice="Say in which job you used infection control.",
        ),
        keyword(
            "medication administration",
            0.05,
            Status.EXACT,
            None,
            (posted("Medication administration", "duties"),),
            (shown("Medication administration", "experience", 9.99),),
            strength=Strength.MENTIONED,
            idf=4.9,
        ),
        keyword(
            "titration of vasoactive drips",
            0.04,
            Status.RELATED,
            "GAP004",
            (posted("titration of vasoactive drips", "duties"),),
            (shown("drips titrated", "experience"),),
            strength=Strength.MENTIONED,
            idf=8.9,
            advice="“drips titrated” implies it for an expert; name “titration of vasoactive drips” itself.",
        ),
        keyword(
            "wound care",
            0.04,
            Status.EXACT,
            None,
            (posted("Wound care", "duties"),),
            wound,
            strength=Strength.MENTIONED,
            idf=4.6,
        ),
        keyword(
            "patient education",
            0.03,
            Status.INFLECTED,
            None,
            (posted("Patient education", "duties"),),
            (shown("Educated patients", "experience", 8.6),),
            strength=Strength.MENTIONED,
            idf=4.1,
        ),
        keyword(
            "Bachelor of Science in Nursing",
            0.02,
            Status.MISSING,
            "GAP002",
            (posted("Bachelor of Science in Nursing", "preferred"),),
            kind=Kind.DEGREE,
            strength=Strength.PREFERRED,
            idf=3.7,
            advice="Worth a mention if you have it.",
        ),
        keyword(
            "Polish",
            0.02,
            Status.MISSING,
            "GAP002",
            (posted("Polish", "preferred"),),
            kind=Kind.LANGUAGE,
            strength=Strength.PREFERRED,
            idf=6.6,
            group="g2",
            advice="Worth a mention if you have it: “Polish”.",
        ),
        keyword(
            "quality improvement",
            0.02,
            Status.MISSING,
            "GAP002",
            (posted("Quality improvement", "preferred"),),
            strength=Strength.PREFERRED,
            idf=3.0,
            advice="Worth a mention if you have it: “Quality improvement”.",
        ),
        keyword(
            "Spanish",
            0.02,
            Status.MISSING,
            "GAP002",
            (posted("Spanish", "preferred"),),
            kind=Kind.LANGUAGE,
            strength=Strength.PREFERRED,
            idf=3.9,
            group="g2",
            advice="Worth a mention if you have it: “Spanish”.",
        ),
        keyword(
            "supervising student nurses",
            0.01,
            Status.MISSING,
            "GAP002",
            (posted("Supervising student nurses", "duties"),),
            strength=Strength.MENTIONED,
            idf=1.5,
            kind=Kind.SOFT,
            advice="Worth a mention if you have it: “Supervising student nurses”.",
        ),
    )


def sample_ten_second() -> TenSecond:
    """A borderline verdict with a timeline of reading and scanning."""
    seen = (
        (0.75, "Maren Oakhollow", 1, "name"),
        (2.26, "Staff Nurse (RN), Medical Ward", 2, "headline"),
        (3.21, "Staff Nurse", 5, "title"),
        (4.15, "Saint Aldwin Infirmary", 5, "employer"),
        (4.77, "2021 - present", 5, "dates"),
        (5.9, "Nursing Assistant", 11, "title"),
        (6.72, "Hollow Creek Care Home", 11, "employer"),
        (7.33, "2018 - 2020", 11, "dates"),
        (7.95, "Diploma in Nursing … Ellery College", 15, "education"),
        (8.3, "Care of 12", 6, "edge"),
        (8.6, "Educated patients on", 7, "edge"),
        (9.1, "EHR charting, handover", 8, "edge"),
        (9.41, "Basic life support", 9, "edge"),
        (9.6, "Education", 14, "heading"),
        (9.99, "Medication administration under", 12, "edge"),
    )
    return TenSecond(
        verdict=Verdict.BORDERLINE,
        words_seen=44,
        title=TitleSeen("Registered Nurse", 2.26, "Staff Nurse (RN)"),
        must_have=MustHave(1, 5),
        timeline=tuple(
            Glimpse(
                at,
                text,
                1,
                line,
                (56.7, 40.0 + 14.25 * line, 56.7 + 5.1 * len(text), 52.0 + 14.25 * line),
                kind,
            )
            for at, text, line, kind in seen
        ),
        not_reached=(
            NotReached("wound care", "page_1"),
            NotReached("Cerner", "page_2"),
            NotReached("infection control", "page_2"),
        ),
        suggestions=(
            Suggestion(
                "Put “wound care” and “Cerner” on the line under your name: seen at 2.9 s.", Verdict.YES
            ),
            Suggestion("Move the summary below your newest job.", Verdict.YES),
        ),
        layout="known",
    )


def requirement(
    kind: RequirementType,
    text: str,
    status: RequirementStatus,
    code: str,
    need: str,
    have: str | None = None,
    note: str | None = None,
    *,
    strength: Strength = Strength.REQUIRED,
    proof: str | None = None,
) -> Requirement:
    """One row of the ledger; `text` and `proof` are found in posting and resume."""
    start, end, _ = _place(POSTING, text, 0)
    evidence = (Evidence(proof, *_place(RESUME, proof, 0)[:2]),) if proof else ()
    return Requirement(kind, text, start, end, strength, need, have, status, code, evidence, note)


def sample_requirements() -> tuple[Requirement, ...]:
    """Every status of a requirement."""
    kinds, statuses = RequirementType, RequirementStatus
    return (
        requirement(
            kinds.LICENCE,
            "A current registered nurse licence",
            statuses.MET,
            "REQ004",
            "registered nurse licence",
            "Staff Nurse (RN)",
            proof="Staff Nurse (RN)",
        ),
        requirement(
            kinds.YEARS,
            "At least 5 years of nursing on an acute ward",
            statuses.SHORT,
            "REQ001",
            "5 years of nursing",
            "3.9 years",
            "short by 1.1 years: 2021-01 to today (3.9); Nursing Assistant, 2018 - 2020, is no nursing",
            proof="2021 - present",
        ),
        requirement(
            kinds.CERTIFICATE,
            "ACLS and BLS certificates",
            statuses.NOT_SHOWN,
            "REQ002",
            "ACLS certificate",
        ),
        requirement(
            kinds.LANGUAGE,
            "Good English",
            statuses.UNCLEAR,
            "REQ003",
            "English, good",
            None,
            "The resume is in English but names no level.",
        ),
        requirement(
            kinds.DEGREE,
            "Bachelor of Science in Nursing",
            statuses.SHORT,
            "REQ001",
            "bachelor's degree in nursing",
            "diploma in nursing",
            strength=Strength.PREFERRED,
            proof="Diploma in Nursing",
        ),
    )


def sample_reading() -> tuple[ReadingFinding, ...]:
    """Remarks on both documents."""
    return (
        ReadingFinding(
            "READ004",
            "resume",
            "Page 1 has 2 columns, which plain text extraction mixes line by line.",
            "Prefer one column, or send a DOCX without tables for layout.",
        ),
        ReadingFinding(
            "READ012",
            "posting",
            "The file is not UTF-8; it was read as Windows-1252.",
            "Save the file as UTF-8 if letters look wrong.",
        ),
    )


def sample_report() -> Report:
    """The whole report."""
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=Tool("gapcheck", "0.1.0", "en_gapcheck-1.0.0", "2026.1"),
        resume=ResumeInfo("oakhollow.pdf", _digest(RESUME), "pdf", 2, len(RESUME.split())),
        posting=PostingInfo(
            "cardiac-nurse.txt", _digest(POSTING), "text", len(POSTING.split()), "Registered Nurse"
        ),
        coverage=Coverage(overall=0.5147, required=0.4769, preferred=0.0),
        confidence=Confidence("high", ()),
        ten_second=sample_ten_second(),
        keywords=sample_keywords(),
        groups=(
            Group("g1", ("Cerner", "Epic", "Meditech"), satisfied=True),
            Group("g2", ("Polish", "Spanish"), satisfied=False),
        ),
        requirements=sample_requirements(),
        reading=sample_reading(),
    )


def bare_report() -> Report:
    """The least a report can hold: no keywords, no glance, no requirements, nothing odd."""
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=Tool("gapcheck", "0.1.0", "en_gapcheck-1.0.0", "2026.1"),
        resume=ResumeInfo("cv.txt", _digest(""), "text", 1, 0),
        posting=PostingInfo("job.txt", _digest(""), "text", 0, None),
        coverage=Coverage(None, None, None),
        confidence=Confidence("low", ("The posting is very short.",)),
        ten_second=None,
        keywords=(),
        groups=(),
        requirements=(),
        reading=(),
    )


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
