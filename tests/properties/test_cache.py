"""Law: a posting from the cache and one analysed anew give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapcheck import Analyzer, NothingToJudgeError
from gapcheck.cache import PostingCache
from gapcheck.language_model import LanguageModel
from gapcheck.readers import read, read_text
from tests.properties.samples import AS_OF, PEOPLE, PERSONS, POSTINGS, report, resume_text

LINES = sorted({line for name in POSTINGS for line in read(PEOPLE / name).text.splitlines() if line.strip()})


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> PostingCache:
    return PostingCache(tmp_path_factory.mktemp("kept"), warn=pytest.fail)


@pytest.mark.parametrize("name", POSTINGS)
def test_samples(name: str, kept: PostingCache, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = {person: report(person, name) for person in PERSONS}
    missed = Analyzer(as_of=AS_OF, cache=kept).check(PEOPLE / PERSONS[0] / "resume.txt", PEOPLE / name)
    assert missed == expected[PERSONS[0]]
    monkeypatch.setattr(LanguageModel, "read", lambda *_: pytest.fail("the model was asked"))
    analyzer = Analyzer(as_of=AS_OF, cache=kept)
    for person in PERSONS:
        hit = analyzer.check(PEOPLE / person / "resume.txt", PEOPLE / name)
        assert hit == expected[person]
        assert hit.to_dict() == expected[person].to_dict()


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
def test_any_lines(lines: list[str], kept: PostingCache) -> None:
    resume, posting = read_text(resume_text("nurse"), "cv"), read_text("\n".join(lines), "job")
    results = []
    for analyzer in (Analyzer(as_of=AS_OF), *(Analyzer(as_of=AS_OF, cache=kept) for _ in range(2))):
        try:
            results.append(analyzer.check(resume, posting).to_dict())
        except NothingToJudgeError as error:
            results.append({"error": str(error)})
    assert results[0] == results[1] == results[2]


def test_the_library_keeps_nothing_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "cache"))
    Analyzer(as_of=AS_OF).check(PEOPLE / "nurse/resume.txt", PEOPLE / "nurse/job-1.html")
    assert not (tmp_path / "cache").exists()
