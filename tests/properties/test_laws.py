"""The laws of the whole: what must hold for every resume and every posting.

The model is loaded once; what a law needs of the sample data is analysed once (see `tests.properties.samples`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck import Analyzer
from gapcheck.document import Document
from gapcheck.lexicon import load_lexicon
from gapcheck.match import index_resume, match, said_by_posting
from gapcheck.pipeline import analyse_posting, analyse_resume, compare
from gapcheck.readers import read, read_bytes, read_text
from gapcheck.report import Status
from gapcheck.words import key
from tests.properties.samples import (
    AS_OF,
    PEOPLE,
    PERSONS,
    POSTINGS,
    changed,
    own_postings,
    posting,
    report,
    resume,
    resume_text,
    statuses,
    statuses_of,
    unsound_offsets,
)
from tests.properties.variants import CASE, COMPOSITION, WRAPPING, unwrap

each_person = pytest.mark.parametrize("person", PERSONS)
each_posting = pytest.mark.parametrize("name", POSTINGS)


def sample_lines(names: tuple[str, ...]) -> list[str]:
    lines = {line for name in names for line in read(PEOPLE / name).text.split("\n")}
    return sorted(line for line in lines if 4 <= len(line.split()) <= 40)


POSTING_LINES = sample_lines(POSTINGS)
RESUME_LINES = sample_lines(tuple(f"{person}/resume.txt" for person in PERSONS))
HEADS = ["Requirements", "What you will do:", "Nice to have", "About us", "## Benefits", ""]

_section = st.tuples(
    st.sampled_from(HEADS), st.lists(st.sampled_from(POSTING_LINES), min_size=2, max_size=6)
).map(lambda part: "\n".join([part[0], *(f"- {line}" for line in part[1]), ""]))
_postings = st.lists(_section, min_size=1, max_size=3).map(lambda parts: "Staff Nurse\n\n" + "\n".join(parts))
_resumes = st.lists(st.sampled_from(RESUME_LINES), min_size=3, max_size=25).map("\n".join)


# --- offsets -----------------------------------------------------------------------------------------------


@each_person
@pytest.mark.parametrize("suffix", ["txt", "pdf", "docx"])
def test_every_mention_stands_where_its_offsets_say(person: str, suffix: str) -> None:
    for name in own_postings(person):
        found = report(person, name, suffix)
        assert any(keyword.resume for keyword in found.keywords)
        assert list(unsound_offsets(found)) == []


@each_posting
def test_the_explanation_is_that_of_the_list(name: str) -> None:
    found = Analyzer().extract(PEOPLE / name, explain=True)
    assert found.sentences is not None
    kept = [c for sentence in found.sentences for c in sentence.candidates if c.dropped is None]
    mentions = {(m.start, m.end) for keyword in found.keywords for m in keyword.posting}
    assert {(candidate.start, candidate.end) for candidate in kept} == mentions


@settings(max_examples=25, deadline=None, derandomize=True)
@given(_resumes, _postings)
def test_offsets_hold_for_any_text(resume_of_lines: str, posting_of_lines: str) -> None:
    analysed = analyse_posting(read_text(posting_of_lines))
    found = compare(analyse_resume(read_text(resume_of_lines)), analysed, as_of=AS_OF)
    assert list(unsound_offsets(found)) == []


@settings(max_examples=25, deadline=None, derandomize=True)
@given(_postings)
def test_no_two_keywords_have_one_name(posting_of_lines: str) -> None:
    terms = [key(item.keyword.term) for item in analyse_posting(read_text(posting_of_lines)).keywords]
    assert len(terms) == len(set(terms))


def test_a_shifted_mention_is_noticed() -> None:
    found = report("nurse", "nurse/job-1.html")
    shown = next(keyword for keyword in found.keywords if keyword.resume)
    off = replace(shown.resume[0], start=shown.resume[0].start + 1)
    assert list(unsound_offsets(replace(found, keywords=(replace(shown, resume=(off,)),))))
    early = replace(shown.posting[0], end=shown.posting[0].end - 1)
    assert list(unsound_offsets(replace(found, keywords=(replace(shown, posting=(early,)),))))


# --- a posting against itself ------------------------------------------------------------------------------


def gaps_in_itself(document: Document) -> list[str]:
    analysed = analyse_posting(document)
    found = compare(analyse_resume(document), analysed, as_of=AS_OF)
    shares = (found.coverage.overall, found.coverage.required, found.coverage.preferred)
    assert found.keywords or shares == (None, None, None)
    wrong = [f"coverage {share}" for share in shares if share not in (None, pytest.approx(1.0))]
    return wrong + [f"{k.term}: {k.status}" for k in found.keywords if not k.status.shown]


@each_posting
def test_a_posting_covers_itself(name: str) -> None:
    assert posting(name).keywords
    assert gaps_in_itself(read(PEOPLE / name)) == []


@settings(max_examples=40, deadline=None, derandomize=True)
@given(_postings)
def test_any_posting_covers_itself(text: str) -> None:
    assert gaps_in_itself(read_text(text)) == []


def test_another_posting_does_not_cover_it() -> None:
    other = analyse_resume(read(PEOPLE / "bookkeeper/job-1.md"))
    coverage = compare(other, posting("nurse/job-1.html"), as_of=AS_OF).coverage
    assert coverage.overall is not None
    assert coverage.overall < 0.5


# --- adding a term -----------------------------------------------------------------------------------------


def cases_of_adding() -> list[tuple[str, str]]:
    """Each posting with its own person and, in turn, one of the others."""
    own = [(name.split("/")[0], name) for name in POSTINGS]
    others = [
        (PERSONS[(PERSONS.index(person) + 1 + turn % 5) % len(PERSONS)], name)
        for turn, (person, name) in enumerate(own)
    ]
    return [*own, *others]


@pytest.mark.parametrize(("person", "name"), cases_of_adding())
def test_an_added_term_is_found(person: str, name: str) -> None:
    lost = []
    text = resume_text(person)
    for item in posting(name).keywords:
        for wording in dict.fromkeys([item.keyword.term, " ".join(said_by_posting(item.keyword)[0].split())]):
            found = match(item.keyword, index_resume(read_text(f"{text}{wording}\n"), load_lexicon()))
            if not found.status.shown:
                lost.append(f"{item.keyword.term} added as {wording!r}: {found.status}")
    assert lost == []


@st.composite
def _additions(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A person, a posting, one of its terms, and the resume with the term as a line between two paragraphs."""
    person, name = draw(st.sampled_from(PERSONS)), draw(st.sampled_from(POSTINGS))
    term = draw(st.sampled_from([item.keyword.term for item in posting(name).keywords]))
    paragraphs = unwrap(resume_text(person)).split("\n")
    place = draw(st.integers(1, len(paragraphs)))
    mark = draw(st.sampled_from(["", "- ", "\n"]))
    return person, name, term, "\n".join([*paragraphs[:place], mark + term, *paragraphs[place:]])


@settings(max_examples=40, deadline=None, derandomize=True)
@given(_additions())
def test_adding_a_term_never_lowers_coverage(addition: tuple[str, str, str, str]) -> None:
    person, name, term, text = addition
    before = report(person, name)
    after = compare(analyse_resume(read_text(text)), posting(name), as_of=AS_OF)
    assert term not in {keyword.term for keyword in after.keywords if keyword.status is Status.MISSING}
    assert after.coverage.overall is not None
    assert before.coverage.overall is not None
    assert after.coverage.overall >= before.coverage.overall - 1e-9


def test_taking_terms_away_lowers_coverage() -> None:
    text = resume_text("nurse")
    shorter = text[: text.index("\n\n", len(text) // 3)]
    after = compare(analyse_resume(read_text(shorter)), posting("nurse/job-1.html"), as_of=AS_OF)
    before = report("nurse", "nurse/job-1.html").coverage.overall
    assert after.coverage.overall is not None
    assert before is not None
    assert after.coverage.overall < before


# --- form of the texts -------------------------------------------------------------------------------------


@each_person
@pytest.mark.parametrize("form", [*CASE, *WRAPPING])
def test_the_form_of_a_resume_changes_no_status(person: str, form: str) -> None:
    text = unwrap(resume_text(person))
    before = statuses(text)
    after = statuses({**CASE, **WRAPPING}[form](text))
    assert changed(before, after) == []


def test_lower_case_does_not_join_a_heading_with_the_line_below() -> None:
    text = (
        "Ines Pohl\n\nProfile\nI teach.\n\nEducation\nPGCE Secondary Mathematics\n2014\n\nSkills\nAlgebra\n"
    )
    blocks = [len(list(read_text(form(text)).blocks())) for form in (str, str.lower)]
    assert blocks[0] == blocks[1]


def test_a_lost_word_is_noticed() -> None:
    text = resume_text("software-engineer")
    assert changed(statuses(text), statuses(text.replace("PostgreSQL", "")))


# A saved line of a posting may be a paragraph or an entry of a list without marks. Wrapped, the latter cannot be told
# from several entries; at 40 columns nearly every line is concerned.
NARROW = ("bookkeeper/job-1.md", "bookkeeper/job-2.txt", "marketing-manager/job-1.txt")
UNMARKED = {
    # ends in capitals ("SAP EWM)"), which on a line of their own read as a heading
    ("warehouse-team-leader/job-1.txt", "72 columns"),
}


def posting_forms() -> list[tuple[str, str]]:
    pairs = [(name, form) for name in POSTINGS for form in COMPOSITION]
    texts = [name for name in POSTINGS if not name.endswith(".html")]
    pairs += [(name, form) for name in texts for form in ("72 columns", "200 columns")]
    pairs += [(name, "40 columns") for name in NARROW]
    return [pair for pair in pairs if pair not in UNMARKED]


@pytest.mark.parametrize(("name", "form"), posting_forms())
def test_the_form_of_a_posting_changes_no_status(name: str, form: str) -> None:
    person = name.split("/", maxsplit=1)[0]
    text = {**COMPOSITION, **WRAPPING}[form]((PEOPLE / name).read_text(encoding="utf-8"))
    analysed = analyse_posting(read_bytes(text.encode(), name))
    found = compare(resume(person), analysed, as_of=AS_OF)
    after = {(name, keyword.term): keyword.status for keyword in found.keywords}
    before = {(name, keyword.term): keyword.status for keyword in report(person, name).keywords}
    assert changed(before, after) == []


def test_the_first_row_of_a_paragraph_is_no_title_line() -> None:
    text = (
        "Charge Nurse, Band 6, full time, 37 hours, with Lower Wharfe Care. "
        "You will manage a caseload of housebound patients and lead a team of nurses and assistants."
    )
    titles = [
        analyse_posting(read_text(form)).segmented.title for form in (text, WRAPPING["40 columns"](text))
    ]
    assert titles[0] == titles[1]


@each_person
def test_every_format_gives_the_same_statuses(person: str) -> None:
    text, pdf, docx = (statuses_of(resume(person, suffix).document) for suffix in ("txt", "pdf", "docx"))
    assert changed(text, pdf) == []
    assert changed(text, docx) == []


# --- same input, same output -------------------------------------------------------------------------------

PRINT_REPORTS = """
import sys
from datetime import date
from gapcheck import Analyzer
from gapcheck.reporters import render
analyzer = Analyzer(as_of=date(2026, 1, 1))
for report in analyzer.check_many(sys.argv[1], sys.argv[2:]):
    for form in ("json", "terminal", "markdown", "csv"):
        sys.stdout.buffer.write(render(report, form).encode())
"""


def printed(seed: str) -> bytes:
    paths = ["nurse/resume.pdf", "nurse/job-1.html", "software-engineer/job-1.txt"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", PRINT_REPORTS, *paths]
    return subprocess.run(command, cwd=PEOPLE, env=environment, stdout=subprocess.PIPE, check=True).stdout


def test_the_hash_seed_changes_no_byte() -> None:
    first, second, third = (printed(seed) for seed in ("0", "1", "random"))
    assert len(first) > 20_000
    assert first == second == third


def test_many_at_once_equal_one_at_a_time() -> None:
    analyzer = Analyzer(as_of=AS_OF)
    paths = [PEOPLE / name for name in POSTINGS[:3]]
    path = PEOPLE / PERSONS[0] / "resume.docx"
    alone = [analyzer.check(path, posting) for posting in paths]
    assert list(analyzer.check_many(path, paths)) == alone
    assert list(Analyzer(as_of=AS_OF).check_many(path, reversed(paths))) == alone[::-1]
    assert next(analyzer.check_many(path, paths[:1])) == alone[0]
    assert alone[0] != alone[1]


def test_a_report_survives_json() -> None:
    found = report("teacher", "teacher/job-1.txt", "pdf").to_dict()
    assert json.loads(json.dumps(found)) == found


def test_a_path_may_be_a_text_or_a_path() -> None:
    analyzer = Analyzer(as_of=AS_OF)
    path = PEOPLE / "bookkeeper"
    texts = analyzer.check(str(path / "resume.txt"), str(path / "job-1.md"))
    assert texts == analyzer.check(path / "resume.txt", path / "job-1.md")
    documents = analyzer.check(read(path / "resume.txt"), read(Path(path / "job-1.md")))
    assert documents.keywords == texts.keywords
