"""What words cannot fix: which sorts of requirements are not met in how many postings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from gapcheck.batch.columns import Columns
from gapcheck.batch.model import Unmet
from gapcheck.batch.summary import UnmetType
from gapcheck.report import Strength

MOST_NEEDS = 5
"""Wordings kept of one sort."""


def count_unmet(columns: Columns) -> tuple[UnmetType, ...]:
    """By the falling number of postings, then by sort; a posting that asks twice counts once."""
    found: dict[str, list[tuple[int, Unmet]]] = defaultdict(list)
    for number, posting in zip(columns.need.tolist(), columns.need_posting.tolist(), strict=True):
        need = columns.needs[number]
        found[need.type].append((posting, need))
    rows = (_sum_up(type_, pairs) for type_, pairs in found.items())
    return tuple(sorted(rows, key=lambda row: (-row.postings, row.type)))


def _sum_up(type_: str, pairs: list[tuple[int, Unmet]]) -> UnmetType:
    def postings(rows: Iterable[tuple[int, Unmet]]) -> int:
        return len({posting for posting, _ in rows})

    def by_status(status: str) -> int:
        return postings(pair for pair in pairs if pair[1].status == status)

    wordings = Counter(wording for _, wording in {(posting, need.need) for posting, need in pairs})
    return UnmetType(
        type=type_,
        postings=postings(pairs),
        required=postings(pair for pair in pairs if pair[1].strength == Strength.REQUIRED.value),
        short=by_status("short"),
        not_shown=by_status("not_shown"),
        unclear=by_status("unclear"),
        needs=tuple(sorted(wordings.items(), key=lambda item: (-item[1], item[0]))[:MOST_NEEDS]),
    )
