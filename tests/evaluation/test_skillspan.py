"""Reading SkillSpan's format, on two sentences in its form."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from tests.evaluation import skillspan

ROWS = (
    {
        "idx": 1,
        "source": "tech",
        "tokens": ["*", "Know", "Python", "well"],
        "tags_skill": list("OOOO"),
        "tags_knowledge": list("OOBO"),
    },
    {
        "idx": 1,
        "source": "tech",
        "tokens": ["lead", "small", "teams"],
        "tags_skill": list("BII"),
        "tags_knowledge": list("OOO"),
    },
)


def written(folder: Path) -> Path:
    path = folder / "spans.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in ROWS)
    return path


def test_sentences_become_one_text_with_offsets(tmp_path: Path) -> None:
    (posting,) = skillspan.read_postings(written(tmp_path))
    assert [posting.text[start:end] for start, end in posting.knowledge] == ["Python"]
    assert [posting.text[start:end] for start, end in posting.spans] == ["Python", "lead small teams"]


def test_mentions_are_held_against_spans(tmp_path: Path) -> None:
    found = skillspan.measure(written(tmp_path))
    assert found["postings"] == 1
    assert found["recall"] == 1
    assert found["precision"] > 0
    assert found["recall of the certain"] == 1
    assert found["precision of the certain"] >= found["precision"]
    assert 0 < found["certain from"] <= 1
