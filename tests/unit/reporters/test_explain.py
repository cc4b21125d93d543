from __future__ import annotations

import pytest

from gapcheck.codes import CODES
from gapcheck.errors import ExitCode, GapcheckError
from gapcheck.reporters.explain import explain, list_codes


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(code: str) -> None:
    text = explain(code)
    assert text.startswith(f"{code}  {CODES[code].title}\n")
    assert "What to do" in text
    words = " ".join(text.split())
    assert CODES[code].meaning in words
    assert CODES[code].remedy in words
    assert max(len(line) for line in text.splitlines()) <= 80


def test_case_and_blanks_do_not_matter() -> None:
    assert explain(" gap003 ") == explain("GAP003")


@pytest.mark.parametrize(
    ("code", "hint"),
    [("GAP03", "GAP003"), ("READ1", "READ"), ("gap0003", "GAP003"), ("nonsense", "gapcheck explain lists")],
)
def test_an_unknown_code_names_the_closest(code: str, hint: str) -> None:
    with pytest.raises(GapcheckError, match="no such code") as caught:
        explain(code)
    assert hint in caught.value.remedy
    assert caught.value.code == "unknown_code"
    assert caught.value.exit_code is ExitCode.FAILED


def test_narrow_and_wide() -> None:
    assert max(len(line) for line in explain("READ004", width=50).splitlines()) <= 50
    assert max(len(line) for line in explain("READ004", width=300).splitlines()) <= 100


def test_the_list_names_every_code_once() -> None:
    lines = list_codes().splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)
