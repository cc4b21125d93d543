"""The lexicon as data: the TOML sources are well formed, agree with each other, and find what they say."""

from __future__ import annotations

import importlib.util
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gapcheck.lexicon import FILE_NAME, Hit, Lexicon, LexiconEntry, from_json, read_compiled
from gapcheck.match import index_resume
from gapcheck.match.abbreviated import is_abbreviation
from gapcheck.match.order import said_runs
from gapcheck.readers import read_text
from gapcheck.report import Kind
from gapcheck.words import comparable, key, tokenize

MODELS = Path(__file__).parents[2] / "models"
SOURCES = tuple(sorted((MODELS / "lexicon").glob("*.toml")))
KINDS = tuple(kind.value for kind in Kind)
SPEC = {"aliases", "ambiguous", "implies", "caution", "context", "example", "shown_by", "suggested_by"}
FEWEST_FIELDS = 25
FEWEST_TERMS = 4000


@dataclass(frozen=True, slots=True)
class Source:
    """One entry as written."""

    field: str
    kind: str
    term: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    implies: tuple[str, ...]
    shown_by: tuple[str, ...]
    suggested_by: tuple[str, ...]
    caution: bool
    context: tuple[str, ...]
    example: str

    @property
    def forms(self) -> Iterator[tuple[str, bool]]:
        """Every wording, and whether it needs proof."""
        yield self.term, self.caution
        yield from ((alias, False) for alias in self.aliases)
        yield from ((alias, True) for alias in self.ambiguous)

    @property
    def doubtful(self) -> bool:
        return self.caution or bool(self.ambiguous)


def tables() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in SOURCES:
        yield path, tomllib.loads(path.read_text(encoding="utf-8"))


def entry(field: str, kind: str, term: str, spec: dict[str, Any]) -> Source:
    return Source(
        field,
        kind,
        term,
        tuple(spec.get("aliases", ())),
        tuple(spec.get("ambiguous", ())),
        tuple(spec.get("implies", ())),
        tuple(spec.get("shown_by", ())),
        tuple(spec.get("suggested_by", ())),
        spec.get("caution", False),
        tuple(spec.get("context", ())),
        spec.get("example", ""),
    )


@cache
def entries() -> tuple[Source, ...]:
    return tuple(
        entry(source["field"], kind, term, spec)
        for _, source in tables()
        for kind in KINDS
        for term, spec in source.get(kind, {}).items()
    )


def keywords() -> tuple[Source, ...]:
    return tuple(e for e in entries() if e.kind != Kind.TITLE)


def titles() -> tuple[Source, ...]:
    return tuple(e for e in entries() if e.kind == Kind.TITLE)


@cache
def recipe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_lexicon", MODELS / "recipe" / "compile_lexicon.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def lexicon_of(*, title: bool) -> Lexicon:
    """The keywords alone, or the titles alone: a title may be spelled as a keyword is."""
    chosen = [e for e in recipe().read_entries(MODELS / "lexicon") if (e.kind is Kind.TITLE) is title]
    return from_json(recipe().compile_lexicon(chosen))


def finds(text: str, source: Source) -> tuple[Hit, ...]:
    title = source.kind == Kind.TITLE
    lexicon, tokens = lexicon_of(title=title), tokenize(text)
    hits = lexicon.find_titles(tokens) if title else lexicon.find(tokens)
    return tuple(hit for hit in hits if (hit.entry.term, hit.entry.field) == (source.term, source.field))


def conflicts(sources: Sequence[Source]) -> list[tuple[str, list[str]]]:
    """Wordings of more than one entry of which one does not ask for proof."""
    said: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for source in sources:
        for form, doubtful in source.forms:
            said[key(form)].append((source.term, doubtful))
    return [
        (form, [term for term, _ in owners])
        for form, owners in sorted(said.items())
        if len(owners) > 1 and not all(doubtful for _, doubtful in owners)
    ]


def test_enough_fields_and_terms() -> None:
    assert len(SOURCES) >= FEWEST_FIELDS
    assert len(keywords()) >= FEWEST_TERMS


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_well_formed(path: Path) -> None:
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    assert source["field"] == path.stem
    assert set(source) <= {"field", *KINDS}
    for kind in KINDS:
        terms = list(source.get(kind, {}))
        assert terms == sorted(terms, key=lambda term: (term.lower(), term))
        assert all(set(spec) <= SPEC for spec in source.get(kind, {}).values())


def test_titles_stand_by_themselves() -> None:
    assert {e.field for e in titles()} == {"titles"}
    assert {e.kind for e in entries() if e.field == "titles"} == {Kind.TITLE.value}


@pytest.mark.parametrize("sources", [keywords(), titles()], ids=["keywords", "titles"])
def test_keys_are_unique(sources: tuple[Source, ...]) -> None:
    terms = [e.term.casefold() for e in sources]
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize("sources", [keywords(), titles()], ids=["keywords", "titles"])
def test_a_wording_has_one_owner_unless_it_asks_for_proof_in_all(sources: tuple[Source, ...]) -> None:
    assert conflicts(sources) == []


def test_a_conflict_is_seen() -> None:
    one = entry("a", "skill", "wound care", {"aliases": ["dressing wounds"]})
    other = entry("b", "skill", "bandaging", {"aliases": ["Wound-care"]})
    assert conflicts([one, other]) == [("woundcare", ["wound care", "bandaging"])]


def test_implied_terms_exist() -> None:
    known = {e.term for e in keywords()}
    assert [(e.term, i) for e in entries() for i in e.implies if i not in known or i == e.term] == []


def test_phrases_of_resumes_say_something_new() -> None:
    """They are found where they stand by themselves, are no wording already, and are listed in one spelling only."""
    faults: list[tuple[str, str]] = []
    for source in entries():
        phrases = (*source.shown_by, *source.suggested_by)
        wordings = {key(form) for form, _ in source.forms}
        spelt = Counter(" ".join(token.lower for token in tokenize(phrase)) for phrase in phrases)
        faults += [(source.term, phrase) for phrase, said in spelt.items() if said > 1]
        faults += [(source.term, p) for p in phrases if key(p) in wordings or not says_itself(p)]
    assert faults == []


def says_itself(phrase: str) -> bool:
    resume = index_resume(read_text(phrase, "phrase"), Lexicon("none", [], {}))
    return any(run == (0, len(resume.tokens) - 1) for run in said_runs(comparable(phrase), resume))


def test_no_wording_is_out_of_reach() -> None:
    """A wording broken by punctuation is never one run of joined tokens; only a list has its commas."""
    unreachable = [
        (e.term, form)
        for e in entries()
        for form, doubtful in e.forms
        if not (doubtful and form == e.term)
        and not all(token.joined for token in tokenize(form)[1:])
        and not finds(form, e)
    ]
    assert unreachable == []


def test_doubtful_entries_have_context_and_example() -> None:
    assert [e.term for e in entries() if e.doubtful and not (len(e.context) > 1 and e.example)] == []
    assert [e.term for e in entries() if not e.doubtful and (e.context or e.example)] == []


def test_examples_find_their_entry() -> None:
    assert [(e.term, e.example) for e in entries() if e.example and not finds(e.example, e)] == []


def test_doubtful_words_need_their_context() -> None:
    found = [
        (e.term, form)
        for e in entries()
        for form, doubtful in e.forms
        if doubtful and len(tokenize(form)) == 1 and finds(f"Nobody minded {form} very much.", e)
    ]
    assert found == []


def test_plain_terms_are_found() -> None:
    lost = [e.term for e in entries() if not e.caution and not finds(f"Experience with {e.term}.", e)]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (
            "A degree, or equivalent, is wanted; what do you do?",
            {"operations research", "Doctor of Medicine"},
        ),
        ("Those who excel go far here.", {"Excel", "Go"}),
        ("You will have access to a gym.", {"Access"}),
        ("Reach us until 2 PM.", {"preventive maintenance"}),
        ("This takes the cost into account.", {"accounting", "cost accounting"}),
        ("A kind word and a swift answer in spring.", {"Word", "Swift", "Spring"}),
        ("Your equity package grows with us, as do diversity and equity.", {"equities"}),
        ("A 30 bed ward in Leeds, visited twice.", {"Bachelor of Education", "LEED", "TWIC"}),
        ("Please let us know in writing when you plan on leaving.", {"lettings", "Planon"}),
        ("We reserve the right to close this advert, which sets a level for all.", {"reserving", "A-level"}),
        ("Specialised in design for all; opened in for a day.", {"Adobe InDesign", "Infor"}),
        (
            "The data landscape of a large market takes that into account.",
            {"landscaping", "marketing", "accounting"},
        ),
        ("Cover bank holidays, and purchase extra leave.", {"banking", "purchasing"}),
        (
            "Interviews are held on site at 2 PM in Boston, MA.",
            {"interviewing", "preventive maintenance", "master's degree"},
        ),
        (
            "Paid bi-weekly at $20/hr; wait till we view it, this is a vital role.",
            {
                "business intelligence",
                "human resources",
                "till operation",
                "property viewings",
                "vital signs",
            },
        ),
        (
            "We honour the Americans with Disabilities Act and offer employee wellness programs.",
            {"ADA compliance", "employee wellness programs"},
        ),
    ],
)
def test_everyday_words_are_no_terms(text: str, absent: set[str]) -> None:
    assert absent <= {e.term for e in keywords()}
    assert absent.isdisjoint(hit.entry.term for hit in lexicon_of(title=False).find(tokenize(text)))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Wrote press releases", "press releases"),
        ("Ran payroll every Friday", "payroll"),
        ("Took patient histories", "history taking"),
        ("Led a team of six", "team leadership"),
        ("Processed supplier invoices", "invoice processing"),
        ("Assisted surgeons in theatre", "surgical assisting"),
        ("Negotiated rates", "negotiation"),
        ("Chased outstanding debts", "credit control"),
    ],
)
def test_what_somebody_did_says_the_skill(text: str, term: str) -> None:
    assert term in {hit.entry.term for hit in lexicon_of(title=False).find(tokenize(text))}


def test_a_past_form_does_not_take_over_what_another_entry_says() -> None:
    one = LexiconEntry("writing verse", Kind.SKILL, "media")
    other = LexiconEntry("poetry", Kind.SKILL, "media", aliases=("wrote verse",))
    lexicon = from_json(recipe().compile_lexicon([one, other]))
    assert [hit.entry.term for hit in lexicon.find(tokenize("Wrote verse"))] == ["poetry"]


def test_the_compiled_file_is_up_to_date() -> None:
    names = recipe().read_abbreviations(MODELS / "abbreviations.toml")
    compiled = recipe().compile_lexicon(list(recipe().read_entries(MODELS / "lexicon")), names)
    assert read_compiled(MODELS / "en_gapcheck_stats" / FILE_NAME) == compiled


def test_news_of_a_field_is_no_development() -> None:
    lexicon = lexicon_of(title=False)
    assert [hit.entry.term for hit in lexicon.find(tokenize("Led research and development"))] == [
        "research and development"
    ]
    assert lexicon.find(tokenize("current research and developments in the field")) == ()


def test_who_sells_into_a_market_does_no_marketing() -> None:
    terms = [hit.entry.term for hit in lexicon_of(title=False).find(tokenize("sold into the retail market"))]
    assert "retail marketing" not in terms


def test_of_two_wordings_that_overlap_the_term_itself_is_found() -> None:
    tokens = tokenize("Drive change management")
    assert [(hit.entry.term, hit.first) for hit in lexicon_of(title=False).find(tokens)] == [
        ("change management", 1)
    ]


@cache
def abbreviations() -> dict[str, list[str]]:
    found: dict[str, list[str]] = recipe().read_abbreviations(MODELS / "abbreviations.toml")
    return found


def test_abbreviations_are_sorted_and_told_once() -> None:
    shorts = list(abbreviations())
    assert shorts == sorted(shorts, key=lambda short: (short.casefold(), short))
    for phrases in abbreviations().values():
        assert phrases == sorted(phrases, key=str.casefold)
        assert len({key(phrase) for phrase in phrases}) == len(phrases)


def test_abbreviations_are_written_as_such_and_begin_what_they_stand_for() -> None:
    """Every letter of the abbreviation stands in the phrase, in order."""
    odd = [
        (short, phrase)
        for short, phrases in abbreviations().items()
        for phrase in phrases
        if not (is_abbreviation(short) and " " in phrase.replace("-", " ") and spells(short, phrase))
    ]
    assert odd == []


def spells(short: str, phrase: str) -> bool:
    rest = iter(phrase.casefold())
    return all(letter in rest for letter in short.casefold() if letter.isalnum())


def test_abbreviations_say_what_the_lexicon_does_not() -> None:
    forms: dict[str, set[str]] = defaultdict(set)
    for source in entries():
        for form, _ in source.forms:
            forms[key(form)].add(source.term)
    known = [
        (short, phrase)
        for short, phrases in abbreviations().items()
        for phrase in phrases
        if forms[key(short)] & forms[key(phrase)]
    ]
    assert known == []


def test_the_papers_of_a_project_are_no_briefings() -> None:
    lexicon = lexicon_of(title=False)
    assert lexicon.find(tokenize("juggle several briefs")) == ()
    assert [hit.entry.term for hit in lexicon.find(tokenize("weekly briefings"))] == ["briefings"]
