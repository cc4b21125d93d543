"""What the ledger proves of degrees, clearances and years."""

from datetime import date

import pytest

from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.ledger import find_facts, find_requirements, judge_needs
from gapcheck.match import Match
from gapcheck.proved import is_akin, with_proofs
from gapcheck.readers import read_text
from gapcheck.report import Kind, Origin, Status, Strength
from gapcheck.segment.model import PostingSection
from gapcheck.segment.posting import segment_posting
from gapcheck.segment.resume import segment_resume
from gapcheck.weigh import WeighedKeyword

RESUME = "Jane Roe\n\nEXPERIENCE\nClerk, Acme, 2015 - 2020\n\n"


def outcome(
    said: str,
    asked: str,
    resume: str,
    *,
    kind: Kind = Kind.DEGREE,
    found: Match | None = None,
    lexicon: str | None = None,
    akin: bool = True,
) -> tuple[Status, list[str]]:
    """Status and evidence of a keyword that stands as `said` in a posting that asks for `asked`."""
    posting = read_text(f"Analyst\n\nRequirements\n- {asked}\n", "job")
    document = read_text(RESUME + resume + "\n", "resume")
    facts = find_facts(document, segment_resume(document), date(2026, 1, 1))
    needs = find_requirements(posting.text, segment_posting(posting).passages)
    start = posting.text.index(said)
    mention = Mention(start, start + len(said), said, PostingSection.REQUIRED)
    keyword = ExtractedKeyword(
        said.lower(), kind, Strength.REQUIRED, (Origin.LEXICON,), (mention,), lexicon=lexicon
    )
    (match,) = with_proofs(
        [WeighedKeyword(keyword, tf=1, idf=2.5, weight=1.0)],
        [found or Match(Status.MISSING)],
        facts,
        judge_needs(posting.text, needs, facts, akin=akin),
    )
    return match.status, [document.text[start:end] for start, end in match.evidence]


@pytest.mark.parametrize(
    ("asked", "degree", "evidence"),
    [
        ("Bachelor's degree", "B.S. Biology, Lakeside College, 2012", "B.S."),
        ("Bachelor's degree", "BA History, Lakeside College, 2012", "BA"),
        ("Bachelor's degree", "M.Ed., Literacy, Lakeside College, 2012", "M.Ed."),
        ("Master's degree", "MS Statistics, Lakeside College, 2012", "MS"),
        ("BA/BS", "Bachelor of Commerce, Lakeside College, 2012", "Bachelor"),
    ],
)
def test_a_degree_of_the_level_or_above_shows_it(asked: str, degree: str, evidence: str) -> None:
    assert outcome(asked, asked, f"EDUCATION\n{degree}") == (Status.ALIAS, [evidence])


@pytest.mark.parametrize(
    ("asked", "degree", "status"),
    [
        ("Education above high school", "A.A.S. Welding", Status.ALIAS),
        ("Education above high school", "B.S. Biology", Status.ALIAS),
        ("Education above high school", "High school diploma", Status.MISSING),
        ("College education", "B.S. Biology", Status.ALIAS),
        ("Undergraduate study", "M.S. Biology", Status.ALIAS),
        ("Undergraduate study", "A.A.S. Welding", Status.MISSING),
        ("Graduate level education", "Ph.D. Biology", Status.ALIAS),
        ("Graduate level education", "B.S. Biology", Status.MISSING),
        ("Postgraduate study", "M.S. Biology", Status.ALIAS),
    ],
)
def test_an_education_is_shown_by_a_degree_that_is_one(asked: str, degree: str, status: Status) -> None:
    assert outcome(asked, asked, f"EDUCATION\n{degree}, Lakeside College, 2012")[0] is status


@pytest.mark.parametrize(
    ("asked", "degree"),
    [
        ("Master's degree", "B.S. Biology, Lakeside College, 2012"),
        ("PhD", "MS Statistics, Lakeside College, 2012"),
        ("Bachelor's degree", "B.S. Biology, Lakeside College, expected 2029"),
        ("Bachelor's degree", "Forklift licence, 2012"),
    ],
)
def test_a_lower_or_unfinished_degree_does_not(asked: str, degree: str) -> None:
    assert outcome(asked, asked, f"EDUCATION\n{degree}") == (Status.MISSING, [])


def test_a_degree_in_another_field_than_the_posting_names_does_not() -> None:
    wanted = "Bachelor's degree in nursing"
    assert outcome("Bachelor's degree", wanted, "EDUCATION\nB.A., History, 2012")[0] is Status.MISSING
    assert outcome("Bachelor's degree", wanted, "EDUCATION\nB.S., Nursing, 2012")[0] is Status.ALIAS


@pytest.mark.parametrize(
    ("said", "asked", "degree"),
    [
        ("LL.B.", "A master's degree, LL.B. or J.D.", "MS Statistics, Lakeside College, 2012"),
        ("Diploma in nursing", "Diploma in nursing", "B.S. History, Lakeside College, 2012"),
        (
            "Osteopathic Medicine degree",
            "Osteopathic Medicine degree",
            "B.S. History, Lakeside College, 2012",
        ),
        ("NVQ Level 2", "NVQ Level 2 or equivalent", "B.S. Biology, Lakeside College, 2012"),
        ("BTEC national", "BTEC national or equivalent", "B.S. Biology, Lakeside College, 2012"),
    ],
)
def test_nor_does_one_that_is_another_thing(said: str, asked: str, degree: str) -> None:
    assert outcome(said, asked, f"EDUCATION\n{degree}") == (Status.MISSING, [])


def test_a_subject_has_to_fit_where_no_line_of_the_ledger_looks_at_it() -> None:
    said, asked = "Osteopathic Medicine degree", "Tutor our Osteopathic Medicine degree students"
    assert outcome(said, asked, "EDUCATION\nB.S. History, Lakeside College, 2012") == (Status.MISSING, [])


def test_a_field_counts_as_the_line_of_the_ledger_counts_it() -> None:
    asked = "Bachelor's degree in finance, accounting or business"
    degree = "BBA, Lakeside College, 2012"
    status, _ = outcome("Bachelor's degree in finance", asked, f"EDUCATION\n{degree}")
    assert status is Status.ALIAS


def test_a_word_that_looks_like_a_degree_shows_none_where_the_ledger_finds_the_resume_short() -> None:
    def of(resume: str, status: Status) -> Status:
        found = Match(status, ((0, 4),))
        return outcome("Master's degree", "Master's degree", f"EDUCATION\n{resume}", found=found)[0]

    assert of("B.S. Biology, 2012", Status.ALIAS) is Status.MISSING
    assert of("M.S. Biology, 2012", Status.ALIAS) is Status.ALIAS
    assert (
        of("B.S. Biology, 2012", Status.EXACT) is Status.EXACT
    )  # the posting's own words, whatever they mean


def test_a_degree_in_another_subject_shows_none_though_the_resume_has_its_name() -> None:
    asked, known = "Bachelor's degree in law", Match(Status.EXACT, ((0, 4),))

    def of(degree: str, *, lexicon: str | None) -> Status:
        return outcome(asked, asked, f"EDUCATION\n{degree}, 2012", found=known, lexicon=lexicon)[0]

    assert of("Bachelor's degree, History", lexicon="bachelor's degree") is Status.MISSING
    assert of("Bachelor's degree, Law", lexicon="bachelor's degree") is Status.EXACT
    assert of("Bachelor's degree, History", lexicon=None) is Status.EXACT


def test_an_alternative_that_is_met_proves_nothing_of_the_other() -> None:
    asked = "Bachelor's degree or 4 years of experience"
    assert outcome("Bachelor's degree", asked, "EDUCATION\nHigh school diploma")[0] is Status.MISSING


def test_a_higher_clearance_shows_the_lower_and_no_certificate_shows_another() -> None:
    def of(said: str, resume: str) -> Status:
        return outcome(said, said, resume, kind=Kind.CERTIFICATION)[0]

    assert of("Secret clearance", "CLEARANCE\nActive Top Secret security clearance") is Status.ALIAS
    assert of("Top Secret clearance", "CLEARANCE\nActive Secret security clearance") is Status.MISSING
    assert of("SHRM-CP", "CERTIFICATES\nPHR") is Status.MISSING


def test_what_the_words_show_or_deny_stays_as_it_is() -> None:
    exact = Match(Status.EXACT, ((0, 4),))
    taken_back = Match(Status.MISSING, denied=True)
    said, degree = "Bachelor's degree", "EDUCATION\nB.S. Biology, 2012"
    assert outcome(said, said, degree, found=exact) == (Status.EXACT, ["Jane"])
    assert outcome(said, said, degree, found=taken_back) == (Status.MISSING, [])


YEARS = "5 years of experience"


def test_years_that_add_up_show_years_in_other_words() -> None:
    assert outcome(YEARS, YEARS, "", kind=Kind.EXPERIENCE) == (Status.ALIAS, ["Clerk"])


def test_too_few_years_are_missing() -> None:
    asked = "9 years of experience"
    assert outcome(asked, asked, "", kind=Kind.EXPERIENCE) == (Status.MISSING, [])


def test_years_of_other_work_show_no_relevant_experience() -> None:
    assert outcome(YEARS, YEARS, "", kind=Kind.EXPERIENCE, akin=False) == (Status.MISSING, [])


def test_a_claim_in_the_same_words_stays() -> None:
    claim = Match(Status.EXACT, ((0, 4),))
    assert outcome(YEARS, YEARS, "", kind=Kind.EXPERIENCE, found=claim, akin=False)[0] is Status.EXACT


def keyword(term: str, weight: float, kind: Kind = Kind.SKILL) -> WeighedKeyword:
    """A keyword that only its weight matters of."""
    return WeighedKeyword(
        ExtractedKeyword(term, kind, Strength.REQUIRED, (Origin.MODEL,), ()), tf=1, idf=1.0, weight=weight
    )


@pytest.mark.parametrize(
    ("statuses", "akin"),
    [
        ((Status.EXACT, Status.MISSING, Status.MISSING), True),
        ((Status.MISSING, Status.EXACT, Status.EXACT), False),
        ((Status.RELATED, Status.ALIAS, Status.MISSING), True),
        ((Status.MISSING, Status.MISSING, Status.ALIAS), False),
    ],
)
def test_a_resume_is_akin_from_a_share_of_the_weight_on(statuses: tuple[Status, ...], akin: bool) -> None:
    keywords = [keyword("a", 0.4), keyword("b", 0.3), keyword("5 years of experience", 0.3, Kind.EXPERIENCE)]
    assert is_akin(keywords, [Match(status) for status in statuses]) is akin
