"""Teams and people that the applicant works with."""

from __future__ import annotations

import pytest

from gapcheck.extract.model import TaggedWord
from gapcheck.extract.others import names_others, serves_others
from gapcheck.extract.said import read_passage


def located(tagged: str, stretch: str) -> tuple[str, tuple[TaggedWord, ...], int, int]:
    pairs = [pair.rsplit("/", 1) for pair in tagged.split()]
    text = " ".join(word for word, _ in pairs)
    words, at = [], 0
    for word, tag in pairs:
        words.append(TaggedWord(text.index(word, at) + word.startswith("("), tag))
        at = text.index(word, at) + len(word)
    start = text.index(stretch)
    return text, tuple(words), start, start + len(stretch)


def others(tagged: str, stretch: str) -> bool:
    text, words, start, end = located(tagged, stretch)
    said = read_passage(text, 0, words)
    inside = [number for number, token in enumerate(said.tokens) if start <= token.start and token.end <= end]
    return names_others(text, said, inside[0], inside[-1])


@pytest.mark.parametrize(
    ("tagged", "stretch", "expected"),
    [
        ("Collaborate/VB with/IN Sales/NNP and/CC Marketing/NNP teams/NNS", "Sales", True),
        ("Collaborate/VB with/IN Sales/NNP and/CC Marketing/NNP teams/NNS", "Marketing", True),
        ("partner/VB well/RB with/IN teams/NNS (design,/NN legal)/JJ", "design", True),
        ("work/VB across/IN legal/JJ and/CC finance/NN departments/NNS", "finance", True),
        ("a/DT team/NN across/IN design/NN and/CC legal/NN", "legal", True),
        ("liaise/VB with/IN colleagues/NNS in/IN procurement/NN", "procurement", True),
        ("experience/NN interacting/VBG with/IN teams/NNS in/IN procurement/NN", "procurement", False),
        ("relationships/NNS with/IN Recruiters/NNS /HRBP/ADD /Hiring/NN Managers/NNS", "Recruiters", True),
        ("working/VBG across/IN design/NN and/CC legal/NN", "design", False),
        ("work/VB with/IN children/NNS and/CC dementia/NN", "dementia", False),
        ("Lead/VB sales/NNS and/CC marketing/NN teams/NNS", "sales", False),
        ("experience/NN with/IN finance/NN teams/NNS", "finance", False),
        ("work/VB with/IN teams/NNS to/TO plan/VB audits/NNS", "audits", False),
        ("partner/VB with/IN pricing/VBG ,/, legal/JJ and/CC sales/NNS teams/NNS", "legal", True),
        ("work/VB with/IN sites/NNS planning/VBG audits/NNS for/IN teams/NNS", "audits", False),
    ],
)
def test_names_others(tagged: str, stretch: str, expected: bool) -> None:
    assert others(tagged, stretch) is expected


def test_whom_the_applicant_serves() -> None:
    text, words, start, _ = located("Assistant/NN to/TO the/DT CFO/NNP", "CFO")
    said = read_passage(text, 0, words)
    number = next(n for n, token in enumerate(said.tokens) if token.start == start)
    assert serves_others(text, said, number)
    assert not serves_others(text, said, 0)
