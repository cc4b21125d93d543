"""Labelled real postings, each with two real resumes: written out from their places, to be scored.

Their texts are in the data; `models/annotations/cases.jsonl.xz` holds what readers say of them: for each posting its
lot, source and id, the two resumes by file name, what is `asked` and, as stretches, what only looks like it. What is
asked has a term, the stretches that say it, other wordings to `accept`, and a letter for each resume (E exact, V in
other words, I implied, a point for absent). The lots are in the order in which they were labelled.

    python -m recipe.labelled FOLDER    # a case a folder, FOLDER/LOT/SOURCE-ID, in the form of tests/evaluation/cases
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

from recipe.annotations import labelled_rows, stretches
from recipe.paths import LABELLED_CASES, data_folder, resumes_folder

STATUS = {"E": "exact", "V": "variant", "I": "implied", ".": "absent"}


@dataclass(frozen=True, slots=True)
class LabelledCase:
    """A posting's text, its resumes in their folder ("HR/1234.pdf"), and its labels as `gold.json` has them."""

    lot: int
    name: str
    text: str
    resumes: tuple[str, ...]
    gold: dict[str, Any]


def read_labelled(path: Path, data: Path) -> Iterator[LabelledCase]:
    """The labelled cases in the order of the file; raises ValueError for one that the data does not have."""
    for row, text in labelled_rows(path, data):
        names = [f"r{number}" for number, _ in enumerate(row["resumes"], start=1)]
        asked = [
            {
                "id": f"q{number}",
                "term": one["term"],
                "surfaces": [text[span] for span in stretches(one["said"])],
                "accept": one.get("accept", []),
                "kind": one["kind"],
                "strength": one["strength"],
                "importance": one["importance"],
                "group": one.get("group"),
                "years": one.get("years"),
                "resumes": {
                    name: {"status": STATUS[letter]}
                    for name, letter in zip(names, one["status"], strict=True)
                },
            }
            for number, one in enumerate(row["asked"], start=1)
        ]
        gold = {
            "id": row["id"],
            "title": row["id"],
            "requirements": asked,
            "not_requirements": [text[span] for span in stretches(row["unasked"])],
        }
        yield LabelledCase(row["lot"], row["id"], text, tuple(row["resumes"]), gold)


def write(case: LabelledCase, folder: Path, resumes: Path) -> None:
    """Write a case as the folder `folder/LOT/NAME`; raises OSError where a resume is not there."""
    place = folder / str(case.lot) / case.name
    place.mkdir(parents=True, exist_ok=True)
    (place / "posting.txt").write_text(case.text, encoding="utf-8")
    (place / "gold.json").write_text(json.dumps(case.gold, indent=1), encoding="utf-8")
    for number, resume in enumerate(case.resumes, start=1):
        copyfile(resumes / resume, place / f"r{number}{Path(resume).suffix}")


def main() -> None:
    """Write all cases."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder, resumes = parser.parse_args().folder, resumes_folder()
    for case in read_labelled(LABELLED_CASES, data_folder()):
        write(case, folder, resumes)


if __name__ == "__main__":
    main()
