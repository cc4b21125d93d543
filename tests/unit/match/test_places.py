"""What the resume repeats of the posting word for word."""

from __future__ import annotations

from gapcheck.extract.model import ExtractedKeyword, Mention
from gapcheck.match import index_resume, match
from gapcheck.match.places import places_of, surroundings
from gapcheck.readers import read_text
from gapcheck.report import Kind, Origin, Status, Strength
from gapcheck.segment.model import PostingSection
from tests.unit.small_lexicon import small_lexicon

POSTING = "You will write services that go fast. No experience with SQL is needed at all."


def keyword(term: str, said: str) -> ExtractedKeyword:
    start = POSTING.index(said)
    mention = Mention(start, start + len(said), said, PostingSection.REQUIRED)
    return ExtractedKeyword(term, Kind.TOOL, Strength.REQUIRED, (Origin.LEXICON,), (mention,), lexicon=term)


def status(resume: str, wanted: ExtractedKeyword, posting: str | None) -> Status:
    return match(wanted, index_resume(read_text(resume, "resume"), small_lexicon()), posting).status


def test_the_words_around_a_passage() -> None:
    assert surroundings("One two three four, five six seven", 14, 18) == (
        ("one", "two", "three"),
        ("five", "six", "seven"),
    )
    assert places_of(keyword("SQL", "SQL"), None) == frozenset()


def test_a_posting_pasted_into_the_resume_shows_what_it_asks_for() -> None:
    assert status(POSTING, keyword("SQL", "SQL"), POSTING) is Status.EXACT
    assert status(POSTING, keyword("Go", "go"), POSTING) is Status.EXACT


def test_elsewhere_doubt_and_denial_count() -> None:
    assert status(POSTING, keyword("SQL", "SQL"), None) is Status.MISSING
    assert status("I go to work. No experience with SQL.", keyword("SQL", "SQL"), POSTING) is Status.MISSING
    assert status("I go to work. No experience with SQL.", keyword("Go", "go"), POSTING) is Status.MISSING
