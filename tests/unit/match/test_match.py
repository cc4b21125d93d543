"""How a resume shows a keyword."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

import gapcheck.match
from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.match import Match, index_resume, is_sought_by_meaning, match, match_words
from gapcheck.match.model import Closeness
from gapcheck.match.order import said_runs
from gapcheck.readers import read_text
from gapcheck.report import Kind, Origin, Status, Strength
from gapcheck.segment.model import PostingSection
from gapcheck.words import comparable, tokenize
from tests.unit.small_lexicon import small_lexicon

LEXICON = small_lexicon()


def keyword(said: str, term: str | None = None, wordings: tuple[str, ...] = ()) -> ExtractedKeyword:
    """A keyword that the posting says as `said`; `term` is its lexicon entry, if it has one."""
    entry = LEXICON.entry(term) if term else None
    return ExtractedKeyword(
        term or said,
        entry.kind if entry else Kind.SKILL,
        Strength.REQUIRED,
        (Origin.LEXICON,),
        (Mention(0, len(said), said, PostingSection.REQUIRED),),
        wordings or (entry.aliases if entry else ()),
        term,
    )


def found(resume: str, wanted: ExtractedKeyword) -> tuple[Status, list[str]]:
    document = read_text(resume, "resume")
    result: Match = match(wanted, index_resume(document, LEXICON))
    return result.status, [document.text[start:end] for start, end in result.evidence]


def found_by_words(resume: str, wanted: ExtractedKeyword) -> tuple[Status, list[str]]:
    """The same without a look at what lies close in meaning."""
    document = read_text(resume, "resume")
    result = match_words(wanted, index_resume(document, LEXICON)) or Match(Status.MISSING)
    return result.status, [document.text[start:end] for start, end in result.evidence]


@pytest.mark.parametrize(
    ("resume", "wanted", "status", "evidence"),
    [
        ("Wound Care on a ward", keyword("wound care", "wound care"), Status.EXACT, ["Wound Care"]),
        ("wound-care", keyword("wound care", "wound care"), Status.EXACT, ["wound-care"]),
        ("cared for wounds", keyword("wound care", "wound care"), Status.ALIAS, ["cared for wounds"]),
        ("wound management", keyword("wound care", "wound care"), Status.ALIAS, ["wound management"]),
        # a word that needs proof has it within a term that implies it
        ("tidied up our go modules", keyword("Go", "Go"), Status.EXACT, ["go"]),
        ("tidied up and let go", keyword("Go", "Go"), Status.MISSING, []),
        ("cared about people", keyword("wound care", "wound care"), Status.MISSING, []),
        ("built a CR", keyword("customer relationship management"), Status.MISSING, []),
        (
            "built a CRM",
            keyword("customer relationship management", wordings=("customer relationship management", "CRM")),
            Status.ALIAS,
            ["CRM"],
        ),
        ("shops in Django", keyword("Python", "Python"), Status.RELATED, ["Django"]),
        ("sites in Wagtail", keyword("Python", "Python"), Status.RELATED, ["Wagtail"]),
        ("Python", keyword("Django", "Django"), Status.MISSING, []),
        ("C and C# and C++11", keyword("C++", "C++"), Status.MISSING, []),
        ("C, C++, Rust", keyword("C++", "C++"), Status.EXACT, ["C++"]),
        (
            "managed budgets",
            keyword("budget management", "budget management"),
            Status.ALIAS,
            ["managed budgets"],
        ),
        (
            "management of yearly budgets",
            keyword("budget management", "budget management"),
            Status.ALIAS,
            ["management of yearly budgets"],
        ),
        ("budget. Management", keyword("budget management", "budget management"), Status.MISSING, []),
        ("MSc in nursing", keyword("bachelor's degree", "bachelor's degree"), Status.ALIAS, ["MSc"]),
        ("organised rotas", keyword("organizing rotas"), Status.INFLECTED, ["organised rotas"]),
        ("machine\nlearning", keyword("machine learning"), Status.EXACT, ["machine\nlearning"]),
    ],
)
def test_match(resume: str, wanted: ExtractedKeyword, status: Status, evidence: list[str]) -> None:
    assert found(resume, wanted) == (status, evidence)


@pytest.mark.parametrize(
    ("resume", "status"),
    [
        ("Python, Go, SQL", Status.EXACT),
        ("Go", Status.EXACT),
        ("I go to work by bike\n\nPython at Acme", Status.MISSING),
        ("Golang services", Status.ALIAS),
    ],
)
def test_cautious_words_need_proof(resume: str, status: Status) -> None:
    assert found(resume, keyword("Go", "Go"))[0] is status


def test_another_name_stays_another_name() -> None:
    assert found("wound care", keyword("wound management", "wound care"))[0] is Status.ALIAS


@pytest.mark.parametrize(
    ("said", "term"),
    [("CRM", "customer relationship management"), ("total wound care", "wound care")],
)
def test_the_canonical_term_counts_like_the_postings_word_where_it_is_the_same(said: str, term: str) -> None:
    assert found(f"Years of {term}", keyword(said, term))[0] is Status.EXACT


@pytest.mark.parametrize(
    ("resume", "status", "evidence"),
    [
        ("Resolved complaints", Status.ALIAS, ["Resolved complaints"]),
        (
            "Resolved all questions and written guest complaints",
            Status.ALIAS,
            ["Resolved all questions and written guest complaints"],
        ),
        ("Responded to complaints", Status.ALIAS, ["Responded to complaints"]),
        ("Complaints were few. Resolved to stay", Status.MISSING, []),
        ("Resolved, complaints", Status.MISSING, []),
        ("Resolved to list complaints", Status.MISSING, []),
        ("Resolved disputes (no complaints)", Status.MISSING, []),
        ("Wrote to the Ombudsman", Status.ALIAS, ["Ombudsman"]),
        ("Answered emails and phones", Status.RELATED, ["Answered emails and phones"]),
        ("Never answered phones", Status.MISSING, []),
        ("Answered phones. Resolved complaints", Status.ALIAS, ["Resolved complaints"]),
    ],
)
def test_phrases_of_resumes_show_or_suggest_a_keyword(
    resume: str, status: Status, evidence: list[str]
) -> None:
    wanted = keyword("complaint handling", "complaint handling")
    assert found_by_words(resume, wanted) == (status, evidence)


def test_a_name_that_suggests_a_keyword_does_so_by_its_other_names() -> None:
    wanted = keyword("complaint handling", "complaint handling")
    by_name = (Status.RELATED, ["Customer Relationship Management"])
    assert found_by_words("Customer Relationship Management", wanted) == by_name
    assert found_by_words("wound management", wanted)[0] is Status.MISSING  # a skill is none


@pytest.mark.parametrize(
    ("resume", "said"), [("Resolved complaints", 1), ("Resolved to write complaints", 0)]
)
def test_a_phrase_of_resumes_is_one_clause(resume: str, said: int) -> None:
    index = index_resume(read_text(resume, "resume"), LEXICON)
    assert len(list(said_runs(comparable("resolved complaints"), index))) == said


def test_phrases_of_resumes_say_nothing_in_a_posting() -> None:
    assert LEXICON.find(tokenize("Resolve complaints, answer phones, ombudsman")) == ()


@pytest.mark.parametrize(
    ("resume", "wanted", "shown"),
    [
        ("purchase and sales ledgers", "purchase ledger", True),
        ("data mining, research, and analysis", "data analysis", True),
        ("managed the new yearly budgets", "budget management", True),
        ("planning and mounting summer displays", "display planning", True),
        ("programs by developing and managing a network", "program management", False),
        ("deep experience sourcing passive candidates", "candidate experience", False),
        ("Plans, And Marketing, Budget, Business", "business planning", False),
        ("marketing, analytics", "marketing analytics", False),
        ("chased for compensation when events went wrong", "compensation events", False),
        ("recruitment process designed to obtain", "process design", False),
        ("the design process", "process design", True),
    ],
)
def test_another_word_order_is_the_same_phrase_only_where_nothing_parts_it(
    resume: str, wanted: str, shown: bool
) -> None:
    assert found_by_words(resume, keyword(wanted))[0].shown is shown


@pytest.mark.parametrize(
    ("resume", "shown"),
    [
        ("I have not used Python or SQL.", False),
        ("No Django, no SQL.", False),
        ("I don't do SQL yet", False),
        ("no experience of backends or SQL", False),
        ("without any knowledge of SQL", False),
        ("I would love to learn SQL", False),
        ("Not only SQL but PL/SQL", True),
        ("never missed a report, all in SQL", True),
        ("I have not used Java but know SQL", True),
        ("basic knowledge of SQL", True),
        ("No travel. SQL", True),
        ("No SQL in 2019\n\nSQL every day since 2020", True),
    ],
)
def test_what_the_resume_says_it_lacks_is_no_match(resume: str, shown: bool) -> None:
    assert found(resume, keyword("SQL", "SQL"))[0].shown is shown


@pytest.mark.parametrize(
    ("resume", "wanted", "status"),
    [
        ("Daily use of Kuberntes", "Kubernetes", Status.ALIAS),
        ("experienced in prjoect planning", "project planning", Status.ALIAS),
        ("administrtaion of pumps", "administration", Status.ALIAS),
        ("flour", "floor", Status.MISSING),  # too short, and a word of its own
        ("planting", "painting", Status.MISSING),  # a word that is in use is no error
        ("Picking up the phone", "packing", Status.MISSING),
        ("Kubernetes", "Kubernetes", Status.EXACT),
    ],
)
def test_typing_errors(resume: str, wanted: str, status: Status) -> None:
    document = read_text(resume, "resume")
    result = match(keyword(wanted), index_resume(document, LEXICON))
    assert (result.status, result.misspelt) == (status, status is Status.ALIAS)


@pytest.mark.parametrize(
    ("resume", "wanted", "status"),
    [
        ("idempotent handlers", "idempotency", Status.ALIAS),
        ("Hospitality desk", "hospital", Status.MISSING),
        ("segmented the list", "segmentation", Status.INFLECTED),
        ("independent consultants", "consulting", Status.MISSING),  # other people
        ("commercial clients", "commercialization", Status.MISSING),  # of what sort
        ("IQC every morning", "internal quality control", Status.ALIAS),
        ("intra aortic balloon pump", "IABP", Status.ALIAS),
        ("it was late", "information technology", Status.MISSING),
        ("Customer Success Plan (CSP), later CSP reviews", "customer success plan", Status.EXACT),
        ("Tree Risk Plan (TRP). TRP", "TRP", Status.EXACT),
    ],
)
def test_derived_words_and_initials(resume: str, wanted: str, status: Status) -> None:
    assert found(resume, keyword(wanted))[0] is status


def test_the_resume_may_explain_an_abbreviation() -> None:
    text = "Wrote the Field Service Register (FSR) of 2020.\n\nKept the FSR up to date"
    assert found(text, keyword("FSR"))[0] is Status.EXACT
    assert found("Field Service Register (FSR)", keyword("FSR"))[0] is Status.EXACT


@pytest.mark.parametrize(
    ("resume", "shown"),
    [
        ("Specialist Payroll", True),
        ("Specialist for Payroll", True),
        ("Marketing Specialist, Birchbark Payroll", False),  # the employer
    ],
)
def test_a_title_in_another_order_holds_no_other_words(resume: str, shown: bool) -> None:
    wanted = replace(keyword("payroll specialist"), kind=Kind.TITLE)
    assert (found_by_words(resume, wanted)[0] is not Status.MISSING) == shown


def test_the_work_of_a_job_implies_its_name() -> None:
    wanted = replace(keyword("Python developer"), kind=Kind.TITLE)
    assert found("Wrote services in Python", wanted) == (Status.RELATED, ["Python"])
    assert found("No experience with Python", wanted)[0] is Status.MISSING
    assert found("Wrote services in SQL", wanted)[0] is Status.MISSING


@pytest.mark.parametrize(
    ("resume", "shown"),
    [
        ("Software engineer at Acme", True),
        ("Recruits software engineers", False),
        ("works with the software engineer", False),
        ("the software engineer's desk", False),
        ("Two years as a software engineer", True),
    ],
)
def test_a_title_of_other_people_is_not_shown(resume: str, shown: bool) -> None:
    assert found(resume, keyword("software engineer", "software engineer"))[0].shown is shown


def test_evidence_is_bounded() -> None:
    assert len(found("SQL. " * 50, keyword("SQL", "SQL"))[1]) == 8


def test_empty_words_match_nothing() -> None:
    assert found("nothing here", keyword("SQL", "SQL"))[0] is Status.MISSING


@pytest.mark.parametrize(
    ("resume", "wanted", "shown"),
    [
        (
            "RC twice daily",
            "reinforced concrete",
            False,
        ),  # nor "regulatory compliance": two letters say too much
        ("IQC twice daily", "internal quality control", True),
        ("iqc twice daily", "internal quality control", True),  # letter case changes no status
        ("S278 agreements", "Section 278", True),
        ("C&F assessments", "child and family assessments", True),
        ("CIN plans", "child in need plans", True),
        ("moved to CO", "cost optimization", False),  # Colorado
        ("C# and F#", "child and family assessments", False),
        ("at work", "account tracking", False),
    ],
)
def test_initials_that_mean_nothing_else(resume: str, wanted: str, shown: bool) -> None:
    assert found(resume, keyword(wanted))[0].shown is shown


def test_two_letters_are_no_initials_beside_what_lies_close() -> None:
    """Abutments are near to concrete in meaning, but "RC" spells nothing out."""
    assert found_by_words("RC abutments", keyword("reinforced concrete"))[0] is Status.MISSING


def test_initials_of_another_term_are_that_term() -> None:
    assert found("Go services", keyword("global operations"))[0] is Status.MISSING


@pytest.mark.parametrize(
    ("resume", "wanted", "status"),
    [
        ("Graphic Designer at Acme", "graphic design", Status.ALIAS),
        ("Worked with the graphic designer", "graphic design", Status.MISSING),
        ("Hired graphic designers", "graphic design", Status.MISSING),
        ("Repaired the printer", "printing", Status.MISSING),  # no job title
        ("Press officer", "press office", Status.MISSING),
        ("differentiate instruction", "differentiated instruction", Status.INFLECTED),
    ],
)
def test_what_people_are_called_shows_what_they_do(resume: str, wanted: str, status: Status) -> None:
    assert found_by_words(resume, keyword(wanted))[0] is status


@pytest.mark.parametrize(
    ("resume", "status"),
    [
        ("I kept the books of a small bakery and answered its telephone.", Status.RELATED),
        ("Fluent in English; I kept the books of a small bakery for ten years.", Status.EXACT),
        ("Excel, Word, bookkeeping, payroll, invoices, Sage, VAT, cash, banking, audit, tax", Status.MISSING),
        ("I kept the books", Status.MISSING),  # too little to go by
    ],
)
def test_a_resume_written_in_english_implies_english(resume: str, status: Status) -> None:
    assert found_by_words(resume, replace(keyword("English"), kind=Kind.LANGUAGE))[0] is status


def test_a_certificate_with_another_ending_is_no_other_name() -> None:
    asked = keyword("first aid certification", wordings=("first aid certified", "first aider"))
    held = replace(asked, kind=Kind.CERTIFICATION)
    assert found_by_words("First aid certified", held) == (Status.INFLECTED, ["First aid certified"])
    assert found_by_words("First aider", held)[0] is Status.ALIAS
    assert found_by_words("First aid certified", asked)[0] is Status.ALIAS  # a doing may be another's


def test_a_word_of_one_family_with_a_short_form_shows_no_longer_name() -> None:
    alone = keyword("segmentation")
    assert found_by_words("segmented the list", alone)[0] is Status.INFLECTED
    whole = replace(alone, term="wound care", lexicon="wound care")
    assert found_by_words("segmented the list", whole)[0] is Status.MISSING


def test_a_resume_written_in_english_implies_no_other_language_and_no_subject() -> None:
    resume = "I kept the books of a small bakery and answered its telephone."
    assert found_by_words(resume, replace(keyword("Spanish"), kind=Kind.LANGUAGE))[0] is Status.MISSING
    assert found_by_words(resume, keyword("English"))[0] is Status.MISSING


def test_a_language_is_told_by_its_name_alone() -> None:
    arts = replace(
        keyword("fluent Spanish arts", "wound care"), term="Spanish", lexicon=None, kind=Kind.LANGUAGE
    )
    assert found_by_words("English Language Arts Teacher", arts)[0] is Status.MISSING
    fluent = replace(arts, mentions=(Mention(0, 14, "fluent Spanish", PostingSection.REQUIRED),))
    assert found_by_words("Spanish, French", fluent)[0].shown


@pytest.mark.parametrize(
    ("resume", "wanted", "status"),
    [
        ("supervisor software, commissioning and service", "software as a service", Status.MISSING),
        ("sold software as a managed service", "software as a service", Status.ALIAS),
        ("Kept calendars", "complex calendars", Status.INFLECTED),
        ("Goal-oriented clerk", "detail-oriented", Status.MISSING),
        ("AQA marking", "AQA specifications", Status.ALIAS),
        ("Event-driven services", "event-driven processing", Status.ALIAS),
        ("Ramp work", "ramp management", Status.MISSING),  # the head says what is asked for
        ("clinical notes", "clinical audit", Status.MISSING),
        ("deep sea diving, cleans", "deep cleans", Status.MISSING),
        ("good report", "reporting standards", Status.MISSING),  # nothing specific is left
        ("Analyzed sales", "analytical skills", Status.RELATED),
        ("good communication skills", "verbal and written communication", Status.INFLECTED),
        ("castings", "casting", Status.INFLECTED),
    ],
)
def test_the_part_that_says_what_a_keyword_is_about_is_enough(
    resume: str, wanted: str, status: Status
) -> None:
    assert found_by_words(resume, keyword(wanted))[0] is status


@pytest.mark.parametrize(
    ("resume", "wanted", "shown"),
    [
        ("Coded supplier bills", "vendor bills", True),
        ("Coded supplier bills", "vendor invoices", False),  # no word is the same
        ("Supervised three chefs", "chef leadership", True),
        ("Coordinate interviewing teams", "team leadership", False),  # "team" says nothing by itself
        ("Ran trade fairs", "trade fair coordination", True),
        ("Directed product launches", "product management", False),
        ("Directed chefs", "chef management", True),
        ("ran and designed", "design management", False),
        ("supplier. Bills", "vendor bills", False),
        ("supplier* Bills", "vendor bills", False),
    ],
)
def test_a_word_of_the_same_sense_stands_for_one_of_the_phrase(resume: str, wanted: str, shown: bool) -> None:
    assert found_by_words(resume, keyword(wanted))[0].shown is shown


def test_a_term_of_the_posting_is_exact_wherever_it_stands_there() -> None:
    wanted = keyword("daily wound care and SQL", "SQL", wordings=("SQL", "ICU"))
    document = read_text("SQL and ICU", "resume")
    index = index_resume(document, LEXICON)
    assert match(wanted, index).status is Status.ALIAS
    posting = "daily wound care and SQL on the ICU"
    assert match(wanted, index, posting).status is Status.EXACT
    assert match(wanted, index, "nothing of it").status is Status.ALIAS


@pytest.mark.parametrize(
    ("resume", "shown"),
    [
        ("Python\n\nInterests\nDjango Reinhardt records", False),
        ("Python\n\nInterests\nDjango", True),  # nothing but the term
        ("Python\n\nInterests\nchess, Django, running", True),
        ("Python\n\nHobbies: the Django Reinhardt fan club", False),
        ("Interests\nchess\n\nExperience\nDjango sites", True),
    ],
)
def test_a_pastime_shows_no_tool(resume: str, shown: bool) -> None:
    assert found(resume, keyword("Django", "Django"))[0].shown is shown


def of_kind(said: str, kind: Kind) -> ExtractedKeyword:
    mention = Mention(0, len(said), said, PostingSection.REQUIRED)
    return ExtractedKeyword(said, kind, Strength.REQUIRED, (Origin.PHRASE,), (mention,))


@pytest.mark.parametrize(
    ("wanted", "sought"),
    [
        (of_kind("wound care", Kind.SKILL), True),
        (of_kind("supervising one engineer", Kind.SKILL), True),
        (of_kind("student nurses", Kind.SKILL), True),
        (of_kind("maintenance supervisor", Kind.SKILL), False),
        (of_kind("Airflow", Kind.TOOL), False),
        (replace(of_kind("BACS", Kind.SKILL), lexicon="BACS"), False),
        (of_kind("STEM", Kind.SKILL), False),
        (of_kind("WOUND CARE", Kind.SKILL), True),  # capitals throughout say nothing
    ],
)
def test_what_names_a_job_or_a_thing_is_not_sought_by_meaning(
    wanted: ExtractedKeyword, *, sought: bool
) -> None:
    assert is_sought_by_meaning(wanted) is sought


@pytest.mark.parametrize(
    ("resume", "wanted", "shown"),
    [
        ("ACLS (current)", of_kind("ACLS", Kind.CERTIFICATION), True),
        ("ACLS: class booked for spring", of_kind("ACLS", Kind.CERTIFICATION), False),
        ("ACLS (expired 2013)", of_kind("ACLS", Kind.CERTIFICATION), False),
        ("Enrolled on the ACLS class", of_kind("ACLS", Kind.CERTIFICATION), False),
        ("ACLS\nPALS expired", of_kind("ACLS", Kind.CERTIFICATION), True),  # another line
        ("I once considered an MBA", of_kind("MBA", Kind.DEGREE), False),
        ("Spanish (fluent)", of_kind("Spanish", Kind.LANGUAGE), True),
        ("Spanish", of_kind("fluent spoken Spanish", Kind.LANGUAGE), True),
        ("Languages: French", of_kind("American Sign Language", Kind.LANGUAGE), False),
        ("some Spanish", of_kind("Spanish", Kind.LANGUAGE), False),
        ("Spanish (A1)", of_kind("Spanish", Kind.LANGUAGE), False),
        ("expired Docker images", of_kind("Docker", Kind.TOOL), True),
    ],
)
def test_what_is_unfinished_is_not_there(resume: str, wanted: ExtractedKeyword, shown: bool) -> None:
    assert found(resume, wanted)[0].shown is shown


@pytest.mark.parametrize(
    ("said", "kind", "status"),
    [
        ("communicate effectively", Kind.SOFT, Status.EXACT),
        ("explain clearly", Kind.SOFT, Status.ALIAS),
        ("communicate effectively", Kind.SKILL, Status.ALIAS),
    ],
)
def test_a_soft_skill_is_said_by_its_usual_name_where_the_posting_has_its_word(
    said: str, kind: Kind, status: Status
) -> None:
    wanted = replace(keyword(said, "communication skills"), kind=kind)
    assert found_by_words("Good communication skills.", wanted) == (status, ["communication skills"])


def test_a_mention_that_leaves_its_head_to_another_is_not_the_keyword() -> None:
    cut = keyword("wound", "wound care")
    cut = replace(cut, mentions=(replace(cut.mentions[0], whole="wound care"),))  # of "wound and skin care"
    assert found_by_words("Saw a wound.", cut) == (Status.MISSING, [])
    assert found_by_words("Wound care on a ward.", cut) == (Status.EXACT, ["Wound care"])


@pytest.mark.parametrize(
    ("resume", "shown"),
    [
        ("system design", True),
        ("designed the systems", True),
        ("design systems", False),  # a set of components and rules, a term of its own
        ("built design systems and designed a system", True),
    ],
)
def test_another_term_with_the_same_words_is_no_other_order(resume: str, shown: bool) -> None:
    status, _ = found_by_words(resume, keyword("system design", "system design"))
    assert (status is not Status.MISSING) is shown


@pytest.mark.parametrize(
    ("resume", "wanted"),
    [
        ("A fast paced office.", "plan and coordinate events"),
        ("Holds a SQL card.", "sharing quarterly lists"),
    ],
)
def test_initials_that_are_a_word_or_a_term_of_their_own_say_no_phrase(resume: str, wanted: str) -> None:
    assert found_by_words(resume, keyword(wanted)) == (Status.MISSING, [])


@pytest.mark.parametrize(
    ("resume", "wanted"),
    [
        ("Clerk, Acme, 2019 - Present", "presentations"),  # the end of a range of dates
        ("Clerk, Company Name, City, State", "naming"),  # what a template left
        ("Did it well.", "IT skills"),
        ("Critical cases.", "critical thinking"),
        ("Went rowing on lakes.", "towing"),  # no slip of the pen
        ("Paid a compliment.", "compliance"),
    ],
)
def test_what_only_looks_like_the_keyword(resume: str, wanted: str) -> None:
    assert found(resume, keyword(wanted))[0] is Status.MISSING


def test_the_term_that_a_phrase_of_the_posting_ends_in_shows_it() -> None:
    assert found_by_words("Wound care on a ward.", keyword("complex leg wound care"))[0] is Status.ALIAS
    assert found_by_words("Wound care on a ward.", keyword("wound care rota"))[0] is Status.MISSING
    assert found_by_words("Wound care on a ward.", keyword("MOLNLYCKE Wound Care"))[0] is Status.MISSING


@pytest.mark.parametrize(
    ("resume", "shown"),
    [
        ("SKILLS\nPython, Go, Docker", True),
        ("Office, money, Go", True),
        ("Office, money, go", True),
        ("We go for long walks, and Go on after that", False),
        ("Ready, steady, Go over the hills and far away", False),
    ],
)
def test_an_everyday_word_is_believed_as_an_item_of_a_list(resume: str, shown: bool) -> None:
    status, _ = found_by_words(resume, replace(of_kind("Go", Kind.TOOL), lexicon="Go"))
    assert (status is not Status.MISSING) is shown


def test_soft_skills_of_pastimes_prove_nothing() -> None:
    wanted = of_kind("patience", Kind.SOFT)
    assert found_by_words("INTERESTS\nFishing with patience at dawn", wanted)[0] is Status.MISSING
    assert found_by_words("SUMMARY\nTaught with patience", wanted)[0] is Status.EXACT


@pytest.mark.parametrize(
    ("resume", "wanted", "status"),
    [
        ("Wrote SQL daily", "SQL storytelling", Status.RELATED),
        ("Wrote SQL daily", "SQL", Status.EXACT),
        ("Wrote SQL daily", "SQL query plan tuning", Status.MISSING),  # too much beside the name
        ("Wound care", "wound care diary", Status.MISSING),  # no name
        ("Wound care", "clinical wound care", Status.ALIAS),
        ("Wound care", "Instagram wound care", Status.MISSING),  # done with a thing that has a name
    ],
)
def test_what_a_known_part_of_a_phrase_shows(resume: str, wanted: str, status: Status) -> None:
    assert found_by_words(resume, keyword(wanted))[0] is status


@pytest.mark.parametrize(
    ("resume", "wanted", "status"),
    [
        ("customer relationship management reports", "CRM reports", Status.ALIAS),
        ("CRM reports", "customer relationship management reports", Status.ALIAS),
        ("PT notes", "physiotherapy notes", Status.MISSING),  # no initials of it
        ("customer relationship with reports", "CRM reports", Status.MISSING),
    ],
)
def test_abbreviations_within_a_phrase(resume: str, wanted: str, status: Status) -> None:
    assert found_by_words(resume, keyword(wanted))[0] is status


@pytest.mark.parametrize(
    ("resume", "shown"),
    [
        ("supervised wounds", True),
        ("supervised sores", False),  # one word must be the name's own
        ("wound supervision", True),
        ("wound and ulcer management", True),  # the first of two that share what follows
        ("wound clinic supervision", False),  # of many names one is made up by chance
    ],
)
def test_another_name_may_be_reworded_with_nothing_between(resume: str, shown: bool) -> None:
    wanted = keyword("dressings", wordings=("wound management",))
    assert found_by_words(resume, wanted)[0].shown is shown


def test_a_tool_begins_with_what_the_lexicon_knows() -> None:
    assert found_by_words("Wrote SQL daily", of_kind("SQL storytelling", Kind.TOOL))[0] is Status.RELATED


@pytest.mark.parametrize(
    ("resume", "shown"), [("Kept budgets", False), ("wound care", True), ("wound", False)]
)
def test_a_known_keyword_is_shown_by_its_kernel_of_several_words(resume: str, shown: bool) -> None:
    wanted = replace(keyword("wound care procedures"), lexicon="wound care")
    assert found_by_words(resume, wanted)[0].shown is shown
    assert not found_by_words("budget", keyword("budget management", "budget management"))[0].shown


def test_a_word_with_a_hyphen_has_no_kernel() -> None:
    assert not found_by_words("Non-invasive ventilation", keyword("non-compliance"))[0].shown
    assert found_by_words("Scaffolding", keyword("scaffolding compliance"))[0].shown


def test_a_doubtful_name_is_believed_as_an_item_of_a_list() -> None:
    wanted = replace(of_kind("Go programming", Kind.TOOL), term="Go", lexicon="Go")
    assert found_by_words("Docker, Go, Rust", wanted)[0] is Status.ALIAS
    assert found_by_words("We go for long walks", wanted)[0] is Status.MISSING


@pytest.mark.parametrize(
    ("resume", "suggested"),
    [
        ("Brand Manager, Acme", True),
        ("BRAND & EVENTS MANAGER", True),
        ("Assisted the brand manager", False),
        ("Site Manager, Acme", False),
    ],
)
def test_a_job_much_like_it_suggests_a_title(resume: str, suggested: bool) -> None:
    title = replace(of_kind("press manager", Kind.TITLE), lexicon="press manager")
    assert (found_by_words(resume, title)[0] is Status.RELATED) is suggested


@pytest.mark.parametrize(
    ("resume", "wanted", "status"),
    [
        ("Precepted two graduates", "preceptor", Status.RELATED),
        ("A precept", "preceptor", Status.MISSING),
        ("Wound care", "NHS wound care", Status.RELATED),
        ("Wound care", "Mepilex wound care", Status.MISSING),  # done with a thing that has a name
        ("care", "NHS care", Status.MISSING),
    ],
)
def test_what_suggests_a_role_or_a_narrower_thing(resume: str, wanted: str, status: Status) -> None:
    assert found_by_words(resume, keyword(wanted))[0] is status


def test_another_name_may_be_spelt_out_with_a_word_of_the_keyword() -> None:
    wanted = keyword("mortgage originator permit", wordings=("NMLS",))
    assert found_by_words("National Mortgage Licensing System", wanted)[0] is Status.ALIAS
    assert found_by_words("new moon lamp sales", wanted)[0] is Status.MISSING  # by chance


def test_letters_that_are_a_word_of_many_postings_are_no_initials() -> None:
    assert found_by_words("Took Mondays off.", keyword("Oracle Federal Financials")) == (Status.MISSING, [])
    assert found_by_words("Knew OQF.", keyword("Oracle Quality Financials"))[0] is Status.ALIAS


@dataclass(frozen=True)
class Close:
    """Finds one run close to everything."""

    run: tuple[int, int]

    def closeness(self, forms: object) -> Closeness:
        del forms
        return Closeness(entailed=1.0, phrase=1.0, together=1.0, run=self.run)


class Judge:
    """Takes everything for shown."""

    def judge(self, close: Closeness, *, known: bool, often: float) -> Status:
        del close, known, often
        return Status.ALIAS


@pytest.mark.parametrize(
    ("resume", "status"),
    [
        ("Answered phones. Won back upset guests", Status.ALIAS),
        ("Complaint handling. Won back upset guests", Status.EXACT),  # nothing says it better
    ],
)
def test_what_says_a_keyword_counts_for_more_than_what_implies_it(
    resume: str, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = replace(index_resume(read_text(resume, "resume"), LEXICON), measured=Close((0, 1)))
    wanted = keyword("complaint handling", "complaint handling")
    monkeypatch.setattr(gapcheck.match, "load_model", Judge)
    assert match(wanted, index).status is status


def test_what_implies_a_keyword_stands_where_nothing_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    index = replace(index_resume(read_text("Answered phones", "resume"), LEXICON), measured=Close((0, 1)))
    monkeypatch.setattr(gapcheck.match, "load_model", Sceptic)
    assert match(keyword("complaint handling", "complaint handling"), index).status is Status.RELATED


class Sceptic:
    """Takes nothing for shown."""

    def judge(self, close: Closeness, *, known: bool, often: float) -> Status:
        del close, known, often
        return Status.MISSING


@pytest.mark.parametrize(
    ("wanted", "resume", "evidence"),
    [
        ("PAT", "Portable appliance testing of 300 items", ["Portable appliance testing"]),
        ("portable appliance testing", "PAT of 300 items", ["PAT"]),
        ("NVH", "noise, vibration, harshness", []),
        ("NVH", "noise, vibration and harshness", ["noise, vibration and harshness"]),
        ("LOLER", "Lifting Operations and Lifting Equipment Regulations", [
            "Lifting Operations and Lifting Equipment Regulations"
        ]),
        ("RUST", "a review of unsafe site tools", ["review of unsafe site tools"]),
        ("review of unsafe site tools", "RUST, Python", []),
    ],
)  # fmt: skip
def test_an_abbreviation_of_the_field(wanted: str, resume: str, evidence: list[str]) -> None:
    status = Status.ALIAS if evidence else Status.MISSING
    assert found_by_words(resume, keyword(wanted)) == (status, evidence)


def test_what_an_abbreviation_stands_for_besides_does_not_count() -> None:
    crm = keyword("CRM", "customer relationship management")
    assert found_by_words("crew resource management", crm) == (Status.MISSING, [])
    assert found_by_words("a CRM", keyword("crew resource management")) == (Status.MISSING, [])


def test_the_resume_tells_what_an_abbreviation_of_the_lexicon_means() -> None:
    """The posting proves nothing by itself."""
    assert found_by_words("capillary refill testing", keyword("CRT")) == (
        Status.ALIAS,
        ["capillary refill testing"],
    )
    assert found_by_words("CRT", keyword("capillary refill testing"))[0] is Status.ALIAS


@pytest.mark.parametrize(
    ("resume", "status"),
    [
        ("gave PT after surgery", Status.EXACT),
        ("gave pt after surgery", Status.EXACT),
        ("Pt-lingual clerk in town", Status.MISSING),
    ],
)
def test_an_abbreviation_that_begins_a_word_is_none(resume: str, status: Status) -> None:
    assert found_by_words(resume, keyword("PT", "physiotherapy"))[0] is status
