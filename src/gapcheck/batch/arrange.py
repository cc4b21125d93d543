"""From columns in the order of arrival to columns in the order of the postings' ids."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from gapcheck.batch.columns import STATUSES, STRENGTHS, Columns, Ints
from gapcheck.batch.model import Unmet
from gapcheck.words import SHORTEST_RUN_TOGETHER


@dataclass(slots=True)
class Arrays:
    """What is kept of the postings, in the order of arrival.

    `figures` holds four numbers a posting: overall, required, preferred coverage and fit. `ends` and `need_ends`
    say where the entries of each posting end. A mark holds kind, strength and status in one byte; a group is a
    number within its posting, 0 for none.
    """

    ids: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    titles: list[str | None] = field(default_factory=list)
    figures: array[float] = field(default_factory=lambda: array("d"))
    verdicts: array[int] = field(default_factory=lambda: array("b"))
    terms: array[int] = field(default_factory=lambda: array("i"))
    weights: array[float] = field(default_factory=lambda: array("d"))
    marks: array[int] = field(default_factory=lambda: array("B"))
    groups: array[int] = field(default_factory=lambda: array("H"))
    ends: array[int] = field(default_factory=lambda: array("i"))
    needs: array[int] = field(default_factory=lambda: array("i"))
    need_ends: array[int] = field(default_factory=lambda: array("i"))


def arrange(arrays: Arrays, spellings: Sequence[str], needs: Sequence[Unmet]) -> Columns:
    """The columns with postings sorted by id and terms by name; terms that differ in spelling only are one."""
    by_id = sorted(range(len(arrays.ids)), key=lambda number: (arrays.ids[number], arrays.sources[number]))
    order = np.array(by_id, dtype=np.int32)
    entries, posting = _in_order(_ints(arrays.ends), order)
    rows, need_posting = _in_order(_ints(arrays.need_ends), order)
    figures = np.array(arrays.figures, dtype=np.float64).reshape(-1, 4)[order]
    marks = np.frombuffer(arrays.marks, dtype=np.uint8)[entries] if len(entries) else np.zeros(0, np.uint8)
    term, names = _merge(_ints(arrays.terms)[entries], spellings)
    need, sorted_needs = _sort_needs(_ints(arrays.needs)[rows], needs)
    return Columns(
        ids=[arrays.ids[number] for number in by_id],
        sources=[arrays.sources[number] for number in by_id],
        titles=[arrays.titles[number] for number in by_id],
        overall=figures[:, 0],
        required=figures[:, 1],
        preferred=figures[:, 2],
        fit=figures[:, 3],
        verdicts=np.array(arrays.verdicts, dtype=np.int32)[order],
        names=names,
        posting=posting,
        term=term,
        unit=_units(posting, np.array(arrays.groups, dtype=np.int32)[entries]),
        weight=np.array(arrays.weights, dtype=np.float64)[entries],
        kind=marks // (len(STATUSES) * len(STRENGTHS)),
        strength=marks // len(STATUSES) % len(STRENGTHS),
        status=marks % len(STATUSES),
        needs=sorted_needs,
        need=need,
        need_posting=need_posting,
    )


def _ints(values: array[int]) -> Ints:
    return np.array(values, dtype=np.int32)


def _in_order(ends: Ints, order: Ints) -> tuple[Ints, Ints]:
    """Indexes of the entries, posting after posting in the order wanted, and the new number of each one's posting."""
    lengths = np.diff(ends, prepend=0)
    wanted = lengths[order]
    shift = (ends - lengths)[order] - (np.cumsum(wanted) - wanted)
    entries = np.arange(wanted.sum()) + np.repeat(shift, wanted)
    return entries.astype(np.int32), np.repeat(np.arange(len(order), dtype=np.int32), wanted)


def _units(posting: Ints, group: Ints) -> Ints:
    """Number of the demand each entry belongs to, from 0, rising with the posting."""
    alone = group == 0
    name = np.where(alone, np.arange(len(group)) + np.int64(1 << 20), group)
    _, unit = np.unique(posting.astype(np.int64) << 32 | name, return_inverse=True)
    return np.asarray(unit, dtype=np.int32)


def _merge(spelling: Ints, spellings: Sequence[str]) -> tuple[Ints, list[str]]:
    """The entries' terms, numbered by name; a term is called as most postings call it, the first such by alphabet."""
    counts = np.bincount(spelling, minlength=len(spellings)).tolist()
    number: dict[str, int] = {}
    merged = array("i", (number.setdefault(merge_key(text), len(number)) for text in spellings))
    names = [""] * len(number)
    most = array("i", [-1]) * len(number)
    for text, term, count in zip(spellings, merged, counts, strict=True):
        if count > most[term] or (count == most[term] and text < names[term]):
            names[term], most[term] = text, count
    order = sorted(range(len(names)), key=lambda term: (names[term].casefold(), names[term]))
    place = np.zeros(len(names), dtype=np.int32)
    place[order] = np.arange(len(names), dtype=np.int32)
    return place[_ints(merged)[spelling]], [names[term] for term in order]


_BETWEEN = re.compile(r"[\s\-‐‑–/]+")  # what stands between the words of a term


def merge_key(term: str) -> str:
    """What spellings of one term share: letter case, hyphens and the plural make no difference.

    Less than the matcher makes equal, for terms come out of it named by the lexicon where it knows them.
    """
    words = [_singular(word) for word in _BETWEEN.split(term.casefold())]
    together = "".join(words)
    return together if len(together) >= SHORTEST_RUN_TOGETHER else " ".join(words)


def _singular(word: str) -> str:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


def _sort_needs(need: Ints, needs: Sequence[Unmet]) -> tuple[Ints, list[Unmet]]:
    order = sorted(
        range(len(needs)), key=lambda n: (needs[n].type, needs[n].need, needs[n].status, needs[n].strength)
    )
    new = np.zeros(len(needs), dtype=np.int32)
    new[order] = np.arange(len(needs), dtype=np.int32)
    return (new[need] if len(need) else need), [needs[number] for number in order]
