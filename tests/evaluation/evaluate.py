"""`make eval`: the figures of the product beside trivial ways, case by case, against floors that only rise.

python -m tests.evaluation.evaluate                     own cases, every row, and the floors
python -m tests.evaluation.evaluate --update            raise the floors to what is reached now
python -m tests.evaluation.evaluate CASES ...           other labelled cases in the same form, folder by folder
GAPCHECK_DATA=FOLDER python -m tests.evaluation.evaluate    also the labelled cases and SkillSpan of that folder
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.evaluation.analysers import ANALYSERS, product
from tests.evaluation.cases import OWN, Case, fingerprint, read_cases
from tests.evaluation.scoring import LOWER_IS_BETTER, figures, score

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.005
"""By how much a figure may fall short of its floor: two machines need not agree in the last keyword."""

ONE_VERDICT = 0.022
"""The same of the verdicts: one of the 48, for what is counted so coarsely turns with a keyword's weight."""

Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Floors:
    """What has been reached on the cases with this fingerprint."""

    cases: str
    figures: dict[str, float]


def read_floors(path: Path = FLOORS) -> Floors:
    """The pinned figures."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Floors(raw["cases"], raw["figures"])


def total(scored: Mapping[str, Counter[str]]) -> dict[str, float | None]:
    """The figures over all cases."""
    return figures(sum(scored.values(), Counter[str]()))


def falls_short(reached: Figures, floors: Floors) -> tuple[str, ...]:
    """What is worse than its floor, in words; nothing where all is well."""
    return tuple(
        f"{name} is {value:.3f}, its floor is {floor:.3f}"
        for name, floor in floors.figures.items()
        if (value := reached.get(name)) is not None
        and _worse(name, value, floor - _slack(name), floor + _slack(name))
    )


def _slack(name: str) -> float:
    return ONE_VERDICT if name == "ten_second" else SLACK


def _worse(name: str, value: float, least: float, most: float) -> bool:
    return value > most if name in LOWER_IS_BETTER else value < least


def raised(reached: Figures, floors: Floors, cases: str) -> Floors:
    """Floors at what is reached now; on the same cases one within the slack stays. Raises `ValueError` when one would
    have to be lowered.
    """
    new = {name: round(value, 3) for name, value in reached.items() if value is not None}
    if cases != floors.cases:
        return Floors(cases, new)
    if short := falls_short(reached, floors):
        raise ValueError(f"a floor is never lowered: {'; '.join(short)}")
    kept = {
        name: floor
        for name, floor in floors.figures.items()
        if name in new and _worse(name, new[name], floor, floor)
    }
    return Floors(cases, new | kept)


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Pin the floors."""
    path.write_text(
        json.dumps({"cases": floors.cases, "figures": floors.figures}, indent=2) + "\n", encoding="utf-8"
    )


def table(rows: Iterable[tuple[str, Figures]]) -> str:
    """One row for each name, one column for each figure."""
    lines = []
    for number, (name, reached) in enumerate(rows):
        if number == 0:
            lines.append(f"{'':32}" + "".join(f"{_short(figure):>11}" for figure in reached))
        cells = "".join(f"{'-' if value is None else format(value, '.3f'):>11}" for value in reached.values())
        lines.append(f"{name[:31]:32}{cells}")
    return "\n".join(lines) + "\n"


def _short(figure: str) -> str:
    return figure.replace("precision", "prec").replace("accuracy", "acc").replace("recall", "rec")[:10]


def _report(cases: tuple[Case, ...]) -> dict[str, float | None]:
    scored = score(cases, product)
    print(table((case.field, figures(scored[case.name])) for case in cases))
    rows = [("gapcheck", total(scored))]
    rows += [(name, total(score(cases, way))) for name, way in ANALYSERS.items() if way is not product]
    print(table(rows))
    return rows[0][1]


def _report_data(data: Path) -> None:
    from tests.evaluation import skillspan

    if (data / "gold").is_dir():
        print(f"labelled cases of {data.name}")
        _report(read_cases(data / "gold"))
    path = data / "spans" / "skillspan-dev.jsonl.gz"
    if path.is_file():
        found = skillspan.measure(path)
        print("SkillSpan dev, whole postings: " + ", ".join(f"{k} {v:.3g}" for k, v in found.items()))


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 when a figure falls short of its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path, nargs="*")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    options = parser.parse_args(arguments)
    if options.cases:
        for folder in options.cases:
            print(f"labelled cases of {folder.name}")
            _report(read_cases(folder))
        return 0
    reached = _report(read_cases(OWN))
    if data := os.environ.get("GAPCHECK_DATA"):
        _report_data(Path(data))
    floors, cases = read_floors(), fingerprint(OWN)
    if options.update:
        write_floors(raised(reached, floors, cases))
        return 0
    short = falls_short(reached, floors)
    print("\n".join(short) or "No figure falls short of its floor.")
    if cases != floors.cases:
        print("The floors belong to other cases: pin them anew with --update.")
    return 1 if short or cases != floors.cases else 0


if __name__ == "__main__":
    sys.exit(main())
